from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from model.checks import check_record
from model.checks.figure import KINDS
from model.facts import Status
from model.fields import FIELDS
from model.record import Figures, Mention, Record, Row, Value
from tests.model.checks.records import by_rule, sample, stated

PASSING = (
    *("sum.applicants", "sum.outcomes", "sum.reviews", "sum.litigation"),
    *("share.requests.by_applicant.natural_person", "share.requests.by_applicant.legal_person"),
    *(f"share.requests.outcome.{name}" for name in ("granted", "partial", "denied", "unable", "not_processed", "other")),
    *("sum.shares.applicants", "sum.shares.outcomes"),
)


def test_the_sample_passes_its_sums_and_all_eight_shares() -> None:
    checks = by_rule(sample())
    assert [rule for rule, check in checks.items() if check.status is Status.PASS] == list(PASSING)


def test_the_sample_says_what_its_carry_over_would_have_to_be() -> None:
    check = by_rule(sample())["balance"]
    assert (check.status, check.expected, check.found, check.difference) == (Status.NOT_APPLICABLE, 2, None, None)
    assert "上年结转申请 − 结转下年度申请应为办理申请总数3394 − 新收申请3392 = 2" in check.message


def test_the_sample_has_no_other_verdicts() -> None:
    others = {rule: check.status for rule, check in by_rule(sample()).items() if check.status is not Status.PASS}
    assert others == {"balance": Status.NOT_APPLICABLE, "growth.website.pageviews": Status.NOT_APPLICABLE}


def test_each_rule_is_reported_once_for_the_sample() -> None:
    rules = [check.rule for check in check_record(sample())]
    assert len(rules) == len(set(rules))


def test_an_empty_record_has_no_checks() -> None:
    assert check_record(Record()) == []


def test_a_single_figure_has_no_checks() -> None:
    assert check_record(Record(figures={"requests.received": Figures(count=stated(5))})) == []


NUMBERS = st.one_of(
    st.integers(-5, 50),
    st.integers(),
    st.floats(allow_nan=True, allow_infinity=True),
    st.sampled_from([0, 100, 1e-300, 1e14]),
)
MENTION: dict[str, st.SearchStrategy[Any]] = {
    "value": NUMBERS,
    "unit": st.sampled_from([None, "%", "倍", "件", "个百分点"]),
    "text": st.sampled_from([None, "12", "1.4倍", "1392万", "近50%"]),
    "approximate": st.booleans(),
}
VALUES = st.builds(
    Value,
    **MENTION,
    decimals=st.none() | st.integers(0, 10**9),
    also=st.lists(st.builds(Mention, **MENTION), max_size=2),
)
FIGURES = st.builds(Figures, **{slot: st.none() | VALUES for slot in KINDS})
NAMES = st.sampled_from([field.name for field in FIELDS])
RECORDS = st.builds(
    Record,
    year=st.none() | VALUES,
    figures=st.dictionaries(NAMES, FIGURES, max_size=12),
    lists=st.dictionaries(
        st.sampled_from(["requests.by_topic", "disclosure.by_topic", "other"]),
        st.lists(st.builds(Row, name=st.text(max_size=4), figures=FIGURES), max_size=4),
    ),
)


def reordered(record: Record) -> Record:
    fields: dict[str, Any] = dict(reversed(record.figures.items()))
    return record.model_copy(update={"figures": fields})


@settings(deadline=None)
@given(RECORDS)
def test_any_record_is_checked_without_errors_and_in_one_order(record: Record) -> None:
    assert check_record(record) == check_record(reordered(record))


@settings(deadline=None)
@given(RECORDS)
def test_checking_changes_no_record(record: Record) -> None:
    before = record.model_dump_json()
    check_record(record)
    assert record.model_dump_json() == before


@settings(deadline=None)
@given(RECORDS)
def test_a_difference_is_what_was_found_less_what_was_expected(record: Record) -> None:
    for check in check_record(record):
        if check.expected is None or check.found is None or check.difference is None:
            assert check.difference is None
        else:
            assert abs(check.found - check.expected - check.difference) <= 1e-5 + 1e-9 * (abs(check.found) + abs(check.expected))


@settings(deadline=None)
@given(RECORDS)
def test_every_operand_belongs_to_a_field_of_the_check_and_missing_ones_have_a_verdict(record: Record) -> None:
    for check in check_record(record):
        assert {operand.field for operand in check.operands} <= set(check.fields)
        assert check.message
        assert check.message_en
        if check.status is Status.NOT_APPLICABLE:
            assert check.found is None


@settings(deadline=None)
@given(RECORDS)
def test_an_approximate_figure_never_fails_a_check(record: Record) -> None:
    for figures in [*record.figures.values(), *(row.figures for rows in record.lists.values() for row in rows)]:
        for slot in KINDS:
            value = getattr(figures, slot)
            if value:
                value.approximate = True
    assert [check for check in check_record(record) if check.status is Status.FAIL] == []
