"""Every request watched: its id, its line in the log, its place in the metrics."""

import logging
import re
import time
from uuid import uuid4

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from service.logs import request_id
from service.metrics import Metrics

HEADER = "x-request-id"
SENT_METHOD = "nianbao.sent_method"
"""The key of a scope under which the method stands that was sent, where another is served in its place."""
ELSEWHERE = "elsewhere"
"""The route of requests for what is none, whose paths are the clients' own words."""
METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})

_WELL_FORMED = re.compile(r"[A-Za-z0-9._-]{1,64}")
_PROBES = frozenset({"/healthz", "/readyz", "/metrics"})

logger = logging.getLogger(__name__)


class Watch:
    """Gives each request an id, which is the client's where that is well formed, and tells of its answer.

    It stands around everything else, so that answers to failures have an id and are counted too.
    """

    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        self.app = app
        self.metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serves the request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        own_id = _id_of(scope)
        # Never reset: the server runs each request in a context of its own, and logs failures in it.
        request_id.set(own_id)
        start = time.perf_counter()
        status = 500

        async def answer(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                MutableHeaders(scope=message)[HEADER] = own_id
            await send(message)

        try:
            await self.app(scope, receive, answer)
        finally:
            self._tell(scope, status, time.perf_counter() - start)

    def _tell(self, scope: Scope, status: int, seconds: float) -> None:
        method, route = method_of(scope), route_of(scope)
        self.metrics.answered(method, route, status, seconds)
        key = scope.get("state", {}).get("key")
        fields = {"method": method, "route": route, "status": status, "seconds": round(seconds, 4), "key": key and key.id}
        is_routine = route in _PROBES and status < 400
        logger.log(logging.DEBUG if is_routine else logging.INFO, "answered", extra={"fields": fields})


def method_of(scope: Scope) -> str:
    """The method that was sent; `other` for what is none, whose name is the client's own word."""
    method: str = scope.get(SENT_METHOD, scope["method"])
    return method if method in METHODS else "other"


def route_of(scope: Scope) -> str:
    """The template of the route that a request was for."""
    if "route" in scope:
        return str(scope["route"].path)
    # Refused before its route was looked for.
    return scope["path"] if scope["path"] in scope["app"].methods else ELSEWHERE


def _id_of(scope: Scope) -> str:
    sent = Headers(scope=scope).get(HEADER, "")
    return sent if _WELL_FORMED.fullmatch(sent) else uuid4().hex
