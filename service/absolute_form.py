"""Requests for whole addresses, as they are sent to a proxy."""

import re
from urllib.parse import unquote

from starlette.types import ASGIApp, Receive, Scope, Send

_ABSOLUTE = re.compile(rb"https?://([^/@]+)(/.*)?", re.IGNORECASE)


class AbsoluteForm:
    """Serves what is asked for by a whole address as it serves its path, whose authority then stands for Host (RFC 9112, 3.2.2)."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serves the request."""
        address = _ABSOLUTE.fullmatch(scope.get("raw_path", b""))
        await self.app({**scope, **_within(address[1], address[2], scope["headers"])} if address else scope, receive, send)


def _within(authority: bytes, path: bytes | None, headers: list[tuple[bytes, bytes]]) -> Scope:
    """What the scope of a request for the path at the authority has of its own."""
    path = path or b"/"  # RFC 9110, 4.2.3
    others = [(name, value) for name, value in headers if name != b"host"]
    return {"raw_path": path, "path": unquote(path.decode("ascii")), "headers": [(b"host", authority), *others]}
