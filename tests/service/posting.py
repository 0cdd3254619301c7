"""Requests as a test writes them."""

import json

from httpx2 import Response
from starlette.testclient import TestClient


def post(client: TestClient, path: str, body: object) -> Response:
    """Posts the body as JSON in ASCII, which can hold lone surrogates as escapes."""
    return client.post(path, content=json.dumps(body), headers={"content-type": "application/json"})
