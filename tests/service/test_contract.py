"""What the OpenAPI document promises is kept, whatever is sent. `make fuzz` tries 10,000 bodies, and longer, than the test run does."""

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from httpx2 import Client
from hypothesis import HealthCheck, given, settings
from schemathesis import Case, GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    negative_data_rejection,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
    unsupported_method,
)

from service.app import create_app
from service.engine import load_reader
from service.keys import Scope, add_key
from service.server import Server, url
from service.settings import Settings
from tests.service.bodies import BODIES
from tests.service.fakes import DigitReader
from tests.service.problem import problem_of
from tests.service.waiting import eventually

JSON = {"content-type": "application/json"}
EXAMPLES = settings().max_examples

# Not that every body which fits its schema is read: which characters a text may hold, and how figures fit together, no schema says.
CHECKED = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
    response_headers_conformance,
    negative_data_rejection,
    unsupported_method,
]

LENIENT = {"/v1/extract/batch", "/v1/labelled"}
"""A bad item of a batch is answered with its problem, and labelled reports are known by their content, whatever type is declared."""


@pytest.fixture(scope="module")
def key_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("keys") / "keys.json"


@pytest.fixture(scope="module")
def bearer(key_file: Path) -> dict[str, str]:
    return {"authorization": f"Bearer {add_key(key_file, 'contract', [Scope.READ, Scope.LABEL])}"}


@pytest.fixture(scope="module")
def address(key_file: Path, bearer: dict[str, str]) -> Iterator[str]:
    """Of a real server with the real model."""
    chosen = Settings(port=0, keys=key_file, labelled=key_file.with_name("labelled.sqlite"), requests_per_minute=1_000_000)
    server = Server(chosen, load_reader(chosen))
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        assert eventually(lambda: server.started)
        yield url("127.0.0.1", server.servers[0].sockets[0].getsockname()[1])
    finally:
        server.should_exit = True
        thread.join()


@pytest.fixture(scope="module")
def client(address: str, bearer: dict[str, str]) -> Iterator[Client]:
    with Client(base_url=address, headers=bearer, timeout=60) as client:
        yield client


@pytest.fixture(scope="module")
def api(address: str) -> Any:
    return schemathesis.openapi.from_url(f"{address}/openapi.json")


def operations() -> list[tuple[str, str]]:
    paths = create_app(Settings(), DigitReader()).openapi()["paths"]
    return [(path, method.upper()) for path, methods in paths.items() for method in methods]


@pytest.mark.parametrize(("path", "method"), operations())
def test_every_operation_answers_as_documented(api: Any, bearer: dict[str, str], path: str, method: str) -> None:
    operation = api[path][method]
    checks = [check for check in CHECKED if check is not negative_data_rejection or path not in LENIENT]
    right, wrong = (operation.as_strategy(generation_mode=mode) for mode in (GenerationMode.POSITIVE, GenerationMode.NEGATIVE))

    @settings(max_examples=EXAMPLES // 10, suppress_health_check=list(HealthCheck))
    @given(right | wrong)
    def answers(case: Case[Any]) -> None:
        case.call_and_validate(headers=bearer, checks=checks)

    answers()


@pytest.mark.parametrize(("path", "method"), operations())
def test_every_operation_but_the_probes_needs_a_key(client: Client, path: str, method: str) -> None:
    for authorization in ("", "Bearer", "Bearer nianbao_00000000_"):
        response = client.request(method, path, headers={"authorization": authorization})
        if path in {"/healthz", "/readyz"}:
            assert response.status_code == 200
        else:
            problem_of(response, 401, "key-required")


@pytest.mark.parametrize("path", BODIES)
def test_any_body_is_answered_or_refused_as_documented(client: Client, api: Any, path: str) -> None:
    operation = api[path]["POST"]

    @settings(max_examples=EXAMPLES)
    @given(BODIES[path])
    def answers(body: bytes) -> None:
        response = client.post(path, content=body, headers=JSON)
        assert response.status_code < 500
        assert str(response.status_code) in operation.definition.raw["responses"]
        operation.validate_response(response)

    answers()
