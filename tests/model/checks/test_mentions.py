import pytest

from model.facts import Status
from model.record import Record, Value
from tests.model.checks.records import by_rule, report, stated

FIELD = "disclosure.total"


def mentions(value: float, *others: float, approximate: bool = False) -> Record:
    return report({FIELD: stated(value, also=list(others), approximate=approximate)})


def test_mentions_that_disagree_fail_with_all_their_values() -> None:
    check = by_rule(mentions(120, 100, 119))[f"mentions.{FIELD}"]
    assert (check.status, check.expected, check.found, check.difference) == (Status.FAIL, 120, 100, -20)
    assert check.message == "主动公开信息前后不一致:取120,另有100、119;若口径不同,请核实"
    assert [operand.value for operand in check.operands] == [120, 100, 119]


@pytest.mark.parametrize(("exact", "rough"), [(141234, 140000), (3392, 3400), (3392, 3300), (2013, 2000)])
def test_a_rounding_of_the_figure_is_no_error(exact: int, rough: int) -> None:
    assert by_rule(mentions(exact, rough))[f"mentions.{FIELD}"].status is Status.UNSURE


@pytest.mark.parametrize(("exact", "other"), [(128, 130), (120, 100), (3392, 3500), (3392, 3393), (5, 0)])
def test_another_exact_figure_is_an_error(exact: int, other: int) -> None:
    assert by_rule(mentions(exact, other))[f"mentions.{FIELD}"].status is Status.FAIL


def test_an_approximate_figure_is_never_an_error() -> None:
    assert by_rule(mentions(500, 900, approximate=True))[f"mentions.{FIELD}"].status is Status.UNSURE


def test_shares_have_a_rule_of_their_own() -> None:
    check = by_rule(report({}, share={"disclosure.electronic": stated(95, unit="%", also=[96])}))
    assert check["mentions.disclosure.electronic.share"].status is Status.FAIL


def test_figures_of_earlier_years_may_be_of_different_years() -> None:
    check = by_rule(report({}, previous={FIELD: stated(90, also=[80])}))[f"mentions.{FIELD}.previous"]
    assert check.status is Status.UNSURE


def test_several_years_of_the_report_are_a_doubt() -> None:
    check = by_rule(Record(year=Value(value=2019, also=[2018]), issuer=Value(value="甲市人民政府", also=["甲市政府"])))
    assert {rule: one.status for rule, one in check.items()} == {"mentions.year": Status.UNSURE}


def test_mentions_in_words_are_passed_over() -> None:
    assert by_rule(report({FIELD: stated(5, also=["五"])})) == {}


def test_dates_may_differ_in_words() -> None:
    check = by_rule(Record(period_start=Value(value="2019-01-01", also=["2018-01-01"])))["mentions.period.start"]
    assert (check.status, check.expected, check.found) == (Status.UNSURE, None, None)
