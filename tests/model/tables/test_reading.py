import time
from collections.abc import Callable, Mapping

import pytest

from model.tables.cells import CellKind
from model.tables.forms import Form, Layout, form
from model.tables.reading import read_tables
from model.tables.table import TableCell
from tests.model.tables.layouts import (
    DISCLOSED_2019,
    DISCLOSED_2021,
    FORM_2019,
    FORM_2021,
    REMEDIES,
    REQUESTS,
    WAYS,
    Numbers,
    Rows,
    bar_ends,
    bars,
    bars_alone,
    cells_of,
    expected_of,
    lines,
    of_table4,
    one_line,
    row_values,
    rows_of,
    spaces,
    table3,
    tabs,
    the_table,
    values_of,
)

TABLE4 = form("table4", Layout.OF_2021)
HEADERS_OF_TABLE2 = {
    Layout.OF_2021: "第二十条第(一)项\n信息内容 本年制发件数 本年废止件数 现行有效件数\n",
    Layout.OF_2019: "第二十条第(一)项\n信息内容 本年新制作数量 本年新公开数量 对外公开总数量\n",
}
DISCLOSED = {Layout.OF_2021: DISCLOSED_2021, Layout.OF_2019: DISCLOSED_2019}
HEADER_OF_TABLE3 = (
    "(本列数据的勾稽关系为:第一项加第二项之和,等于第三项加第四项之和) | 申请人情况 |\n"
    "自然人 | 法人或其他组织 | 总计 |\n商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 |"
)


def kinds(cells: Mapping[str, TableCell], row: str) -> list[CellKind]:
    return [cell.kind for field, cell in cells.items() if field.startswith(f"{row}.")]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("printed_form", [FORM_2019, FORM_2021], ids=["23 rows", "25 rows"])
def test_table_3_is_read_in_both_forms_and_every_shape(printed_form: Form, way: str) -> None:
    table = the_table(table3(form=printed_form, way=WAYS[way]))
    assert (table.name, table.layout) == ("table3", printed_form.layout)
    assert {cell.field: cell.value for cell in table.cells} == expected_of(printed_form, REQUESTS)
    assert not any(cell.candidates for cell in table.cells)


@pytest.mark.parametrize("way", [bars, tabs, spaces, lines, one_line])
def test_cells_of_full_rows_are_not_inferred(way: Callable[[Rows], str]) -> None:
    assert not any(cell.inferred for cell in cells_of(table3(way=way)).values())


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("layout", Layout)
def test_table_2_is_read_in_both_layouts_and_every_shape(layout: Layout, way: str) -> None:
    table = the_table(HEADERS_OF_TABLE2[layout] + WAYS[way](rows_of(form("table2", layout), DISCLOSED[layout])))
    assert (table.name, table.layout) == ("table2", layout)
    expected = {"+12": 12, "减3": -3, "-35": -35, "152790元": 152_790, "7730.28": 7730.28}
    assert [cell.value for cell in table.cells] == [
        expected[number] if isinstance(number, str) else number for row in DISCLOSED[layout].values() for number in row
    ]


def test_a_report_of_2021_may_have_its_other_results_in_one_row() -> None:
    numbers: Numbers = {**REQUESTS, "granted": (19, 2, 0, 1, 0, 0, 22), "other": (1, 0, 0, 0, 0, 0, 1)}
    table_2 = HEADERS_OF_TABLE2[Layout.OF_2021] + bars(rows_of(form("table2", Layout.OF_2021), DISCLOSED_2021))
    second, third = read_tables(f"{table_2}\n三、收到和处理政府信息公开申请情况。\n{table3(numbers, form=FORM_2019)}")
    assert (second.layout, third.layout) == (Layout.OF_2021, Layout.OF_2019)
    cells = {cell.field: cell.value for cell in third.cells}
    assert (cells["table3.other.natural_person"], cells["table3.other.total"]) == (1, 1)
    assert "table3.other.other.total" not in cells


WORDS_OF_TABLE2 = {layout: header.replace(" ", "\n") for layout, header in HEADERS_OF_TABLE2.items()}
"""The headers with a line each, which cells in any shape may follow."""
NOTHING: Numbers = {"regulations": ("", "", ""), "licences": (77,), "penalties": ("",), "coercion": ("",), "fees": ("",)}


@pytest.mark.parametrize("ends", ["", " |", " ||"])
@pytest.mark.parametrize("way", [bars, tabs, bar_ends, bars_alone, one_line])
def test_words_tell_the_layout_where_rows_are_blank(way: Callable[[Rows], str], ends: str) -> None:
    """One cell and two that fill up its row look like the three of the other layout."""
    rows = way(rows_of(form("table2", Layout.OF_2021), {**NOTHING, "normative_docs": (1, "", 4)}))
    rows = rows.replace("|\n", f"|{ends}\n") if way is bars else rows
    table = the_table(WORDS_OF_TABLE2[Layout.OF_2021] + rows)
    assert table.layout is Layout.OF_2021
    assert {cell.field: cell.value for cell in table.cells if cell.value is not None} == {
        "table2.normative_docs.issued": 1,
        "table2.normative_docs.in_force": 4,
        "table2.licences.decisions": 77,
    }


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("layout", Layout)
def test_table_2_is_read_without_headers(layout: Layout, way: str) -> None:
    rows = WAYS[way](rows_of(form("table2", layout), DISCLOSED[layout]))
    table = the_table(f"主动公开情况\n{rows}\n三、其他情况")
    whole = the_table(WORDS_OF_TABLE2[layout] + rows)
    assert (table.layout, [cell.value for cell in table.cells]) == (layout, [cell.value for cell in whole.cells])


@pytest.mark.parametrize("way", WAYS)
def test_fees_are_read_below_a_header_with_a_unit_of_its_own(way: str) -> None:
    for printed, kind in (("0", CellKind.ZERO), ("3.2", CellKind.VALUE), ("-", CellKind.NOT_APPLICABLE)):
        rows = rows_of(form("table2", Layout.OF_2021), {**DISCLOSED_2021, "fees": (printed,)})
        text = "\n\n".join(["第二十条第(一)项", "本年制发件数", WAYS[way](rows[:-1]), "第二十条第(八)项", "信息内容"])
        fees = cells_of(f"{text}\n\n本年收费金额(单位:万元)\n\n{WAYS[way](rows[-1:])}\n\n三、后文")["table2.fees.amount"]
        assert (fees.kind, fees.unit) == (kind, None if fees.value is None else "万元")


EXTRA = ("其他主动公开文件(除规范性文件以外的,指2020年印发的)", ["140", "71", "233"])


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("label", ["规范性文件", "规范性文件(指2020年印发的办法、细则等公文)", "规范性档案"])
def test_a_row_that_only_offices_have_is_no_row_beside(label: str, way: str) -> None:
    form_2019 = form("table2", Layout.OF_2019)
    rows = list(rows_of(form_2019, DISCLOSED_2019))
    rows[1:2] = [(label, rows[1][1]), EXTRA]
    whole = values_of(WORDS_OF_TABLE2[Layout.OF_2019] + WAYS[way](rows_of(form_2019, DISCLOSED_2019)))
    assert values_of(WORDS_OF_TABLE2[Layout.OF_2019] + WAYS[way](rows)) == whole
    rows[1] = (label, ["", "", ""])
    assert row_values(cells_of(WORDS_OF_TABLE2[Layout.OF_2019] + WAYS[way](rows)), "table2.normative_docs") == [None] * 3


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("sign", ["-", "--", "—"])
def test_a_number_below_zero_is_read_in_the_column_of_changes_alone(sign: str, way: str) -> None:
    numbers: Numbers = {**DISCLOSED_2019, "penalties": (118, f"{sign}118", 0), "coercion": (5, 1, f"{sign}7")}
    cells = cells_of(WORDS_OF_TABLE2[Layout.OF_2019] + WAYS[way](rows_of(form("table2", Layout.OF_2019), numbers)))
    assert row_values(cells, "table2.penalties") == [118, -118, 0]
    assert row_values(cells, "table2.coercion") == [5, 1, None]
    assert cells["table2.coercion.decisions"].kind is CellKind.UNREADABLE


ZEROS: Numbers = {row.name: ("", "", "", "", "", "", "0") for row in FORM_2021.rows} | {
    "received": (3, "", "", "", "", "", 3),
    "granted": (3, "", "", "", "", "", 3),
    "total": (3, "", "", "", "", "", 3),
    "carried_in": ("0", "", "", "", "", "", "0"),
}


@pytest.mark.parametrize("way", [spaces, lines])
def test_a_lone_zero_is_the_total_and_other_cells_of_its_row_are_open(way: Callable[[Rows], str]) -> None:
    cells = cells_of(table3(ZEROS, way=way))
    assert {cells[f"table3.{row.name}.total"].value for row in FORM_2021.rows} == {0, 3}
    assert cells["table3.carried_in.natural_person"].candidates == (0, None)
    assert kinds(cells, "table3.partial") == [CellKind.BLANK] * 6 + [CellKind.ZERO]


def test_the_rule_below_a_header_is_no_row() -> None:
    header, *rest = of_table4().splitlines()
    assert values_of("\n".join([header, "|---|---|", *rest])) == expected_of(TABLE4, REMEDIES)


@pytest.mark.parametrize("way", [bars, tabs, spaces, bar_ends])
@pytest.mark.parametrize("page", ["- 5 -", "— 5 —", "第5页", "5"])
def test_the_number_of_a_page_between_rows_is_no_cell(page: str, way: Callable[[Rows], str]) -> None:
    rows = rows_of(FORM_2021, REQUESTS)
    assert values_of(f"{way(rows[:9])}\n{page}\n{way(rows[9:])}") == expected_of(FORM_2021, REQUESTS)


def test_a_header_that_is_repeated_on_the_next_page_changes_nothing() -> None:
    rows = rows_of(FORM_2021, REQUESTS)
    text = "\n".join([HEADER_OF_TABLE3, bars(rows[:9]), HEADER_OF_TABLE3, bars(rows[9:])])
    assert values_of(text) == expected_of(FORM_2021, REQUESTS)


def test_labels_of_groups_change_nothing() -> None:
    rows = rows_of(FORM_2021, REQUESTS)
    grouped = [(f"{row.group} | {label}", cells) for row, (label, cells) in zip(FORM_2021.rows, rows, strict=True)]
    assert values_of(bars(grouped)) == expected_of(FORM_2021, REQUESTS)


def test_blank_cells_are_no_zeros() -> None:
    cells = cells_of(table3({**REQUESTS, "received": (26, "", "", "", "", "", 26)}))
    assert kinds(cells, "table3.received") == [CellKind.VALUE, *[CellKind.BLANK] * 5, CellKind.VALUE]
    assert not cells["table3.received.business"].inferred


def test_a_total_left_blank_shifts_nothing() -> None:
    cells = cells_of(table3({**REQUESTS, "denied.state_secret": (0, 0, 3, 0, 0, 0, "")}))
    assert row_values(cells, "table3.denied.state_secret") == [0, 0, 3, 0, 0, 0, None]


@pytest.mark.parametrize("mark", ["/", "／", "×", "X", "-", "—", "─", "～", "无", "空", "（无）", "N/A", "null", "不适用"])
def test_placeholders_hold_their_column(mark: str) -> None:
    cells = cells_of(table3(nothing=mark))
    assert set(kinds(cells, "table3.denied.process")) == {CellKind.NOT_APPLICABLE}
    assert row_values(cells, "table3.received") == list(REQUESTS["received"])


DROPPED: Numbers = {
    "received": (26, "", "", "", "", "", 26),
    "carried_in": (2, 0, 0, 0, 0, 0, 2),
    "granted": (20, "", "", "", "", "", 20),
    "unable.not_held": (7, 0, 0, 0, 0, 0, 7),
    "total": (27, "", "", "", "", "", 27),
    "carried_out": (1, 0, 0, 0, 0, 0, 1),
}


def test_dropped_cells_are_found_by_the_identities() -> None:
    cells = cells_of(table3(DROPPED, way=spaces))
    assert row_values(cells, "table3.received") == [26, None, None, None, None, None, 26]
    assert kinds(cells, "table3.received")[1:6] == [CellKind.BLANK] * 5
    assert cells["table3.received.natural_person"].inferred
    assert not cells["table3.carried_in.natural_person"].inferred


def test_dropped_cells_that_could_stand_elsewhere_are_candidates() -> None:
    """One request, and nothing else says whose it was."""
    row = (1, "", "", "", "", "", 1)
    cells = cells_of(table3({"received": row, "granted": row, "total": row}, way=spaces))
    first, *others, total = (cells[f"table3.received.{column.name}"] for column in FORM_2021.rows[0].columns)
    assert {first.kind, *(cell.kind for cell in others)} == {CellKind.UNREADABLE}
    assert all(set(cell.candidates) == {1, None} and cell.value is None for cell in (first, *others))
    assert (total.value, total.inferred) == (1, True)


def test_a_row_with_a_cell_too_many_is_told_unreadable_or_joined_but_never_shifted() -> None:
    cells = cells_of(table3({**REQUESTS, "granted": (2, 0, 2, 0, 1, 0, 0, 23)}))
    assert row_values(cells, "table3.granted") == [20, 2, 0, 1, 0, 0, 23]
    joined = cells["table3.granted.natural_person"]
    assert joined.inferred
    assert table3({**REQUESTS, "granted": (2, 0, 2, 0, 1, 0, 0, 23)})[joined.start : joined.end] == "2 | 0"


def test_a_row_that_nothing_explains_is_unreadable() -> None:
    cells = cells_of(table3({**REQUESTS, "granted": (20, 2, 1, 1, 1, 0, 0, 0, 99)}))
    assert set(kinds(cells, "table3.granted")) == {CellKind.UNREADABLE}
    assert row_values(cells, "table3.received") == list(REQUESTS["received"])


def test_a_wrong_number_is_read_as_it_is_printed() -> None:
    cells = cells_of(table3({**REQUESTS, "granted": (93, 2, 0, 1, 0, 0, 95)}))
    assert row_values(cells, "table3.granted") == [93, 2, 0, 1, 0, 0, 95]
    assert not cells["table3.granted.natural_person"].inferred


def test_a_row_that_is_lost_is_unreadable_alone() -> None:
    rows = [(label, cells) for label, cells in rows_of(FORM_2021, REQUESTS) if "过程性信息" not in label]
    cells = cells_of(bars(rows))
    assert {field for field, cell in cells.items() if cell.kind is CellKind.UNREADABLE} == {
        field for field in cells if field.startswith("table3.denied.process.")
    }


def test_values_of_which_the_row_is_doubtful_are_given_to_none() -> None:
    lost = ("denied.internal", "denied.process")
    rows = [
        ("某项" if row.name == lost[0] else label, cells)
        for row, (label, cells) in zip(FORM_2021.rows, rows_of(FORM_2021, {**REQUESTS, lost[0]: (1, 0, 0, 0, 0, 0, 1)}), strict=True)
        if row.name != lost[1]
    ]
    cells = cells_of(bars(rows))
    assert {kind for row in lost for kind in kinds(cells, f"table3.{row}")} == {CellKind.UNREADABLE}
    assert row_values(cells, "table3.denied.enforcement_file") == [0] * 7


def test_notes_and_units_come_with_their_cells() -> None:
    numbers: Numbers = {**DISCLOSED_2021, "normative_docs": ("22(其中修订16件)", "3件", 235), "fees": ("152790元",)}
    cells = cells_of(HEADERS_OF_TABLE2[Layout.OF_2021] + bars(rows_of(form("table2", Layout.OF_2021), numbers)))
    issued, repealed, fees = (cells[f"table2.{name}"] for name in ("normative_docs.issued", "normative_docs.repealed", "fees.amount"))
    assert (issued.value, issued.note) == (22, "其中修订16件")
    assert (repealed.value, repealed.unit) == (3, "件")
    assert (fees.value, fees.unit) == (152_790, "元")


@pytest.mark.parametrize("way", WAYS)
def test_every_printed_cell_is_quoted_where_it_stands(way: str) -> None:
    text = f"前文。\n{table3(way=WAYS[way])}\n后文。"
    for cell in the_table(text).cells:
        assert cell.start is not None
        assert int(text[cell.start : cell.end]) == cell.value


def test_offsets_are_those_of_the_text_as_it_was_sent() -> None:
    text = "繁體﹝１﹞\r\n\u200b" + table3().replace("26", "２６")
    cell = cells_of(text)["table3.received.natural_person"]
    assert text[cell.start : cell.end] == "２６"


def test_a_text_without_tables_has_none() -> None:
    assert read_tables("") == read_tables("全年收到申请3件。") == ()


@pytest.mark.parametrize("rest", ["5 ", "| ", "某项 5 ", "| 5 "])
def test_a_table_that_goes_on_without_end_is_read_in_bounded_time(rest: str) -> None:
    labels = "一、本年新收政府信息公开申请数量 1.属于国家秘密 保护第三方合法权益 属于四类过程性信息 属于行政执法案卷 重新出具已获取信息 "
    begun = time.process_time()
    read_tables(labels + rest * 20_000)
    assert time.process_time() - begun < 10


@pytest.mark.parametrize("rows", [1, 2, 4])
def test_the_last_rows_of_table_3_are_read_at_the_top_of_a_page(rows: int) -> None:
    printed_rows = table3(way=spaces).splitlines()[-rows:]
    values = values_of("\n".join(["第 9 页", *printed_rows, "四、政府信息公开行政复议、行政诉讼情况", "无。"]))
    assert {field: value for field, value in values.items() if value} == {
        field: value
        for field, value in expected_of(FORM_2021, REQUESTS).items()
        if value and field.startswith(("table3.total.", "table3.carried_out.")[-rows:])
    }


def test_rows_at_the_foot_of_a_page_are_not_read_where_their_values_may_be_those_of_other_rows() -> None:
    first, second, *_ = FORM_2021.rows
    assert values_of(f"{first.label}\n2 0 0 0 0 0 2\n{second.label}\n第 8 页") == {}


def test_two_years_side_by_side_in_table_2_are_no_thousands() -> None:
    rows = [(label, [*cells, *cells[:-1], "777"]) for label, cells in rows_of(form("table2", Layout.OF_2021), DISCLOSED_2021)]
    cells = cells_of(HEADERS_OF_TABLE2[Layout.OF_2021] + tabs(rows))
    assert set(cells["table2.licences.decisions"].candidates) == {450, 777}
