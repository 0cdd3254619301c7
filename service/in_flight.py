"""A limit on the requests that are worked on at the same time."""

from collections import Counter

from fastapi import Request
from prometheus_client import Gauge
from starlette.types import ASGIApp, Receive, Scope, Send

from service.handlers import respond
from service.problems import TOO_MANY_REQUESTS, ProblemError

RETRY_SECONDS = 1

_UNCOUNTED = {"/v1/model", "/v1/model/switch"}
"""What an admin must be able to do under any load: see the release and switch it."""
_LABELLED = "/v1/labelled"


class InFlight:
    """Refuses a request at once, before its body is read, while `limit` others of its kind are worked on.

    What is asked of the API counts, but for its release; whether the service is up can always be asked. Labelled reports are a kind of
    their own: others do not wait for a store that is in use. The gauge tells how many are worked on.
    """

    def __init__(self, app: ASGIApp, limit: int, gauge: Gauge) -> None:
        self.app = app
        self.limit = limit
        self.running = Counter[bool]()
        gauge.set_function(self.running.total)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serves the request, or refuses it."""
        if scope["type"] != "http" or not scope["path"].startswith("/v1/") or scope["path"] in _UNCOUNTED:
            await self.app(scope, receive, send)
            return
        kind = scope["path"] == _LABELLED
        if self.running[kind] >= self.limit:
            await respond(Request(scope), _busy(self.limit))(scope, receive, send)
            return
        self.running[kind] += 1
        try:
            await self.app(scope, receive, send)
        finally:
            self.running[kind] -= 1


def _busy(limit: int) -> ProblemError:
    detail = f"{limit} requests are being worked on, which is as many as are taken; try again in a moment"
    return ProblemError(TOO_MANY_REQUESTS, detail, headers={"retry-after": str(RETRY_SECONDS)})
