from model.merging import special_cells
from model.record import Cell, Record
from model.tables.cells import CellKind
from model.tables.reading import read_tables
from tests.model.tables.layouts import FORM_2021, REQUESTS, Numbers, bars, rows_of, spaces, table3
from tests.model.tables.records import record_of


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


def test_a_record_survives_json() -> None:
    record = record_of(table3({**REQUESTS, "received": ("26(其中网络20件)", "", "/", 1, 0, 2, 32)}))
    assert Record.model_validate_json(record.model_dump_json()) == record
