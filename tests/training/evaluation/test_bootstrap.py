import pytest

from training.evaluation.bootstrap import f1_difference, f1_interval
from training.evaluation.compare import Tally

MIXED = [Tally(9, 1, 0), Tally(4, 0, 3), Tally(1, 5, 1), Tally(12, 0, 0), Tally(3, 1, 1)]


def test_the_value_is_f1_over_all_documents_and_lies_inside() -> None:
    found = f1_interval(MIXED)
    assert found.value == pytest.approx(2 * 29 / (2 * 29 + 7 + 5))
    assert found.low < found.value < found.high


def test_documents_that_are_alike_leave_no_doubt() -> None:
    found = f1_interval([Tally(3, 1, 0)] * 8)
    assert found.low == found.high == found.value


def test_more_documents_narrow_the_interval() -> None:
    few, many = f1_interval(MIXED), f1_interval(MIXED * 20)
    assert many.value == pytest.approx(few.value)
    assert many.high - many.low < (few.high - few.low) / 2


def test_draws_are_the_same_every_time() -> None:
    assert f1_interval(MIXED) == f1_interval(MIXED)


def test_a_model_does_not_differ_from_itself() -> None:
    found = f1_difference(MIXED, MIXED)
    assert (found.low, found.value, found.high) == (0, 0, 0)


def test_a_model_that_is_better_everywhere_differs_for_certain() -> None:
    found = f1_difference(MIXED, [Tally(one.right - 1, one.missed + 1, one.invented) for one in MIXED])
    assert 0 < found.low <= found.value <= found.high


def test_readings_of_other_documents_cannot_be_paired() -> None:
    with pytest.raises(ValueError, match="5 and 4 documents"):
        f1_difference(MIXED, MIXED[:4])
