from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.checks.figure import read
from model.checks.ledger import ledger_of
from model.checks.quantity import single
from model.checks.rate import best, finding, quotient
from model.checks.wording import NOTHING, fixed
from model.facts import Status
from tests.model.checks.records import report, stated

FIELD = "requests.outcome.granted"
WHOLE = "requests.processed"


def status(part: float, whole: float, share: float, decimals: int) -> Status:
    record = report({FIELD: part, WHOLE: whole}, share={FIELD: stated(share, unit="%", decimals=decimals)})
    counts = ledger_of(record).counts
    figures = [counts[FIELD], counts[WHOLE], read(FIELD, "share", record.figures[FIELD])]
    numerator, denominator, rate = [figure for figure in figures if figure]
    made = quotient(single(numerator), single(denominator))
    assert made
    return finding(rate, best(rate, [made]), NOTHING).status


@pytest.mark.parametrize(
    ("part", "whole", "share", "decimals", "expected"),
    [
        (1680, 3394, 49.5, 2, Status.PASS),
        (1, 8, 12, 0, Status.PASS),
        (1, 8, 13, 0, Status.PASS),
        (2, 3, 66.7, 1, Status.PASS),
        (2, 3, 66.6, 1, Status.UNSURE),
        (2, 3, 66.5, 1, Status.FAIL),
        (2, 3, 66, 0, Status.UNSURE),
        (2, 3, 65, 0, Status.FAIL),
        (199, 400, 49.7, 2, Status.FAIL),
        (1, 3, 66.7, 1, Status.FAIL),
    ],
)
def test_the_last_printed_digit_decides(part: int, whole: int, share: float, decimals: int, expected: Status) -> None:
    assert status(part, whole, share, decimals) is expected


@settings(deadline=None)
@given(st.integers(0, 10**6), st.integers(1, 10**6), st.integers(0, 3))
def test_a_rounded_share_passes_and_one_two_units_off_fails(part: int, whole: int, decimals: int) -> None:
    exact = Fraction(100 * part, whole)
    printed = fixed(exact, decimals)
    off = fixed(Fraction(printed) + Fraction(2, 10**decimals), decimals)
    assert status(part, whole, float(printed), decimals) is Status.PASS
    assert status(part, whole, float(off), decimals) is Status.FAIL


@settings(deadline=None)
@given(st.integers(0, 10**6), st.integers(1, 10**6), st.integers(0, 3))
def test_a_share_cut_off_never_fails(part: int, whole: int, decimals: int) -> None:
    cut_off = Fraction(100 * part * 10**decimals // whole, 10**decimals)
    assert status(part, whole, float(fixed(cut_off, decimals)), decimals) is not Status.FAIL


def test_quotients_behind_the_first_that_passes_are_not_asked_for() -> None:
    record = report({FIELD: 1680, WHOLE: 3394}, share={FIELD: stated(49.5, unit="%", decimals=2)})
    counts = ledger_of(record).counts
    figures = [counts[FIELD], counts[WHOLE], read(FIELD, "share", record.figures[FIELD])]
    part, whole, rate = [figure for figure in figures if figure]
    fitting, other = quotient(single(part), single(whole)), quotient(single(part), single(part))
    assert fitting
    assert other
    quotients = iter([other, fitting, other])
    assert best(rate, quotients).quotient is fitting
    assert list(quotients) == [other]
