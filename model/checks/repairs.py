"""What would make the failing identities of table 3 hold again: one cell changed, two cells joined, or a row moved by a column.

Nothing is ever changed by it: a repair is a hypothesis, that a cell was misread or that the report itself is wrong.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from model.checks.figure import is_blank
from model.checks.wording import Phrase, name
from model.facts import Cause, Change, Hypothesis
from model.record import Record, Value
from model.tables.forms import BALANCED, Form, result_rows

Numbers = NDArray[np.float64]

_LARGEST = 10**12

ONE_CELL = Phrase(
    "{cell}若为{proposed}而不是{found},该行与该列都成立", "if {cell} were {proposed} and not {found}, its row and its column would hold"
)
MISREAD = Phrase(";可能误读", "; it may have been misread")
WRONG = Phrase(";若原文如此,则报告有误", "; if it is printed so, the report is wrong")
JOINED = Phrase(
    "{cell}起相邻两格若为同一数{proposed},该行成立:数字可能被拆开",
    "if {proposed} from {cell} on was cut into two cells, the row would hold",
)
MOVED = Phrase(
    "{row}若{stretch}{side}移一列,该行与各列都成立:可能错列",
    "if the row {row}{stretch} were moved {side} by a column, it and all columns would hold",
)
WHOLE, FROM = Phrase("整行", ""), Phrase("自“{column}”起", " from the column {column} on")
SHIFTED = Phrase(
    "“{column}”列自{row}起若{side}移一行,各行与该列都成立:可能错行",
    "if the column {column} were moved {side} by a row from {row} on, it and all rows would hold",
)
UPWARDS, DOWNWARDS = Phrase("上", "up"), Phrase("下", "down")
TO_THE_LEFT, TO_THE_RIGHT = Phrase("左", "left"), Phrase("右", "right")


@dataclass(frozen=True, slots=True)
class Repair:
    """A change that makes identities hold, and what it would mean."""

    hypotheses: tuple[Hypothesis, ...]

    def touches(self, fields: Sequence[str]) -> bool:
        """Whether it changes one of the fields."""
        return any(change.field in fields for hypothesis in self.hypotheses for change in hypothesis.changes)


@dataclass(frozen=True, slots=True)
class Grid:
    """The numbers of table 3, blanks as zeros and unknown cells as NaN, rows in the order of the form."""

    form: Form
    record: Record
    numbers: Numbers

    def failing(self, numbers: Numbers) -> tuple[set[int], set[int]]:
        """The rows and the columns of which an identity fails; one with an unknown cell never does."""
        names = [row.name for row in self.form.rows]
        received, carried_in, total, carried_out = map(names.index, BALANCED)
        results = [names.index(row.name) for row in result_rows(self.form)]
        rows = _differ(numbers[:, :-1].sum(axis=1), numbers[:, -1])
        settled = _differ(numbers[results].sum(axis=0), numbers[total])
        balanced = _differ(numbers[received] + numbers[carried_in], numbers[total] + numbers[carried_out])
        return set(np.flatnonzero(rows).tolist()), set(np.flatnonzero(settled | balanced).tolist())

    def field(self, row: int, column: int) -> str:
        """The name of a cell."""
        return self.form.field(self.form.rows[row], self.form.rows[row].columns[column])

    def change(self, row: int, column: int, proposed: int) -> Change:
        """A change of a cell, with its place in the text where it has one."""
        field = self.field(row, column)
        figures = self.record.figures.get(field)
        value: Value | None = figures.count if figures else None
        start, end = (value.start, value.end) if value else (None, None)
        return Change(field, int(self.numbers[row, column]) if value else None, proposed, start, end)


def repairs_of(record: Record, form: Form) -> list[Repair]:
    """The repairs of the rows and columns of table 3 that fail; none of table 4, whose cells have one sum each."""
    if form.table != "table3":
        return []
    numbers = np.array([[_number(record, form.field(row, column)) for column in row.columns] for row in form.rows], np.float64)
    grid = Grid(form, record, numbers)
    rows, _ = grid.failing(numbers)
    shifted = [repair for column in range(numbers.shape[1]) for repair in _shifted(grid, sorted(rows), column)]
    return shifted or [repair for row in sorted(rows) for repair in _of_row(grid, row)]


def _differ(sums: Numbers, others: Numbers) -> NDArray[np.bool_]:
    known: NDArray[np.bool_] = ~np.isnan(sums - others)
    different: NDArray[np.bool_] = known & (sums != others)
    return different


def _number(record: Record, field: str) -> int | None:
    figures = record.figures.get(field)
    value = figures.count.value if figures and figures.count else None
    if value is None and is_blank(record, field):
        return 0
    return value if isinstance(value, int) and abs(value) < _LARGEST else None


def _of_row(grid: Grid, row: int) -> Iterator[Repair]:
    torn = [*_joined(grid, row), *_moved(grid, row)]
    single = list(_one_cell(grid, row))
    yield from torn
    if len(single) == 1 and not torn:
        yield single[0]


def _one_cell(grid: Grid, row: int) -> Iterator[Repair]:
    """The cells whose change makes the row hold, and their column, which fails now."""
    _, failing = grid.failing(grid.numbers)
    gap = int(grid.numbers[row, -1] - grid.numbers[row, :-1].sum())
    last = grid.numbers.shape[1] - 1
    for column in sorted(failing):
        proposed = int(grid.numbers[row, column]) + (gap if column < last else -gap)
        if proposed >= 0 and _repairs(grid, row, {column: proposed}):
            change = grid.change(row, column, proposed)
            words = ONE_CELL.fill(cell=name(change.field), proposed=str(proposed), found=str(change.found or 0))
            yield Repair(wrong_or_misread(change, words))


def wrong_or_misread(change: Change, words: Phrase) -> tuple[Hypothesis, ...]:
    """Both hypotheses on one cell: the report is wrong, or the cell was misread."""
    wrong, misread = words + WRONG, words + MISREAD
    return (
        Hypothesis(Cause.REPORT, (change,), wrong.zh, wrong.en),
        Hypothesis(Cause.MISREAD, (change,), misread.zh, misread.en),
    )


def _joined(grid: Grid, row: int) -> Iterator[Repair]:
    """Two neighbours that are one number cut in two, the cells behind them one column too far to the right."""
    numbers = [int(number) for number in grid.numbers[row]]
    for place in range(len(numbers) - 1):
        if numbers[place] <= 0 or numbers[place + 1] < 0:
            continue
        joined = int(f"{numbers[place]}{numbers[place + 1]}")
        parts = [*numbers[:place], joined, *numbers[place + 2 :]]
        for total in sorted({0, sum(parts)}):
            moved = [*parts, total]
            if _repairs(grid, row, dict(enumerate(moved))):
                changes = tuple(grid.change(row, column, number) for column, number in enumerate(moved) if number != numbers[column])
                words = JOINED.fill(cell=name(grid.field(row, place)), proposed=str(joined))
                yield Repair((Hypothesis(Cause.MISREAD, changes, words.zh, words.en),))


def _moved(grid: Grid, row: int) -> Iterator[Repair]:
    """Cells from some column on that are one column too far to a side: a zero was lost before them, or a blank came between.

    Of the moves by which the row and the moved columns hold, those that leave the fewest columns failing.
    """
    numbers = [int(number) for number in grid.numbers[row]]
    proposals: dict[tuple[int, ...], tuple[int, Phrase]] = {}
    for place in range(len(numbers)):
        kept = [*numbers[:place], *numbers[place + 1 :]]
        if numbers[-1] == 0 or not place:
            proposals.setdefault((*numbers[:place], numbers[-1], *numbers[place:-1]), (place, TO_THE_RIGHT))
        if numbers[place] == 0 or not place:
            for last in sorted({numbers[place], sum(kept)}):
                proposals.setdefault((*kept, last), (place, TO_THE_LEFT))
    mending = [moved for moved in proposals if list(moved) != numbers and _repairs(grid, row, dict(enumerate(moved)))]
    left = [_failing_with(grid, row, moved) for moved in mending]
    for moved, failing in zip(mending, left, strict=True):
        place, side = proposals[moved]
        if failing == min(left):
            changes = tuple(grid.change(row, column, number) for column, number in enumerate(moved) if number != numbers[column])
            label, start = grid.form.rows[row], grid.form.rows[row].columns[place]
            stretch = FROM.fill(column=Phrase(start.zh, start.en)) if place else WHOLE
            words = MOVED.fill(row=Phrase(label.label, label.en), stretch=stretch, side=side)
            yield Repair((Hypothesis(Cause.MISREAD, changes, words.zh, words.en),))


def _failing_with(grid: Grid, row: int, moved: Sequence[int]) -> int:
    """How many columns fail with other numbers in a row."""
    numbers = grid.numbers.copy()
    numbers[row] = moved
    return len(grid.failing(numbers)[1])


def _shifted(grid: Grid, rows: Sequence[int], column: int) -> Iterator[Repair]:
    """A stretch of a column that is one row too high or too low; the cell that it pushed out follows from its row."""
    if len(rows) < 2 or np.isnan(grid.numbers[rows[0] : rows[-1] + 1]).any():
        return
    first, last = rows[0], rows[-1]
    for step, lost, side in ((1, last, UPWARDS), (-1, first, DOWNWARDS)):
        numbers = grid.numbers.copy()
        numbers[first : last + 1, column] = np.roll(grid.numbers[first : last + 1, column], -step)
        numbers[lost, column] = _fitting(numbers[lost], column)
        if numbers[lost, column] >= 0 and not any(map(len, _failing_in(grid, numbers, column))):
            changed = first + np.flatnonzero(numbers[first : last + 1, column] != grid.numbers[first : last + 1, column])
            changes = tuple(grid.change(row, column, int(numbers[row, column])) for row in changed.tolist())
            label, row = grid.form.rows[first].columns[column], grid.form.rows[first]
            words = SHIFTED.fill(column=Phrase(label.zh, label.en), row=Phrase(row.label, row.en), side=side)
            yield Repair((Hypothesis(Cause.MISREAD, changes, words.zh, words.en),))


def _fitting(row: Numbers, column: int) -> float:
    """What a cell has to be for its row to hold."""
    parts = float(row[:-1].sum())
    return parts if column == len(row) - 1 else float(row[column] + row[-1]) - parts


def _failing_in(grid: Grid, numbers: Numbers, column: int) -> tuple[set[int], set[int]]:
    """The rows that fail with these numbers, and the column if it does."""
    rows, columns = grid.failing(numbers)
    return rows, columns & {column}


def _repairs(grid: Grid, row: int, proposed: dict[int, int]) -> bool:
    """Whether the row holds with the proposed numbers, and each changed column, one of which at least fails now."""
    numbers = grid.numbers.copy()
    for column, number in proposed.items():
        numbers[row, column] = number
    changed = set(np.flatnonzero(numbers[row] != grid.numbers[row]).tolist())
    _, failing = grid.failing(grid.numbers)
    rows, columns = grid.failing(numbers)
    return bool(changed & failing) and row not in rows and not changed & columns
