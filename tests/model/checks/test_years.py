import time

import pytest

from model.characters import fold
from model.checks.years import check_years
from model.facts import Check, Status
from model.report_years import year_marks
from model.segments import Segment, segment
from model.tables.regions import find_regions
from model.tables.text import table_text

REPORT = """东原县教育局2022年政府信息公开工作年度报告
根据《中华人民共和国政府信息公开条例》编制本报告。所列数据的统计期限为2022年1月1日至2022年12月31日。
一、总体情况
2022年,我局认真落实条例要求。
二、主动公开政府信息情况
按要求公开。
三、2022年度收到和处理政府信息公开申请情况
2022年,我局共收到政府信息公开申请3件。
五、存在的主要问题及改进情况
2023年,我局将加强培训。
六、其他需要报告的事项
无。
东原县教育局
2023年1月15日
"""


def checked(text: str) -> dict[str, Check]:
    folded = fold(text)
    checks = check_years(text, year_marks(folded, segment(folded, find_regions(table_text(text, folded)))))
    for check in checks:
        assert all(text[one.start : one.end] == one.text for one in check.operands)
    return {check.rule: check for check in checks}


def alarms(text: str) -> dict[str, Status]:
    return {rule: check.status for rule, check in checked(text).items() if check.status is not Status.PASS}


def test_a_report_of_one_year_passes_everywhere() -> None:
    checks = checked(REPORT)
    assert {check.status for check in checks.values()} == {Status.PASS}
    assert checks.keys() == {f"year.{place}" for place in ("period", "opening", "heading", "statement", "signature")}


@pytest.mark.parametrize(
    ("title", "years"),
    [
        ("二九一二农场2021年政府信息公开工作年度报告", [2021]),
        ("一〇一二医院2020年政府信息公开工作年度报告", [2020]),
        ("县教育局20١٩年政府信息公开工作年度报告", []),
        ("县教育局二〇一九年政府信息公开工作年度报告", [2019]),
        ("县教育局一九九九年政府信息公开工作年度报告", [1999]),
    ],
)
def test_a_title_prints_the_years_that_can_be_read(title: str, years: list[int]) -> None:
    assert [mark.year for mark in year_marks(title, [Segment("title", None, 0, len(title))])] == years


@pytest.mark.parametrize("opening", "《〔[")
def test_marks_that_nothing_closes_are_searched_in_bounded_time(opening: str) -> None:
    text = opening * 60_000
    begun = time.process_time()
    assert year_marks(text, []) == []
    assert time.process_time() - begun < 2


@pytest.mark.parametrize(
    ("right", "wrong", "rule", "status"),
    [
        ("为2022年1月1日至2022年", "为2021年1月1日至2021年", "year.period", Status.FAIL),
        ("至2022年12月", "至2021年12月", "year.period", Status.FAIL),
        ("2022年,我局认真", "2021年,我局认真", "year.opening", Status.UNSURE),
        ("三、2022年度", "三、2021年度", "year.heading", Status.UNSURE),
        ("2022年,我局共收到", "2021年,我局共收到", "year.statement", Status.UNSURE),
        ("2023年1月15日", "2022年1月15日", "year.signature", Status.UNSURE),
        ("2023年1月15日", "2021年1月15日", "year.signature", Status.FAIL),
        ("2023年1月15日", "二〇二五年一月十五日", "year.signature", Status.UNSURE),
        ("编制本报告", "现公布2021年政府信息公开工作年度报告", "year.name", Status.FAIL),
    ],
)
def test_a_year_that_was_left_over_is_told_with_both_quotes(right: str, wrong: str, rule: str, status: Status) -> None:
    text = REPORT.replace(right, wrong)
    assert text != REPORT
    assert alarms(text) == {rule: status}
    check = checked(text)[rule]
    assert check.operands[0].value == 2022
    assert check.operands[1].value == check.found
    assert check.hypotheses[0].changes[0].found == check.found


def test_a_title_that_everything_else_contradicts_is_the_slip() -> None:
    text = REPORT.replace("教育局2022年政府", "教育局2021年政府").replace("编制本报告", "现公布2022年政府信息公开工作年度报告")
    assert alarms(text) == {"year.title": Status.FAIL}


@pytest.mark.parametrize(
    ("right", "meant"),
    [
        ("我局共收到政府信息公开申请3件。", "我局共收到政府信息公开申请3件,比2021年增加1件。2021年,我局共收到政府信息公开申请2件。"),
        ("按要求公开。", "2021年12月,我局印发《2021年政务公开工作要点》(东教〔2021〕3号)。"),
        ("按要求公开。", "2021年以来,我局办理申请较多。"),
        ("按要求公开。", "2021年结转的申请,我局办理申请1件。"),
        ("五、存在的主要问题及改进情况", "五、存在的主要问题及2023年改进情况"),
        ("2023年1月15日", "2022年12月30日"),
    ],
)
def test_another_year_that_is_meant_raises_no_alarm(right: str, meant: str) -> None:
    text = REPORT.replace(right, meant)
    assert text != REPORT
    assert alarms(text) == {}


def test_without_title_opening_and_period_no_year_is_wrong() -> None:
    assert checked("2021年,我局认真落实。\n2022年,我局共收到政府信息公开申请3件。") == {}


def test_the_years_of_schools_are_left_alone() -> None:
    assert checked(REPORT.replace("2022年政府信息公开工作", "2021-2022学年政府信息公开工作")) == {}


def test_of_several_titles_on_a_page_one_is_enough() -> None:
    assert alarms("东原县教育局2021年政府信息公开工作年度报告\n" + REPORT) == {}
