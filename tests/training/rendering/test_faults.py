import random
from dataclasses import replace

import pytest
from hypothesis import given

from model.tables.forms import Layout, result_rows
from tests.training.rendering.drawing import LAYOUTS, SEEDS, drawn_of, grids_drawn
from training.rendering.draw import Size, form_of
from training.rendering.faults import (
    Misread,
    change_prose,
    change_total,
    lose_digit,
    plant_error,
    reprint,
    shift_column,
    shift_row,
    split_number,
)
from training.rendering.grid import Grid, GridCell
from training.rendering.report import Paragraph, compose


@given(SEEDS, LAYOUTS)
def test_an_error_breaks_one_row_and_one_column(seed: int, layout: Layout) -> None:
    drawn, error = plant_error(drawn_of(seed, layout), random.Random(seed))
    form = form_of("table3", drawn)
    values = {row.name: [drawn[form.field(row, column)].value for column in row.columns] for row in form.rows}
    rows = [name for name, row in values.items() if sum(row[:-1]) != row[-1]]
    sums = [sum(column) for column in zip(*(values[row.name] for row in result_rows(form)), strict=True)]
    columns = [place for place, (made, total) in enumerate(zip(sums, values["total"], strict=True)) if made != total]
    assert [len(rows), len(columns)] == [1, 1]
    assert error.field == f"table3.{rows[0]}.{form.rows[0].columns[columns[0]].name}"


def test_an_error_tells_what_it_changed_and_leaves_the_original() -> None:
    right = drawn_of(3)
    wrong, error = plant_error(right, random.Random(3))
    assert {field for field in right if right[field] != wrong[field]} == {error.field}
    assert (right[error.field].value, wrong[error.field].value) == (error.right, error.wrong)


def _table3(seed: int) -> Grid:
    return next(grid for grid in grids_drawn(seed, Layout.OF_2019, Size.CITY) if len(grid.rows) == 26)


@given(SEEDS)
def test_a_split_number_is_in_two_cells(seed: int) -> None:
    grid, told = split_number(_table3(seed), random.Random(seed))
    (row,) = (row for row in grid.rows if sum(cell.field == told.fields[0] for cell in row) == 2)
    first, second = (cell.text for cell in row if cell.field == told.fields[0])
    assert (first + second,) == told.page
    assert told.kind is Misread.SPLIT
    assert tuple(cell.text for cell in row if cell.field) == told.copied


@given(SEEDS)
def test_a_shifted_row_is_one_column_off(seed: int) -> None:
    grid, told = shift_row(_table3(seed), random.Random(seed))
    without_one = [(*told.page[:place], *told.page[place + 1 :], "") for place, text in enumerate(told.page) if text in {"0", "", "/", "-"}]
    assert told.copied in (without_one if told.kind is Misread.SHIFTED_LEFT else [("", *told.page)])
    assert told.copied != told.page
    assert told.copied in [tuple(cell.text for cell in row if cell.field) for row in grid.rows]


def test_rows_shift_both_ways() -> None:
    assert {shift_row(_table3(1), random.Random(seed))[1].kind for seed in range(20)} == {Misread.SHIFTED_LEFT, Misread.SHIFTED_RIGHT}


def test_a_table_of_zeros_has_nothing_to_split_or_shift() -> None:
    zeros = Grid(((GridCell("0", field="a"), GridCell("0", field="b")),), 0)
    with pytest.raises(ValueError, match="no number"):
        split_number(zeros, random.Random(1))
    with pytest.raises(ValueError, match="no row"):
        shift_row(zeros, random.Random(1))
    with pytest.raises(ValueError, match="no column"):
        shift_column(zeros, random.Random(1))
    with pytest.raises(ValueError, match="several digits"):
        lose_digit({}, random.Random(1))


def test_a_changed_total_and_a_lost_digit_change_one_cell_of_tables_3_and_4() -> None:
    right = drawn_of(3, Layout.OF_2021, Size.CITY)
    for plant in (change_total, lose_digit):
        wrong, error = plant(right, random.Random(3))
        assert [field for field in right if right[field] != wrong[field]] == [error.field]
        assert (right[error.field].value, wrong[error.field].value) == (error.right, error.wrong)
        assert error.field.startswith(("table3.", "table4."))
    assert error.wrong == error.right // 10


def test_a_report_is_printed_again_with_other_cells_and_the_same_prose() -> None:
    right = drawn_of(3, Layout.OF_2021, Size.CITY)
    report = compose(right, random.Random(3))
    wrong, _ = plant_error(right, random.Random(3))
    again = reprint(report, wrong)
    differ = [(one, other) for one, other in zip(report.blocks, again.blocks, strict=True) if one != other]
    assert all(isinstance(one, Grid) for one, _ in differ)
    assert len(differ) == 1
    assert reprint(again, right) == report


def test_a_changed_figure_of_prose_is_the_only_difference() -> None:
    report = compose(drawn_of(3, Layout.OF_2021, Size.CITY), random.Random(3))
    changed, error = change_prose(report, random.Random(3))
    ((one, other),) = [(one, other) for one, other in zip(report.blocks, changed.blocks, strict=True) if one != other]
    assert isinstance(one, Paragraph)
    assert isinstance(other, Paragraph)
    assert str(error.right) in one.text
    assert str(error.wrong) in other.text
    silent = replace(report, blocks=tuple(block for block in report.blocks if isinstance(block, Grid)))
    with pytest.raises(ValueError, match="no figure in prose"):
        change_prose(silent, random.Random(3))


@given(SEEDS)
def test_a_shifted_column_is_one_row_off(seed: int) -> None:
    grid, told = shift_column(_table3(seed), random.Random(seed))
    assert told.kind is Misread.SHIFTED_DOWN
    assert len({field.rsplit(".", 1)[1] for field in told.fields}) == 1
    column = [cell for row in grid.rows for cell in row if cell.field.endswith("." + told.fields[0].rsplit(".", 1)[1])]
    assert tuple(cell.text for cell in column) == told.copied
    copied = {cell.field: cell.text for cell in column}
    assert all(copied[field] != page for field, page in zip(told.fields, told.page, strict=True))
