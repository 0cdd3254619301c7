"""A limit on the time that a client may take to send a body."""

from math import inf

import anyio
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from service.faults import of_body
from service.problems import BODY_TOO_SLOW


class SlowBodies:
    """Ends a request with a problem where its body is not there after so many seconds."""

    def __init__(self, app: ASGIApp, seconds: float) -> None:
        self.app = app
        self.seconds = seconds

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serves the request with its client's time counted."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        body_due = anyio.current_time() + self.seconds

        async def timely_receive() -> Message:
            nonlocal body_due
            try:
                with anyio.fail_after(body_due - anyio.current_time()):
                    message = await receive()
            except TimeoutError as error:
                raise of_body(BODY_TOO_SLOW, f"was not sent within {self.seconds:g} seconds", {"connection": "close"}) from error
            if not message.get("more_body", False):
                body_due = inf  # what comes next is that the client goes, which may take as long as the work
            return message

        await self.app(scope, timely_receive, send)
