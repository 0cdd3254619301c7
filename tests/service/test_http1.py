"""Requests as old clients send them, to a real server."""

import socket
import time

import pytest

from service.settings import Settings
from tests.service.fakes import DigitReader
from tests.service.serving import serving

HEALTH = b"GET /healthz HTTP/1.1\r\nhost: localhost\r\n"
LAST = HEALTH + b"connection: close\r\n\r\n"
TAG = b'POST /v1/tag HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: 13\r\n\r\n{"text": "3"}'
REFUSED = b"POST /none HTTP/1.1\r\nhost: localhost\r\ncontent-length: 2\r\n\r\n{}"


def statuses(*segments: bytes) -> list[bytes]:
    """Statuses of all answers to what is sent, each part of it by itself."""
    with serving(Settings(port=0), DigitReader()) as (_, port), socket.create_connection(("127.0.0.1", port), timeout=20) as client:
        client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        for segment in segments:
            client.sendall(segment)
            time.sleep(0.1)
        answers = b"".join(iter(lambda: client.recv(4096), b""))
    return [part[:3] for part in answers.split(b"HTTP/1.1 ")[1:]]


def test_a_probe_of_http_1_0_names_no_host() -> None:
    assert statuses(b"GET /readyz HTTP/1.0\r\n\r\n") == [b"200"]


def test_a_request_of_http_1_1_without_a_host_is_refused() -> None:
    assert statuses(b"GET /healthz HTTP/1.1\r\n\r\n") == [b"400"]


@pytest.mark.parametrize("segments", [(b"\r\n" + LAST,), (b"\r\n\r\n", LAST), (b"\r", b"\n" + LAST)])
def test_empty_lines_before_a_request_are_passed_over(segments: tuple[bytes, ...]) -> None:
    assert statuses(*segments) == [b"200"]


@pytest.mark.parametrize("segments", [(TAG + b"\r\n", LAST), (TAG, b"\r\n", LAST), (TAG + b"\r\n" + LAST,)])
def test_an_empty_line_after_a_body_is_passed_over(segments: tuple[bytes, ...]) -> None:
    assert statuses(*segments) == [b"200", b"200"]


def test_an_empty_line_after_a_body_that_was_refused_is_passed_over() -> None:
    assert statuses(REFUSED[:-1], REFUSED[-1:] + b"\r\n" + LAST) == [b"404", b"200"]
