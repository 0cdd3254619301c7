from collections.abc import Callable, Mapping

import pytest

from model.tables.cells import CellKind
from model.tables.forms import Form, Layout, form
from tests.model.tables.layouts import (
    DISCLOSED_2019,
    DISCLOSED_2021,
    FORM_2019,
    FORM_2021,
    REMEDIES,
    REQUESTS,
    Rows,
    cells_of,
    expected_of,
    rows_of,
    spaces,
    table3,
    values_of,
)

HEADER = "申请人情况 自然人 法人或其他组织 总计\n商业企业 科研机构 社会公益组织 法律服务机构 其他\n"
TABLE4 = form("table4", Layout.OF_2021)
HALF = 9
"""Characters of a line of a narrow column."""


def beside(rows: Rows) -> str:
    return "\n".join(" ".join([*cells, label]) for label, cells in rows)


def above(rows: Rows) -> str:
    return "\n".join(f"{' '.join(cells)}\n{label}".strip() for label, cells in rows)


def above_wrapped(rows: Rows) -> str:
    return "\n".join(f"{' '.join(cells)}\n{label[:HALF]}\n{label[HALF:]}".strip() for label, cells in rows)


def with_bars(rows: Rows) -> str:
    return "\n".join(f"| {' | '.join([*cells, label])} |" for label, cells in rows)


def with_tabs(rows: Rows) -> str:
    return "\n".join("\t".join([*cells, label]) for label, cells in rows)


def in_lines(rows: Rows) -> str:
    return "\n".join("\n".join([*cells, label]) for label, cells in rows)


FIRST = (beside, above, above_wrapped, with_bars, with_tabs, in_lines)


def without_values(rows: Rows, number: int) -> Rows:
    return [(label, () if place == number % len(rows) else cells) for place, (label, cells) in enumerate(rows)]


@pytest.mark.parametrize(("printed", "header"), [(FORM_2021, HEADER), (FORM_2019, "")], ids=["25 rows", "23 rows without a header"])
@pytest.mark.parametrize("way", FIRST)
def test_table_3_is_read_where_values_stand_before_their_labels(way: Callable[[Rows], str], printed: Form, header: str) -> None:
    assert values_of(header + table3(way=way, form=printed)) == expected_of(printed, REQUESTS)


@pytest.mark.parametrize("way", [beside, above_wrapped])
def test_no_value_is_that_of_the_row_above_where_an_error_of_the_office_leaves_open_which(way: Callable[[Rows], str]) -> None:
    wrong = {**REQUESTS, "granted": (21, 2, 0, 1, 0, 0, 24)}
    cells = cells_of(HEADER + table3(wrong, way=way))
    assert {cell.kind for cell in cells.values()} == {CellKind.UNREADABLE}


@pytest.mark.parametrize("way", [beside, above])
def test_of_two_labels_behind_values_neither_takes_them(way: Callable[[Rows], str]) -> None:
    values = values_of(HEADER + way(without_values(rows_of(FORM_2021, REQUESTS), -1)))
    expected: Mapping[str, int | None] = expected_of(FORM_2021, REQUESTS)
    open_rows = ("table3.total.", "table3.carried_out.")
    assert values == {field: None if field.startswith(open_rows) else value for field, value in expected.items()}


@pytest.mark.parametrize("numbers", [REQUESTS, {**REQUESTS, "granted": (21, 2, 0, 1, 0, 0, 24)}], ids=["sums hold", "an error"])
@pytest.mark.parametrize("way", [spaces, lambda rows: "\n".join(f"{label}\n{' '.join(cells)}".strip() for label, cells in rows)])
def test_values_behind_labels_stay_so_where_the_last_row_is_blank(way: Callable[[Rows], str], numbers: dict[str, tuple[int, ...]]) -> None:
    values = values_of(HEADER + way(without_values(rows_of(FORM_2021, numbers), -1)))
    expected: Mapping[str, int | None] = expected_of(FORM_2021, numbers)
    assert values == {field: None if field.startswith("table3.carried_out.") else value for field, value in expected.items()}


@pytest.mark.parametrize("way", [beside, above, with_bars, with_tabs, in_lines])
@pytest.mark.parametrize(("layout", "disclosed"), [(Layout.OF_2019, DISCLOSED_2019), (Layout.OF_2021, DISCLOSED_2021)])
def test_table_2_is_read_where_values_stand_before_their_labels(
    layout: Layout, disclosed: dict[str, tuple[int | str, ...]], way: Callable[[Rows], str]
) -> None:
    rows = rows_of(form("table2", layout), disclosed)
    headers = "本年新制作数量 本年新公开数量 对外公开总数量" if layout is Layout.OF_2019 else "本年制发件数 本年废止件数 现行有效件数"
    article_1, rest = rows[:2], rows[2:]
    text = f"第二十条第(一)项\n信息内容 {headers}\n{way(article_1)}\n第二十条第(五)项\n信息内容 本年处理决定数量\n{way(rest)}"
    behind = f"第二十条第(一)项\n信息内容 {headers}\n{spaces(article_1)}\n第二十条第(五)项\n信息内容 本年处理决定数量\n{spaces(rest)}"
    values = values_of(text)
    assert values == values_of(behind)
    assert None not in values.values()


@pytest.mark.parametrize("way", FIRST)
def test_blocks_of_table_4_are_read_where_values_stand_before_their_labels(way: Callable[[Rows], str]) -> None:
    header = "结果维持 结果纠正 其他结果 尚未审结 总计\n"
    shorter = {**REMEDIES, "reviews": (119, 25, 115, 259)}
    values = values_of(header + way(rows_of(TABLE4, shorter)))
    expected = expected_of(TABLE4, REMEDIES)
    assert {field: value for field, value in values.items() if "litigation" in field} == {
        field: value for field, value in expected.items() if "litigation" in field
    }
