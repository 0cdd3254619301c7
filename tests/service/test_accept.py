import pytest
from starlette.testclient import TestClient

from service.accept import accepts_json
from tests.service.problem import problem_of


@pytest.mark.parametrize(
    ("accept", "taken"),
    [
        ("", True),
        ("*/*", True),
        ("application/*;q=0.1", True),
        ("text/html, application/json", True),
        ("APPLICATION/JSON ; charset=utf-8", True),
        ("text/html,application/xhtml+xml,*/*;q=0.8", True),
        ("text/html", False),
        ("application/json;q=0", False),
        ("*/*, application/json;q=0.0", False),
        ("application/json;q=0, application/*", False),
        ("application/json;q=high", True),
        ("nonsense", False),
    ],
)
def test_the_most_specific_range_decides(accept: str, taken: bool) -> None:
    assert accepts_json(accept) is taken


def test_a_client_that_takes_no_json_is_refused(client: TestClient) -> None:
    problem_of(client.get("/v1/model", headers={"accept": "text/html"}), 406, "not-acceptable")
    problem_of(client.post("/v1/extract", json={"text": "3"}, headers={"accept": "image/png"}), 406, "not-acceptable")
    assert client.get("/v1/model", headers={"accept": "application/*"}).status_code == 200
