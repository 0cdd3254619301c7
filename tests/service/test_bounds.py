"""The bounds of the service, on a real server with real connections."""

import json
import random
import resource
import socket
import sqlite3
import threading
import time
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing, suppress
from functools import partial
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

import pytest

from model.pipeline import Reading
from model.pool import Job
from service.protocol import PatientProtocol
from service.settings import Settings
from tests.service.fakes import DigitReader
from tests.service.serving import serving
from training.labelled.intake import Taken
from training.labelled.store import LabelledStore

SAMPLE = (Path(__file__).parent.parent.parent / "data/samples/yunjin-2023.txt").read_text(encoding="utf-8")


class HeldReader(DigitReader):
    """Reads while it is let."""

    def __init__(self) -> None:
        super().__init__()
        self.let = threading.Event()
        self.reading = threading.Semaphore(0)

    def read(self, text: str, job: Job | None = None) -> Reading:
        self.reading.release()
        assert self.let.wait(20)
        return super().read(text, job)


def post(port: int, text: str = "3", path: str = "/v1/extract", body: object = None) -> tuple[int, dict[str, Any], float, dict[str, str]]:
    """Status, body, seconds and headers of the answer."""
    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    begun = time.perf_counter()
    connection.request("POST", path, json.dumps(body or {"text": text}), {"content-type": "application/json"})
    response = connection.getresponse()
    answer = json.loads(response.read())
    connection.close()
    return response.status, answer, time.perf_counter() - begun, {name.lower(): value for name, value in response.getheaders()}


def get(port: int, path: str) -> int:
    """Status of the answer."""
    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("GET", path)
    status = connection.getresponse().status
    connection.close()
    return status


def request(text: str, header: str = "") -> bytes:
    """A request to read the text, with a further header."""
    body = json.dumps({"text": text})
    head = f"POST /v1/extract HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: {len(body)}\r\n{header}\r\n"
    return (head + body).encode()


def small_window(port: int) -> socket.socket:
    """A connection that takes little before it is read from."""
    client = socket.socket()
    client.settimeout(20)
    client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    client.connect(("127.0.0.1", port))
    return client


def upload_begun(port: int) -> socket.socket:
    """A connection on which an upload was begun and goes no further."""
    client = socket.create_connection(("127.0.0.1", port), timeout=20)
    head = (
        "POST /v1/documents HTTP/1.1\r\nhost: localhost\r\ncontent-type: multipart/form-data; boundary=x\r\ncontent-length: 9000\r\n\r\n--x"
    )
    client.sendall(head.encode())
    return client


def resident() -> int:
    """Bytes of memory that this process holds."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize()


def until(true: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 10
    while not true() and time.monotonic() < deadline:
        time.sleep(0.01)
    assert true()


def test_more_requests_than_are_taken_are_refused_at_once_but_what_concerns_the_release() -> None:
    reader = HeldReader()
    with serving(Settings(port=0, max_requests=3), reader) as (_, port), ThreadPoolExecutor(2) as pool:
        accepted = [pool.submit(post, port) for _ in range(2)]
        reader.reading.acquire()
        reader.reading.acquire()
        with upload_begun(port):
            until(lambda: post(port)[0] == 429)
            status, problem, seconds, headers = post(port)
            assert (status, problem["type"], headers["retry-after"]) == (429, "urn:nianbao:problem:too-many-requests", "1")
            assert seconds < 1
            assert post(port, path="/v1/check")[0] == 429
            assert get(port, "/v1/model") == get(port, "/healthz") == 200
            assert post(port, path="/v1/model/switch")[0] == 403  # as at any time, since the service has no keys
        reader.let.set()
        assert [one.result()[0] for one in accepted] == [200, 200]
        until(lambda: post(port)[0] == 200)


def test_labelled_reports_that_wait_for_the_store_keep_no_text_from_being_read(tmp_path: Path) -> None:
    chosen = Settings(port=0, max_requests=2, labelled=tmp_path / "labelled.sqlite")
    LabelledStore(chosen.labelled)
    keep = partial(post, path="/v1/labelled", body={"text": "3", "label": []})
    with serving(chosen, DigitReader()) as (server, port), ThreadPoolExecutor(2) as pool:
        with closing(sqlite3.connect(chosen.labelled, isolation_level=None)) as other:
            other.execute("BEGIN EXCLUSIVE")
            waiting = [pool.submit(keep, port) for _ in range(2)]
            until(lambda: next(iter(server.engine.metrics.in_flight.collect())).samples[0].value == 2)
            assert (keep(port)[0], post(port)[0]) == (429, 200)
        assert [one.result()[0] for one in waiting] == [200, 200]


def test_a_request_that_takes_too_long_is_a_problem() -> None:
    reader = HeldReader()
    with serving(Settings(port=0, max_seconds=0.2), reader) as (_, port):
        status, problem, _, _ = post(port)
        reader.let.set()
    assert (status, problem["type"]) == (504, "urn:nianbao:problem:took-too-long")


def test_a_record_whose_check_takes_too_long_is_a_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    let = threading.Event()
    monkeypatch.setattr("service.routes.check.check_record", lambda record: let.wait(20) and [])
    with serving(Settings(port=0, max_seconds=0.3), DigitReader()) as (_, port):
        status, problem, seconds, _ = post(port, path="/v1/check", body={"record": {}})
        let.set()
    assert (status, problem["type"]) == (504, "urn:nianbao:problem:took-too-long")
    assert seconds < 10


@pytest.mark.parametrize(
    ("path", "body", "work"),
    [
        ("/v1/check", {"record": {}}, "service.routes.check.check_record"),
        ("/v1/tag", {"text": "3"}, "service.json_route.parse"),
        ("/v1/labelled", {"text": "3", "label": []}, "service.routes.labelled.taken"),
    ],
)
def test_work_that_was_answered_as_too_long_is_no_more_at_a_time_than_there_are_cpus(
    path: str, body: object, work: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    let, begun = threading.Event(), threading.Semaphore(0)

    def slow(*_: object) -> None:
        begun.release()
        assert let.wait(20)

    monkeypatch.setattr(work, slow)
    monkeypatch.setattr("service.app.usable_cpus", lambda: 2)
    with serving(Settings(port=0, max_seconds=0.3, labelled=tmp_path / "labelled.sqlite"), DigitReader()) as (_, port):
        assert [post(port, path=path, body=body)[0] for _ in range(3)] == [504] * 3
        assert [begun.acquire(blocking=False) for _ in range(3)] == [True, True, False]
        let.set()


def test_a_labelled_report_that_takes_too_long_is_a_problem_and_is_not_kept_later(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    let, read = threading.Event(), threading.Event()

    def slow(*_: object) -> list[Taken]:
        assert let.wait(20)
        read.set()
        return []

    monkeypatch.setattr("service.routes.labelled.taken", slow)
    chosen = Settings(port=0, max_seconds=0.3, labelled=tmp_path / "labelled.sqlite")
    with serving(chosen, DigitReader()) as (_, port):
        status, problem, _, _ = post(port, path="/v1/labelled", body={"text": "3", "label": []})
        let.set()
        assert read.wait(20)
    assert (status, problem["type"]) == (504, "urn:nianbao:problem:took-too-long")
    assert not chosen.labelled.exists()


def test_a_store_that_others_use_for_too_long_is_a_problem_and_nothing_is_kept_later(tmp_path: Path) -> None:
    chosen = Settings(port=0, max_seconds=0.5, labelled=tmp_path / "labelled.sqlite")
    store = LabelledStore(chosen.labelled)
    with serving(chosen, DigitReader()) as (_, port):
        with closing(sqlite3.connect(chosen.labelled, isolation_level=None)) as other:
            other.execute("BEGIN EXCLUSIVE")
            status, problem, seconds, headers = post(port, path="/v1/labelled", body={"text": "3", "label": []})
        assert (status, problem["type"], headers["retry-after"]) == (503, "urn:nianbao:problem:store-unusable", "10")
        assert seconds < 8
        assert list(store.current()) == []
        assert post(port, path="/v1/labelled", body={"text": "3", "label": []})[0] == 200


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


def test_a_server_that_is_stopped_answers_what_it_accepted() -> None:
    reader = HeldReader()
    with serving(Settings(port=0), reader) as (server, port), ThreadPoolExecutor(4) as pool:
        accepted = [pool.submit(post, port) for _ in range(4)]
        for _ in accepted:
            assert reader.reading.acquire(timeout=10)
        server.should_exit = True
        time.sleep(0.3)
        with pytest.raises(ConnectionError):
            post(port)
        reader.let.set()
        answers = [one.result() for one in accepted]
        assert [(status, headers.get("connection")) for status, _, _, headers in answers] == [(200, "close")] * 4
    assert reader.closed


def test_a_server_that_is_stopped_does_not_wait_for_ever_and_says_so_to_those_who_do() -> None:
    reader = HeldReader()
    with serving(Settings(port=0, max_drain_seconds=1), reader) as (server, port), ThreadPoolExecutor(1) as pool:
        lost = pool.submit(post, port)
        assert reader.reading.acquire(timeout=10)
        server.should_exit = True
        status, problem, _, headers = lost.result(10)
        assert (status, problem["type"], headers["retry-after"]) == (503, "urn:nianbao:problem:stopping", "10")
        assert (headers["connection"], "x-request-id" in headers) == ("close", True)
        reader.let.set()


def test_under_twice_the_load_all_that_is_accepted_is_answered_as_it_is_alone_and_the_rest_refused() -> None:
    with serving(Settings(port=0, max_requests=4)) as (_, port), ThreadPoolExecutor(8) as pool:
        text = SAMPLE[:400]
        alone = post(port, text)[1]
        answers = list(pool.map(lambda _: post(port, text), range(32)))
    counts = Counter(status for status, _, _, _ in answers)
    assert set(counts) == {200, 429}
    assert all(body == alone for status, body, _, _ in answers if status == 200)


def test_memory_does_not_grow_with_the_requests() -> None:
    source = random.Random(0)

    def some(requests: int) -> None:
        for _ in range(requests):
            start = source.randrange(len(SAMPLE) - 20)
            assert post(port, SAMPLE[start : start + source.randrange(10, 300)])[0] == 200

    with serving(Settings(port=0)) as (_, port):
        some(60)
        before = resident()
        some(100)
        assert resident() - before < 20 << 20
