"""Tables as flattened text, in the shapes in which copies of pages have them. The cells come in the order of the table in all of them."""

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from training.rendering.grid import Grid, Spans
from training.rendering.typeset import Placing, typeset
from training.rendering.wear import drop_blanks, repeat_header, wear_labels

_PAGE_BREAK = 0.15
_HEADER_AGAIN = 0.1
_LONG = 8
"""Rows of a table that may run over a page."""
_PAGE_NUMBERS = ("- {} -", "— {} —", "第{}页")


class Shape(StrEnum):
    """How a table became text."""

    BAR_ROWS = "bar_rows"
    BAR_ENDS = "bar_ends"
    BARS_ALONE = "bars_alone"
    SPACED_LINES = "spaced_lines"
    BARE_LINES = "bare_lines"
    PDF = "pdf"
    TABS = "tabs"
    ONE_LINE = "one_line"


@dataclass(frozen=True, slots=True)
class Habits:
    """What all tables of one copy have in common.

    `edge` begins a row between bars and so many bars end it; `rule` says that a rule stands below its first row.
    """

    spans: Spans
    placing: Placing
    edge: str
    ends: int
    rule: bool
    bar: str
    separator: str


def draw_habits(source: random.Random) -> Habits:
    """The habits of one copy."""
    return Habits(
        spans=source.choice(list(Spans)),
        placing=source.choice(list(Placing)),
        edge=source.choice(("| ", "")),
        ends=source.choice((1, 1, 2, 3, 4)),
        rule=source.random() < 0.3,
        bar=source.choice((" |", "|")),
        separator=source.choice((" | ", " ", "|")),
    )


def flatten(grid: Grid, shape: Shape, source: random.Random, habits: Habits, dropped: bool = False) -> str:
    """The table as text, worn as copies are; with `dropped` blank cells leave no trace, as they never do in bare lines and in PDF text."""
    grid = wear_labels(grid, source)
    if shape is Shape.PDF:
        return pdf_text(grid, source, habits)
    grid = grid.without_spans(habits.spans)
    if len(grid.rows) > _LONG and source.random() < _HEADER_AGAIN:
        grid = repeat_header(grid, source)
    return _SHAPES[shape](drop_blanks(grid) if dropped else grid, source, habits)


def bar_rows(grid: Grid, source: random.Random, habits: Habits) -> str:
    """A row on a line, cells parted by bars, empty cells at the end, a rule below the first row now and then."""
    rows = [f"{habits.edge}{' | '.join(row)}{' |' * habits.ends}" for row in _texts(grid)]
    if habits.rule:
        rows.insert(1, "|" + "---|" * grid.width)
    return "\n".join(_paged(rows, source))


def bar_ends(grid: Grid, source: random.Random, habits: Habits) -> str:
    """A cell on a line, with a bar at the line's end."""
    return "\n".join(_paged(["\n".join(f"{text}{habits.bar}".lstrip(" ") for text in row) for row in _texts(grid)], source))


def bars_alone(grid: Grid, source: random.Random, _: Habits) -> str:
    """A cell on a line and the bar behind it on the next."""
    return "\n".join(_paged(["\n".join(f"{text}\n|" if text else "|" for text in row) for row in _texts(grid)], source))


def spaced_lines(grid: Grid, source: random.Random, _: Habits) -> str:
    """A cell on a line, with blank lines between."""
    return "\n\n".join(_paged(["\n\n".join(row) for row in _texts(grid)], source))


def bare_lines(grid: Grid, _source: random.Random, _: Habits) -> str:
    """A cell on a line, without blank lines; a label that came before is left out."""
    seen: set[str] = set()
    lines: list[str] = []
    for cell in (cell for row in grid.rows for cell in row if cell.text):
        if cell.field or cell.text not in seen:
            lines.append(cell.text)
            seen.add(cell.text)
    return "\n".join(lines)


def tabbed(grid: Grid, _source: random.Random, _: Habits) -> str:
    """A row on a line, cells parted by tabs, as pasted from a word processor."""
    return "\n".join("\t".join(row) for row in _texts(grid))


def one_line(grid: Grid, _: random.Random, habits: Habits) -> str:
    """All cells on one line, with bars or spaces between."""
    return habits.separator.join(text.replace("\n", "") for row in _texts(grid) for text in row)


def pdf_text(grid: Grid, source: random.Random, habits: Habits) -> str:
    """The lines as a PDF has them: values parted by spaces, labels wrapped around their values, narrow headers interleaved."""
    return "\n".join(_paged(typeset(grid, habits.placing, source), source))


_SHAPES: dict[Shape, Callable[[Grid, random.Random, Habits], str]] = {
    Shape.BAR_ROWS: bar_rows,
    Shape.BAR_ENDS: bar_ends,
    Shape.BARS_ALONE: bars_alone,
    Shape.SPACED_LINES: spaced_lines,
    Shape.BARE_LINES: bare_lines,
    Shape.TABS: tabbed,
    Shape.ONE_LINE: one_line,
}


def _texts(grid: Grid) -> Iterator[list[str]]:
    for row in grid.rows:
        yield [cell.text for cell in row]


def _paged(rows: Sequence[str], source: random.Random) -> list[str]:
    """The rows, now and then with the number of a page between two of them."""
    if len(rows) < 4 or source.random() >= _PAGE_BREAK:
        return list(rows)
    place = source.randrange(2, len(rows))
    return [*rows[:place], source.choice(_PAGE_NUMBERS).format(source.randint(2, 9)), *rows[place:]]
