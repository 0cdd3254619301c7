import pytest

from model.tables.former import former_regions
from model.tables.regions import Region

TABLE = "表格表格"


def former(*headings: str, kinds: tuple[str, ...] = ("table3",) * 3) -> list[bool]:
    """Of each table below one of the headings whether it is of an earlier year."""
    text, regions = "", []
    for heading, kind in zip(headings, kinds, strict=False):
        text += f"{heading}\n"
        regions.append(Region(kind, len(text), len(text) + len(TABLE)))
        text += f"{TABLE}\n"
    found = former_regions(text, regions)
    return [region in found for region in regions]


@pytest.mark.parametrize(
    ("headings", "expected"),
    [
        (("2022年度", "2023年度"), [True, False]),
        (("2023年数据:", "附:2022年数据"), [False, True]),
        (("2023年度", "区机关事务局2023年度"), [False, False]),
        (("2023年度", "区机关事务局"), [False, False]),
        (("与2022年相比,增加3件", "2023年度"), [False, False]),
        (("2022年1月5日", "2023年度"), [False, False]),
        (("与2022年对比", "2023年度"), [False, False]),
        (("2023年度", "2022年度", "2021年度"), [False, True, True]),
        (("上年", "本年"), [True, False]),
        (("去年同期数据:", "今年数据:"), [True, False]),
        (("2022", "2023"), [True, False]),
        (("2022年数据如下。", "2023年数据如下。"), [True, False]),
        (("某局2023年政府信息公开工作年度报告\n2022年度", "各类情况"), [True, False]),
        (("某局2023年政府信息公开工作年度报告\n2023年度", "区机关事务局"), [False, False]),
        (("附:上年情况",), [True]),
        (("某局2023年政府信息公开工作年度报告\n2022年度",), [False]),
        (("二、上年结转政府信息公开申请数量", "本年新收情况"), [False, False]),
        (("上年问题的整改情况", "与上年对比"), [False, False]),
    ],
)
def test_an_earlier_year_in_the_heading_makes_a_table_a_former_one(headings: tuple[str, ...], expected: list[bool]) -> None:
    assert former(*headings) == expected


def test_years_above_tables_of_other_kinds_say_nothing() -> None:
    assert former("2022年度", "2023年度", kinds=("table2", "table3")) == [False, False]


def test_a_heading_goes_for_one_table_of_each_kind() -> None:
    assert former("2022年", "三、申请情况", "2023年", kinds=("table2", "table3", "table2")) == [True, False, False]
    years = former("上年", "三、申请情况", "本年", "三、申请情况", kinds=("table2", "table3") * 2)
    assert years == [True, True, False, False]
