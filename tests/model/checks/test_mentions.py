import pytest

from model.checks import check_record
from model.facts import Basis, Status
from model.record import Mention, Record, Value
from tests.model.checks.records import by_rule, mention, report, stated

FIELD = "requests.received"
RULE = f"mentions.{FIELD}"


def mentions(taken: Value | float, *others: Mention | float, field: str = FIELD) -> Record:
    also = [other if isinstance(other, Mention) else mention(other) for other in others]
    value = taken if isinstance(taken, Value) else stated(taken)
    return report({field: value.model_copy(update={"also": also})})


def test_mentions_that_disagree_fail_with_all_their_values() -> None:
    check = by_rule(mentions(120, 100, 119))[RULE]
    assert (check.status, check.expected, check.found, check.difference) == (Status.FAIL, 120, 100, -20)
    assert check.message == "新收申请前后不一致:取120,另有100、119;若口径不同,请核实"


def test_each_mention_keeps_its_place() -> None:
    check = by_rule(mentions(120, mention(100, start=7), mention(119, start=30)))[RULE]
    places = [(operand.value, operand.text, operand.start, operand.end) for operand in check.operands]
    assert places == [(120, "120", 0, 3), (100, "100", 7, 10), (119, "119", 30, 33)]


@pytest.mark.parametrize(
    ("exact", "rough"),
    [
        (3392, mention(3300, "3300余", approximate=True)),
        (3392, mention(3400, "近3400", approximate=True)),
        (141234, mention(140000, "14万")),
        (12345, mention(12300, "1.23万")),
    ],
)
def test_a_rounding_covers_the_exact_figure(exact: int, rough: Mention) -> None:
    assert check_record(mentions(exact, rough)) == []


def test_an_exact_mention_is_covered_by_the_rounding_that_was_taken() -> None:
    assert check_record(mentions(stated(140000, text="14万", decimals=0), 141234)) == []


def test_a_figure_in_ten_thousands_may_be_cut_off() -> None:
    check = by_rule(mentions(148234, mention(140000, "14万")))[RULE]
    assert check.status is Status.UNSURE
    assert check.message.endswith("可能是同一数字的约数")


@pytest.mark.parametrize(
    ("exact", "other"),
    [
        *[(128, 130), (3392, 3400), (2013, 2000), (3392, 3393), (5, 0)],
        *[(141234, mention(150000, "15万")), (140000, mention(150000, "15万"))],
    ],
)
def test_another_exact_figure_is_an_error(exact: int, other: Mention | float) -> None:
    assert by_rule(mentions(exact, other))[RULE].status is Status.FAIL


@pytest.mark.parametrize("field", ["reviews.total", "litigation.direct.total", "complaints.total"])
def test_remedies_have_one_figure_as_requests_have(field: str) -> None:
    assert by_rule(mentions(3, 4, field=field))[f"mentions.{field}"].status is Status.FAIL


@pytest.mark.parametrize("field", ["disclosure.total", "website.visits", "training.sessions", "staff.total", "table2.regulations.issued"])
def test_other_fields_may_speak_of_several_scopes(field: str) -> None:
    check = by_rule(mentions(120, 100, field=field))[f"mentions.{field}"]
    assert check.status is Status.UNSURE
    assert check.message.endswith(";若口径不同,请核实")


@pytest.mark.parametrize(
    ("taken", "others"),
    [
        (stated(500, approximate=True), [900]),
        (stated(500), [mention(900, "900余", approximate=True)]),
        (stated(500), [400, mention(900, "900余", approximate=True)]),
    ],
)
def test_an_approximate_figure_is_never_an_error(taken: Value, others: list[Mention | float]) -> None:
    check = by_rule(mentions(taken, *others))[RULE]
    assert check.status is Status.UNSURE
    assert check.message.endswith(";含约数,不能断定")


def test_a_covered_mention_is_not_reported_beside_one_that_disagrees() -> None:
    check = by_rule(mentions(3392, mention(3300, "3300余", approximate=True), 3293))[RULE]
    assert (check.status, [operand.value for operand in check.operands]) == (Status.FAIL, [3392, 3293])


@pytest.mark.parametrize(
    ("other", "expected"),
    [("87%", None), ("86.6%", None), ("86.5%", Status.UNSURE), ("86.65%", Status.FAIL), ("96%", Status.FAIL)],
)
def test_shares_are_compared_as_they_are_rounded(other: str, expected: Status | None) -> None:
    share = stated(86.56, text="86.56%", unit="%", decimals=2, also=[mention(float(other[:-1]), other, unit="%")])
    check = by_rule(report({}, share={"requests.outcome.granted": share})).get("mentions.requests.outcome.granted.share")
    assert (check and check.status) == expected


def test_a_growth_by_a_multiple_covers_its_per_cent() -> None:
    growth = stated(143.7, text="143.7%", unit="%", decimals=1, also=[mention(140, "1.4倍", unit="%")])
    assert by_rule(report({}, growth={FIELD: growth})) == {}


def test_figures_of_earlier_years_may_be_of_different_years() -> None:
    check = by_rule(report({}, previous={FIELD: stated(90, also=[mention(80)])}))[f"{RULE}.previous"]
    assert check.status is Status.UNSURE


def test_several_years_of_the_report_are_a_doubt() -> None:
    year = stated(2019, also=[mention(2018, start=9)])
    check = by_rule(Record(year=year, issuer=Value(value="甲市人民政府", also=[mention("甲市政府")])))
    assert {rule: one.status for rule, one in check.items()} == {"mentions.year": Status.UNSURE}
    assert [(operand.value, operand.start) for operand in check["mentions.year"].operands] == [(2019, 0), (2018, 9)]


def test_mentions_in_words_are_passed_over() -> None:
    assert by_rule(mentions(5, mention("五"))) == {}


def test_dates_may_differ_in_words() -> None:
    check = by_rule(Record(period_start=Value(value="2019-01-01", also=[mention("2018-01-01")])))["mentions.period.start"]
    assert (check.status, check.expected, check.found) == (Status.UNSURE, None, None)
    assert "2018-01-01" in check.message


def test_a_zero_in_words_may_be_meant_of_something_else() -> None:
    zero = mention(0, "未发生", basis=Basis.NIL)
    check = by_rule(report({"reviews.total": stated(130, also=[zero])}))["mentions.reviews.total"]
    assert check.status is Status.UNSURE
    assert "以文字表示零" in check.message
