import socket
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from starlette.testclient import TestClient

import service.telemetry
from service.app import create_app
from service.settings import SettingError, Settings
from tests.service.fakes import DigitReader, FailingReader

TRACE = "4bf92f3577b34da6a3ce929d0e0e4736"


@pytest.fixture
def spans(monkeypatch: pytest.MonkeyPatch) -> InMemorySpanExporter:
    exporter = InMemorySpanExporter()
    provider = TracerProvider(shutdown_on_exit=False)
    provider.add_span_processor(SimpleSpanProcessor(exporter))
    monkeypatch.setattr(service.telemetry, "exporting", lambda: provider)
    return exporter


def test_a_request_is_a_span_of_the_clients_trace(spans: InMemorySpanExporter) -> None:
    with TestClient(create_app(Settings(telemetry=True), DigitReader())) as client:
        client.post("/v1/extract", json={"text": "3"}, headers={"traceparent": f"00-{TRACE}-00f067aa0ba902b7-01", "x-request-id": "a"})
    (span,) = spans.get_finished_spans()
    assert span.name == "POST /v1/extract"
    assert span.context is not None
    assert f"{span.context.trace_id:032x}" == TRACE
    assert span.attributes == {
        "http.request.method": "POST",
        "http.route": "/v1/extract",
        "http.response.status_code": 200,
        "nianbao.request_id": "a",
    }


def test_a_failure_is_a_span_without_the_failures_words(spans: InMemorySpanExporter) -> None:
    with TestClient(create_app(Settings(telemetry=True), FailingReader()), raise_server_exceptions=False) as client:
        client.post("/v1/extract", json={"text": "秘密3"})
    (span,) = spans.get_finished_spans()
    assert not span.status.is_ok
    assert "秘密" not in span.to_json()


def test_spans_are_sent_to_the_collector_that_the_variables_name_before_the_app_has_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    received: list[tuple[str, bytes]] = []

    class Collector(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            received.append((self.path, self.rfile.read(int(self.headers["content-length"]))))
            self.send_response(200)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Collector) as collector:
        collector.timeout = 5
        thread = threading.Thread(target=collector.handle_request)
        thread.start()
        monkeypatch.setenv("OTEL_EXPORTER_OTLP_ENDPOINT", f"http://127.0.0.1:{collector.server_port}")
        monkeypatch.setenv("OTEL_EXPORTER_OTLP_COMPRESSION", "none")
        monkeypatch.setenv("OTEL_BSP_SCHEDULE_DELAY", "60000")
        with TestClient(create_app(Settings(telemetry=True), DigitReader())) as client:
            client.get("/healthz")
        thread.join()
    ((path, content),) = received
    assert path == "/v1/traces"
    assert b"GET /healthz" in content
    assert b"nianbao" in content


def test_a_collector_that_does_not_answer_does_not_keep_the_app_from_its_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(service.telemetry, "LAST_SECONDS", 0.1)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        monkeypatch.setenv("OTEL_EXPORTER_OTLP_ENDPOINT", f"http://127.0.0.1:{silent.getsockname()[1]}")
        monkeypatch.setenv("OTEL_EXPORTER_OTLP_TIMEOUT", "8")
        with TestClient(create_app(Settings(telemetry=True), DigitReader())) as client:
            client.get("/healthz")
            start = time.monotonic()
        assert time.monotonic() - start < 4


def test_the_variables_name_the_service(monkeypatch: pytest.MonkeyPatch) -> None:
    def name() -> object:
        provider = service.telemetry.exporting()
        provider.shutdown()
        return provider.resource.attributes["service.name"]

    assert name() == "nianbao"
    monkeypatch.setenv("OTEL_RESOURCE_ATTRIBUTES", "service.name=reports")
    assert name() == "reports"
    monkeypatch.setenv("OTEL_SERVICE_NAME", "annual")
    assert name() == "annual"


def test_traces_that_are_not_installed_are_refused_by_the_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "service.telemetry", None)
    with pytest.raises(SettingError, match=r"^NIANBAO_TELEMETRY: needs pip install nianbao\[telemetry\]"):
        create_app(Settings(telemetry=True), DigitReader())
