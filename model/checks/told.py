"""What prose tells of the tables against the tables: the rules `tables.<field of prose>`.

A word of prose has more than one reading (收到 may mean what came in new, or that and what was carried in), so each field has the
cells that it may repeat, likeliest first. Where none agrees, another scope (the office itself against all that report under it)
may explain it as well as a slip.
"""

from collections.abc import Sequence

from model.checks.figure import Exact, Figure, apart
from model.checks.finding import Finding, check_of
from model.checks.ledger import Ledger
from model.checks.printed import UNKNOWN, PrintedCells, is_unreadable, printed
from model.checks.quantity import PLUS
from model.checks.wording import NOTHING, Phrase, joined, name, names, shown
from model.facts import Check, Status
from model.tables.told import READINGS, Cells

SAME = Phrase("文字{prose}与表格{cells}一致", "{prose} in prose agrees with {cells} in the table")
OTHER_READING = Phrase("文字{prose}与表格{cells}一致(按此口径)", "{prose} in prose agrees with {cells} in the table, in this reading")
CIRCULAR = Phrase(
    "文字{prose}与表格{cells}一致,但单元格的列位是据文字推定的,不能互证",
    "{prose} in prose agrees with {cells} in the table, whose columns were found by what prose tells: neither confirms the other",
)
DIFFERS = Phrase(
    "文字{prose}与表格{cells}不一致,相差{gap};口径不同或一处有误",
    "{prose} in prose, {cells} in the table, {gap} apart: another scope, or one of them is wrong",
)
BLANKS = Phrase(";空格按0计", "; blank cells counted as 0")


def check_told(ledger: Ledger) -> list[Check]:
    """The checks of all fields that prose and tables both state."""
    checks: list[Check] = []
    for field, readings in READINGS.items():
        told = ledger.told(field)
        if told is None:
            continue
        stated = [(cells, figures) for cells in readings if (figures := figures_of(ledger, cells)) is not None]
        unreadable = [cell for cell in readings[0] if is_unreadable(ledger, cell)]
        if stated or unreadable:
            checks.append(agreeing(ledger, told, stated) or (unknown(told, unreadable) if unreadable else differing(told, stated[0][1])))
    return checks


def printed_for(ledger: Ledger, readings: Sequence[Cells]) -> PrintedCells | None:
    """The cells of the likeliest reading that the form of the record's tables has; None where it has none."""
    cells = next((cells for cells in readings if ledger.cells.issuperset(cells)), None)
    return printed(ledger, cells) if cells else None


def figures_of(ledger: Ledger, cells: Cells) -> list[Figure] | None:
    """The figures of cells, blank ones left out; None where one is unknown or all are blank."""
    found = printed(ledger, cells) if ledger.cells.issuperset(cells) else None
    return list(found.figures.values()) if found and found.figures and not found.missing else None


def agreeing(ledger: Ledger, told: Figure, stated: Sequence[tuple[Cells, list[Figure]]]) -> Check | None:
    """The check that passes by the first reading that agrees; it tells nothing where all that agree were placed by what prose tells."""
    agree = [(place, *one) for place, one in enumerate(stated) if apart(_total(one[1]), told.number) <= told.margin]
    if not agree:
        return None
    place, cells, figures = next((one for one in agree if not _placed_by_prose(ledger, one[1])), agree[0])
    if _placed_by_prose(ledger, cells):
        status, words = Status.NOT_APPLICABLE, CIRCULAR
    else:
        status, words = Status.PASS, OTHER_READING if place else SAME
    message = words.fill(prose=told.phrase, cells=_phrase(figures)) + (BLANKS if len(figures) < len(cells) else NOTHING)
    return check_of(f"tables.{told.field}", Finding(status, message, _total(figures), told.number), (told, *figures))


def _placed_by_prose(ledger: Ledger, cells: Cells) -> bool:
    printed_cells = ledger.record.cells
    return any(cell in printed_cells and printed_cells[cell].told for cell in cells)


def unknown(told: Figure, unreadable: Sequence[str]) -> Check:
    """The check that cannot be made since cells of the likeliest reading could not be read."""
    finding = Finding(Status.NOT_APPLICABLE, UNKNOWN.fill(title=told.phrase, missing=names(unreadable)), None, told.number)
    return check_of(f"tables.{told.field}", finding, (told,), unreadable)


def differing(told: Figure, figures: Sequence[Figure]) -> Check:
    """The check against the likeliest reading, which does not agree."""
    total = _total(figures)
    message = DIFFERS.fill(prose=told.phrase, cells=_phrase(figures), gap=shown(apart(total, told.number)))
    return check_of(f"tables.{told.field}", Finding(Status.UNSURE, message, total, told.number), (told, *figures))


def _total(figures: Sequence[Figure]) -> Exact:
    return sum(figure.number for figure in figures)


def _phrase(figures: Sequence[Figure]) -> Phrase:
    if len(figures) > 2:
        first = name(figures[0].field)
        return (
            first
            + Phrase(f"等{len(figures)}格之和", f" and {len(figures) - 1} more, ")
            + Phrase(shown(_total(figures)), shown(_total(figures)))
        )
    return joined((figure.phrase for figure in figures), PLUS)
