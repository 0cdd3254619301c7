"""The bounds of the service, on a real server with real connections."""

import random
import resource
import sqlite3
import threading
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest

from service.settings import Settings
from tests.service.exchanges import get, post, upload_begun
from tests.service.fakes import DigitReader, HeldReader
from tests.service.serving import serving
from tests.service.waiting import until
from training.labelled.intake import Taken
from training.labelled.store import LabelledStore

SAMPLE = (Path(__file__).parent.parent.parent / "data/samples/yunjin-2023.txt").read_text(encoding="utf-8")


def resident() -> int:
    """Bytes of memory that this process holds."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize()


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
