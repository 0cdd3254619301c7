"""Traces of requests by OpenTelemetry, which its own variables (`OTEL_EXPORTER_OTLP_ENDPOINT` and others) set up.

Spans tell what the metrics tell: method, route, status and time. No exception is recorded, since its message may quote a report.
"""

from importlib.metadata import version

import anyio
from anyio import to_thread
from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
from opentelemetry.propagate import extract
from opentelemetry.sdk.resources import OTELResourceDetector, Resource
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor
from opentelemetry.trace import SpanKind, Status, StatusCode
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from service.logs import request_id
from service.watch import method_of, route_of

LAST_SECONDS = 5.0
"""The collector may be slow, or gone."""


def exporting() -> TracerProvider:
    """What sends spans to the collector that the variables name."""
    own = Resource({"service.name": "nianbao", "service.version": version("nianbao")})
    provider = TracerProvider(resource=Resource.create().merge(own).merge(OTELResourceDetector().detect()))
    provider.add_span_processor(BatchSpanProcessor(OTLPSpanExporter()))
    return provider


class Traced:
    """Makes each request a span, of the trace that the client's headers name (W3C Trace Context).

    The spans that are left when the app ends are sent then, in `LAST_SECONDS` or not at all: after SIGTERM the server ends the process by
    that signal, with no handler at exit.
    """

    def __init__(self, app: ASGIApp, provider: TracerProvider) -> None:
        self.app = app
        self._provider = provider
        self._tracer = provider.get_tracer("nianbao")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serves the request, or lives with the app."""
        if scope["type"] != "http":
            await self.app(scope, receive, self._sending_the_rest(send))
            return
        context = extract(dict(Headers(scope=scope)))
        status = 500

        async def answer(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        with self._tracer.start_as_current_span(
            "request", context, SpanKind.SERVER, record_exception=False, set_status_on_exception=False
        ) as span:
            try:
                await self.app(scope, receive, answer)
            finally:
                method, route = method_of(scope), route_of(scope)
                span.update_name(f"{method} {route}")
                span.set_attributes({"http.request.method": method, "http.route": route, "http.response.status_code": status})
                span.set_attribute("nianbao.request_id", request_id.get() or "")
                if status >= 500:
                    span.set_status(Status(StatusCode.ERROR))

    def _sending_the_rest(self, send: Send) -> Send:
        async def told(message: Message) -> None:
            if message["type"] == "lifespan.shutdown.complete":
                with anyio.move_on_after(LAST_SECONDS):
                    await to_thread.run_sync(self._provider.shutdown, abandon_on_cancel=True)
            await send(message)

        return told
