"""Free tables: neighbouring lines with as many cells each, the first of which heads columns that are understood."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from model.borders import with_tabs
from model.facts import Time
from model.measures import Column, Measure, read_heading

_SEPARATORS = tuple(map(re.compile, (r"\t", r"[|│┃]", r"[^\S\n]{2,}", r"[^\S\n]")))
"""What parts the cells of a line: the first that the line has."""
_BARS = re.compile(r"^[^\S\n]*[|│┃]|[|│┃][^\S\n]*$")
_NO_FIGURE = {Measure.UNIT, Measure.NOTE}


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a line: its stretch of the text, and what stands there without white space."""

    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class FreeTable:
    """A free table: the column of labels, the headed columns behind it by their places, and the rows; `header` is the row above these."""

    label: int
    columns: Mapping[int, Column]
    header: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]

    @property
    def start(self) -> int:
        """First offset of its header."""
        return self.header[0].start

    @property
    def end(self) -> int:
        """Offset behind its last row."""
        return self.rows[-1][-1].end

    @property
    def figures(self) -> tuple[int, ...]:
        """The places of columns that hold figures."""
        return tuple(place for place, column in self.columns.items() if column.measure not in _NO_FIGURE)


def find_free_tables(text: str, folded: str, own: int | None) -> tuple[FreeTable, ...]:
    """The free tables of a text whose columns are understood, in order.

    Args:
        text: as it was sent.
        folded: its folded text.
        own: the year of the report; None where it is not known.
    """
    lines = [cells for cells in _lines(with_tabs(text, folded)) if cells is None or any(cell.words.strip("-—=:") for cell in cells)]
    grids = [list(rows) for size, rows in groupby(lines, key=lambda cells: len(cells or ())) if size > 1]
    return tuple(table for grid in grids for table in _read([row for row in grid if row], own))


def _lines(tabbed: str) -> Iterator[tuple[Cell, ...] | None]:
    """The cells of each line with something on it, None of a line that has no two."""
    for line in re.finditer(r"[^\n]*\S[^\n]*", tabbed):
        whole = _BARS.sub(lambda match: " " * len(match.group()), line.group()) if "\t" not in line.group() else line.group()
        separator = next((one for one in _SEPARATORS if one.search(whole.strip(" "))), None)
        yield tuple(_cells(whole, line.start(), separator)) if separator else None


def _cells(line: str, base: int, separator: re.Pattern[str]) -> Iterator[Cell]:
    first, last = len(line) - len(line.lstrip(" ")), len(line.rstrip(" "))
    for match in separator.finditer(line, first, last):
        yield _cell(line, base, first, match.start())
        first = match.end()
    yield _cell(line, base, first, last)


def _cell(line: str, base: int, first: int, last: int) -> Cell:
    return Cell(base + first, base + last, "".join(line[first:last].split()))


def _read(grid: Sequence[tuple[Cell, ...]], own: int | None) -> Iterator[FreeTable]:
    """The tables of neighbouring rows, each from its header to the next one."""
    heads = {number: head for number, row in enumerate(grid) if (head := _head(row, own)) and (number == 0 or not _is_bare(row))}
    for number, end in pairwise([*heads, len(grid)]):
        label, columns = heads[number]
        if end - number > 1:
            yield FreeTable(label, columns, grid[number], tuple(grid[number + 1 : end]))


def _head(row: Sequence[Cell], own: int | None) -> tuple[int, Mapping[int, Column]] | None:
    """The place of the labels and the columns of the others, None of a row that does not head any."""
    read = [read_heading(cell.words, own) for cell in row]
    columns = {place: column for place, column in enumerate(read) if column is not None}
    if len(columns) < len(read) - 1 or None not in read:
        return None
    label = read.index(None)
    figures = {place: column for place, column in columns.items() if column.measure not in _NO_FIGURE}
    counts = [column.time for column in figures.values() if column.measure is Measure.COUNT]
    # Figures before their labels, or two that both count this year, are another kind of table.
    return (label, columns) if counts and min(figures) > label and counts.count(Time.CURRENT) <= 1 else None


def _is_bare(row: Sequence[Cell]) -> bool:
    """Whether a row has nothing but numbers behind its first cell: years there may be counts."""
    return all(cell.words.isdigit() for cell in row[1:])
