"""What prose says of a cell whose sum does not hold, and how badly copied cells were put together."""

import re
from collections.abc import Iterator, Sequence

from model.characters import fold
from model.checks.figure import Figure
from model.checks.ledger import Ledger
from model.checks.printed import PrintedCells
from model.checks.repairs import wrong_or_misread
from model.checks.wording import Phrase, name
from model.facts import Cause, Change, Hypothesis
from model.tables.told import READINGS

TOLD = {cells[0]: field for field, (cells, *_) in READINGS.items() if len(cells) == 1}
"""Of each cell the field of prose that repeats it."""

_TORN = re.compile(r"\d[\s|]+\d")

AS_TOLD = Phrase(
    "{cell}若为{proposed}(文字如此说)而不是{found},该式成立",
    "if {cell} were {proposed}, as prose has it, and not {found}, the sum would hold",
)
JOINED = Phrase(
    "“{text}”分在两处,并作{cell}{proposed}时各数之和才成立:数字可能被拆开",
    "“{text}” stands apart and was read as one number, {cell} {proposed}, since the sum holds so: it may have been cut in two",
)
DISPLACED = Phrase(
    "{row}的数字在原文中不与其他各行对齐,按勾稽关系读作{numbers}:可能错列",
    "{row} is not in line with the other rows of the text and was read as {numbers}, since the sums hold so: it may have moved by a column",
)


def told_otherwise(ledger: Ledger, cells: PrintedCells, adds: dict[str, int], gap: int) -> tuple[Hypothesis, ...]:
    """The hypotheses on each cell that would mend a sum if it were what prose says.

    Args:
        adds: the cells of the sum, 1 where a greater cell closes the gap, −1 where a smaller one does.
        gap: how much has to be added.
    """
    return tuple(hypothesis for field, sign in adds.items() for hypothesis in _as_told(ledger, cells, field, sign * gap))


def _as_told(ledger: Ledger, cells: PrintedCells, field: str, by: int) -> Iterator[Hypothesis]:
    told = ledger.told(TOLD[field]) if field in TOLD else None
    figure = cells.figures.get(field)
    found = figure.number if figure else 0
    if told is None or told.number != found + by:
        return
    place = (figure.value.start, figure.value.end) if figure else (None, None)
    change = Change(field, int(found) if figure else None, int(told.number), *place)
    yield from wrong_or_misread(change, AS_TOLD.fill(cell=name(field), proposed=str(change.proposed), found=str(int(found))))


def displaced(ledger: Ledger, fields: Sequence[str], title: Phrase) -> tuple[Hypothesis, ...]:
    """The hypothesis that a row was copied into other columns, if all its cells say so."""
    cells = ledger.record.cells
    if not all(field in cells and cells[field].displaced for field in fields):
        return ()
    changes = tuple(_as_read(field, ledger.counts.get(field)) for field in fields)
    words = DISPLACED.fill(row=title, numbers=" ".join(str(change.proposed) for change in changes))
    return (Hypothesis(Cause.MISREAD, changes, words.zh, words.en),)


def _as_read(field: str, figure: Figure | None) -> Change:
    if figure is None:
        return Change(field, None, 0, None, None)
    return Change(field, None, int(figure.number), figure.value.start, figure.value.end)


def torn(cells: PrintedCells) -> tuple[Hypothesis, ...]:
    """One hypothesis for each cell that was put together from two."""
    return tuple(_joined(cells, field) for field in cells.inferred if _TORN.search(fold(cells.figures[field].value.text or "")))


def _joined(cells: PrintedCells, field: str) -> Hypothesis:
    figure = cells.figures[field]
    text = " ".join((figure.value.text or "").replace("|", " ").split())
    words = JOINED.fill(cell=name(field), text=text, proposed=str(int(figure.number)))
    return Hypothesis(Cause.MISREAD, (_as_read(field, figure),), words.zh, words.en)
