"""Bodies that nobody reads, taken all the same, so that their senders see the answer."""

import anyio
from starlette.types import ASGIApp, Message, Receive, Scope, Send


class Lingering:
    """Takes what is left of a body once its request is answered, for at most so many seconds, and only then ends the answer.

    A connection that is closed while its client sends is reset, and what many clients then report is that, not the answer (RFC 9112, 9.6).
    """

    def __init__(self, app: ASGIApp, seconds: float) -> None:
        self.app = app
        self.seconds = seconds

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serves the request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        more_body, held = True, False

        async def noting_receive() -> Message:
            nonlocal more_body
            message = await receive()
            more_body = message.get("more_body", False)
            return message

        async def holding_send(message: Message) -> None:
            nonlocal held
            held = more_body and message["type"] == "http.response.body" and not message.get("more_body", False)
            # The server closes the connection with the end of the answer.
            await send({**message, "more_body": True} if held else message)

        await self.app(scope, noting_receive, holding_send)
        if held:
            with anyio.move_on_after(self.seconds):
                while more_body:
                    await noting_receive()
            await send({"type": "http.response.body"})
