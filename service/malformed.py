"""Requests that are no HTTP, or whose heads are too large."""

from fastapi import Request
from starlette.types import Receive, Scope, Send

from service.handlers import respond
from service.http1 import HEAD_BYTES
from service.problems import BAD_REQUEST, HEAD_TOO_LARGE, ProblemError


async def refuse_malformed(scope: Scope, receive: Receive, send: Send) -> None:
    """Answers a request that could not be parsed, or whose body could not be, and ends its connection."""
    detail = "this is no HTTP request: its address must be percent-encoded, its Host one, and its lengths and chunks must be well formed"
    await respond(Request(scope), ProblemError(BAD_REQUEST, detail, headers={"connection": "close"}))(scope, receive, send)


async def refuse_head(scope: Scope, receive: Receive, send: Send) -> None:
    """Answers a request whose address and headers together are too large (RFC 6585, 5), and ends its connection."""
    detail = f"the address and the headers of a request must not take more than {HEAD_BYTES} bytes together"
    await respond(Request(scope), ProblemError(HEAD_TOO_LARGE, detail, headers={"connection": "close"}))(scope, receive, send)
