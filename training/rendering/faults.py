"""Plants one fault in a report and tells which: an error of the office, or a misreading on the way from the page to its copy."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from model.tables.cells import CellKind, Printed
from model.tables.forms import result_rows
from training.rendering.draw import Drawn, form_of
from training.rendering.grid import Grid, GridCell, GridRow
from training.rendering.printing import CellDrawn
from training.rendering.report import Paragraph, Report

_WRONG_BY = (-20, -10, -3, -2, -1, 1, 2, 3, 10, 20)


class Misread(StrEnum):
    """What went wrong with a row."""

    SPLIT = "split"
    SHIFTED_LEFT = "shifted_left"
    SHIFTED_RIGHT = "shifted_right"
    SHIFTED_DOWN = "shifted_down"


@dataclass(frozen=True, slots=True)
class Error:
    """A figure that is not what the others make it."""

    field: str
    right: int
    wrong: int


@dataclass(frozen=True, slots=True)
class Misreading:
    """What a copy has otherwise than the page: the fields at fault, what the page has for them, all values of the copied row or column."""

    kind: Misread
    fields: tuple[str, ...]
    page: tuple[str, ...]
    copied: tuple[str, ...]


def plant_error(drawn: Drawn, source: random.Random) -> tuple[Drawn, Error]:
    """The cells with one of a result of table 3 changed, preferably one that is not zero."""
    form = form_of("table3", drawn)
    fields = [form.field(row, column) for row in result_rows(form) for column in row.columns]
    return _changed(drawn, source.choice([field for field in fields if drawn[field].value] or fields), source)


def change_total(drawn: Drawn, source: random.Random) -> tuple[Drawn, Error]:
    """The cells with one total of table 3 or 4 changed."""
    totals = [field for field in drawn if field.startswith(("table3.", "table4.")) and field.endswith(".total")]
    return _changed(drawn, source.choice([field for field in totals if drawn[field].value] or totals), source)


def lose_digit(drawn: Drawn, source: random.Random) -> tuple[Drawn, Error]:
    """The cells with the last digit of one number of table 3 or 4 lost.

    Raises:
        ValueError: the tables have no number of several digits.
    """
    long = [field for field, cell in drawn.items() if field.startswith(("table3.", "table4.")) and cell.value >= 10]
    if not long:
        raise ValueError("no number of several digits")
    field = source.choice(long)
    return _set(drawn, field, int(drawn[field].value) // 10)


def _changed(drawn: Drawn, field: str, source: random.Random) -> tuple[Drawn, Error]:
    return _set(drawn, field, source.choice([wrong for by in _WRONG_BY if (wrong := int(drawn[field].value) + by) >= 0]))


def _set(drawn: Drawn, field: str, wrong: int) -> tuple[Drawn, Error]:
    printed = Printed(CellKind.VALUE if wrong else CellKind.ZERO, wrong)
    return {**drawn, field: CellDrawn(str(wrong), printed)}, Error(field, int(drawn[field].value), wrong)


def reprint(report: Report, drawn: Drawn) -> Report:
    """The report with other cells in its tables, its prose as it was."""
    return replace(report, blocks=tuple(_reprinted(block, drawn) if isinstance(block, Grid) else block for block in report.blocks))


def _reprinted(grid: Grid, drawn: Drawn) -> Grid:
    rows = (tuple(replace(cell, text=drawn[cell.field].text) if cell.field else cell for cell in row) for row in grid.rows)
    return Grid(tuple(rows), grid.headers)


def change_prose(report: Report, source: random.Random) -> tuple[Report, Error]:
    """The report with one number of its prose changed.

    Raises:
        ValueError: its prose states none.
    """
    said = [
        (place, block, stated)
        for place, block in enumerate(report.blocks)
        if isinstance(block, Paragraph)
        for stated in block.stated
        if block.text[stated.start : stated.end].isdigit()
    ]
    if not said:
        raise ValueError("no figure in prose to change")
    place, block, stated = source.choice(said)
    wrong = source.choice([stated.value + by for by in _WRONG_BY if stated.value + by > 0])
    text = f"{block.text[: stated.start]}{wrong}{block.text[stated.end :]}"
    return replace(report, blocks=(*report.blocks[:place], Paragraph(text), *report.blocks[place + 1 :])), Error(
        stated.field, stated.value, wrong
    )


def split_number(grid: Grid, source: random.Random) -> tuple[Grid, Misreading]:
    """The table with one number in two cells (20 as 2 and 0), so that its row has a cell too many.

    Raises:
        ValueError: the table has no number of several digits.
    """
    long = [cell for row in grid.rows for cell in row if cell.field and cell.text.isdigit() and len(cell.text) > 1]
    if not long:
        raise ValueError("no number of several digits to split")
    cell = source.choice(long)
    cut = source.randrange(1, len(cell.text))
    halves = (replace(cell, text=cell.text[:cut]), replace(cell, text=cell.text[cut:]))
    row = next(row for row in grid.rows if cell in row)
    place = row.index(cell)
    return _misread(grid, row, (*row[:place], *halves, *row[place + 1 :]), Misread.SPLIT, (cell,))


def shift_row(grid: Grid, source: random.Random) -> tuple[Grid, Misreading]:
    """The table with one row a column off: a zero before other values is lost and a blank ends the row, or a blank too many begins it.

    Raises:
        ValueError: the table has no row of several values that are not all zero.
    """
    shiftable = [row for row in grid.rows if len(_values(row)) > 1 and any(map(_counts, _values(row)))]
    if not shiftable:
        raise ValueError("no row whose values could be shifted")
    row = source.choice(shiftable)
    values, blank = _values(row), GridCell("", field=_values(row)[-1].field)
    labels = row[: len(row) - len(values)]
    losable = [place for place, cell in enumerate(values) if not _counts(cell) and any(map(_counts, values[place:]))]
    if losable and source.random() < 0.5:
        lost = source.choice(losable)
        return _misread(grid, row, (*labels, *values[:lost], *values[lost + 1 :], blank), Misread.SHIFTED_LEFT, values)
    blank = replace(blank, field=values[0].field)
    return _misread(grid, row, (*labels, blank, *values), Misread.SHIFTED_RIGHT, values)


def shift_column(grid: Grid, source: random.Random) -> tuple[Grid, Misreading]:
    """The table with one column a row too low from some row on: a blank begins it there, and the last value is lost.

    Raises:
        ValueError: the table has no column of several rows with values that differ.
    """
    columns = list(zip(*(row for row in map(_values, grid.rows) if len(row) == len(_values(grid.rows[-1]))), strict=True))
    starts = [
        (column, place) for column in columns for place in range(len(column) - 1) if len({_count(cell.text) for cell in column[place:]}) > 1
    ]
    if not starts:
        raise ValueError("no column whose values could be shifted")
    column, place = source.choice(starts)
    texts = [*(cell.text for cell in column[:place]), "", *(cell.text for cell in column[place:-1])]
    moved = {cell.field: text for cell, text in zip(column, texts, strict=True)}
    rows = (tuple(replace(cell, text=moved[cell.field]) if cell.field in moved else cell for cell in row) for row in grid.rows)
    at_fault = [cell for cell, text in zip(column, texts, strict=True) if _count(cell.text) != _count(text)]
    told = Misreading(Misread.SHIFTED_DOWN, tuple(cell.field for cell in at_fault), tuple(cell.text for cell in at_fault), tuple(texts))
    return Grid(tuple(rows), grid.headers), told


def _count(text: str) -> int:
    return int(text.replace(",", "").strip("/-") or 0)


def _counts(cell: GridCell) -> bool:
    return bool(cell.text.strip("0/-"))


def _values(row: GridRow) -> GridRow:
    return tuple(cell for cell in row if cell.field)


def _misread(grid: Grid, row: GridRow, copied: GridRow, kind: Misread, at_fault: Sequence[GridCell]) -> tuple[Grid, Misreading]:
    rows = tuple(copied if one is row else one for one in grid.rows)
    told = Misreading(
        kind,
        tuple(cell.field for cell in at_fault),
        tuple(cell.text for cell in at_fault),
        tuple(cell.text for cell in _values(copied)),
    )
    return Grid(rows, grid.headers), told
