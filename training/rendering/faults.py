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

_WRONG_BY = (-20, -10, -3, -2, -1, 1, 2, 3, 10, 20)


class Misread(StrEnum):
    """What went wrong with a row."""

    SPLIT = "split"
    SHIFTED_LEFT = "shifted_left"
    SHIFTED_RIGHT = "shifted_right"


@dataclass(frozen=True, slots=True)
class Error:
    """A cell of table 3 that is not what the others make it: its row and its column no longer add up."""

    field: str
    right: int
    wrong: int


@dataclass(frozen=True, slots=True)
class Misreading:
    """A row that a copy has otherwise than the page: the fields at fault, what the page has for them, all the values of the copied row."""

    kind: Misread
    fields: tuple[str, ...]
    page: tuple[str, ...]
    copied: tuple[str, ...]


def plant_error(drawn: Drawn, source: random.Random) -> tuple[Drawn, Error]:
    """The cells with one of a result of table 3 changed, preferably one that is not zero."""
    form = form_of("table3", drawn)
    fields = [form.field(row, column) for row in result_rows(form) for column in row.columns]
    field = source.choice([field for field in fields if drawn[field].value] or fields)
    right = int(drawn[field].value)
    wrong = source.choice([right + by for by in _WRONG_BY if right + by >= 0])
    printed = Printed(CellKind.VALUE if wrong else CellKind.ZERO, wrong)
    return {**drawn, field: CellDrawn(str(wrong), printed)}, Error(field, right, wrong)


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
