"""What no HTTP parser takes, sent to a real server."""

import io
import json
import logging
import socket
import time
from collections.abc import Iterator
from http.client import HTTPResponse
from urllib.request import urlopen

import pytest

from service.logs import JsonFormatter
from service.settings import Settings
from tests.service.fakes import DigitReader
from tests.service.serving import serving

HOST = "host: localhost\r\n"
CHUNKED = f"POST /v1/tag HTTP/1.1\r\n{HOST}content-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n"


@pytest.fixture
def port() -> Iterator[int]:
    with serving(Settings(port=0, max_drain_seconds=1), DigitReader()) as (_, port):
        yield port


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """What is logged of answers."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(JsonFormatter())
    logger = logging.getLogger("service.watch")
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    yield stream
    logger.removeHandler(handler)
    logger.setLevel(logging.NOTSET)


def answer(client: socket.socket) -> tuple[HTTPResponse, bytes]:
    """The next answer and its content."""
    with HTTPResponse(client) as response:
        response.begin()
        return response, response.read()


@pytest.mark.parametrize(
    "sent",
    [
        f"GET /年报 HTTP/1.1\r\n{HOST}\r\n",
        "GET /healthz HTTP/1.1\r\n\r\n",
        f"GET /healthz HTTP/1.1\r\n{HOST}{HOST}\r\n",
        f"POST /v1/tag HTTP/1.1\r\n{HOST}content-length: -5\r\n\r\n",
        "\x16\x03\x01\x02\r\n\r\n",
        f"{CHUNKED}ZZ\r\n",
    ],
)
def test_what_cannot_be_parsed_is_answered_with_a_problem_that_is_logged_and_counted(port: int, log: io.StringIO, sent: str) -> None:
    with socket.create_connection(("127.0.0.1", port), timeout=20) as client:
        client.sendall(sent.encode())
        response, content = answer(client)
        assert client.recv(1) == b""
    headers = response.headers
    assert (response.status, headers["content-type"], headers["connection"]) == (400, "application/problem+json", "close")
    assert (headers["x-content-type-options"], headers["cache-control"]) == ("nosniff", "no-store")
    problem = json.loads(content)
    assert (problem["type"], problem["status"]) == ("urn:nianbao:problem:bad-request", 400)
    assert set(problem) == {"type", "title", "status", "detail", "instance", "errors"}
    told = [json.loads(line) for line in log.getvalue().splitlines()]
    assert [line["status"] for line in told if line["request_id"] == headers["x-request-id"]] == [400]
    method, route = ("POST", "/v1/tag") if sent.startswith(CHUNKED) else ("other", "elsewhere")
    with urlopen(f"http://127.0.0.1:{port}/metrics") as metrics:
        assert f'nianbao_requests_total{{method="{method}",route="{route}",status="400"}}' in metrics.read().decode()


def test_what_cannot_be_parsed_behind_an_answer_that_has_begun_only_ends_the_connection(
    port: int, caplog: pytest.LogCaptureFixture
) -> None:
    with socket.create_connection(("127.0.0.1", port), timeout=20) as client:
        client.sendall(CHUNKED.replace("/v1/tag", "/none").encode())
        assert answer(client)[0].status == 404
        client.sendall(b"ZZ\r\n")
        assert client.recv(1) == b""
    assert "Fatal error" not in caplog.text


def test_the_requests_before_what_cannot_be_parsed_are_answered(port: int) -> None:
    with socket.create_connection(("127.0.0.1", port), timeout=20) as client:
        client.sendall(f"GET /healthz HTTP/1.1\r\n{HOST}\r\nGET /年 HTTP/1.1\r\n\r\n".encode())
        answers = b"".join(iter(lambda: client.recv(4096), b""))
    first, _, second = answers.partition(b'{"status":"ok"}')
    assert first.startswith(b"HTTP/1.1 200 ")
    assert second.startswith(b"HTTP/1.1 400 ")
    assert b"urn:nianbao:problem:bad-request" in second


LARGE = "9" * (8 << 20)
"""More than the buffers of a connection hold."""


@pytest.mark.parametrize("head", [f"GET /healthz?a={LARGE} HTTP/1.1\r\n{HOST}\r\n", f"GET /healthz HTTP/1.1\r\n{HOST}x: {LARGE}\r\n\r\n"])
def test_a_client_that_sends_too_large_a_head_to_its_end_sees_what_is_too_large(port: int, log: io.StringIO, head: str) -> None:
    with socket.create_connection(("127.0.0.1", port), timeout=20) as client:
        client.sendall(head.encode())
        response, content = answer(client)
    problem = json.loads(content)
    assert (response.status, response.headers["connection"]) == (431, "close")
    assert (problem["type"], problem["status"]) == ("urn:nianbao:problem:head-too-large", 431)
    assert "16384 bytes" in problem["detail"]
    assert [json.loads(line)["status"] for line in log.getvalue().splitlines()] == [431]


def test_a_client_whose_head_is_too_large_is_not_waited_for_for_ever() -> None:
    with (
        serving(Settings(port=0, max_client_seconds=1), DigitReader()) as (_, port),
        socket.create_connection(("127.0.0.1", port), timeout=20) as client,
    ):
        client.sendall(b"GET /" + b"9" * 20_000)
        assert b"urn:nianbao:problem:head-too-large" in b"".join(iter(lambda: client.recv(4096), b""))


def test_a_head_of_almost_the_largest_size_is_taken(port: int) -> None:
    with socket.create_connection(("127.0.0.1", port), timeout=20) as client:
        client.sendall(f"GET /healthz HTTP/1.1\r\n{HOST}x: {'9' * 16_000}\r\n".encode())
        time.sleep(0.1)
        client.sendall(b"\r\n")
        assert answer(client)[0].status == 200
