from starlette.testclient import TestClient

from tests.service.problem import only_error, problem_of


def test_the_spans_of_a_text_are_answered(client: TestClient) -> None:
    response = client.post("/v1/tag", json={"text": "收到3件"})
    assert response.json() == {"entities": [{"label": "OTHER_COUNT", "start": 2, "end": 3, "text": "3", "confidence": 0.9}]}


def test_a_text_over_the_limit_is_refused(client: TestClient) -> None:
    error = only_error(problem_of(client.post("/v1/tag", json={"text": "件" * 1001}), 413, "text-too-long"))
    assert error["field"] == "text"
