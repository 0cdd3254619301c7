import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.facts import Status
from tests.model.checks.records import by_rule, report, stated, under


@pytest.mark.parametrize(
    ("received", "carried_in", "processed", "carried_out"),
    [(14069, 560, 13810, 819), (3259, 77, 3278, 58), (3525, 121, 3521, 125), (10, 1, 11, 0)],
)
def test_what_came_in_is_settled_or_carried_on(received: int, carried_in: int, processed: int, carried_out: int) -> None:
    requests = {"received": received, "carried_in": carried_in, "processed": processed, "carried_out": carried_out}
    check = by_rule(report(under("requests", **requests)))["balance"]
    assert (check.status, check.expected, check.found) == (Status.PASS, received + carried_in, received + carried_in)


def test_an_imbalance_fails_with_both_sums_quoted() -> None:
    check = by_rule(report(under("requests", received=3259, carried_in=77, processed=3259, carried_out=58)))["balance"]
    assert (check.status, check.expected, check.found, check.difference) == (Status.FAIL, 3336, 3317, -19)
    assert check.message == "新收申请3259 + 上年结转申请77 = 3336,与办理申请总数3259 + 结转下年度申请58 = 3317不一致,相差19"


def test_one_missing_figure_is_solved() -> None:
    check = by_rule(report(under("requests", received=3259, carried_in=77, processed=3278)))["balance"]
    assert (check.status, check.expected, check.found) == (Status.NOT_APPLICABLE, 58, None)
    assert check.message == "未说明结转下年度申请:结转下年度申请应为新收申请3259 + 上年结转申请77 − 办理申请总数3278 = 58"
    assert check.fields[-1] == "requests.carried_out"


def test_a_missing_figure_that_would_be_negative_cannot_be() -> None:
    check = by_rule(report(under("requests", received=10, processed=8, carried_out=0)))["balance"]
    assert (check.status, check.expected) == (Status.NOT_APPLICABLE, -2)
    assert "不可能为负" in check.message
    assert "negative" in check.message_en


def test_without_any_carry_over_its_difference_is_told() -> None:
    check = by_rule(report(under("requests", received=3392, processed=3394)))["balance"]
    assert (check.status, check.expected) == (Status.NOT_APPLICABLE, 2)
    assert check.message_en == (
        "requests carried in, requests carried out: not stated; requests carried in − requests carried out "
        "would have to be requests processed 3394 − requests received 3392 = 2"
    )


def test_a_negative_carry_over_difference_is_possible() -> None:
    check = by_rule(report(under("requests", received=10, processed=8)))["balance"]
    assert (check.status, check.expected) == (Status.NOT_APPLICABLE, -2)
    assert "不可能" not in check.message


def test_the_side_that_is_stated_tells_the_sum_of_the_other() -> None:
    check = by_rule(report(under("requests", received=713, carried_in=36)))["balance"]
    assert (check.status, check.expected) == (Status.NOT_APPLICABLE, 749)
    assert "办理申请总数 + 结转下年度申请应为新收申请713 + 上年结转申请36 = 749" in check.message


def test_the_requests_to_handle_stand_for_the_left_side() -> None:
    checks = by_rule(report(under("requests", to_handle=3646, processed=3521, carried_out=125)))
    assert checks["balance"].status is Status.PASS
    assert "balance.to_handle" not in checks


def test_the_requests_to_handle_solve_the_carry_over() -> None:
    assert by_rule(report(under("requests", to_handle=3646, processed=3521)))["balance"].expected == 125


def test_received_and_carried_in_make_those_to_handle() -> None:
    check = by_rule(report(under("requests", received=713, carried_in=36, to_handle=749)))["balance.to_handle"]
    assert check.status is Status.PASS
    assert check.message == "新收申请713 + 上年结转申请36 = 749,与新收与结转合计749一致"


def test_received_may_include_those_carried_in_and_the_reading_is_named() -> None:
    checks = by_rule(report(under("requests", received=749, carried_in=36, to_handle=749, processed=720, carried_out=29)))
    assert (checks["balance.to_handle"].status, checks["balance"].status) == (Status.PASS, Status.PASS)
    assert "收办口径" in checks["balance.to_handle"].message
    assert checks["balance"].message == "新收与结转合计749,与办理申请总数720 + 结转下年度申请29 = 749一致"


def test_nothing_shows_that_received_includes_those_carried_in() -> None:
    check = by_rule(report(under("requests", received=749, carried_in=36, processed=720, carried_out=29)))["balance"]
    assert (check.status, check.difference) == (Status.UNSURE, -36)
    assert "收办口径" in check.message


def test_those_to_handle_fail_in_no_reading() -> None:
    assert by_rule(report(under("requests", received=713, carried_in=36, to_handle=750)))["balance.to_handle"].status is Status.FAIL


def test_those_to_handle_solve_those_carried_in() -> None:
    check = by_rule(report(under("requests", received=713, to_handle=749)))["balance.to_handle"]
    assert (check.status, check.expected) == (Status.NOT_APPLICABLE, 36)


def test_an_approximate_figure_leaves_the_balance_open() -> None:
    requests = under("requests", received=stated(3000, approximate=True), carried_in=77, processed=9000, carried_out=58)
    assert by_rule(report(requests))["balance"].status is Status.UNSURE
    near = {**requests, "requests.processed": 3278}
    assert by_rule(report(near))["balance"].status is Status.PASS


COUNT = st.integers(0, 10**6)


@settings(deadline=None)
@given(COUNT, COUNT, COUNT, st.sampled_from(["received", "carried_in", "processed", "carried_out"]))
def test_the_missing_figure_is_what_was_left_out(received: int, carried_in: int, processed: int, missing: str) -> None:
    carried_out = received + carried_in - processed
    requests = {"received": received, "carried_in": carried_in, "processed": processed, "carried_out": carried_out}
    left_out = requests.pop(missing)
    check = by_rule(report(under("requests", **requests)))["balance"]
    assert (check.status, check.expected) == (Status.NOT_APPLICABLE, left_out)
