"""Clients that take their time, hold connections or go, on a real server."""

import json
import socket
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing, suppress
from http.client import HTTPConnection

import pytest

from service.protocol import PatientProtocol
from service.settings import Settings
from tests.service.exchanges import get, post, request, small_window, upload_begun
from tests.service.fakes import DigitReader, HeldReader
from tests.service.serving import serving
from tests.service.waiting import until


def test_a_body_that_is_sent_too_slowly_is_a_problem_and_the_connection_ends() -> None:
    with serving(Settings(port=0, max_client_seconds=0.3), DigitReader()) as (_, port), upload_begun(port) as client:
        answer = b"".join(iter(lambda: client.recv(4096), b""))
    assert answer.startswith(b"HTTP/1.1 408 ")
    assert b"urn:nianbao:problem:body-too-slow" in answer
    assert b'"errors":[{"field":"body","message":"was not sent within 0.3 seconds","location":""}]' in answer


@pytest.mark.parametrize("sent", [b"", b"POST /v1/extract HTTP/1.1\r\nhost: localhost\r\n"])
def test_a_connection_on_which_no_whole_head_comes_is_closed(sent: bytes) -> None:
    with serving(Settings(port=0, max_idle_seconds=1), DigitReader()) as (_, port):
        with socket.create_connection(("127.0.0.1", port), timeout=20) as client:
            client.sendall(sent)
            begun = time.monotonic()
            assert client.recv(100) == b""
        assert 0.5 < time.monotonic() - begun < 10


@pytest.mark.parametrize("sent", [b"", b"GET /hea", b"GET /healthz HTTP/1.1\r\nhost: localhost\r\ncontent-length: 9\r\n\r\n"])
def test_connections_that_are_only_held_keep_nobody_out_and_are_no_more_than_are_taken(sent: bytes) -> None:
    reader = HeldReader()
    settings = Settings(port=0, max_connections=5, max_idle_seconds=60)
    with serving(settings, reader) as (server, port), ThreadPoolExecutor(1) as pool, ExitStack() as held:
        accepted = pool.submit(post, port)
        assert reader.reading.acquire(timeout=10)
        clients = [held.enter_context(socket.create_connection(("127.0.0.1", port), timeout=20)) for _ in range(12)]
        for client in clients:
            with suppress(ConnectionError):
                client.sendall(sent)
        time.sleep(0.3)
        assert get(port, "/healthz") == 200
        until(lambda: len(server.server_state.connections) <= 5)
        reader.let.set()
        assert accepted.result()[0] == 200


def test_of_connections_that_wait_the_one_goes_that_has_waited_longest() -> None:
    with serving(Settings(port=0, max_connections=2, max_idle_seconds=60), DigitReader()) as (_, port), ExitStack() as held:
        first, second = (held.enter_context(closing(HTTPConnection("127.0.0.1", port, timeout=20))) for _ in range(2))
        for connection in (first, second, first):
            connection.request("GET", "/healthz")
            connection.getresponse().read()
        assert get(port, "/healthz") == 200
        first.request("GET", "/healthz")
        assert first.getresponse().status == 200
        assert second.sock is not None
        assert second.sock.recv(1) == b""


@pytest.mark.parametrize("header", ["", "connection: close\r\n"])
def test_a_client_that_does_not_take_its_answer_is_dropped_and_its_answer_with_it(header: str) -> None:
    text = "3 " * 20_000
    with serving(Settings(port=0, max_client_seconds=1, max_idle_seconds=1), DigitReader()) as (server, port), small_window(port) as client:
        client.sendall(request(text, header))
        until(lambda: bool(server.server_state.connections))
        (connection,) = server.server_state.connections
        assert isinstance(connection, PatientProtocol)
        until(lambda: connection.transport.get_write_buffer_size() > 0)
        until(lambda: not server.server_state.connections)
        assert connection.transport.get_write_buffer_size() == 0


def test_a_client_that_takes_its_answer_in_pieces_gets_it_whole() -> None:
    with serving(Settings(port=0), DigitReader()) as (_, port), small_window(port) as client:
        client.sendall(request("3 " * 20_000, "connection: close\r\n"))
        head, _, body = b"".join(iter(lambda: client.recv(100_000), b"")).partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 200 ")
    assert len(json.loads(body)["entities"]) == 20_000


def test_a_request_that_came_with_the_one_before_has_its_full_time() -> None:
    reader = HeldReader()
    with (
        serving(Settings(port=0, max_idle_seconds=1), reader) as (_, port),
        socket.create_connection(("127.0.0.1", port), timeout=20) as client,
    ):
        client.sendall(b"GET /healthz HTTP/1.1\r\nhost: localhost\r\n\r\n" + request("3", "connection: close\r\n"))
        assert reader.reading.acquire(timeout=10)
        time.sleep(1.5)
        reader.let.set()
        answers = b"".join(iter(lambda: client.recv(4096), b""))
    assert answers.count(b"HTTP/1.1 200 ") == 2


def test_a_client_that_goes_gives_its_place_up() -> None:
    reader = HeldReader()
    with serving(Settings(port=0, max_requests=1), reader) as (_, port):
        client = socket.create_connection(("127.0.0.1", port))
        client.sendall(request("3"))
        assert reader.reading.acquire(timeout=10)
        assert post(port)[0] == 429
        client.close()
        reader.let.set()
        until(lambda: post(port)[0] == 200)
