"""The interactive documentation, with its script and style served from here: many who use this have no way to a CDN."""

import re
from base64 import b64encode
from hashlib import sha256
from http import HTTPStatus
from pathlib import Path

import fastapi_standalone_docs
from fastapi import APIRouter
from fastapi.openapi.docs import get_swagger_ui_html
from fastapi.responses import HTMLResponse, Response

from service.problems import plain

SCRIPT = "swagger-ui-bundle.js"
STYLE = "swagger-ui.css"
FAVICON = "data:,"

router = APIRouter(prefix="/docs", include_in_schema=False)


_FOLDER = Path(fastapi_standalone_docs.__file__).parent / "static" / "swagger"
_FILES = {name: (_FOLDER / name).read_bytes() for name in (SCRIPT, STYLE)}
_TYPES = {SCRIPT: "text/javascript", STYLE: "text/css"}
_INLINE = re.compile("<script>(.*?)</script>", re.DOTALL)


@router.get("")
async def docs() -> HTMLResponse:
    """The page; its addresses are relative, so that it works behind a proxy's prefix."""
    page = get_swagger_ui_html(
        openapi_url="openapi.json",
        title="Nianbao",
        swagger_js_url=f"docs/{SCRIPT}",
        swagger_css_url=f"docs/{STYLE}",
        swagger_favicon_url=FAVICON,
    )
    page.headers["content-security-policy"] = _policy(bytes(page.body).decode())
    return page


@router.get("/{name}")
async def asset(name: str) -> Response:
    """A file of the page, always whole (RFC 9110, 14.2): what Starlette serves from a path refuses ranges in plain text."""
    if name not in _FILES:
        raise plain(HTTPStatus.NOT_FOUND, "Not Found")
    return Response(_FILES[name], media_type=_TYPES[name])


def _policy(page: str) -> str:
    """The content security policy of the page: what it loads comes from here, and no script runs in it but its own."""
    hashes = [b64encode(sha256(script.encode()).digest()).decode() for script in _INLINE.findall(page)]
    scripts = " ".join(f"'sha256-{digest}'" for digest in hashes)
    return (
        f"default-src 'none'; script-src 'self' {scripts}; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
        "connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
    )
