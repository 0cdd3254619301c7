import pytest

from model.facts import Time
from model.measures import Column, Measure, read_heading


@pytest.mark.parametrize(
    ("words", "column"),
    [
        ("数量(条)", Column(Measure.COUNT, unit="条")),
        ("2015年", Column(Measure.COUNT)),
        ("2014年", Column(Measure.COUNT, Time.PREVIOUS)),
        ("2014", Column(Measure.COUNT, Time.PREVIOUS)),
        ("2013年度数量", Column(Measure.COUNT, Time.PREVIOUS)),
        ("今年", Column(Measure.COUNT)),
        ("上年", Column(Measure.COUNT, Time.PREVIOUS)),
        ("去年同期", Column(Measure.COUNT, Time.PREVIOUS)),
        ("同期", Column(Measure.COUNT, Time.PREVIOUS)),
        ("上一年度数量(件)", Column(Measure.COUNT, Time.PREVIOUS, "件")),
        ("累计", Column(Measure.COUNT, Time.CUMULATIVE)),
        ("历年条数", Column(Measure.COUNT, Time.CUMULATIVE)),
        ("占比", Column(Measure.SHARE)),
        ("所占比例(%)", Column(Measure.SHARE, unit="%")),
        ("上年占比", Column(Measure.SHARE, Time.PREVIOUS)),
        ("人数", Column(Measure.COUNT, unit="人")),
        ("同比增长", Column(Measure.COMPARED)),
        ("较上年增减", Column(Measure.CHANGE)),
        ("较上年增减(%)", Column(Measure.CHANGE, unit="%")),
        ("较上年增减(件)", Column(Measure.CHANGE, unit="件")),
        ("增长率", Column(Measure.CHANGE, unit="%")),
        ("单位", Column(Measure.UNIT)),
        ("备注", Column(Measure.NOTE)),
        ("序号", Column(Measure.ASIDE)),
        ("分值", Column(Measure.ASIDE)),
        ("计划数", Column(Measure.ASIDE)),
    ],
)
def test_a_heading_tells_measure_time_and_unit(words: str, column: Column) -> None:
    assert read_heading(words, 2015) == column


@pytest.mark.parametrize("words", ["", "项目", "2016年", "网络申请", "合计", "2014年收到申请", "同比下降", "的", "(条)"])
def test_another_heading_is_not_understood(words: str) -> None:
    assert read_heading(words, 2015) is None


def test_no_year_is_understood_where_the_report_has_none() -> None:
    assert read_heading("2014年", None) is None
    assert read_heading("上年", None) == Column(Measure.COUNT, Time.PREVIOUS)
