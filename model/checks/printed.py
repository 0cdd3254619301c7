"""The cells of a table that an identity is about: printed with a figure, blank, or not read."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from model.checks.figure import Exact, Figure
from model.checks.ledger import Ledger
from model.checks.quantity import Quantity, Terms, combined
from model.checks.wording import NOTHING, Phrase, name, names
from model.tables.cells import CellKind

BLANKS = Phrase(";空格按0计:{blanks}", "; blank cells counted as 0: {blanks}")
UNKNOWN = Phrase("{title}:未读出{missing}", "{title}: {missing} could not be read")
DOUBTFUL = Phrase(";列位由表内勾稽推定,可能误读:{cells}", "; placed by the sums of the table and perhaps misread: {cells}")


@dataclass(frozen=True, slots=True)
class PrintedCells:
    """`figures` by field; `blank` cells count as zero; `missing` are unreadable or in no table; `inferred` were placed by sums."""

    figures: dict[str, Figure]
    blank: tuple[str, ...]
    missing: tuple[str, ...]
    inferred: tuple[str, ...]

    def quantity(self, terms: Terms) -> Quantity:
        """What terms make, blank cells as zero; in words the stated cells, or zero where none is."""
        stated = [(self.figures[field], sign) for field, sign in terms if field in self.figures]
        if stated or not terms:
            return combined(stated)
        zero = name(terms[0][0]) + Phrase("0", " 0")
        return Quantity(0, 0, (), zero)

    def total(self, fields: Iterable[str]) -> Exact:
        """The sum of some of the cells."""
        return sum(self.figures[field].number for field in fields if field in self.figures)

    @property
    def blanks_noted(self) -> Phrase:
        """The words that name the blank cells; empty where there is none."""
        return BLANKS.fill(blanks=names(self.blank)) if self.blank else NOTHING


def printed(ledger: Ledger, fields: Sequence[str]) -> PrintedCells:
    """What the record holds of these cells."""
    cells = ledger.record.cells
    figures = {field: ledger.counts[field] for field in fields if field in ledger.counts}
    blank = tuple(field for field in fields if field not in figures and field in ledger.blank)
    missing = tuple(field for field in fields if field not in figures and field not in ledger.blank)
    inferred = tuple(field for field in figures if field in cells and cells[field].inferred)
    return PrintedCells(figures, blank, missing, inferred)


def is_unreadable(ledger: Ledger, field: str) -> bool:
    """Whether the cell stands in a table and could not be read."""
    cell = ledger.record.cells.get(field)
    return cell is not None and cell.kind is CellKind.UNREADABLE
