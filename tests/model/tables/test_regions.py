import time
from collections.abc import Callable

import opencc
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.characters import fold
from model.tables.forms import Form, Layout, form
from model.tables.reading import read_tables
from model.tables.regions import find_regions
from model.tables.text import table_text
from tests.model.tables.layouts import (
    DISCLOSED_2021,
    FORM_2019,
    FORM_2021,
    REMEDIES,
    REQUESTS,
    WAYS,
    Numbers,
    Rows,
    bars,
    expected_of,
    lines,
    of_table4,
    rows_of,
    spaces,
    table3,
    tabs,
    values_of,
)

PROSE = "一、总体情况\n全年收到申请32件,比上年增加3件。\n"
HEADER_OF_TABLE2 = "第二十条第(一)项\n信息内容 本年制发件数 本年废止件数 现行有效件数\n"


def searched(text: str) -> str:
    return table_text(text, fold(text))


def found(text: str) -> list[tuple[str, str]]:
    return [(region.table, text[region.start : region.end]) for region in find_regions(searched(text))]


@pytest.mark.parametrize("way", WAYS)
def test_table_3_is_found_in_every_shape(way: str) -> None:
    table = table3(way=WAYS[way])
    ((name, stretch),) = found(f"{PROSE}{table}\n后文。")
    assert name == "table3"
    assert table.rstrip(" |\n").endswith(stretch.rstrip(" |\n"))
    assert stretch.startswith("本年新收")


@pytest.mark.parametrize("way", WAYS)
def test_table_2_is_found_in_every_shape(way: str) -> None:
    table = HEADER_OF_TABLE2 + WAYS[way](rows_of(form("table2", Layout.OF_2021), DISCLOSED_2021))
    ((name, stretch),) = found(f"{PROSE}{table}\n后文。")
    assert name == "table2"
    assert stretch.rstrip(" |\n") == table.rstrip(" |\n")


def test_table_4_is_found() -> None:
    ((name, stretch),) = found(f"{PROSE}{of_table4()}\n后文。")
    assert name == "table4"
    assert stretch.startswith("结果维持")
    assert stretch.endswith("38 |")


def test_traditional_tables_are_found_and_read() -> None:
    traditional = opencc.OpenCC("s2t").convert(table3())
    assert traditional != table3()
    ((table,), (same,)) = read_tables(traditional), read_tables(table3())
    assert [cell.value for cell in table.cells] == [cell.value for cell in same.cells]


def test_full_width_tables_are_found_and_read() -> None:
    wide = table3(way=spaces).translate({ord(mark): ord(mark) + 0xFEE0 for mark in "0123456789().,"})
    assert read_tables(wide) == read_tables(table3(way=spaces))


@pytest.mark.parametrize(
    "text",
    [
        "全年收到申请3件。",
        "本年新收政府信息公开申请32件,上年结转2件,办结32件,结转下年度继续办理2件。",
        "办理结果中,属于国家秘密0件、三安全一稳定0件、保护第三方合法权益2件、属于三类内部事务信息1件、属于四类过程性信息3件、属于行政查询事项1件",
        "属于国家秘密0,保护第三方合法权益2,属于三类内部事务信息1,属于四类过程性信息3,属于行政执法案卷0,属于行政查询事项1",
        "行政复议中,结果维持3件,结果纠正1件,其他结果2件,尚未审结0件;未经复议直接起诉1件,复议后起诉2件。",
        "结果维持3,结果纠正1,其他结果2,尚未审结0,总计6",
        "第二十条第(一)项、第(五)项、第(六)项、第(八)项所列的信息内容已全部公开。",
        "规章0件,行政规范性文件3件,行政许可450件,行政处罚1036件,行政强制0件,行政事业性收费7730.28万元",
        "主动公开规章 0 件、行政规范性文件 3 件、行政许可 450 件、行政处罚 1036 件、行政强制 0 件、行政事业性收费 5 万元。",
        "四、政府信息公开行政复议、行政诉讼情况\n行政复议 3 件,行政诉讼 1 件。",
        "行政复议、行政诉讼情况\n1 2 3 4 5",
        "行政复议、行政诉讼情况\n0 0 0",
        "行政复议、行政诉讼情况\n3 3 件",
        "行政复议、行政诉讼情况 1 2 3 4 10 1 2 3 4 10 0 0 0 0 0 0",
        "2023年,全市新收申请3392件,结果维持12件,行政诉讼3件。\n表格如下:\n1 2 3 4 5 6 7",
        "行政复议案件（结果维持、结果纠正、其他结果、尚未审结）均为0件。",
        "规范性文件（本年制发件数、本年废止件数、现行有效件数、本年处理决定数量）情况见附表。",
        "五、本机关对结果维持、结果纠正、其他结果、尚未审结的案件逐一分析",
        "结果维持案件、结果纠正案件、其他结果案件和尚未审结案件均已归档",
        "行政复议案件(结果维持 3 结果纠正 1 其他结果 2 尚未审结 0)已归档。",
    ],
)
def test_prose_that_names_what_tables_name_is_no_table(text: str) -> None:
    assert found(text) == []


def test_names_without_numbers_make_no_table() -> None:
    names = (
        "本年新收政府信息公开申请数量、上年结转政府信息公开申请数量、本年度办理结果、属于国家秘密、保护第三方合法权益、结转下年度继续办理"
    )
    assert read_tables(f"{names}等均已填报。") == ()


def test_a_rule_of_dashes_below_the_heading_of_table_4_holds_no_cells() -> None:
    assert read_tables(f"四、行政复议、行政诉讼情况\n{'| --- ' * 15}|\n五、存在的问题") == ()


def test_two_tables_one_below_the_other_are_told_apart() -> None:
    text = f"{table3()}\n四、政府信息公开行政复议、行政诉讼情况。\n{of_table4()}"
    assert [name for name, _ in found(text)] == ["table3", "table4"]
    first, second = read_tables(text)
    assert first.end <= second.start


def test_two_tables_that_touch_are_both_read() -> None:
    apart = [read_tables(one)[0] for one in (table3(), of_table4())]
    touching = read_tables(f"{table3()}\n{of_table4()}")
    assert [[cell.value for cell in table.cells] for table in touching] == [[cell.value for cell in table.cells] for table in apart]


def test_the_same_table_twice_is_two_tables() -> None:
    assert [name for name, _ in found(f"{table3()}\n以上为市本级数据。全市数据如下。\n{table3()}")] == ["table3", "table3"]


def test_a_table_begins_at_its_first_row_and_ends_with_its_last_values() -> None:
    ((_, stretch),) = found(f"{PROSE}{table3(way=spaces)}\n四、其他情况\n本单位无其他事项。")
    assert stretch.startswith("本年新收")
    assert stretch.endswith("继续办理 1 1 0 0 0 0 2")


@pytest.mark.parametrize("following", ["2022年度申请情况", "2022 年,我局新收申请较多"])
@pytest.mark.parametrize("way", WAYS)
def test_the_year_of_what_follows_is_no_value(following: str, way: str) -> None:
    ((_, stretch),) = found(f"{table3(way=WAYS[way])}\n{following}\n| 说明 |")
    assert "2022" not in stretch


@pytest.mark.parametrize(("row", "label"), [(0, "一、本年新政府公开申请数量"), (24, "四、结下年度续办理")])
def test_a_damaged_label_leaves_the_table_to_be_found(row: int, label: str) -> None:
    rows = list(rows_of(FORM_2021, REQUESTS))
    rows[row] = (label, rows[row][1])
    assert [name for name, _ in found(bars(rows))] == ["table3"]


def test_the_row_of_a_damaged_last_label_belongs_to_the_table() -> None:
    rows = list(rows_of(form("table3", Layout.OF_2019), REQUESTS))
    rows[-1] = ("四、结下年度续办理", rows[-1][1])
    assert found(spaces(rows))[0][1].endswith("四、结下年度续办理 1 1 0 0 0 0 2")


def test_the_row_of_a_damaged_first_label_belongs_to_the_table() -> None:
    rows = [
        ("规章制数量", ["1", "2", "3"]),
        ("第二十条第(五)项", []),
        ("信息内容", []),
        ("本年处理决定数量", ["4"]),
        ("本年收费金额", ["5"]),
    ]
    ((_, stretch),) = found(spaces(rows))
    assert stretch.startswith("规章制数量 1 2 3")


def test_a_table_4_whose_headers_run_downwards_is_told_by_its_values() -> None:
    headers = "结 结 其 尚 总 结 结 其 尚 总\n果 果 他 未 计 果 果 他 未 计\n维 纠 结 审 维 纠 结 审"
    assert found(f"行政复议 行政诉讼\n{headers}\n1 0 0 0 1 0 0 0 0 0 0 0 0 0 0")[0][0] == "table4"


def test_the_number_of_a_page_ends_no_table() -> None:
    table = f"{HEADER_OF_TABLE2}规章 1 2 3\n第二十条第(八)项\n信息内容 本年收费金额\n第5页 共9页\n行政事业性收费 4"
    ((_, stretch),) = found(f"{PROSE}{table}\n后文。")
    assert stretch == table


@pytest.mark.parametrize("page", ["第5页", "第5页共9页", "第 5 页/共 9 页"])
def test_the_number_of_a_page_between_cells_ends_no_table(page: str) -> None:
    table = f"规章 1 2 3\n行政规范性文件 4 5 6\n行政许可 7\n行政处罚 8 {page} 行政强制 9\n行政事业性收费 10"
    assert found(f"{PROSE}{table}\n后文。") == [("table2", table)]


HEADINGS = (
    "四、政府信息公开行政复议、行政诉讼情况",
    "四、因政府信息公开工作被申请行政复议、提起行政诉讼情况",
    "四、行政复议和行政诉讼的情况:",
    "四、政府信息公开复议诉讼情况",
)
BELOW = (
    "\n1 0 0 1 2\n0 0 0 3 3\n0 0 0 0 0",
    "\n1\n0\n0\n1\n2\n0\n0\n0\n3\n3\n0\n0\n0\n0\n0",
    "\n| 1 |  |  | 1 | 2 |  |  |  | 3 | 3 |  |  |  |  |  |",
)
BELOW_IN_COLUMNS = (1, None, None, 1, 2, None, None, None, 3, 3, *[None] * 5)


@pytest.mark.parametrize("heading", HEADINGS)
@pytest.mark.parametrize("values", BELOW)
def test_values_alone_below_the_heading_of_table_4_are_its_cells(heading: str, values: str) -> None:
    ((name, stretch),) = found(f"{PROSE}{heading}{values}\n五、存在的问题")
    assert (name, stretch.rstrip(" |\n")) == ("table4", values.rstrip(" |\n"))
    (table,) = read_tables(f"{heading}{values}\n五、存在的问题")
    assert tuple(cell.value or None for cell in table.cells) == BELOW_IN_COLUMNS


def test_of_table_4_without_headers_and_blanks_what_the_sums_leave_open_is_told_as_candidates() -> None:
    (table,) = read_tables(f"{HEADINGS[0]}\n2 1 3\n五、存在的问题")
    assert {cell.value for cell in table.cells} == {None}
    assert table.cells[4].candidates == (3, None)


@given(st.text(st.sampled_from("收到申请3件,。\n办结 12行政复议诉讼|其他")))
def test_ordinary_prose_holds_no_table(text: str) -> None:
    assert find_regions(searched(text)) == ()


@pytest.mark.parametrize(
    "text",
    [
        "规章 1 行政规范性文件 " * 5000,
        "规章 行政规范性文件 行政许可 行政处罚 行政强制" + " 1" * 30_000,
        "行政复议 行政诉讼" + " 1" * 30_000,
        *["行政复议" + " " * 3000 + "行政诉讼" + " " * 50_000, "行政复议 行政诉讼 " + "结 \n" * 20_000, "行政复议 行政诉讼 结果" * 9000],
        *["规章 " + "1 *" * 53, "规章 " + "1(2)" * 40, "商业企业 " * 20_000, "本年新收政府信息公开申请数量 " * 6000],
    ],
)
def test_hostile_text_is_searched_in_bounded_time(text: str) -> None:
    begun = time.perf_counter()
    find_regions(searched(text))
    assert time.perf_counter() - begun < 5


@pytest.mark.parametrize("way", [bars, spaces, lines])
@pytest.mark.parametrize("between", ["", "\n附件:区机关事务管理局", "\n以下为其数据。"], ids=["nothing", "a heading", "a sentence"])
def test_the_tables_of_two_offices_are_two(way: Callable[[Rows], str], between: str) -> None:
    other: Numbers = {"received": (5, 0, 0, 0, 0, 0, 5), "granted": (5, 0, 0, 0, 0, 0, 5), "total": (5, 0, 0, 0, 0, 0, 5)}
    first, second = read_tables(f"{table3(REQUESTS, way)}{between}\n{table3(other, way)}")
    assert {cell.field: cell.value for cell in first.cells} == expected_of(FORM_2021, REQUESTS)
    assert {cell.field: cell.value for cell in second.cells} == expected_of(FORM_2021, other)


def test_headers_of_table_2_on_the_next_page_begin_no_second_table() -> None:
    first, second = rows_of(form("table2", Layout.OF_2021), DISCLOSED_2021)[:3], rows_of(form("table2", Layout.OF_2021), DISCLOSED_2021)[3:]
    text = f"{HEADER_OF_TABLE2}{bars(first)}\n{HEADER_OF_TABLE2}{bars(second)}"
    assert [region.table for region in find_regions(searched(text))] == ["table2"]
    assert [region.table for region in find_regions(searched(f"{text}\n{text}"))] == ["table2", "table2"]


def test_headers_printed_twice_begin_no_second_table() -> None:
    rows = rows_of(FORM_2021, REQUESTS)
    header = "申请人情况 自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计"
    text = f"{header}\n{spaces(rows[:12])}\n{header}\n{spaces(rows[12:])}"
    assert [region.table for region in find_regions(searched(text))] == ["table3"]


@pytest.mark.parametrize("way", [bars, tabs, spaces, lines])
@pytest.mark.parametrize("between", ["\n", "\n\n", "\n四、\n"], ids=["next line", "blank line", "number of the section"])
def test_values_alone_behind_table_3_are_table_4(way: Callable[[Rows], str], between: str) -> None:
    values = way([("", [str(value) for row in REMEDIES.values() for value in row])]).strip()
    text = f"{table3(REQUESTS, way)}{between}{values}\n五、存在的主要问题\n公开不够。"
    assert values_of(text) == {**expected_of(FORM_2021, REQUESTS), **expected_of(form("table4", Layout.OF_2021), REMEDIES)}


@pytest.mark.parametrize(
    "values",
    ["2 0 0 0 3 0 0 0 0 0 0 0 0 0 0", "2 0 0 0 2 0 0 0 0 0 0 0 0 0", "2 0 0 0 2 0 0 0 0 0 0 0 0 0 0 0"],
    ids=["a sum fails", "too few", "too many"],
)
def test_values_behind_table_3_that_are_no_table_4_are_left(values: str) -> None:
    assert [region.table for region in find_regions(searched(f"{table3(REQUESTS, spaces)}\n{values}\n"))] == ["table3"]


def test_of_values_on_lines_of_their_own_those_of_table_3_must_be_all_there() -> None:
    rows = rows_of(FORM_2021, REQUESTS)
    text = lines([*rows[:-1], (rows[-1][0], ["0"] * 15)])
    assert [region.table for region in find_regions(searched(text))] == ["table3"]


@pytest.mark.parametrize("between", ["\n", " "])
@pytest.mark.parametrize("printed_form", [FORM_2019, FORM_2021], ids=["23 rows", "25 rows"])
def test_rows_without_labels_below_the_heading_are_table_3_where_all_sums_hold(printed_form: Form, between: str) -> None:
    rows = [" ".join(cells) for _, cells in rows_of(printed_form, REQUESTS)]
    heading = "三、收到和处理政府信息公开申请情况" + between
    assert values_of(heading + between.join(rows)) == expected_of(printed_form, REQUESTS)
    assert not find_regions(searched(heading + between.join(rows[:-1])))
    assert not find_regions(searched(heading + between.join(rows).replace("20 2 0 1 0 0 23", "20 2 0 1 1 0 23")))
    assert not find_regions(searched(heading + between.join([*rows[1:], rows[0]])))
