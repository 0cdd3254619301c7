import pytest

from model.record import Cell, Record, build_record, special_cells
from model.tables.cells import CellKind
from model.tables.facts import table_facts
from model.tables.reading import read_tables
from tests.model.tables.layouts import FORM_2021, REQUESTS, Numbers, bars, expected_of, rows_of, spaces, table3


def record_of(text: str) -> Record:
    tables = read_tables(text)
    return build_record([fact for table in tables for fact in table_facts(text, table, 0.9)], tables)


def test_plain_numbers_are_figures_alone() -> None:
    record = record_of(table3())
    assert not record.cells
    count = record.figures["table3.received.total"].count
    assert count is not None
    assert (count.value, count.source) == (32, "table")


def test_zero_is_a_figure_and_a_blank_is_a_cell() -> None:
    record = record_of(table3({**REQUESTS, "received": (26, 0, "", "/", 0, 0, 26)}))
    assert {field: cell.kind for field, cell in record.cells.items()} == {
        "table3.received.research": CellKind.BLANK,
        "table3.received.nonprofit": CellKind.NOT_APPLICABLE,
    }
    assert not record.figures.keys() & record.cells.keys()
    assert record.figures["table3.received.business"].count is not None


def test_a_placeholder_is_quoted_and_a_blank_has_no_place() -> None:
    text = table3({**REQUESTS, "received": (26, 0, "", "/", 0, 0, 26)})
    cells = record_of(text).cells
    placeholder, blank = cells["table3.received.nonprofit"], cells["table3.received.research"]
    assert text[placeholder.start : placeholder.end] == "/"
    assert (blank.start, blank.end) == (None, None)


def test_a_note_is_kept_beside_the_figure() -> None:
    record = record_of(table3({**REQUESTS, "received": ("26(其中网络20件)", 3, 0, 1, 0, 2, 32)}))
    cell, figures = record.cells["table3.received.natural_person"], record.figures["table3.received.natural_person"]
    assert (cell.kind, cell.note, cell.inferred) == (CellKind.VALUE, "其中网络20件", False)
    assert figures.count is not None
    assert figures.count.value == 26


def test_an_unreadable_cell_has_its_candidates_and_no_figure() -> None:
    row = (1, "", "", "", "", "", 1)
    record = record_of(table3({"received": row, "granted": row, "total": row}, way=spaces))
    cell = record.cells["table3.received.natural_person"]
    assert (cell.kind, cell.inferred, set(cell.candidates)) == (CellKind.UNREADABLE, True, {1, None})
    assert "table3.received.natural_person" not in record.figures


def test_an_inferred_number_is_both_figure_and_cell() -> None:
    numbers: Numbers = {"received": (26, "", "", "", "", "", 26), "granted": (26, 0, 0, 0, 0, 0, 26), "total": (26, 0, 0, 0, 0, 0, 26)}
    record = record_of(table3(numbers, way=spaces))
    assert record.cells["table3.received.natural_person"] == Cell(
        kind=CellKind.VALUE,
        inferred=True,
        start=record.cells["table3.received.natural_person"].start,
        end=record.cells["table3.received.natural_person"].end,
    )
    assert "table3.received.natural_person" in record.figures


def test_of_a_table_that_comes_twice_the_first_is_taken() -> None:
    first, second = (
        bars(rows_of(FORM_2021, {**REQUESTS, "received": row})) for row in ((26, "", 0, 0, 0, 0, 26), (26, "/", 0, 0, 0, 0, 26))
    )
    tables = read_tables(f"{first}\n以上为本级数据。全区数据如下。\n{second}")
    assert len(tables) == 2
    assert special_cells(tables)["table3.received.business"].kind is CellKind.BLANK


OTHER: Numbers = {"received": (5, 4, 0, 0, 0, 0, 9), "granted": (5, 4, 0, 0, 0, 0, 9), "total": (5, 4, 0, 0, 0, 0, 9)}


def test_nothing_of_a_subordinate_office_fills_up_the_record() -> None:
    first, second = table3({**REQUESTS, "received": (26, "", 0, 0, 0, 0, 26)}), table3(OTHER)
    record = record_of(f"{first}\n附件:区机关事务管理局2023年度报告\n{second}")
    assert "table3.received.business" not in record.figures
    assert record.cells["table3.received.business"].kind is CellKind.BLANK
    total = record.figures["table3.received.total"].count
    assert total is not None
    assert (total.value, total.also) == (26, [])


@pytest.mark.parametrize("years", [(2022, 2023), (2023, 2022)], ids=["before", "behind"])
def test_the_table_of_the_year_before_has_figures_of_that_year(years: tuple[int, int]) -> None:
    tables = [OTHER if year == 2022 else REQUESTS for year in years]
    text = "\n".join(f"{year}年度收到和处理申请情况\n{table3(numbers)}" for year, numbers in zip(years, tables, strict=True))
    figures = record_of(text).figures["table3.received.total"]
    assert figures.count is not None
    assert figures.previous is not None
    assert (figures.count.value, figures.previous.value) == (32, 9)


def test_rows_behind_a_break_are_part_of_the_same_table() -> None:
    rows = rows_of(FORM_2021, REQUESTS)
    record = record_of(f"{bars(rows[:12])}\n(接上页。)\n{bars(rows[12:])}")
    assert record.figures["table3.received.total"].count is not None
    assert record.figures["table3.carried_out.total"].count is not None


@pytest.mark.parametrize("again", [11, 4, 0], ids=["zeros", "a row of table 3", "all rows before"])
def test_rows_printed_again_behind_a_break_are_part_of_the_same_table(again: int) -> None:
    rows = rows_of(FORM_2021, REQUESTS)
    record = record_of(f"{bars(rows[:12])}\n(接上页。)\n{bars(rows[again:])}")
    assert {field: figures.count and figures.count.value for field, figures in record.figures.items()} == expected_of(FORM_2021, REQUESTS)
    assert not record.cells.keys() & record.figures.keys()


def test_a_table_of_totals_alone_above_the_statutory_one_takes_nothing_from_it() -> None:
    totals = spaces([(label, cells[-1:]) for label, cells in rows_of(FORM_2021, REQUESTS)])
    record = record_of(f"{totals}\n三、收到和处理政府信息公开申请情况。\n{table3()}")
    assert {field: figures.count and figures.count.value for field, figures in record.figures.items()} == expected_of(FORM_2021, REQUESTS)
    assert not record.cells


def test_cells_that_the_office_left_blank_are_not_filled_up_from_another_table() -> None:
    record = record_of(f"{table3({}, nothing='')}\n附件:区机关事务管理局2023年度报告\n{table3(OTHER)}")
    assert not record.figures
    assert {cell.kind for cell in record.cells.values()} == {CellKind.BLANK}


def test_a_record_survives_json() -> None:
    record = record_of(table3({**REQUESTS, "received": ("26(其中网络20件)", "", "/", 1, 0, 2, 32)}))
    assert Record.model_validate_json(record.model_dump_json()) == record
