from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from service.app import create_app
from service.keys import Scope, add_key
from service.settings import SettingError, Settings
from tests.service.fakes import DigitReader
from tests.service.problem import problem_of


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "keys.json"


@pytest.fixture
def key(path: Path) -> str:
    return add_key(path, "甲局", [Scope.READ])


@pytest.fixture
def keyed(path: Path, key: str) -> Iterator[TestClient]:
    settings = Settings(keys=path, requests_per_minute=5, host="0.0.0.0", max_body_bytes=1000)
    with TestClient(create_app(settings, DigitReader())) as client:
        yield client


def bearer(key: str) -> dict[str, str]:
    return {"authorization": f"Bearer {key}"}


def test_a_request_with_a_key_is_answered(keyed: TestClient, key: str) -> None:
    assert keyed.post("/v1/extract", json={"text": "3"}, headers=bearer(key)).status_code == 200
    assert keyed.get("/v1/model", headers={"authorization": f"bearer  {key}"}).status_code == 200


@pytest.mark.parametrize(
    "authorization", [None, "", "Bearer", "Bearer nianbao_00000000_" + "A" * 43, "Basic {key}", "{key}", "Bearer {key}x"]
)
def test_a_request_without_a_key_is_refused_and_told_how_to_send_one(keyed: TestClient, key: str, authorization: str | None) -> None:
    headers = {} if authorization is None else {"authorization": authorization.format(key=key)}
    for path in ("/v1/model", "/metrics", "/none", "/docsx", "/v1/../healthz"):
        response = keyed.get(path, headers=headers)
        if response.url.path != "/healthz":
            problem_of(response, 401, "key-required")
            assert response.headers["www-authenticate"] == "Bearer"


def test_a_body_is_not_read_before_the_key(keyed: TestClient) -> None:
    problem_of(keyed.post("/v1/extract", content=b"x" * 2000), 401, "key-required")


def test_probes_and_the_documentation_need_no_key(keyed: TestClient) -> None:
    for path in ("/healthz", "/readyz", "/docs", "/docs/swagger-ui.css", "/openapi.json"):
        assert keyed.get(path).status_code == 200


def test_a_key_opens_only_what_its_scopes_allow(keyed: TestClient, path: Path) -> None:
    other = add_key(path, "乙局", [Scope.LABEL, Scope.ADMIN])
    problem = problem_of(keyed.get("/v1/model", headers=bearer(other)), 403, "scope-missing")
    assert problem["detail"] == "this needs a key with the scope read"


def test_a_key_beyond_its_rate_is_told_when_to_come_again_and_others_are_served(keyed: TestClient, key: str, path: Path) -> None:
    statuses = [keyed.get("/v1/model", headers=bearer(key)).status_code for _ in range(5)]
    assert statuses == [200] * 5
    response = keyed.get("/v1/model", headers=bearer(key))
    problem_of(response, 429, "rate-limited")
    assert 1 <= int(response.headers["retry-after"]) <= 12
    assert keyed.get("/v1/model", headers=bearer(add_key(path, "乙局", [Scope.READ]))).status_code == 200


def test_on_loopback_no_key_is_needed_unless_the_settings_name_keys(client: TestClient, path: Path, key: str) -> None:
    assert client.get("/v1/model").status_code == 200
    with TestClient(create_app(Settings(keys=path), DigitReader())) as keyed:
        problem_of(keyed.get("/v1/model"), 401, "key-required")


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.1", "nianbao.example"])
def test_beyond_loopback_the_service_is_not_made_without_keys(host: str) -> None:
    with pytest.raises(SettingError, match=f"^NIANBAO_KEYS: must be set to listen on {host}"):
        create_app(Settings(host=host), DigitReader())


def test_keys_that_cannot_be_read_are_refused_by_the_setting(path: Path) -> None:
    with pytest.raises(SettingError, match=f"^NIANBAO_KEYS: {path}: No such file"):
        create_app(Settings(keys=path), DigitReader())


@pytest.mark.parametrize(
    "origin", ["https://other.example", "null", "http://127.0.0.1.other.example", "http://[", "", "http://localhost@other.example"]
)
def test_without_keys_pages_of_other_machines_may_send_nothing(client: TestClient, origin: str) -> None:
    problem_of(client.post("/v1/labelled", content="3", headers={"origin": origin}), 403, "origin-refused")


@pytest.mark.parametrize("origin", ["http://127.0.0.1:8000", "http://localhost:3000", "http://[::1]:8000"])
def test_without_keys_pages_of_this_machine_may_call(client: TestClient, origin: str) -> None:
    assert client.post("/v1/extract", json={"text": "3"}, headers={"origin": origin}).status_code == 200


def test_without_keys_pages_of_the_origins_that_the_settings_name_may_call() -> None:
    with TestClient(create_app(Settings(cors_origins=("https://office.example",)), DigitReader())) as client:
        assert client.get("/v1/model", headers={"origin": "https://office.example"}).status_code == 200
        problem_of(client.get("/v1/model", headers={"origin": "https://other.example"}), 403, "origin-refused")


@pytest.mark.parametrize("host", ["pages.example", "pages.example:8000", "127.0.0.1.pages.example", "", "[", "localhost.pages.example:80"])
def test_without_keys_names_that_are_not_this_machines_are_refused(client: TestClient, host: str) -> None:
    for path in ("/v1/labelled", "/v1/model", "/none"):
        problem_of(client.get(path, headers={"host": host}), 421, "host-refused")


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:8000", "127.0.0.1:8000", "[::1]:8000", "127.0.0.2", "nianbao.example:80"])
def test_without_keys_this_machines_names_and_those_that_the_settings_allow_are_served(host: str) -> None:
    with TestClient(create_app(Settings(allowed_hosts=("nianbao.example",)), DigitReader())) as client:
        assert client.get("/v1/model", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    ("host", "origin", "status"),
    [
        ("nianbao.example", "http://nianbao.example", 200),
        ("Nianbao.example:8000", "http://nianbao.example:8000", 200),
        ("nianbao.example", "https://nianbao.example", 200),
        ("nianbao.example", "http://nianbao.example:3000", 403),
        ("nianbao.example", "http://other.example", 403),
        ("nianbao.example", "http://other.nianbao.example", 403),
        ("localhost", "http://nianbao.example", 403),
        ("other.example", "http://other.example", 421),
    ],
)
def test_without_keys_its_own_page_may_call_by_a_name_that_the_settings_allow(host: str, origin: str, status: int) -> None:
    with TestClient(create_app(Settings(allowed_hosts=("nianbao.example",)), DigitReader())) as client:
        assert client.post("/v1/tag", json={"text": "3"}, headers={"host": host, "origin": origin}).status_code == status


def test_with_keys_any_name_is_served(keyed: TestClient, key: str) -> None:
    assert keyed.get("/v1/model", headers={"host": "pages.example", **bearer(key)}).status_code == 200
