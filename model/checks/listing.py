"""What a record states of a family: its parts, and whether they can be all of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from model.checks.family import FAMILIES, Family, Slot
from model.checks.figure import Exact, Figure, apart, count, read
from model.checks.quantity import Quantity, added, all_expressed
from model.checks.told import printed_for
from model.record import Record
from model.tables.told import READINGS


@dataclass(frozen=True, slots=True)
class Listing:
    """The stated parts of a family.

    `absent` are the fields to name as not stated, `open` the slots that are not stated in full; `complete` is whether
    the text gives reason to believe that nothing is left out: every slot is stated, or a part that takes in all the
    rest, or the shares of the parts add up to 100. `rest` is what the statutory tables state of all that prose leaves out,
    None where they do not state all of it.
    """

    family: Family
    parts: tuple[Figure, ...]
    extra: tuple[Figure, ...]
    shares: tuple[Figure, ...]
    totals: tuple[Quantity, ...]
    absent: tuple[str, ...]
    open: tuple[str, ...]
    rest: Quantity | None

    @property
    def figures(self) -> tuple[Figure, ...]:
        """All stated parts."""
        return (*self.parts, *self.extra)

    @property
    def complete(self) -> bool:
        """Whether the list is meant to be complete."""
        closed = any(figure.field == self.family.closing for figure in self.parts)
        return not self.open or closed or shares_fill(self.shares, len(self.figures))

    @property
    def readings(self) -> list[Quantity]:
        """The sums that the list can mean: with the extra fields, and without where they repeat parts of slots."""
        return [added(self.figures), *([added(self.parts)] if self.parts and self.extra else [])]

    @property
    def lone_gap(self) -> str | None:
        """The one part that a list of two lacks, so that the total and the other part give it; else None."""
        two = len(self.family.slots) == 2 and not self.family.extra
        return self.absent[0] if two and len(self.absent) == 1 and self.absent == self.open else None


def listings(record: Record) -> list[Listing]:
    """What the record states of each family, in the order of their table."""
    return [listing(record, family) for family in FAMILIES]


def listing(record: Record, family: Family) -> Listing:
    """What the record states of the family."""
    filled = [(slot, stated(record, slot)) for slot in family.slots]
    parts = tuple(figure for _, figures in filled for figure in figures)
    extra = counts(record, family.extra)
    shares = [read(figure.field, "share", record.figures.get(figure.field)) for figure in (*parts, *extra)]
    return Listing(
        family=family,
        parts=parts,
        extra=extra,
        shares=tuple(share for share in shares if share is not None),
        totals=tuple(all_expressed(record, family.totals) or all_expressed(record, family.in_tables)),
        absent=tuple(field for slot, figures in filled for field in lacking(figures, slot)),
        open=tuple(slot.field for slot, figures in filled if not fills(figures, slot)),
        rest=in_tables(record, [field for slot, figures in filled for field in left_out(figures, slot)]),
    )


def left_out(figures: tuple[Figure, ...], slot: Slot) -> tuple[str, ...]:
    """The fields that would make up the slot together with the figures."""
    if not figures:
        return (slot.field,)
    fields = {figure.field for figure in figures}
    return () if slot.field in fields else tuple(field for field in slot.instead if field not in fields)


def in_tables(record: Record, fields: Sequence[str]) -> Quantity | None:
    """What the tables state of fields of prose, blank cells as zero; None where not of all of them."""
    found = [printed_for(record, READINGS.get(field, ())) for field in fields]
    known = [cells.figures.values() for cells in found if cells is not None and not cells.missing]
    return added(figure for figures in known for figure in figures) if known and len(known) == len(found) else None


def stated(record: Record, slot: Slot) -> tuple[Figure, ...]:
    """The slot's own count, else those of the fields that make it up: a reason stated alone counts for its category."""
    own = count(record, slot.field)
    return (own,) if own else counts(record, slot.instead)


def counts(record: Record, fields: tuple[str, ...]) -> tuple[Figure, ...]:
    """The counts of the fields that are stated."""
    return tuple(figure for field in fields if (figure := count(record, field)) is not None)


def fills(figures: tuple[Figure, ...], slot: Slot) -> bool:
    """Whether the figures are the slot's own count or all that it is made of."""
    return any(figure.field == slot.field for figure in figures) or 0 < len(slot.instead) == len(figures)


def lacking(figures: tuple[Figure, ...], slot: Slot) -> tuple[str, ...]:
    """The slot where nothing is stated of it; the one field where all but that one is."""
    if not figures:
        return (slot.field,)
    fields = {figure.field for figure in figures}
    rest = tuple(field for field in slot.instead if field not in fields)
    return rest if slot.field not in fields and len(rest) == 1 else ()


def shares_fill(shares: tuple[Figure, ...], expected: int) -> bool:
    """Whether at least two shares, one of each listed part, add up to 100 within their rounding."""
    return len(shares) == expected >= 2 and apart(total_share(shares), 100) <= rounding(shares)


def total_share(shares: tuple[Figure, ...]) -> Exact:
    """The sum of the shares in per cent."""
    return sum(share.number for share in shares)


def rounding(shares: tuple[Figure, ...]) -> Exact:
    """How far the sum of the shares can be off by rounding alone: half a unit of each last digit."""
    return sum(share.step / 2 + share.margin for share in shares)
