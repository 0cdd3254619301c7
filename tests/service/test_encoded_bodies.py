import gzip

import pytest
from starlette.testclient import TestClient

from tests.service.problem import only_error, problem_of

JSON = {"content-type": "application/json"}
BODY = b'{"text": "3"}'


@pytest.mark.parametrize("path", ["/v1/extract", "/v1/labelled", "/v1/documents"])
@pytest.mark.parametrize("body", [gzip.compress(BODY), BODY], ids=["encoded", "as it is"])
def test_a_body_that_is_declared_to_be_encoded_is_refused(client: TestClient, path: str, body: bytes) -> None:
    types = {"/v1/documents": "multipart/form-data; boundary=x"}
    headers = {"content-type": types.get(path, "application/json"), "content-encoding": "identity, GZIP"}
    response = client.post(path, content=body, headers=headers)
    assert only_error(problem_of(response, 415, "body-encoded"))["field"] == "body"
    assert (response.headers["accept-encoding"], response.headers["connection"]) == ("identity", "close")


@pytest.mark.parametrize("encoding", ["identity", "Identity", ""])
def test_a_body_that_is_declared_to_be_as_it_is_is_read(client: TestClient, encoding: str) -> None:
    assert client.post("/v1/extract", content=BODY, headers=JSON | {"content-encoding": encoding}).status_code == 200


def test_where_no_body_is_read_none_is_refused(client: TestClient) -> None:
    assert client.get("/healthz", headers={"content-encoding": "gzip"}).status_code == 200
