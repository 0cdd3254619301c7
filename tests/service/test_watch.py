import io
import json
import logging
import threading
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from service.app import create_app
from service.keys import Scope, add_key
from service.logs import JsonFormatter
from service.server import Server
from service.settings import Settings
from tests.service.fakes import DigitReader, FailingReader
from tests.service.waiting import eventually

TEXT = "秘密的年报3件"


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """All that the process logs, as the service writes it, but for what the tests' client does."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(JsonFormatter())
    handler.addFilter(lambda record: not record.name.startswith("httpx2"))
    root = logging.getLogger()
    level = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    yield stream
    root.removeHandler(handler)
    root.setLevel(level)


def answered(log: io.StringIO) -> list[dict[str, Any]]:
    """The lines about answers."""
    lines = [json.loads(line) for line in log.getvalue().splitlines()]
    return [line for line in lines if line["logger"] == "service.watch"]


@pytest.mark.parametrize("path", ["/healthz", "/v1/model", "/none", "/v1/extract", "/docs/none.css"])
def test_every_answer_has_an_id_of_its_own(client: TestClient, path: str) -> None:
    ids = {client.get(path).headers["x-request-id"] for _ in range(3)}
    assert len(ids) == 3


@pytest.mark.parametrize("sent", ["a", "5f0c-9d5e_6a.0b", "x" * 64])
def test_a_clients_id_comes_back(client: TestClient, sent: str) -> None:
    assert client.get("/healthz", headers={"x-request-id": sent}).headers["x-request-id"] == sent


@pytest.mark.parametrize("sent", ["", "x" * 65, "a b", 'a"b', "a\tb", "é", "../../etc"])
def test_an_id_that_is_not_well_formed_is_replaced(client: TestClient, log: io.StringIO, sent: str) -> None:
    replaced = client.get("/healthz", headers=[(b"x-request-id", sent.encode("latin-1"))]).headers["x-request-id"]
    assert replaced != sent
    assert answered(log)[0]["request_id"] == replaced


def test_an_answer_is_a_line_with_the_routes_template(client: TestClient, log: io.StringIO) -> None:
    client.post("/v1/extract", json={"text": "3"}, headers={"x-request-id": "a"})
    (line,) = answered(log)
    assert line.pop("time").endswith("+00:00")
    assert line.pop("seconds") > 0
    assert line == {
        "level": "info",
        "logger": "service.watch",
        "message": "answered",
        "request_id": "a",
        "method": "POST",
        "route": "/v1/extract",
        "status": 200,
    }


def test_a_path_or_a_method_that_is_none_is_not_told(client: TestClient, log: io.StringIO) -> None:
    client.get(f"/v1/{TEXT}")
    client.request("SECRET", "/v1/model")
    assert [(line["method"], line["route"], line["status"]) for line in answered(log)] == [
        ("GET", "elsewhere", 404),
        ("other", "/v1/model", 405),
    ]
    assert "秘密" not in log.getvalue()
    assert "SECRET" not in log.getvalue()


def test_a_request_that_is_refused_before_its_route_is_looked_for_is_told_under_it(
    settings: Settings, log: io.StringIO, tmp_path: Path
) -> None:
    keys = tmp_path / "keys.json"
    add_key(keys, "甲局", [Scope.READ])
    with TestClient(create_app(settings.model_copy(update={"keys": keys}), DigitReader())) as client:
        for path in ("/v1/extract/batch", "/metrics", f"/v1/{TEXT}"):
            client.post(path)
    assert [(line["route"], line["status"]) for line in answered(log)] == [
        ("/v1/extract/batch", 401),
        ("/metrics", 401),
        ("elsewhere", 401),
    ]


def test_a_probe_is_a_line_of_the_usual_log_only_where_it_did_not_go_well(settings: Settings, log: io.StringIO, tmp_path: Path) -> None:
    keys = tmp_path / "keys.json"
    key = add_key(keys, "监测", [Scope.READ])
    with TestClient(create_app(settings.model_copy(update={"keys": keys}), DigitReader())) as client:
        for path in ("/healthz", "/readyz", "/metrics"):
            client.get(path, headers={"authorization": f"Bearer {key}"})
        client.get("/metrics")
    unloaded = TestClient(create_app(settings))  # without its lifespan, which would load
    unloaded.get("/readyz")
    assert [(line["level"], line["route"], line["status"]) for line in answered(log)] == [
        ("debug", "/healthz", 200),
        ("debug", "/readyz", 200),
        ("debug", "/metrics", 200),
        ("info", "/metrics", 401),
        ("info", "/readyz", 503),
    ]


def test_no_text_of_a_report_is_logged_however_its_request_ends(settings: Settings, log: io.StringIO) -> None:
    for reader in (DigitReader(), FailingReader()):
        with TestClient(create_app(settings, reader), raise_server_exceptions=False) as client:
            for path in ("/v1/extract", "/v1/tag", "/v1/check"):
                client.post(path, json={"text": TEXT})
                client.post(path, json={"text": TEXT, TEXT: TEXT})
                client.post(path, content=TEXT.encode("utf-16"))
            client.post("/v1/extract/batch", json={"documents": [{"id": TEXT, "text": TEXT}, {"id": TEXT, "text": f"\x07{TEXT}"}]})
            client.post("/v1/documents", files={"file": (TEXT, TEXT.encode())})
            client.post("/v1/documents", data={TEXT: TEXT}, files={TEXT: (TEXT, TEXT.encode())})
    assert {line["status"] for line in answered(log)} >= {200, 415, 422, 500}
    assert "秘密" not in log.getvalue()


def test_a_failure_is_logged_with_its_request_and_place_but_not_its_words(log: io.StringIO) -> None:
    server = Server(Settings(port=0), FailingReader())
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        assert eventually(lambda: server.started)
        connection = HTTPConnection(*server.servers[0].sockets[0].getsockname())
        connection.request("POST", "/v1/extract", json.dumps({"text": TEXT}), {"content-type": "application/json", "x-request-id": "b"})
        response = connection.getresponse()
        assert (response.status, response.headers["x-request-id"]) == (500, "b")
        connection.close()
    finally:
        server.should_exit = True
        thread.join()
    lines = [json.loads(line) for line in log.getvalue().splitlines()]
    (failure,) = (line for line in lines if "exceptions" in line)
    assert failure["request_id"] == "b"
    assert failure["exceptions"][0]["type"] == "builtins.RuntimeError"
    assert failure["exceptions"][0]["at"][-1].endswith(" read")
    assert "秘密" not in json.dumps(lines, ensure_ascii=False)
