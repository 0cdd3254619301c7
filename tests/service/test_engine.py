import threading
import time
from concurrent.futures import CancelledError, ThreadPoolExecutor
from pathlib import Path

import anyio
import pytest

import service.engine
from model.pipeline import Reading
from model.pool import Job
from model.release import ReleaseError
from service.engine import Engine
from service.problems import ProblemError
from service.settings import Settings
from tests.service.fakes import DigitReader, NamedReader


class SlowReader(DigitReader):
    """Counts the readings that run at the same time."""

    running = 0
    most = 0

    def read(self, text: str, job: Job | None = None) -> Reading:
        self.running += 1
        self.most = max(self.most, self.running)
        time.sleep(0.01)
        self.running -= 1
        return super().read(text)


def test_texts_are_read_off_the_event_loop_as_many_at_a_time_as_memory_holds() -> None:
    reader = SlowReader()

    async def read_many() -> None:
        engine = Engine(Settings(max_text_characters=10), reader)
        async with anyio.create_task_group() as tasks:
            for _ in range(9):
                tasks.start_soon(engine.read, "收到3件")

    anyio.run(read_many)
    assert reader.most == 2
    assert threading.get_ident() not in reader.threads


@pytest.mark.parametrize("limits", [{"max_requests": 1}, {"max_text_characters": 1}])
def test_the_wait_for_a_thread_and_for_room_is_time_queued(limits: dict[str, int]) -> None:
    class Held(DigitReader):
        def read(self, text: str, job: Job | None = None) -> Reading:
            assert job is not None
            queued.append(job.timing.queued)
            assert let.wait(10)
            return super().read(text, job)

    queued: list[float] = []
    let = threading.Event()

    async def read_two() -> None:
        engine = Engine(Settings.model_validate(limits), Held())
        async with anyio.create_task_group() as tasks:
            for _ in range(2):
                tasks.start_soon(engine.read, "3")
            while not queued:
                await anyio.sleep(0.001)
            await anyio.sleep(0.05)
            let.set()

    anyio.run(read_two)
    assert queued[1] >= 0.05


def test_what_is_not_encoded_of_a_text_never_is_once_nobody_waits_for_it() -> None:
    class Waiting(DigitReader):
        def read(self, text: str, job: Job | None = None) -> Reading:
            assert job is not None
            jobs.append(job)
            begun.set()
            left.wait(10)
            return super().read(text)

    jobs: list[Job] = []
    begun, left = threading.Event(), threading.Event()

    async def go_away() -> None:
        engine = Engine(Settings(), Waiting())
        async with anyio.create_task_group() as tasks:
            tasks.start_soon(engine.read, "3")
            while not begun.is_set():
                await anyio.sleep(0.01)
            tasks.cancel_scope.cancel()

    anyio.run(go_away)
    left.set()
    with pytest.raises(CancelledError):
        list(jobs[0].encode([]))


@pytest.mark.parametrize(("limits", "most"), [({"max_requests": 2}, 2), ({"max_text_characters": 30}, 3)])
def test_a_reading_that_nobody_waits_for_keeps_its_room_until_it_ends(limits: dict[str, int], most: int) -> None:
    class Held(SlowReader):
        def read(self, text: str, job: Job | None = None) -> Reading:
            begun.append(text)
            assert left.wait(10)
            return super().read(text, job)

    begun: list[str] = []
    left = threading.Event()

    async def come_and_go() -> None:
        engine = Engine(Settings.model_validate(limits), Held())
        for _ in range(6):
            with anyio.move_on_after(0.02):
                await engine.read("3" * 10)
        assert len(begun) == most
        left.set()
        with anyio.fail_after(5):
            await engine.read("4")

    anyio.run(come_and_go)
    assert begun[most:] == ["4"]


def test_an_engine_whose_reader_is_being_loaded_is_not_ready() -> None:
    with pytest.raises(ProblemError) as refused:
        _ = Engine(Settings()).reader
    assert (refused.value.status_code, refused.value.headers) == (503, {"retry-after": "1"})


def test_a_loaded_engine_is_settled_and_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(service.engine, "load_reader", lambda settings: DigitReader())

    async def load() -> Engine:
        engine = Engine(Settings())
        await engine.load()
        return engine

    engine = anyio.run(load)
    assert engine.settled.is_set()
    assert engine.reader.release.name == "digits"


def test_a_release_that_cannot_be_loaded_is_logged_and_never_ready(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    async def load() -> Engine:
        engine = Engine(Settings(release=tmp_path))
        await engine.load()
        return engine

    engine = anyio.run(load)
    assert engine.settled.is_set()
    assert engine.failure is not None
    assert str(tmp_path) in caplog.text
    with pytest.raises(ProblemError, match="could not be loaded"):
        _ = engine.reader


def test_an_engine_can_be_made_outside_an_event_loop() -> None:
    with ThreadPoolExecutor(1) as pool:
        assert pool.submit(Engine, Settings(), DigitReader()).result().settled.is_set()


def test_a_request_keeps_the_reader_that_it_began_with_which_is_closed_when_the_last_such_request_is_done(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    first, second = NamedReader("first"), NamedReader("second")
    monkeypatch.setattr(service.engine, "load_reader", lambda settings: second)

    async def switch_between() -> list[str]:
        engine = Engine(Settings(), first)
        with engine.held() as held:
            before = await held.read("3")
            assert await engine.switch() is second
            after, meanwhile = await held.read("3"), await engine.read("3")
            assert not first.closed
        assert first.closed
        assert not second.closed
        return [one.model for one in (before, after, meanwhile)]

    assert anyio.run(switch_between) == ["first", "first", "second"]


def test_a_release_that_cannot_be_taken_up_leaves_the_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(settings: Settings) -> DigitReader:
        raise ReleaseError("damaged")

    reader = NamedReader("first")
    monkeypatch.setattr(service.engine, "load_reader", fail)

    async def switch() -> str:
        engine = Engine(Settings(), reader)
        with pytest.raises(ReleaseError, match="damaged"):
            await engine.switch()
        return (await engine.read("3")).model

    assert anyio.run(switch) == "first"
    assert not reader.closed
