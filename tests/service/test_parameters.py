import pytest
from starlette.testclient import TestClient

from tests.service.problem import only_error, problem_of


@pytest.mark.parametrize(
    ("method", "path", "known"),
    [
        ("GET", "/v1/labelled", "known are after, limit"),
        ("POST", "/v1/labelled", "known are format, annotator"),
        ("GET", "/v1/model", "none is known"),
        ("POST", "/v1/extract", "none is known"),
        ("GET", "/metrics", "none is known"),
    ],
)
def test_a_parameter_that_is_none_is_a_problem_that_names_it(client: TestClient, method: str, path: str, known: str) -> None:
    error = only_error(problem_of(client.request(method, f"{path}?limti=3"), 422, "invalid-fields"))
    assert error == {"field": "limti", "message": f"is no parameter here; {known}", "location": ""}


def test_a_parameter_that_is_known_is_taken(client: TestClient) -> None:
    assert client.get("/v1/labelled?after=3&limit=1").status_code == 200


def test_a_parameter_that_is_given_twice_is_a_problem_that_names_it(client: TestClient) -> None:
    error = only_error(problem_of(client.get("/v1/labelled?limit=1&after=3&limit=2"), 422, "invalid-fields"))
    assert error == {"field": "limit", "message": "is given 2 times", "location": ""}
