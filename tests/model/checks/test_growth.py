from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.checks.wording import fixed
from model.facts import Status
from model.record import Value
from tests.model.checks.records import by_rule, report, stated

FIELD = "requests.received"


def status(rule: str, now: float | Value, before: float | Value | None, **slots: float | Value) -> Status:
    values = {slot: {FIELD: value} for slot, value in {**slots, "previous": before}.items() if value is not None}
    return by_rule(report({FIELD: now}, **values))[f"{rule}.{FIELD}"].status


@pytest.mark.parametrize(
    ("now", "before", "growth", "expected"),
    [
        (3646, 3607, 1.08, Status.PASS),
        (3646, 3607, 1.05, Status.FAIL),
        (88, 100, -12, Status.PASS),
        (88, 100, 12, Status.FAIL),
        (150, 100, 50, Status.PASS),
    ],
)
def test_growth_follows_from_both_years(now: int, before: int, growth: float, expected: Status) -> None:
    assert status("growth", now, before, growth=growth) is expected


def test_a_failed_growth_tells_what_it_would_be() -> None:
    check = by_rule(report({FIELD: 3646}, previous={FIELD: 3607}, growth={FIELD: 1.05}))[f"growth.{FIELD}"]
    assert check.message == "(新收申请3646 − 上年度的新收申请3607) ÷ 上年度的新收申请3607≈1.0812%,与所述1.05%不符"
    assert (check.expected, check.found) == (1.081231, 1.05)


def test_without_the_year_before_the_growth_tells_it() -> None:
    check = by_rule(report({FIELD: 110}, growth={FIELD: 10}))[f"growth.{FIELD}"]
    assert (check.status, check.expected) == (Status.NOT_APPLICABLE, 100)
    assert check.message == "未说明上年度的新收申请:按新收申请110和所述10%,应约为100"


def test_without_this_year_the_growth_tells_it() -> None:
    check = by_rule(report({}, previous={FIELD: 100}, growth={FIELD: 10}))[f"growth.{FIELD}"]
    assert (check.status, check.expected) == (Status.NOT_APPLICABLE, 110)


def test_a_growth_alone_says_nothing() -> None:
    assert by_rule(report({}, growth={FIELD: 10})) == {}


def test_nothing_grows_by_a_rate_from_zero() -> None:
    assert status("growth", 5, 0, growth=100) is Status.NOT_APPLICABLE


def test_the_increase_stands_in_for_the_year_before() -> None:
    checks = by_rule(report({FIELD: 170}, increase={FIELD: 20}, growth={FIELD: 13.3}))
    assert checks[f"growth.{FIELD}"].status is Status.PASS
    assert f"increase.{FIELD}" not in checks


def test_an_increase_is_the_difference_of_the_years() -> None:
    assert status("increase", 170, 150, increase=20) is Status.PASS
    assert status("increase", 130, 150, increase=-20) is Status.PASS
    assert status("increase", 170, 150, increase=25) is Status.FAIL


def test_an_increase_alone_tells_the_year_before() -> None:
    check = by_rule(report({FIELD: 170}, increase={FIELD: 20}))[f"increase.{FIELD}"]
    assert (check.status, check.expected) == (Status.NOT_APPLICABLE, 150)


def test_percentage_points_are_no_increase_of_a_count() -> None:
    assert by_rule(report({FIELD: 170}, previous={FIELD: 150}, increase={FIELD: Value(value=2, unit="个百分点")})) == {}


def test_a_ratio_is_this_year_by_the_year_before() -> None:
    assert status("ratio", 150, 100, ratio=1.5) is Status.PASS
    assert status("ratio", 210, 100, ratio=1.5) is Status.FAIL


def test_growth_by_a_multiple_is_the_ratio_less_one() -> None:
    multiple = stated(1.4, text="1.4倍", unit="倍")
    assert status("increase", 240, 100, increase=multiple) is Status.PASS
    assert status("increase", 140, 100, increase=multiple) is Status.FAIL


def test_growth_printed_as_a_multiple_is_as_exact_as_its_print() -> None:
    growth = stated(140, text="1.4倍", unit="%", decimals=1)
    assert status("growth", 2437, 1000, growth=growth) is Status.PASS
    assert status("growth", 2537, 1000, growth=growth) is Status.FAIL


def test_visits_in_ten_thousands_are_only_so_exact() -> None:
    now, before = (stated(number * 10**4, text=f"{number}万", decimals=0) for number in (1392, 368))
    assert status("growth", now, before, growth=278.57) is Status.PASS
    assert status("growth", now, before, growth=298.57) is Status.FAIL


def test_approximate_years_never_fail() -> None:
    before = stated(3000, text="3000余", approximate=True)
    assert status("growth", 3600, before, growth=5) is Status.PASS
    assert status("growth", 3600, before, growth=150) is Status.UNSURE
    assert status("increase", 3600, before, increase=5000) is Status.UNSURE


@settings(deadline=None)
@given(st.integers(0, 10**6), st.integers(1, 10**6), st.integers(0, 2))
def test_a_rounded_growth_passes(now: int, before: int, decimals: int) -> None:
    growth = fixed(Fraction(100 * (now - before), before), decimals)
    assert status("growth", now, before, growth=stated(float(growth), unit="%", decimals=decimals)) is Status.PASS
