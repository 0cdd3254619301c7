import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import CancelledError
from pathlib import Path

import numpy as np
import pytest

from model.characters import fold
from model.encoder import MODEL_FILE, TOKENIZER_FILE, Encoder, Ids
from model.logits import Logits, no_logits
from model.pool import EncoderPool, Job
from model.windows import cut

ROOT = Path(__file__).parent.parent.parent
RELEASE = ROOT / "data/releases/current"
SAMPLE = fold((ROOT / "data/samples/yunjin-2023.txt").read_text(encoding="utf-8"))


class Gate:
    """An encoder whose logits are as many as its characters; it notes what it was given, and works while it is open."""

    def __init__(self) -> None:
        self.open = threading.Event()
        self.given: list[int] = []

    def tokens(self, folded: str) -> Ids:
        return np.zeros((1, len(folded)), np.int64)

    def encode(self, ids: Ids) -> Logits:
        self.given.append(ids.size)
        assert self.open.wait(10)
        if ids.size == 13:
            raise RuntimeError("thirteen")
        return no_logits(ids.size)


@pytest.fixture
def gate() -> Gate:
    return Gate()


@pytest.fixture
def pool(gate: Gate) -> Iterator[EncoderPool]:
    pool = EncoderPool(gate, 1)
    # The one thread is kept busy, so that what comes after is queued.
    Job(pool).encode(["一"])
    while not gate.given:
        time.sleep(0.001)
    yield pool
    gate.open.set()
    pool.close()


def lengths(parts: Iterator[Logits]) -> list[int]:
    return [len(part.tags) for part in parts]


def test_the_windows_of_a_text_come_back_in_their_order(pool: EncoderPool, gate: Gate) -> None:
    parts = Job(pool).encode(["三" * 3, "一", "二" * 2])
    gate.open.set()
    assert lengths(parts) == [3, 1, 2]


def test_the_longest_windows_of_a_text_are_encoded_first(pool: EncoderPool, gate: Gate) -> None:
    parts = Job(pool).encode(["一" * 3, "一" * 9, "一" * 3, "一" * 5])
    gate.open.set()
    assert lengths(parts) == [3, 9, 3, 5]
    assert gate.given[1:] == [9, 5, 3, 3]


def test_a_short_text_overtakes_a_long_one_but_not_for_ever(pool: EncoderPool, gate: Gate) -> None:
    long = Job(pool).encode(["字" * 40, "字" * 40])
    short = [Job(pool).encode(["字" * 7]) for _ in range(3)]
    gate.open.set()
    assert lengths(long) == [40, 40]
    assert all(lengths(one) == [7] for one in short)
    assert gate.given == [1, 7, 7, 7, 40, 40]
    # Its turn is counted from what had been encoded when it came.
    gate.open.clear()
    Job(pool).encode(["一"])
    late, later = Job(pool).encode(["字" * 40]), Job(pool).encode(["字" * 41])
    gate.open.set()
    assert (lengths(late), lengths(later)) == ([40], [41])


def test_a_text_that_is_given_up_costs_nothing_more(pool: EncoderPool, gate: Gate) -> None:
    job = Job(pool)
    parts = job.encode(["字" * 5] * 4)
    job.give_up()
    gate.open.set()
    with pytest.raises(CancelledError):
        list(parts)
    assert lengths(Job(pool).encode(["二" * 2])) == [2]
    assert gate.given == [1, 2]


def test_a_text_that_was_given_up_before_is_not_encoded(pool: EncoderPool, gate: Gate) -> None:
    job = Job(pool)
    job.give_up()
    with pytest.raises(CancelledError):
        list(job.encode(["字"]))
    assert gate.given == [1]


def test_what_goes_wrong_in_one_window_is_raised_and_the_thread_goes_on(pool: EncoderPool, gate: Gate) -> None:
    gate.open.set()
    with pytest.raises(RuntimeError, match="thirteen"):
        list(Job(pool).encode(["字" * 13]))
    assert lengths(Job(pool).encode(["二" * 2])) == [2]


def test_a_job_tells_where_its_time_went(pool: EncoderPool, gate: Gate) -> None:
    job = Job(pool)
    job.timing.queued = 5.0
    parts = job.encode(["字"] * 3)
    time.sleep(0.02)
    gate.open.set()
    list(parts)
    job.finish()
    assert 5.02 <= job.timing.queued < 10
    assert min(job.timing.tokenising, job.timing.encoding, job.timing.assembling) > 0


def test_windows_read_in_company_are_read_exactly_as_alone() -> None:
    encoder = Encoder(RELEASE / MODEL_FILE, RELEASE / TOKENIZER_FILE, 1)
    stretches = [SAMPLE[window.start : window.end] for window in cut(SAMPLE)]
    alone = [encoder.logits(stretch) for stretch in stretches]
    pool = EncoderPool(encoder, 2)
    together = [Job(pool).encode(stretches) for _ in range(3)]
    for parts in together:
        assert all(
            np.array_equal(one.tags, other.tags) and np.array_equal(one.stated, other.stated)
            for one, other in zip(parts, alone, strict=True)
        )
    pool.close()


_LEFT_AT_WORK = """
import time
from model.pool import EncoderPool, Job
from tests.model.test_pool import Gate
class Slow(Gate):
    def encode(self, ids):
        self.given.append(ids.size)
        time.sleep(0.5)
        print("encoded")
gate = Slow()
Job(EncoderPool(gate, 1)).encode(["一"])
while not gate.given:
    time.sleep(0.001)
"""


def test_the_end_of_a_program_waits_for_the_window_that_is_being_encoded() -> None:
    run = subprocess.run([sys.executable, "-c", _LEFT_AT_WORK], capture_output=True, text=True, check=True, cwd=ROOT)
    assert run.stdout == "encoded\n"
