"""The facts that the cells of tables state: a printed number each."""

from collections.abc import Iterator

from model.facts import Basis, Fact, Kind, Source, Time
from model.tables.cells import CellKind
from model.tables.forms import CELL_FIELDS
from model.tables.table import Table

PLAIN, INFERRED, TOLD = 0.9998, 0.9996, 0.9920
"""The confidence of a cell that stands in its column, of one whose column follows from the identities of the table, and of one for which
it took what prose tells.

All are lower bounds of the share that is right in drawn reports of all shapes, by `training.cell_confidence`: 24,610 plain numbers, 8,591
inferred ones and 336 told ones were all right. That prose was tagged rightly is taken for granted.
"""

_MONEY = {"table2.fees.amount": "万元", "table2.procurement.amount": None}
"""Cells that hold sums of money, as printed, with the unit that the form names in their header, for tables whose header lacks it."""
_STATING = {CellKind.VALUE, CellKind.ZERO}


def table_facts(text: str, table: Table, review_below: float) -> Iterator[Fact]:
    """The facts of a table's cells, zero included; blank and unreadable cells state nothing.

    Those of a table of an earlier year are the figures of the year before; those of one that may be so need review.
    """
    time = Time.PREVIOUS if table.former else Time.CURRENT
    for cell in table.cells:
        if cell.kind in _STATING and cell.start is not None and cell.end is not None:
            confidence = TOLD if cell.told else INFERRED if cell.inferred else PLAIN
            yield Fact(
                field=cell.field,
                kind=Kind.AMOUNT if cell.field in _MONEY else Kind.COUNT,
                value=cell.value,
                unit=cell.unit or _MONEY.get(cell.field),
                name=CELL_FIELDS[cell.field].zh,
                text=text[cell.start : cell.end],
                start=cell.start,
                end=cell.end,
                time=time,
                basis=Basis.STATED,
                approximate=cell.approximate,
                confidence=confidence,
                source=Source.TABLE,
                evidence=(),
                needs_review=table.undated or confidence < review_below,
            )
