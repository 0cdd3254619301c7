"""The FastAPI app."""

from collections import defaultdict
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from functools import cached_property, partial
from importlib.metadata import version
from typing import Any

import anyio
from fastapi import Depends, FastAPI
from fastapi.routing import iter_route_contexts
from starlette.types import ASGIApp

from model.cpus import usable_cpus
from service.absolute_form import AbsoluteForm
from service.accept import takes_json
from service.body_limit import BodyLimit
from service.browsers import CORS, Cors, Head, SafeHeaders
from service.encoded_bodies import EncodedBodies
from service.engine import Engine, ReportReader
from service.gate import Gate, keyring_of, needs
from service.handlers import install_handlers
from service.in_flight import InFlight
from service.keys import Scope
from service.lingering import Lingering
from service.openapi import completed
from service.parameters import only_known
from service.parser import Parser
from service.rate import Rate
from service.routes import check, docs, documents, extract, health, labelled, metrics, model, tag
from service.settings import SettingError, Settings
from service.slow_bodies import SlowBodies
from service.stopping import Stopping
from service.threads import Threads
from service.watch import Watch

DESCRIPTION = """Reads Chinese annual reports on open government information (政府信息公开工作年度报告) into typed, checked records.

Offsets are code points of the text as it was sent, or of the text that is answered for a file: `text[start:end]` is the quoted text.
Errors are problems (RFC 9457).
"""


class NianbaoApp(FastAPI):
    """The app with an OpenAPI document that shows whole examples, watched from outside of all that may fail."""

    def build_middleware_stack(self) -> ASGIApp:
        """What serves a request."""
        return Lingering(Head(self.watched(Stopping(super().build_middleware_stack()))), seconds=self.state.settings.max_client_seconds)

    def watched(self, app: ASGIApp) -> ASGIApp:
        """The app with what each answer gets, whatever it is to, and with each answer told."""
        served: ASGIApp = self.state.traced(Watch(SafeHeaders(app), self.state.engine.metrics))
        return AbsoluteForm(served)

    @cached_property
    def methods(self) -> dict[str, list[str]]:
        """The methods that are answered at the template of each route, HEAD wherever GET is."""
        found: defaultdict[str, set[str]] = defaultdict(set)
        for route in iter_route_contexts(self.routes):
            methods = route.methods or set()
            found[route.path or ""] |= methods | ({"HEAD"} if "GET" in methods else set())
        return {path: sorted(methods) for path, methods in found.items()}

    def openapi(self) -> dict[str, Any]:
        """The OpenAPI document."""
        return completed(super().openapi(), keyed=self.state.settings.keys is not None)


def create_app(settings: Settings, reader: ReportReader | None = None) -> NianbaoApp:
    """The app.

    Args:
        settings: its settings.
        reader: what reads; None loads the release of the settings while the app is already up and says that it is not ready.

    Raises:
        SettingError: the keys that the settings name cannot be used, they name none where keys are needed, or they want traces that
            are not installed.
    """
    keyring = keyring_of(settings)
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
    app.state.parser = Parser(seconds=settings.max_file_seconds, timed=app.state.engine.metrics.stage)
    app.state.threads = {work: Threads(work, usable_cpus(), room=usable_cpus()) for work in ("parsing", "checking", "labelled")}
    app.state.traced = _tracing(settings)
    # The last one added is the first to see a request.
    app.add_middleware(EncodedBodies)
    app.add_middleware(BodyLimit, limit=settings.max_body_bytes)
    app.add_middleware(SlowBodies, seconds=settings.max_client_seconds)
    app.add_middleware(InFlight, limit=settings.max_requests, gauge=app.state.engine.metrics.in_flight)
    rate = Rate(settings.requests_per_minute)
    app.add_middleware(Gate, keyring=keyring, rate=rate, origins=settings.cors_origins, hosts=settings.allowed_hosts)
    if settings.cors_origins:
        app.add_middleware(Cors, allow_origins=settings.cors_origins, **CORS)
    install_handlers(app)
    for routes in (extract, documents, tag, check, model):
        app.include_router(routes.router, dependencies=[needs(Scope.READ), Depends(takes_json), Depends(only_known)])
    app.include_router(model.switching, dependencies=[needs(Scope.ADMIN), Depends(takes_json), Depends(only_known)])
    app.include_router(labelled.router, dependencies=[needs(Scope.LABEL), Depends(only_known)])
    app.include_router(metrics.router, dependencies=[needs(Scope.READ), Depends(only_known)])
    for open_routes in (health, docs):
        app.include_router(open_routes.router)
    return app


def _tracing(settings: Settings) -> Callable[[ASGIApp], ASGIApp]:
    """What puts traces around an app."""
    if not settings.telemetry:
        return lambda app: app
    try:
        from service.telemetry import Traced, exporting  # noqa: PLC0415 - an extra, which need not be installed
    except ImportError as error:
        raise SettingError("NIANBAO_TELEMETRY: needs pip install nianbao[telemetry]") from error
    return partial(Traced, provider=exporting())


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    engine: Engine = app.state.engine
    async with anyio.create_task_group() as tasks:
        if not engine.settled.is_set():
            tasks.start_soon(engine.load)
        yield
        tasks.cancel_scope.cancel()
    for one in (engine, *app.state.threads.values()):
        one.close()
