import pytest

from model.characters import fold
from model.checks.headings import check_headings
from model.facts import Cause, Check, Status
from model.record import Record, Value
from model.segments import segment
from model.tables.regions import find_regions
from model.tables.text import table_text

NAMES = (
    "总体情况",
    "主动公开政府信息情况",
    "收到和处理政府信息公开申请情况",
    "政府信息公开行政复议、行政诉讼情况",
    "存在的主要问题及改进情况",
    "其他需要报告的事项",
)


def text_of(numbers: str, names: tuple[str, ...] = NAMES) -> str:
    """A report whose headings have these numbers."""
    return "\n".join(f"{number}、{name}\n正文在此。" for number, name in zip(numbers, names, strict=True))


def checked(text: str, year: int = 2023) -> dict[str, Check]:
    checks = check_headings(text, segment(fold(text), find_regions(table_text(text, fold(text)))), Record(year=Value(value=year)))
    for check in checks:
        assert all(text[one.start : one.end] == one.text for one in check.operands)
    return {check.rule: check for check in checks}


def test_headings_in_order_pass_both_rules() -> None:
    assert {rule: check.status for rule, check in checked(text_of("一二三四五六")).items()} == {
        "headings.numbers": Status.PASS,
        "headings.sections": Status.PASS,
    }


@pytest.mark.parametrize(
    ("numbers", "wrong", "found", "proposed"),
    [
        ("一二四四五六", "四、收到", 4, 3),
        ("一二二四五六", "二、收到", 2, 3),
        ("一二四五六七", "四、收到", 4, 3),
        ("一一三四五六", "一、主动", 1, 2),
    ],
    ids=["one misnumbered", "a number twice", "a number skipped", "one twice at the beginning"],
)
def test_a_wrong_number_fails_at_its_heading(numbers: str, wrong: str, found: int, proposed: int) -> None:
    text = text_of(numbers)
    check = checked(text)["headings.numbers"]
    (operand,) = check.operands
    assert operand.text is not None
    assert operand.text.startswith(wrong)
    (hypothesis,) = check.hypotheses
    (change,) = hypothesis.changes
    assert (check.status, hypothesis.cause, change.found, change.proposed) == (Status.FAIL, Cause.REPORT, found, proposed)
    assert text[change.start : change.end] == operand.text


def test_a_number_that_is_missing_with_its_section_may_not_have_been_read() -> None:
    text = text_of("一二四五六", (*NAMES[:2], *NAMES[3:]))
    checks = checked(text)
    assert [check.status for check in checks.values()] == [Status.UNSURE, Status.UNSURE]
    assert [one.cause for one in checks["headings.numbers"].hypotheses] == [Cause.REPORT, Cause.MISREAD]
    assert "缺序号三" in checks["headings.numbers"].message
    assert "收到和处理政府信息公开申请情况" in checks["headings.sections"].message


def test_lists_within_a_section_and_contents_before_the_first_have_numbers_of_their_own() -> None:
    contents = "\n".join(f"{number}、{name}" for number, name in zip("一二三四五六", NAMES, strict=True))
    inner = text_of("一二三四五六").replace("五、存在的主要问题及改进情况\n", "五、存在的主要问题及改进情况\n一、主要问题\n二、改进打算\n")
    assert {check.status for check in checked(f"{contents}\n{inner}").values()} == {Status.PASS}


def test_a_section_that_comes_twice_or_too_late_is_told() -> None:
    twice = checked(text_of("一二三四五六七", (*NAMES[:3], NAMES[2], *NAMES[3:])))["headings.sections"]
    late = checked(text_of("一二三四五六", (NAMES[0], NAMES[2], NAMES[1], *NAMES[3:])))["headings.sections"]
    assert [twice.status, late.status] == [Status.UNSURE, Status.UNSURE]
    assert "重复" in twice.message
    assert "次序" in late.message


def test_reports_before_the_form_need_not_have_its_sections() -> None:
    assert checked(text_of("一二三四五", NAMES[:5]), year=2015).keys() == {"headings.numbers"}


def test_an_excerpt_has_no_sections_to_miss() -> None:
    assert checked(text_of("一二", NAMES[:2])).keys() == {"headings.numbers"}
    assert checked("一、总体情况\n正文。") == {}
