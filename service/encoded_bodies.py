"""Bodies that are encoded, as by gzip: none is decoded, so that the limit on their size is one on what is read."""

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from service.faults import of_body
from service.problems import ENCODED


class EncodedBodies:
    """Ends a request with a problem (RFC 9110, 15.5.16) as soon as a body would be read that is declared to be encoded."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serves the request."""
        if scope["type"] != "http" or not (encoding := _encoding(scope)):
            await self.app(scope, receive, send)
            return

        async def refused() -> Message:
            headers = {"accept-encoding": "identity", "connection": "close"}
            raise of_body(ENCODED, f"is encoded as {encoding[:100]}; send it as it is", headers)

        await self.app(scope, refused, send)


def _encoding(scope: Scope) -> str:
    """The encodings that are declared but for `identity`, which changes nothing; empty where there is none."""
    declared = ",".join(Headers(scope=scope).getlist("content-encoding")).split(",")
    return ", ".join(one for each in declared if (one := each.strip().lower()) not in {"", "identity"})
