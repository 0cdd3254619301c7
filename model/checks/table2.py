"""What the cells of table 2 bound each other by: the rules `table2.items.<row>`, `table2.disclosed.<row>`, `table2.in_force.<row>`.

Table 2 has no sums. In the form of 国办公开办函〔2019〕60号 last year's items and their change make this year's, which cannot be below
zero, and the documents disclosed in the year are among those disclosed in all. In that of 〔2021〕30号 what was issued in the year and not
repealed in it is in force, unless it expired by itself or takes effect later.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from model.checks.finding import Finding, check_of
from model.checks.ledger import Ledger
from model.checks.printed import DOUBTFUL, UNKNOWN, PrintedCells, is_unreadable, printed
from model.checks.quantity import Terms
from model.checks.wording import NOTHING, Phrase, names
from model.facts import Check, Status
from model.tables.forms import FORMS

ITEMS = Phrase("{row}:{part},为本年项目数量", "{row}: {part} items this year")
BELOW_ZERO = Phrase("{row}:{part},项目数量不可能为负:有一格误读或填错", "{row}: {part} items, which cannot be: a cell is wrong or misread")
WITHIN = Phrase("{row}:{part}不多于{whole}", "{row}: {part} is not more than {whole}")
BEYOND = Phrase("{row}:{part},多于{whole}", "{row}: {part} is more than {whole}")
WITHDRAWN = Phrase(";除非当年公开后又撤下", "; unless some were withdrawn within the year")
EXPIRED = Phrase(";除非有自然失效或尚未施行的文件", "; unless some expired or are not yet in effect")


@dataclass(frozen=True, slots=True)
class Bound:
    """Cells of a row whose sum is not above that of others; no `whole` means that the sum itself is not below zero."""

    rule: str
    row: Phrase
    part: Terms
    whole: Terms = ()
    excuse: Phrase = NOTHING

    @property
    def fields(self) -> tuple[str, ...]:
        """All cells of the bound."""
        return tuple(field for field, _ in (*self.part, *self.whole))


def _bounds() -> Iterator[Bound]:
    for form in FORMS:
        if form.table != "table2":
            continue
        for row in form.rows:
            at = {column.name: form.field(row, column) for column in row.columns}
            title = Phrase(row.label, row.en)
            if "change" in at:
                yield Bound(f"table2.items.{row.name}", title, ((at["prev_items"], 1), (at["change"], 1)))
            if "disclosed" in at:
                yield Bound(f"table2.disclosed.{row.name}", title, ((at["disclosed"], 1),), ((at["total"], 1),), WITHDRAWN)
            if "in_force" in at:
                left = ((at["issued"], 1), (at["repealed"], -1))
                yield Bound(f"table2.in_force.{row.name}", title, left, ((at["in_force"], 1),), EXPIRED)


BOUNDS: tuple[Bound, ...] = tuple(_bounds())


def check_table2(ledger: Ledger) -> list[Check]:
    """The checks of all bounds of which the record holds a cell."""
    return [check for bound in BOUNDS if (check := check_bound(ledger, bound)) is not None]


def check_bound(ledger: Ledger, bound: Bound) -> Check | None:
    """The verdict on one bound; None where the record holds no figure of it, or prose alone states some."""
    if ledger.cells.isdisjoint(bound.fields):
        return None
    cells = printed(ledger, bound.fields)
    if not cells.figures or not all(is_unreadable(ledger, field) for field in cells.missing):
        return None
    if cells.missing:
        finding = Finding(Status.NOT_APPLICABLE, UNKNOWN.fill(title=bound.row, missing=names(cells.missing)))
    else:
        finding = judged(bound, cells)
    return check_of(bound.rule, finding, cells.figures.values(), (*cells.missing, *cells.blank))


def judged(bound: Bound, cells: PrintedCells) -> Finding:
    """The verdict on cells that are all known or blank: fail where a count would be negative, else unsure where the bound is broken."""
    part, whole = cells.quantity(bound.part), cells.quantity(bound.whole)
    words = {"row": bound.row, "part": part.solved, "whole": whole.phrase}
    if part.number <= whole.number if bound.whole else part.number >= 0:
        message = (WITHIN if bound.whole else ITEMS).fill(**words)
        return Finding(Status.PASS, message + cells.blanks_noted, None, part.number)
    if bound.whole:
        return Finding(Status.UNSURE, BEYOND.fill(**words) + bound.excuse + cells.blanks_noted, whole.number, part.number)
    doubt = DOUBTFUL.fill(cells=names(cells.inferred)) if cells.inferred else NOTHING
    status = Status.UNSURE if cells.inferred else Status.FAIL
    return Finding(status, BELOW_ZERO.fill(**words) + doubt, Fraction(0), part.number)
