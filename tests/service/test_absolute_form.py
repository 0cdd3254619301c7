import json
from collections.abc import Iterator
from contextlib import closing
from http.client import HTTPConnection
from urllib.request import urlopen

import pytest

from service.settings import Settings
from tests.service.fakes import DigitReader
from tests.service.serving import serving


@pytest.fixture
def port() -> Iterator[int]:
    with serving(Settings(port=0), DigitReader()) as (_, port):
        yield port


def asked(port: int, target: str, host: str = "localhost", method: str = "GET") -> tuple[int, bytes]:
    """The status and content of the answer."""
    with closing(HTTPConnection("127.0.0.1", port, timeout=20)) as connection:
        connection.request(method, target, headers={"host": host})
        response = connection.getresponse()
        return response.status, response.read()


@pytest.mark.parametrize("path", ["/healthz", "/v1/labelled?limit=0", "/%6Dodel", "/", "/docs/swagger-ui.css", "/v1/extract"])
def test_a_whole_address_is_answered_as_its_path_is(port: int, path: str) -> None:
    assert asked(port, f"http://localhost:{port}{path}") == asked(port, path)
    assert asked(port, f"HTTPS://LOCALHOST{path}") == asked(port, path)


def test_an_address_without_a_path_is_that_of_the_root(port: int) -> None:
    status, content = asked(port, "http://localhost")
    assert (status, json.loads(content)["instance"]) == (404, "/")


def test_its_authority_stands_for_host(port: int) -> None:
    assert asked(port, "http://localhost/healthz", host="pages.example")[0] == 200
    status, content = asked(port, "http://pages.example/healthz")
    assert (status, json.loads(content)["type"]) == (421, "urn:nianbao:problem:host-refused")


@pytest.mark.parametrize(
    "target", ["http://user@localhost/healthz", "http:///healthz", "ftp://localhost/healthz", "/http://localhost/healthz"]
)
def test_what_is_no_address_of_a_service_is_not_found(port: int, target: str) -> None:
    assert asked(port, target)[0] == 404


def test_it_counts_for_its_route(port: int) -> None:
    asked(port, "http://localhost/v1/model", method="HEAD")
    with urlopen(f"http://127.0.0.1:{port}/metrics") as metrics:
        assert 'nianbao_requests_total{method="HEAD",route="/v1/model",status="200"} 1.0' in metrics.read().decode()
