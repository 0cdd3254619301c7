import pytest
from starlette.testclient import TestClient

from service.app import create_app
from service.settings import Settings
from tests.service.fakes import DigitReader
from tests.service.problem import problem_of

ORIGIN = "https://office.example"


@pytest.fixture
def shared() -> TestClient:
    return TestClient(create_app(Settings(cors_origins=(ORIGIN,)), DigitReader()))


@pytest.mark.parametrize("path", ["/v1/model", "/none", "/docs", "/docs/swagger-ui.css", "/metrics"])
def test_every_answer_keeps_browsers_from_doing_more_with_it(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "frame-ancestors 'none'" in headers["content-security-policy"]


def test_answers_are_kept_in_no_cache(client: TestClient) -> None:
    assert client.post("/v1/extract", json={"text": "3"}).headers["cache-control"] == "no-store"


def test_pages_of_other_origins_are_let_in_only_where_the_settings_name_them(client: TestClient, shared: TestClient) -> None:
    asked = {"origin": ORIGIN, "access-control-request-method": "POST", "access-control-request-headers": "authorization"}
    for app, origin, allowed in ((client, ORIGIN, None), (shared, ORIGIN, ORIGIN), (shared, "https://other.example", None)):
        headers = asked | {"origin": origin}
        assert app.options("/v1/extract", headers=headers).headers.get("access-control-allow-origin") == allowed
        assert app.get("/v1/model", headers={"origin": origin}).headers.get("access-control-allow-origin") == allowed


def test_pages_of_other_origins_see_the_headers_that_clients_go_by(shared: TestClient) -> None:
    seen = shared.get("/v1/model", headers={"origin": ORIGIN}).headers["access-control-expose-headers"]
    assert set(seen.split(", ")) == {"x-request-id", "retry-after", "link"}


@pytest.mark.parametrize(
    ("sent", "fault"),
    [
        ({"origin": "https://other.example"}, "origin"),
        ({"access-control-request-method": "DELETE"}, "method"),
        ({"access-control-request-headers": "x-other"}, "headers"),
    ],
)
def test_a_preflight_that_is_refused_is_a_problem(shared: TestClient, sent: dict[str, str], fault: str) -> None:
    asked = {"origin": ORIGIN, "access-control-request-method": "POST"}
    assert shared.options("/v1/extract", headers=asked).status_code == 200
    problem = problem_of(shared.options("/v1/extract", headers=asked | sent), 403, "preflight-refused")
    assert problem["detail"] == f"Disallowed CORS {fault}"


def test_what_asks_as_a_preflight_does_but_for_no_origin_is_answered_like_any_request(shared: TestClient) -> None:
    headers = {"access-control-request-method": "POST"}
    problem_of(shared.options("/v1/extract", headers=headers), 405, "method-not-allowed")


def test_head_is_answered_as_get_would_be_without_content(client: TestClient) -> None:
    for path, status in (("/healthz", 200), ("/v1/model", 200), ("/docs", 200), ("/none", 404), ("/v1/extract", 405)):
        got, headed = client.get(path), client.head(path)
        assert (headed.status_code, headed.content) == (status, b"")
        for header in ("content-type", "content-length"):
            assert headed.headers[header] == got.headers[header]
