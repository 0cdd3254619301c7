import time
from itertools import cycle, repeat
from math import inf

from model.pipeline import Reading
from model.pool import Job
from service.settings import Settings
from tests.service.fakes import DigitReader
from tests.service.serving import serving
from training.bench.clients import Load, run_load
from training.bench.tally import Tally


class SlowReader(DigitReader):
    """Holds every text for a while."""

    def read(self, text: str, job: Job | None = None) -> Reading:
        time.sleep(0.2)
        return super().read(text, job)


def test_texts_that_end_are_sent_once_each() -> None:
    texts = [str(number) * number for number in range(1, 10)]
    with serving(Settings(port=0), DigitReader()) as (_, port):
        answers, _ = run_load(f"http://127.0.0.1:{port}", texts, Load(3, inf))
    assert sorted(one.characters for one in answers) == [*range(1, 10)]
    assert {one.status for one in answers} == {200}
    assert len({one.id for one in answers}) == 9


def test_with_a_rate_so_many_are_sent_whatever_becomes_of_them() -> None:
    with serving(Settings(port=0, max_requests=1), SlowReader()) as (_, port):
        answers, seconds = run_load(f"http://127.0.0.1:{port}", cycle("3"), Load(8, 1, rate=20))
    tally = Tally.of(answers, seconds)
    assert len(answers) == 20
    assert tally.refused > tally.answered > 0
    assert tally.errors == 0


def test_without_a_rate_a_client_that_is_refused_waits_as_it_is_told() -> None:
    with serving(Settings(port=0, max_requests=1), SlowReader()) as (_, port):
        answers, _ = run_load(f"http://127.0.0.1:{port}", cycle("3"), Load(2, 0.9))
    refused = [one for one in answers if one.status == 429]
    assert len(refused) == 1
    assert refused[0].retry_after == 1


def test_a_service_that_is_not_there_answers_nothing() -> None:
    with serving(Settings(port=0), DigitReader()) as (_, port):
        pass
    answers, _ = run_load(f"http://127.0.0.1:{port}", repeat("3", 4), Load(2, inf))
    assert [one.status for one in answers] == [None] * 4
