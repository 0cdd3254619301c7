"""The interactive documentation, with its script and style served from here: many who use this have no way to a CDN."""

from fastapi import APIRouter
from fastapi.openapi.docs import get_swagger_ui_html
from fastapi.responses import HTMLResponse
from fastapi.staticfiles import StaticFiles

ASSETS = StaticFiles(packages=[("fastapi_standalone_docs", "static/swagger")])
FAVICON = "data:,"

router = APIRouter(prefix="/docs", include_in_schema=False)


@router.get("")
async def docs() -> HTMLResponse:
    """The page; its addresses are relative, so that it works behind a proxy's prefix."""
    return get_swagger_ui_html(
        openapi_url="openapi.json",
        title="Nianbao",
        swagger_js_url="docs/swagger-ui-bundle.js",
        swagger_css_url="docs/swagger-ui.css",
        swagger_favicon_url=FAVICON,
    )
