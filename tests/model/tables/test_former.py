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
    ],
)
def test_an_earlier_year_in_the_heading_makes_a_table_a_former_one(headings: tuple[str, ...], expected: list[bool]) -> None:
    assert former(*headings) == expected


def test_years_above_tables_of_other_kinds_say_nothing() -> None:
    assert former("2022年度", "2023年度", kinds=("table2", "table3")) == [False, False]
