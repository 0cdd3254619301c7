import pytest

from training.bench.clients import Answer
from training.bench.tally import Quantiles, Tally, tally_runs


def answer(status: int | None, seconds: float = 1.0, characters: int = 100) -> Answer:
    return Answer("x", 0.0, status, seconds, characters)


def test_answers_are_counted_by_what_became_of_them_and_only_those_of_reports_make_the_rates() -> None:
    tally = Tally.of([answer(200, 1), answer(200, 3, 300), answer(429, 0.01), answer(503), answer(500), answer(None)], 2.0)
    assert (tally.answered, tally.refused, tally.failed, tally.lost, tally.errors) == (2, 1, 2, 1, 3)
    assert (tally.reports_a_second, tally.characters_a_second) == (1.0, 200.0)
    assert tally.share_refused == pytest.approx(1 / 6)
    assert tally.answered_in is not None
    assert (tally.answered_in.p50, tally.answered_in.most) == (2.0, 3.0)
    assert tally.refused_in == Quantiles(0.01, 0.01, 0.01, 0.01)


def test_where_nothing_was_refused_nothing_was_timed() -> None:
    tally = Tally.of([answer(200)], 1.0)
    assert tally.refused_in is None
    assert tally.share_refused == 0


def test_runs_are_counted_together() -> None:
    tally = tally_runs([([answer(200)] * 3, 1.0), ([answer(200)], 3.0)])
    assert (tally.answered, tally.reports_a_second) == (4, 1.0)
