"""A record with its figures at hand, as the rules look them up again and again."""

from collections.abc import Mapping
from dataclasses import dataclass

from model.checks.figure import Figure, is_blank, read
from model.facts import Source
from model.fields import FIELDS
from model.record import Figures, Record
from model.tables.forms import CELL_FIELDS


@dataclass(frozen=True, slots=True)
class Ledger:
    """A record; `figures` are those of prose, in the order of the contract, `counts` and `shares` those of the year by field, cells too.

    `cells` are the names of the cells of tables that the record holds, with a number or without, and `blank` those printed without one.
    """

    record: Record
    figures: tuple[tuple[str, Figures], ...]
    counts: Mapping[str, Figure]
    shares: Mapping[str, Figure]
    cells: frozenset[str]
    blank: frozenset[str]

    def told(self, field: str) -> Figure | None:
        """The count of a field that prose states; None where it states none, or a table does."""
        value = self.record.figures[field].count if field in self.counts else None
        return self.counts[field] if value and value.source is Source.PROSE else None


def ledger_of(record: Record) -> Ledger:
    """The ledger of a record."""
    figures = tuple((field.name, record.figures[field.name]) for field in FIELDS if field.name in record.figures)
    cells = frozenset(CELL_FIELDS.keys() & (record.figures.keys() | record.cells.keys()))
    blank = frozenset(field for field in record.cells if is_blank(record, field))
    return Ledger(record, figures, _in_slot(record, "count"), _in_slot(record, "share"), cells, blank)


def _in_slot(record: Record, slot: str) -> dict[str, Figure]:
    return {field: figure for field, figures in record.figures.items() if (figure := read(field, slot, figures)) is not None}
