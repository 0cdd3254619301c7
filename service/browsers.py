"""What browsers are told and allowed, and the answers to HEAD."""

from typing import Any

from fastapi import Request
from starlette.datastructures import Headers, MutableHeaders
from starlette.middleware.cors import CORSMiddleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from service.handlers import respond
from service.problems import PREFLIGHT_REFUSED, ProblemError
from service.watch import HEADER, SENT_METHOD

NO_PAGE = "default-src 'none'; frame-ancestors 'none'"
"""The content security policy of all answers but pages, which bring their own."""

CORS: dict[str, Any] = {
    "allow_methods": ["GET", "POST"],
    "allow_headers": ["authorization", "content-type", HEADER],
    "expose_headers": [HEADER, "retry-after", "link"],
}
"""What pages of the origins that the settings name may send and see."""

_HEADERS = {
    "content-security-policy": NO_PAGE,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-resource-policy": "same-origin",
    "cache-control": "no-store",
}


class SafeHeaders:
    """Adds to each answer the headers that keep a browser from doing more with it than to show it, where it has not its own."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serves the request."""

        async def answer(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        await self.app(scope, receive, answer)


class Cors(CORSMiddleware):
    """Starlette's middleware, but that it refuses preflights with problems, not in plain text."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serves the request, or answers the preflight."""
        if not _is_preflight(scope):
            await super().__call__(scope, receive, send)
            return
        answer = self.preflight_response(Headers(scope=scope))
        if answer.status_code >= 400:
            answer = respond(Request(scope), ProblemError(PREFLIGHT_REFUSED, bytes(answer.body).decode()))
        await answer(scope, receive, send)


def _is_preflight(scope: Scope) -> bool:
    """Whether it is a browser's question if a page may send a request."""
    if scope["type"] != "http" or scope["method"] != "OPTIONS":
        return False
    return {"origin", "access-control-request-method"} <= set(Headers(scope=scope))


class Head:
    """Answers HEAD wherever GET is answered, as RFC 9110 (9.3.2) has it; the server leaves out the content."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serves the request."""
        # The server leaves the content out by the method in its own scope, which therefore stays as it is.
        await self.app({**scope, "method": "GET", SENT_METHOD: "HEAD"} if scope.get("method") == "HEAD" else scope, receive, send)
