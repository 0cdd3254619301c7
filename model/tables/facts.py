"""The facts that the cells of tables state: a printed number each."""

from collections.abc import Iterator

from model.facts import Basis, Fact, Kind, Source, Time
from model.tables.cells import CellKind
from model.tables.forms import CELL_FIELDS
from model.tables.reading import Table, TableCell

PLAIN, INFERRED = 0.9994, 0.9978
"""The confidence of a cell that stands in its column, and of one whose column follows from the identities of the table.

Both are lower bounds of the share that is right in drawn reports of all shapes, by `training.cell_confidence`: of 43,991 plain numbers 16
were wrong, of 10,581 inferred ones 15.
"""

_MONEY = {"table2.fees.amount": "万元", "table2.procurement.amount": None}
"""Cells that hold sums of money, as printed, with the unit that their header names."""


def table_facts(text: str, table: Table, review_below: float) -> Iterator[Fact]:
    """The facts of a table's cells, zero included; blank and unreadable cells state nothing."""
    for cell in table.cells:
        if cell.kind in {CellKind.VALUE, CellKind.ZERO} and cell.start is not None and cell.end is not None:
            yield _fact(text, cell, cell.start, cell.end, review_below)


def _fact(text: str, cell: TableCell, start: int, end: int, review_below: float) -> Fact:
    confidence = INFERRED if cell.inferred else PLAIN
    return Fact(
        field=cell.field,
        kind=Kind.AMOUNT if cell.field in _MONEY else Kind.COUNT,
        value=cell.value,
        unit=cell.unit or _MONEY.get(cell.field),
        name=CELL_FIELDS[cell.field].zh,
        text=text[start:end],
        start=start,
        end=end,
        time=Time.CURRENT,
        basis=Basis.STATED,
        approximate=False,
        confidence=confidence,
        source=Source.TABLE,
        evidence=(),
        needs_review=confidence < review_below,
    )
