import pytest

from model.characters import fold
from model.grids import FreeTable, find_free_tables

ROWS = (("渠道", "2014年", "2015年"), ("网络申请", "31", "58"), ("信函申请", "40", "22"))
LAYOUTS = {
    "tabs": ("\t", "", ""),
    "bars": ("|", "", ""),
    "bars at the edges": (" | ", "| ", " |"),
    "lines of boxes": ("│", "│", "│"),
    "wide gaps": ("    ", "", ""),
    "wide spaces": ("\u3000", "", ""),
    "single spaces": (" ", "", ""),
    "a cell a line": ("\n", "", ""),
}


def lines(separator: str, before: str, behind: str, rows: tuple[tuple[str, ...], ...] = ROWS) -> str:
    return "\n".join(f"{before}{separator.join(row)}{behind}" for row in rows)


def tables(text: str, own: int | None = 2015) -> tuple[FreeTable, ...]:
    return find_free_tables(text, fold(text), own)


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=list(LAYOUTS))
def test_the_cells_of_a_table_are_found_in_every_layout(layout: tuple[str, str, str]) -> None:
    text = f"申请情况见下表。\n{lines(*layout)}\n二、其他"
    (table,) = tables(text)
    assert tuple(tuple(text[cell.start : cell.end].strip() for cell in row) for row in (table.header, *table.rows)) == ROWS
    assert (table.label, table.figures) == (0, (1, 2))


def test_rules_between_rows_are_no_rows() -> None:
    (table,) = tables(lines("|", "|", "|", (ROWS[0], ("---", ":---:", "---"), *ROWS[1:])))
    assert [row[0].words for row in table.rows] == ["网络申请", "信函申请"]


def test_blank_cells_keep_their_places() -> None:
    (table,) = tables("渠道\t2014年\t2015年\n网络申请\t\t58\n信函申请\t40\t")
    assert [[cell.words for cell in row] for row in table.rows] == [["网络申请", "", "58"], ["信函申请", "40", ""]]


def test_numbers_of_rows_and_units_stand_around_the_labels() -> None:
    (table,) = tables("序号\t项目\t单位\t数量\n1\t收到申请\t件\t5")
    assert (table.label, table.figures) == (1, (3,))


def test_a_header_begins_a_table_of_its_own() -> None:
    text = "申请\t件数\n网络申请\t31\n复议\t件数\n维持\t3\n纠正\t2014"
    assert [(table.header[0].words, len(table.rows)) for table in tables(text)] == [("申请", 1), ("复议", 2)]


def test_counts_that_look_like_years_are_no_header() -> None:
    (table,) = tables("渠道\t2014\t2015\n网络申请\t2013\t2014\n信函申请\t5\t6")
    assert len(table.rows) == 2


@pytest.mark.parametrize(
    "text",
    [
        "网络申请\t31\t58\n信函申请\t40\t22",
        "单位\t收到申请\t办结\n教育局\t31\t58",
        "项目\t数量\t条数\n网络申请\t31\t58",
        "项目\t同比增长\n网络申请\t31%",
        "2014年\t项目\n31\t网络申请",
        "渠道\t2015年\t2016年\n网络申请\t31\t58",
        "渠道\t2014年\t2015年\n网络申请\t31",
        "渠道\n2014年\n2015年\n网络申请\n31\n信函申请\n40\n22",
        "渠道\n2014年\n2015年\n网络申请\n31\n58\n40\n22",
        "渠道\n数量\n网络申请\n31",
    ],
)
def test_a_table_whose_columns_are_not_understood_is_none(text: str) -> None:
    assert tables(text) == ()


@pytest.mark.parametrize("layout", [LAYOUTS["tabs"], LAYOUTS["bars"]], ids=["tabs", "bars"])
def test_headings_without_the_one_above_the_labels_head_the_columns_behind_these(layout: tuple[str, str, str]) -> None:
    (table,) = tables(lines(*layout, (ROWS[0][1:], *ROWS[1:])))
    assert [cell.words for cell in table.header] == ["", "2014年", "2015年"]
    assert (table.label, table.figures, len(table.rows)) == (0, (1, 2), 2)


@pytest.mark.parametrize("header", [("序号", "数量"), ("渠道", "2015年"), ("2015年",)])
def test_other_lines_with_fewer_cells_are_not_filled_up(header: tuple[str, ...]) -> None:
    assert tables(lines("\t", "", "", (header, *ROWS[1:]))) == ()


def test_a_table_on_its_side_is_turned() -> None:
    (table,) = tables(lines("\t", "", "", tuple(zip(*ROWS, strict=True))))
    assert [[cell.words for cell in row] for row in (table.header, *table.rows)] == [list(row) for row in ROWS]


@pytest.mark.parametrize("cell", ["没有", "–", "不适用", "暂无", "零", "31件", "1.2万条", "增加3件", "−12.5%"])
def test_a_table_on_its_side_may_hold_placeholders_signs_and_units(cell: str) -> None:
    (table,) = tables(lines("\t", "", "", (("年度", "网络申请"), ("2014年", cell), ("2015年", "58"))))
    assert [row[0].words for row in table.rows] == ["网络申请"]


def test_lines_with_other_cells_than_figures_are_not_turned() -> None:
    assert tables(lines("\t", "", "", (("年度", "网络申请"), ("2014年", "较少"), ("2015年", "58")))) == ()
