import anyio
import pytest
from starlette.testclient import TestClient
from starlette.types import Message

from service.app import create_app
from service.settings import Settings
from tests.service.fakes import DigitReader
from tests.service.problem import only_error, problem_of

JSON = {"content-type": "application/json"}


def test_a_path_with_nothing_at_it_is_a_problem(client: TestClient) -> None:
    assert problem_of(client.get("/v1/年报"), 404, "not-found")["instance"] == "/v1/%E5%B9%B4%E6%8A%A5"
    problem_of(client.get("/v1/extract/"), 404, "not-found")
    problem_of(client.get("/docs/none.css"), 404, "not-found")


@pytest.mark.parametrize(
    ("path", "allowed"),
    [("/v1/extract", "POST"), ("/v1/labelled", "GET, HEAD, POST"), ("/healthz", "GET, HEAD"), ("/docs/swagger-ui.css", "GET, HEAD")],
)
def test_a_method_that_is_not_allowed_is_a_problem_that_says_which_are(client: TestClient, path: str, allowed: str) -> None:
    for method in ("PUT", "OPTIONS"):
        response = client.request(method, path)
        problem_of(response, 405, "method-not-allowed")
        assert response.headers.get_list("allow") == [allowed]


def test_a_body_that_is_not_declared_as_json_is_a_problem(client: TestClient) -> None:
    problem_of(client.post("/v1/extract", content=b'{"text": "3"}'), 415, "unsupported-media-type")
    problem_of(client.post("/v1/extract", data={"text": "3"}), 415, "unsupported-media-type")


def test_no_body_is_a_problem_with_the_body(client: TestClient) -> None:
    assert only_error(problem_of(client.post("/v1/extract"), 422, "invalid-fields"))["field"] == "body"


@pytest.mark.parametrize(
    ("content", "slug", "message", "location"),
    [
        (b'{"text": }', "malformed-json", "not JSON: Expecting value", "line 1 column 10"),
        (b'{"text": "\xff"}', "not-utf-8", "not UTF-8: invalid start byte at byte 10", "byte 10"),
        ('{"text": "收到"}'.encode("utf-16"), "not-utf-8", "not UTF-8: invalid start byte at byte 0", "byte 0"),
        (b"[" * 10_000, "malformed-json", "nested too deeply", ""),
        (b'{"text": "1", "text": "2"}', "malformed-json", "the key 'text' occurs twice in one object", ""),
        (b'{"text": NaN}', "malformed-json", "not JSON: NaN is no finite number", ""),
    ],
)
def test_a_body_that_is_no_json_is_a_problem_that_says_where(
    client: TestClient, content: bytes, slug: str, message: str, location: str
) -> None:
    error = only_error(problem_of(client.post("/v1/extract", content=content, headers=JSON), 400, slug))
    assert error == {"field": "body", "message": message, "location": location}


@pytest.mark.parametrize("path", ["/v1/extract", "/v1/documents", "/v1/labelled"])
def test_a_client_that_goes_away_before_its_body_has_come_is_told_as_one_and_as_no_failure(settings: Settings, path: str) -> None:
    types = {"/v1/extract": b"application/json", "/v1/documents": b"multipart/form-data; boundary=x", "/v1/labelled": b"text/plain"}
    headers = [(b"host", b"localhost"), (b"content-type", types[path])]
    statuses: list[int] = []

    async def receive() -> Message:
        return {"type": "http.disconnect"}

    async def send(message: Message) -> None:
        statuses.append(message.get("status", 0))

    scope = {"type": "http", "method": "POST", "path": path, "query_string": b"", "headers": headers}
    anyio.run(create_app(settings, DigitReader()), scope, receive, send)
    assert statuses[0] == 499


def test_a_failure_of_the_service_is_a_problem_that_tells_nothing_of_its_inside(settings: Settings, reader: DigitReader) -> None:
    def fail(text: str) -> None:
        raise RuntimeError(f"secret {text}")

    reader.read = fail  # type: ignore[assignment,method-assign]
    with TestClient(create_app(settings, reader), raise_server_exceptions=False) as client:
        response = client.post("/v1/extract", json={"text": "3"})
    problem_of(response, 500, "internal-error")
    assert "secret" not in response.text
