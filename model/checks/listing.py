"""What a record states of a family: its parts, and whether they can be all of them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from model.checks.family import FAMILIES, Family, Slot
from model.checks.figure import Exact, Figure, apart
from model.checks.ledger import Ledger
from model.checks.quantity import Quantity, added, all_expressed
from model.checks.told import printed_for
from model.checks.wording import Phrase, shown
from model.tables.told import READINGS

LISTED = Phrase("所列各项合计{number}", "the sum of the listed parts {number}")


@dataclass(frozen=True)
class Listing:
    """The stated parts of a family, and what the record states of all that it may be measured against."""

    family: Family
    ledger: Ledger
    filled: tuple[tuple[Slot, tuple[Figure, ...]], ...]
    """Of each slot its own count, else those of the fields that make it up: a reason stated alone counts for its category."""
    extra: tuple[Figure, ...]

    @cached_property
    def parts(self) -> tuple[Figure, ...]:
        """The stated parts without the extra ones."""
        return tuple(figure for _, figures in self.filled for figure in figures)

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """All stated parts."""
        return (*self.parts, *self.extra)

    @cached_property
    def shares(self) -> tuple[Figure, ...]:
        """The shares of the stated parts, of those that have one."""
        shares = self.ledger.shares
        return tuple(shares[figure.field] for figure in self.figures if figure.field in shares)

    @cached_property
    def totals(self) -> tuple[Quantity, ...]:
        """The totals that are stated; those of the tables where prose states none."""
        return tuple(all_expressed(self.ledger, self.family.totals) or all_expressed(self.ledger, self.family.in_tables))

    @property
    def absent(self) -> tuple[str, ...]:
        """The fields to name as not stated."""
        return tuple(field for slot, figures in self.filled for field in lacking(figures, slot))

    @property
    def open(self) -> tuple[str, ...]:
        """The slots that are not stated in full."""
        return tuple(slot.field for slot, figures in self.filled if not fills(figures, slot))

    @property
    def rest(self) -> Quantity | None:
        """What the statutory tables state of all that prose leaves out; None where they do not state all of it."""
        return in_tables(self.ledger, [field for slot, figures in self.filled for field in left_out(figures, slot)])

    @cached_property
    def complete(self) -> bool:
        """Whether the text gives reason to believe that nothing is left out.

        That is, every slot is stated, or a part that takes in all the rest, or the shares of the parts add up to 100.
        """
        closed = any(figure.field == self.family.closing for figure in self.parts)
        return not self.open or closed or shares_fill(self.shares, len(self.figures))

    @cached_property
    def whole(self) -> Quantity:
        """The sum of the listed parts, under a short name and without its figures: every share of a long list would repeat them all."""
        return listed_sum(self.figures)

    @cached_property
    def readings(self) -> tuple[Quantity, ...]:
        """The sums that the list can mean: with the extra fields, and without where they repeat parts of slots."""
        return (added(self.figures), *([added(self.parts)] if self.parts and self.extra else []))

    @property
    def lone_gap(self) -> str | None:
        """The one part that a list of two lacks, so that the total and the other part give it; else None."""
        two = len(self.family.slots) == 2 and not self.family.extra
        absent = self.absent if two else ()
        return absent[0] if len(absent) == 1 and absent == self.open else None


def listings(ledger: Ledger) -> list[Listing]:
    """What the record states of the families that it states anything of, in the order of their table."""
    return [listing(ledger, family) for family in FAMILIES if not family.members.isdisjoint(ledger.record.figures)]


def listing(ledger: Ledger, family: Family) -> Listing:
    """What the record states of the family."""
    return Listing(family, ledger, tuple((slot, stated(ledger, slot)) for slot in family.slots), counts(ledger, family.extra))


def listed_sum(figures: Iterable[Figure]) -> Quantity:
    """The sum of parts under a short name and without its figures."""
    parts = added(figures)
    return replace(parts, terms=(), called=LISTED.fill(number=shown(parts.number)))


def left_out(figures: tuple[Figure, ...], slot: Slot) -> tuple[str, ...]:
    """The fields that would make up the slot together with the figures."""
    if not figures:
        return (slot.field,)
    fields = {figure.field for figure in figures}
    return () if slot.field in fields else tuple(field for field in slot.instead if field not in fields)


def in_tables(ledger: Ledger, fields: Sequence[str]) -> Quantity | None:
    """What the tables state of fields of prose, blank cells as zero; None where not of all of them."""
    found = [printed_for(ledger, READINGS.get(field, ())) for field in fields]
    known = [cells.figures.values() for cells in found if cells is not None and not cells.missing]
    return added(figure for figures in known for figure in figures) if known and len(known) == len(found) else None


def stated(ledger: Ledger, slot: Slot) -> tuple[Figure, ...]:
    """The slot's own count, else those of the fields that make it up."""
    own = ledger.counts.get(slot.field)
    return (own,) if own else counts(ledger, slot.instead)


def counts(ledger: Ledger, fields: tuple[str, ...]) -> tuple[Figure, ...]:
    """The counts of the fields that are stated."""
    return tuple(ledger.counts[field] for field in fields if field in ledger.counts)


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
