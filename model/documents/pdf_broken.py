"""Numbers that a narrow column without lines broke over several lines, told from numbers of several rows."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise
from math import inf

from model.documents.pdf_columns import Columns
from model.documents.pdf_lines import Line
from model.documents.pdf_tables import PADDING, joined
from model.documents.pdf_words import is_value

Widths = Mapping[int, float]
"""By column: how wide a value may be, in points."""

_SLACK = 0.1
"""A value is wider than another from so many points on."""
_CLOSEST, _FARTHEST = 0.9, 2.1
"""Lines of one cell are so many sizes of the font apart."""
_NUMBER = re.compile(r"[+\-−增减]?(?:\d{1,3}(?:,\d{3})*,\d{1,3}|[1-9]\d*)(?:\.\d+)?")
"""A number, or its beginning."""


def widths_of(values: Sequence[Mapping[int, Line]], columns: Columns) -> Widths:
    """The widths by the widest value of each column and by the room up to its neighbours; `values` are those of each line by column."""
    found: dict[int, float] = defaultdict(float)
    for column, part in (item for of_line in values for item in of_line.items()):
        found[column] = max(found[column], part.right - part.left, _room(columns, column) - PADDING)
    return found


def _room(columns: Columns, column: int) -> float:
    """The width of a column; of the first and the last, as labels and nothing stand beside these, by how far the next one is."""
    last = len(columns.values)
    if last == 1:
        return inf
    if column not in {1, last}:
        return columns.edges[column + 1] - columns.edges[column]
    (left, right), (next_left, next_right) = columns.values[column - 1], columns.values[1 if column == 1 else last - 2]
    return min(abs(next_left - left), abs(next_right - right))


def is_broken(cells: Mapping[int, Sequence[Line]], widths: Widths) -> bool:
    """Whether those cells of a row that have several lines certainly hold one number each.

    Others of its cells have a single line, and all lines but the last are full or broken at a comma: two rows hardly have values under
    each other in full columns alone.
    """
    several = {column: parts for column, parts in cells.items() if len(parts) > 1}
    return len(several) < len(cells) and all(_is_number(parts, widths[column]) for column, parts in several.items())


def _is_number(parts: Sequence[Line], width: float) -> bool:
    near = all(_CLOSEST * two.size <= two.baseline - one.baseline <= _FARTHEST * two.size for one, two in pairwise(parts))
    return (
        near
        and all(_goes_on(*pair, width) for pair in pairwise(parts))
        and _NUMBER.fullmatch("".join(part.text for part in parts)) is not None
    )


def _goes_on(above: Line, below: Line, width: float) -> bool:
    """Whether a line of a cell has the next digits of the one above: there was no room for one of them, or a comma stands between."""
    digits = sum(character.isdigit() for character in above.text)
    longer = above.right - above.left + below.glyphs[0].right - below.glyphs[0].left
    return above.text[-1] == "," or below.text[0] == "," or (digits > 1 and longer > width + _SLACK)


def in_one_cell(parts: Sequence[Line], broken: bool) -> str:
    """The text of a cell's lines; values that are not certainly one number stay apart, and so make it unreadable."""
    text = ""
    for part in parts:
        apart = not broken and bool(text) and is_value(part)
        text = f"{text} {part.text}" if apart else joined(text, part.text, True)
    return text
