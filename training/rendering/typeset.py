"""Sets a table in columns of so many characters and reads it off line by line, as the text of a PDF is read off."""

import random
from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import accumulate
from typing import NamedTuple

from training.rendering.grid import Grid, GridCell

_LABEL_WIDTHS = (1, 4, 12)
"""Of a group of groups, a group, a row."""
_LINES_OF_VALUES = (18, 24, 32)
"""Characters that all the columns of values have together."""


class Placing(StrEnum):
    """Where the values of a row stand whose label has several lines."""

    BETWEEN = "between"
    BESIDE = "beside"
    ABOVE = "above"


class _Fragment(NamedTuple):
    """One line of a cell; `height` counts half lines from the top."""

    height: int
    column: int
    text: str
    header: bool


def typeset(grid: Grid, placing: Placing, source: random.Random) -> list[str]:
    """The lines of the table; those of its header run together now and then."""
    widths = _widths(grid, source)
    heights = _row_heights(grid, widths)
    tops = [0, *accumulate(2 * height for height in heights)]
    lines: dict[int, list[_Fragment]] = {}
    for number, column, cell in grid.places():
        top, bottom = tops[number], tops[number + cell.rows]
        for fragment in _fragments(cell, column, (top, bottom), _wrapped(cell, column, widths), placing):
            lines.setdefault(fragment.height, []).append(fragment._replace(header=number < grid.headers))
    header_gap = source.choice((" ", ""))
    return [_joined(sorted(lines[height], key=lambda one: one.column), header_gap) for height in sorted(lines)]


def _joined(fragments: Sequence[_Fragment], header_gap: str) -> str:
    gap = header_gap if all(one.header for one in fragments) else " "
    return gap.join(one.text for one in fragments)


def _fragments(cell: GridCell, column: int, room: tuple[int, int], texts: Sequence[str], placing: Placing) -> Iterator[_Fragment]:
    """The lines of a cell, in the middle of its height."""
    top, bottom = room
    first = top + (bottom - top - 2 * len(texts)) // 2
    if cell.field and placing is Placing.ABOVE and first > top:
        first = top - 1
    for line, text in enumerate(texts):
        height = first + 2 * line
        yield _Fragment(height - height % 2 if placing is Placing.BESIDE else height, column, text, False)


def _wrapped(cell: GridCell, column: int, widths: Sequence[int]) -> list[str]:
    """The lines of a cell's text; values are never broken."""
    if cell.field or not cell.text:
        return [cell.text] if cell.text else []
    width, text = sum(widths[column : column + cell.columns]), cell.text.replace("\n", "")
    return [text[start : start + width] for start in range(0, len(text), width)]


def _widths(grid: Grid, source: random.Random) -> list[int]:
    """The width of each column, in characters."""
    columns = grid.width
    values = len({column + right for _, column, cell in grid.places() if cell.field for right in range(cell.columns)})
    labels = columns - values
    return [*_LABEL_WIDTHS[len(_LABEL_WIDTHS) - labels :], *[max(1, source.choice(_LINES_OF_VALUES) // values)] * values]


def _row_heights(grid: Grid, widths: Sequence[int]) -> list[int]:
    """The lines that each row needs; what a cell over several rows needs beyond them is added to the last."""
    heights = [1] * len(grid.rows)
    for number, column, cell in sorted(grid.places(), key=lambda place: place[2].rows):
        last = number + cell.rows - 1
        missing = len(_wrapped(cell, column, widths)) - sum(heights[number : last + 1])
        heights[last] += max(0, missing)
    return heights
