from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from tests.service.problem import only_error, problem_of

JSON = {"content-type": "application/json"}


def test_a_body_that_declares_too_great_a_length_is_refused_unread(client: TestClient) -> None:
    response = client.post("/v1/extract", content=b"x" * 20_001, headers=JSON)
    problem = problem_of(response, 413, "body-too-large")
    assert problem["detail"] == "the body may have at most 20000 bytes"
    assert only_error(problem) == {"field": "body", "message": "may have at most 20000 bytes", "location": ""}
    assert response.headers["connection"] == "close"


def test_a_body_that_declares_no_length_is_refused_once_it_is_too_large(client: TestClient) -> None:
    sent = 0

    def chunks() -> Iterator[bytes]:
        nonlocal sent
        for _ in range(10):
            sent += 1
            yield b" " * 5000

    problem_of(client.post("/v1/extract", content=chunks(), headers=JSON), 413, "body-too-large")


@pytest.mark.parametrize("length", [b"-1", b"many", b"\xb2"])
def test_a_length_that_is_no_number_does_not_lift_the_limit(client: TestClient, length: bytes) -> None:
    headers = [(b"content-type", b"application/json"), (b"content-length", length)]
    problem_of(client.post("/v1/extract", content=b"x" * 20_001, headers=headers), 413, "body-too-large")


def test_a_body_of_just_the_limit_is_read(client: TestClient) -> None:
    body = b'{"text": "3"}'
    response = client.post("/v1/extract", content=body + b" " * (20_000 - len(body)), headers=JSON)
    assert response.status_code == 200
