"""A record with its figures at hand, as the rules look them up again and again."""

from collections.abc import Mapping
from dataclasses import dataclass

from model.checks.figure import Figure, read
from model.fields import FIELDS
from model.record import Figures, Record


@dataclass(frozen=True, slots=True)
class Ledger:
    """A record; `figures` are those of prose, in the order of the contract, `counts` and `shares` those of the year by field, cells too."""

    record: Record
    figures: tuple[tuple[str, Figures], ...]
    counts: Mapping[str, Figure]
    shares: Mapping[str, Figure]


def ledger_of(record: Record) -> Ledger:
    """The ledger of a record."""
    figures = tuple((field.name, record.figures[field.name]) for field in FIELDS if field.name in record.figures)
    return Ledger(record, figures, _in_slot(record, "count"), _in_slot(record, "share"))


def _in_slot(record: Record, slot: str) -> dict[str, Figure]:
    return {field: figure for field, figures in record.figures.items() if (figure := read(field, slot, figures)) is not None}
