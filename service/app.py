"""The FastAPI app."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.metadata import version
from typing import Any

import anyio
from fastapi import FastAPI

from service.body_limit import BodyLimit
from service.engine import Engine, ReportReader
from service.handlers import install_handlers
from service.in_flight import InFlight
from service.openapi import with_answers
from service.parser import Parser
from service.routes import check, docs, documents, extract, health, labelled, model, tag
from service.settings import Settings
from service.slow_clients import SlowClients

DESCRIPTION = """Reads Chinese annual reports on open government information (政府信息公开工作年度报告) into typed, checked records.

Offsets are code points of the text as it was sent, or of the text that is answered for a file: `text[start:end]` is the quoted text.
Errors are problems (RFC 9457).
"""


class NianbaoApp(FastAPI):
    """The app with an OpenAPI document that shows whole examples."""

    def openapi(self) -> dict[str, Any]:
        """The OpenAPI document."""
        return with_answers(super().openapi())


def create_app(settings: Settings, reader: ReportReader | None = None) -> FastAPI:
    """The app.

    Args:
        settings: its settings.
        reader: what reads; None loads the release of the settings while the app is already up and says that it is not ready.
    """
    app = NianbaoApp(
        title="Nianbao",
        description=DESCRIPTION,
        version=version("nianbao"),
        lifespan=_lifespan,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        separate_input_output_schemas=False,
    )
    app.state.settings = settings
    app.state.engine = Engine(settings, reader)
    app.state.parser = Parser(seconds=settings.max_file_seconds)
    # The last one added is the first to see a request.
    app.add_middleware(BodyLimit, limit=settings.max_body_bytes)
    app.add_middleware(SlowClients, seconds=settings.max_client_seconds)
    app.add_middleware(InFlight, limit=settings.max_requests)
    install_handlers(app)
    for routes in (extract, documents, tag, check, labelled, model, health, docs):
        app.include_router(routes.router)
    app.mount("/docs", docs.ASSETS)
    return app


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    engine: Engine = app.state.engine
    async with anyio.create_task_group() as tasks:
        if not engine.settled.is_set():
            tasks.start_soon(engine.load)
        yield
        tasks.cancel_scope.cancel()
    engine.close()
