"""Requests that are no HTTP."""

from fastapi import Request
from starlette.types import Receive, Scope, Send

from service.handlers import respond
from service.problems import BAD_REQUEST, ProblemError


async def refuse_malformed(scope: Scope, receive: Receive, send: Send) -> None:
    """Answers a request that could not be parsed, or whose body could not be, and ends its connection."""
    detail = "this is no HTTP request: its address must be percent-encoded, its Host one, and its lengths and chunks must be well formed"
    await respond(Request(scope), ProblemError(BAD_REQUEST, detail, headers={"connection": "close"}))(scope, receive, send)
