"""A statutory table as it is read: its cells, each with its kind, its place, and how it was told to be that cell."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from model.tables.alignment import Reading, value_of
from model.tables.cells import CellKind
from model.tables.forms import CHANGE, Form, Layout
from model.tables.pieces import Piece
from model.tables.runs import Run


class TableCell(NamedTuple):
    """One cell of a statutory table.

    `start` to `end` quotes it, None where nothing was printed or its place is unknown. `inferred` says that the column was found by the
    identities of the table, `told` that it took what prose tells as well, `displaced` that its row alone stands in other columns than it
    is read in; an unreadable cell has in `candidates` the values that it could have, None for a blank.
    """

    field: str
    kind: CellKind
    value: int | float | None = None
    unit: str | None = None
    note: str | None = None
    approximate: bool = False
    start: int | None = None
    end: int | None = None
    inferred: bool = False
    told: bool = False
    displaced: bool = False
    candidates: tuple[int | float | None, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table as it was read; `start` to `end` is its stretch of the text.

    `former` says that it is one of an earlier year, `undated` that it may be, being one of two in a row that no year is named of.
    """

    name: str
    layout: Layout
    start: int
    end: int
    cells: tuple[TableCell, ...]
    former: bool = False
    undated: bool = False


def moved(table: Table, by: int) -> Table:
    """A table as it stands in a text with so many more characters before it."""
    cells = (
        cell if cell.start is None or cell.end is None else cell._replace(start=cell.start + by, end=cell.end + by) for cell in table.cells
    )
    return replace(table, start=table.start + by, end=table.end + by, cells=tuple(cells))


def unreadable(form: Form) -> list[TableCell]:
    """All cells of a form, of which nothing is known."""
    return [TableCell(field, CellKind.UNREADABLE) for field in form.fields]


def row_fields(form: Form) -> list[list[str]]:
    """The names of the cells of each row."""
    return [[form.field(row, column) for column in row.columns] for row in form.rows]


def row_cells(fields: Sequence[str], run: Run | None, before: Sequence[Reading], left: Sequence[Reading]) -> list[TableCell]:
    """The cells of a row by the readings that are left, of which there were more before prose was asked."""
    if not left:
        return [TableCell(field, CellKind.UNREADABLE) for field in fields]
    plain = run is not None and len(run.pieces) == len(fields) and not any(piece.torn for piece in run.pieces)
    cells = _cells(fields, left, plain)
    if len(before) == len(left):
        return cells
    untold = _cells(fields, before, plain)
    return [cell._replace(told=cell.kind is not one.kind is CellKind.UNREADABLE) for cell, one in zip(cells, untold, strict=True)]


def _cells(fields: Sequence[str], ways: Sequence[Reading], plain: bool) -> list[TableCell]:
    """The cell of each column."""
    return [_cell(field, tuple(dict.fromkeys(pieces)), plain) for field, pieces in zip(fields, zip(*ways, strict=True), strict=True)]


def _cell(field: str, pieces: Sequence[Piece | None], plain: bool) -> TableCell:
    """The cell that all readings agree on, or its candidates; `pieces` are the different ones that they have for it."""
    if len(pieces) > 1 and _differ(pieces):
        candidates = dict.fromkeys(piece.printed.value if piece and piece.printed else None for piece in pieces)
        return TableCell(field, CellKind.UNREADABLE, inferred=True, candidates=tuple(candidates))
    piece = pieces[0]
    if piece is None or piece.printed is None:
        return TableCell(field, CellKind.BLANK, inferred=True)
    printed = piece.printed
    if printed.value is not None and printed.value < 0 and not field.endswith(f".{CHANGE}"):
        return TableCell(field, CellKind.UNREADABLE)
    start, end = (piece.start, piece.end) if piece.end > piece.start else (None, None)
    return TableCell(field, printed.kind, printed.value, printed.unit, printed.note, printed.approximate, start, end, not plain)


def _differ(pieces: Sequence[Piece | None]) -> bool:
    """Whether what is printed in some is of another kind, or makes another value, than in others."""
    kinds = {piece.printed.kind if piece and piece.printed else CellKind.BLANK for piece in pieces}
    return len(kinds) > 1 or len(set(map(value_of, pieces))) > 1
