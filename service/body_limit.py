"""A limit on the size of request bodies."""

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from service.faults import of_body
from service.problems import BODY_TOO_LARGE


class BodyLimit:
    """Ends a request with a problem as soon as its body is, or is declared to be, longer than `limit` bytes.

    Starlette's own limit answers in plain text where a length was declared, so it is not used.
    """

    def __init__(self, app: ASGIApp, limit: int) -> None:
        self.app = app
        self.limit = limit

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serves the request with its body counted while it is read."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        size = 0

        async def counted() -> Message:
            nonlocal size
            self._check(_declared(scope))
            message = await receive()
            size += len(message.get("body", b""))
            self._check(size)
            return message

        await self.app(scope, counted, send)

    def _check(self, size: int) -> None:
        if size > self.limit:
            raise of_body(BODY_TOO_LARGE, f"may have at most {self.limit} bytes", {"connection": "close"})


def _declared(scope: Scope) -> int:
    length = Headers(scope=scope).get("content-length", "")
    return int(length) if length.isdecimal() else 0
