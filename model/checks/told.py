"""What prose tells of the tables against the tables: the rules `tables.<field of prose>`.

A word of prose has more than one reading (收到 may mean what came in new, or that and what was carried in), so each field has the
cells that it may repeat, likeliest first. Where none agrees, another scope (the office itself against all that report under it)
may explain it as well as a slip.
"""

from collections.abc import Sequence
from fractions import Fraction

from model.checks.figure import Figure, count
from model.checks.finding import Finding, check_of
from model.checks.printed import UNKNOWN, PrintedCells, is_unreadable, printed
from model.checks.wording import NOTHING, Phrase, joined, name, names, shown
from model.facts import Check, Source, Status
from model.record import Record
from model.tables.told import READINGS, Cells

SAME = Phrase("文字{prose}与表格{cells}一致", "{prose} in prose agrees with {cells} in the table")
OTHER_READING = Phrase("文字{prose}与表格{cells}一致(按此口径)", "{prose} in prose agrees with {cells} in the table, in this reading")
DIFFERS = Phrase(
    "文字{prose}与表格{cells}不一致,相差{gap};口径不同或一处有误",
    "{prose} in prose, {cells} in the table, {gap} apart: another scope, or one of them is wrong",
)
BLANKS = Phrase(";空格按0计", "; blank cells counted as 0")
PLUS = Phrase(" + ", " + ")


def check_told(record: Record) -> list[Check]:
    """The checks of all fields that prose and tables both state."""
    checks: list[Check] = []
    for field, readings in READINGS.items():
        told = count(record, field)
        if told is None or told.value.source is not Source.PROSE:
            continue
        stated = [(cells, figures) for cells in readings if (figures := figures_of(record, cells)) is not None]
        unreadable = [cell for cell in readings[0] if is_unreadable(record, cell)]
        if stated or unreadable:
            checks.append(agreeing(told, stated) or (unknown(told, unreadable) if unreadable else differing(told, stated[0][1])))
    return checks


def printed_for(record: Record, readings: Sequence[Cells]) -> PrintedCells | None:
    """The cells of the likeliest reading that the form of the record's tables has; None where it has none."""
    cells = next((cells for cells in readings if all(cell in record.figures or cell in record.cells for cell in cells)), None)
    return printed(record, cells) if cells else None


def figures_of(record: Record, cells: Cells) -> list[Figure] | None:
    """The figures of cells, blank ones left out; None where one is unknown or all are blank."""
    found = printed(record, cells)
    return list(found.figures.values()) if found.figures and not found.missing else None


def agreeing(told: Figure, stated: Sequence[tuple[Cells, list[Figure]]]) -> Check | None:
    """The check that passes by the first reading that agrees."""
    for place, (cells, figures) in enumerate(stated):
        total = _total(figures)
        if abs(total - told.number) <= told.margin:
            words = OTHER_READING if place else SAME
            note = BLANKS if len(figures) < len(cells) else NOTHING
            message = words.fill(prose=told.phrase, cells=_phrase(figures)) + note
            return check_of(f"tables.{told.field}", Finding(Status.PASS, message, total, told.number), (told, *figures))
    return None


def unknown(told: Figure, unreadable: Sequence[str]) -> Check:
    """The check that cannot be made since cells of the likeliest reading could not be read."""
    finding = Finding(Status.NOT_APPLICABLE, UNKNOWN.fill(title=told.phrase, missing=names(unreadable)), None, told.number)
    return check_of(f"tables.{told.field}", finding, (told,), unreadable)


def differing(told: Figure, figures: Sequence[Figure]) -> Check:
    """The check against the likeliest reading, which does not agree."""
    total = _total(figures)
    message = DIFFERS.fill(prose=told.phrase, cells=_phrase(figures), gap=shown(abs(total - told.number)))
    return check_of(f"tables.{told.field}", Finding(Status.UNSURE, message, total, told.number), (told, *figures))


def _total(figures: Sequence[Figure]) -> Fraction:
    return sum((figure.number for figure in figures), Fraction(0))


def _phrase(figures: Sequence[Figure]) -> Phrase:
    if len(figures) > 2:
        first = name(figures[0].field)
        return (
            first
            + Phrase(f"等{len(figures)}格之和", f" and {len(figures) - 1} more, ")
            + Phrase(shown(_total(figures)), shown(_total(figures)))
        )
    return joined((figure.phrase for figure in figures), PLUS)
