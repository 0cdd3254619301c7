"""Requests that are dropped where the service ends before they are done."""

import asyncio

from fastapi import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from service.handlers import respond
from service.problems import stopping


class Stopping:
    """Answers a problem to a request that the server cancels, as it does once the time to answer what was accepted is over."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serves the request."""
        begun = False

        async def noting_send(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        try:
            await self.app(scope, receive, noting_send)
        except asyncio.CancelledError:
            if begun or scope["type"] != "http":
                raise
            await respond(Request(scope), stopping())(scope, receive, send)
