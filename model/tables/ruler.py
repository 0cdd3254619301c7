"""Table 3 in columns of fixed width, as `pdftotext -layout` prints it: blank cells are spaces, and values stand below their headers."""

import re
from collections.abc import Callable, Sequence
from itertools import pairwise
from unicodedata import east_asian_width

from model.tables.forms import APPLICANTS

_HEADER = re.compile(r" {2,}".join(column.zh for column in APPLICANTS))
_ROW = re.compile(r"^(?P<label>[^\n。]*[\u4e00-\u9fff)\"])(?P<values>(?: {2,}\d{1,9})+) *$", re.MULTILINE)
_MOST_ROWS, _LONGEST = 25, 12_000
"""Of the form of 2021, and characters from the header to their end."""
_CLEAR = 2
"""So much nearer, in columns of the page, a value must be to its header than to any other."""

Extent = tuple[int, int]
"""The columns of the page from a first one up to the one behind the last."""
Measure = Callable[[str], int]
"""How many columns of the page a text takes."""


def with_columns_parted(text: str, folded: str) -> str:
    """The folded text of `text` with tabs among the spaces of such rows, as many as parts of the row they stand between.

    It stays as it is where a value is not clearly below one header, or where a row does not add up.
    """
    header = _HEADER.search(folded)
    if header is None:
        return folded
    rows = list(_ROW.finditer(folded, header.end(), header.end() + _LONGEST))[:_MOST_ROWS]
    ways = {way for measure in (_shown, len) if (way := _columns(text, folded, header, rows, measure)) is not None}
    if len(ways) != 1:
        return folded
    parted = list(folded)
    for row, columns in zip(rows, ways.pop(), strict=True):
        position = row.end("label")
        for value, (before, column) in zip(re.finditer(r"\d+", row["values"]), pairwise((-1, *columns)), strict=True):
            parted[position : position + column - before] = "\t" * (column - before)
            position = row.start("values") + value.end()
    return "".join(parted)


def _shown(text: str) -> int:
    """Columns where Chinese characters take two each."""
    return len(text) + sum(east_asian_width(character) in "WF" for character in text)


def _columns(
    text: str, folded: str, header: re.Match[str], rows: Sequence[re.Match[str]], measure: Measure
) -> tuple[tuple[int, ...], ...] | None:
    """The column of each value of each row; None where one has none or the values of a row make no total."""
    headers = [_extent(text, header.start() + name.start(), header.start() + name.end(), measure) for name in _names(header.group())]
    out: list[tuple[int, ...]] = []
    for row in rows:
        values = [(row.start("values") + value.start(), row.start("values") + value.end()) for value in re.finditer(r"\d+", row["values"])]
        columns = [_nearest(_extent(text, *value, measure), headers) for value in values]
        numbers = {column: int(folded[start:end]) for column, (start, end) in zip(columns, values, strict=True)}
        apart = columns[0] is not None and values[0][0] - row.end("label") > columns[0]
        if not apart or None in numbers or len(numbers) < len(values) or 2 * numbers.get(len(headers) - 1, 0) != sum(numbers.values()):
            return None
        out.append(tuple(column for column in columns if column is not None))
    return tuple(out) or None


def _names(header: str) -> list[re.Match[str]]:
    return list(re.finditer(r"\S+", header))


def _extent(text: str, start: int, end: int, measure: Measure) -> Extent:
    first = measure(text[text.rfind("\n", 0, start) + 1 : start])
    return first, first + measure(text[start:end])


def _nearest(value: Extent, headers: Sequence[Extent]) -> int | None:
    """The header that is clearly the nearest to a value."""
    distances = [max(0, first - value[1], value[0] - end) for first, end in headers]
    nearest = min(distances)
    near = [place for place, distance in enumerate(distances) if distance < nearest + _CLEAR]
    return near[0] if len(near) == 1 else None
