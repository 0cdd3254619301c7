"""Answers that are given before the body has come, as a client sees them that reads only once it has sent all."""

import socket
import time
from contextlib import closing
from http.client import HTTPConnection
from pathlib import Path

import pytest

from service.keys import Scope, add_key
from service.settings import Settings
from tests.service.fakes import DigitReader
from tests.service.serving import serving

LARGE = b" " * (8 << 20)
"""More than the buffers of a connection hold."""
JSON = {"content-type": "application/json", "connection": "close"}


def status(port: int, body: bytes) -> int:
    """Status of the answer to the body."""
    with closing(HTTPConnection("127.0.0.1", port, timeout=20)) as connection:
        connection.request("POST", "/v1/extract", body, JSON)
        return connection.getresponse().status


def test_a_client_that_sends_too_much_sees_that_it_is_refused() -> None:
    with serving(Settings(port=0, max_body_bytes=1000), DigitReader()) as (_, port):
        assert [status(port, LARGE) for _ in range(5)] == [413] * 5


def test_a_client_without_a_key_sees_that_it_is_refused_however_much_it_sends(tmp_path: Path) -> None:
    add_key(tmp_path / "keys.json", "甲局", [Scope.READ])
    with serving(Settings(port=0, keys=tmp_path / "keys.json"), DigitReader()) as (_, port):
        assert [status(port, LARGE) for _ in range(5)] == [401] * 5


@pytest.mark.parametrize("body", [b"", b" "])
def test_a_client_that_does_not_send_on_is_answered_at_once_and_not_waited_for_for_ever(body: bytes) -> None:
    with (
        serving(Settings(port=0, max_body_bytes=1000, max_client_seconds=1), DigitReader()) as (_, port),
        socket.create_connection(("127.0.0.1", port), timeout=20) as client,
    ):
        head = b"POST /v1/extract HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: 9000\r\n\r\n"
        begun = time.monotonic()
        client.sendall(head + body)
        assert client.recv(100).startswith(b"HTTP/1.1 413 ")
        assert time.monotonic() - begun < 0.9
        assert b"urn:nianbao:problem:body-too-large" in b"".join(iter(lambda: client.recv(4096), b""))
        assert 0.9 < time.monotonic() - begun < 10


def test_a_body_that_is_left_unread_gives_up_its_place_among_the_requests() -> None:
    with (
        serving(Settings(port=0, max_requests=1, max_body_bytes=1000), DigitReader()) as (_, port),
        socket.create_connection(("127.0.0.1", port), timeout=20) as client,
    ):
        client.sendall(b"POST /v1/extract HTTP/1.1\r\nhost: localhost\r\ncontent-length: 9000\r\n\r\n")
        assert client.recv(100).startswith(b"HTTP/1.1 ")
        assert status(port, b'{"text": "3"}') == 200
