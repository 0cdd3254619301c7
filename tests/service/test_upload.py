from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from starlette.testclient import TestClient

from tests.service.forms import FORM, part
from tests.service.problem import only_error, problem_of


@pytest.mark.parametrize(
    ("body", "field", "message"),
    [
        ("--x--\r\n", "file", "Field required: the form has no whole part of this name"),
        (part("file", filename="a")[:-5], "file", "Field required: the form has no whole part of this name"),
        (part("file", "", "") + "--x--\r\n", "file", "Field required: the form has no whole part of this name"),
        (part("file", filename="a") * 2 + "--x--\r\n", "file", "is sent 2 times; send one file a request"),
        (part("file") + "--x--\r\n", "file", "is no file: the part of a file has a filename"),
        (part("file", filename="a") + part("lang", "zh") + "--x--\r\n", "lang", "Extra inputs are not permitted"),
    ],
)
def test_a_form_that_is_not_one_file_is_a_problem_with_the_field(client: TestClient, body: str, field: str, message: str) -> None:
    problem = problem_of(client.post("/v1/documents", content=body.encode(), headers=FORM), 422, "invalid-fields")
    assert only_error(problem) == {"field": field, "message": message, "location": f"/{field}"}


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        ("junk", "multipart/form-data"),
        ("junk", "multipart/form-data; boundary=x"),
        ("--x\r\n\r\n3\r\n--x--\r\n", "multipart/form-data; boundary=x"),
        (part("file", filename="a") * 11 + "--x--\r\n", "multipart/form-data; boundary=x"),
        (part("other") * 11 + "--x--\r\n", "multipart/form-data; boundary=x"),
        (part("other", "3" * 1025) + "--x--\r\n", "multipart/form-data; boundary=x"),
        (part("o" * 5000) + "--x--\r\n", "multipart/form-data; boundary=x"),
        (part("other") + "--x--\r\n", "multipart/form-data; boundary=x; charset=undefined"),
    ],
)
def test_a_form_that_cannot_be_read_or_has_too_much_in_it_is_a_problem(client: TestClient, body: str, content_type: str) -> None:
    response = client.post("/v1/documents", content=body.encode(), headers={"content-type": content_type})
    assert only_error(problem_of(response, 400, "malformed-form"))["field"] == "body"


@pytest.mark.parametrize("arguments", [{}, {"json": {"text": "3"}}, {"data": {"file": "3"}}, {"content": b"3"}])
def test_a_body_that_is_no_form_is_a_problem(client: TestClient, arguments: dict[str, Any]) -> None:
    problem_of(client.post("/v1/documents", **arguments), 415, "not-multipart")


def test_a_body_over_the_limit_is_refused_while_it_streams(client: TestClient) -> None:
    def chunks() -> Iterator[bytes]:
        yield part("file", filename="a").encode()[:-5]
        for _ in range(40):
            yield b"3" * 65536

    problem_of(client.post("/v1/documents", content=chunks(), headers=FORM), 413, "body-too-large")


# The app keeps nothing from one request to the next, and no form of these holds a file that a process would be started for.
@hypothesis_settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    body=st.binary() | st.text(max_size=20).map(lambda name: (part(name) + "--x--\r\n").encode("utf-8", "replace")),
    charset=st.sampled_from(["", "; charset=idna", "; charset=utf-7", "; charset=utf-16", "; charset=hex", "; boundary=y"]),
)
def test_any_form_is_refused_as_a_problem(client: TestClient, body: bytes, charset: str) -> None:
    headers = {"content-type": FORM["content-type"] + charset}
    response = client.post("/v1/documents", content=body, headers=headers)
    assert response.status_code in {400, 422}
    assert response.headers["content-type"] == "application/problem+json"
    assert all(error["field"] for error in response.json()["errors"])
