"""Free tables: neighbouring lines with as many cells each, the first of which heads columns that are understood."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from model.borders import with_tabs
from model.facts import Time
from model.measures import Column, Measure, read_heading

_SEPARATORS = tuple(map(re.compile, (r"\t", r"[|│┃]", r"[^\S\n]{2,}", r"[^\S\n]")))
"""What parts the cells of a line: the first that the line has."""
_BARS = re.compile(r"^[^\S\n]*[|│┃]|[|│┃][^\S\n]*$")
_HEADERS = 2
"""Rows, the last of which may be the one that heads the columns."""


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
        return tuple(place for place, column in self.columns.items() if column.measure not in {Measure.UNIT, Measure.NOTE})


def find_free_tables(text: str, folded: str, own: int | None) -> tuple[FreeTable, ...]:
    """The free tables of a text whose columns are understood, in order.

    Args:
        text: as it was sent.
        folded: its folded text.
        own: the year of the report; None where it is not known.
    """
    lines = [cells for cells in _lines(with_tabs(text, folded)) if cells is None or any(cell.words.strip("-—=:") for cell in cells)]
    grids = [list(rows) for size, rows in groupby(lines, key=lambda cells: len(cells or ())) if size > 1]
    tables = (_read([row for row in grid if row], own) for grid in grids)
    return tuple(table for table in tables if table is not None)


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


def _read(grid: Sequence[tuple[Cell, ...]], own: int | None) -> FreeTable | None:
    for number in range(min(_HEADERS, len(grid) - 1)):
        header, *rows = grid[number:]
        columns = [read_heading(cell.words, own) for cell in header]
        label = next((place for place, column in enumerate(columns) if column is None), len(columns))
        headed = {place: column for place, column in enumerate(columns) if column is not None}
        if len(headed) == len(columns) - 1 and _is_plain(label, headed):
            return FreeTable(label, headed, header, tuple(rows))
    return None


def _is_plain(label: int, columns: Mapping[int, Column]) -> bool:
    """Whether no figure stands before the labels, and there are counts, those of this year in one column."""
    figures = {place: column for place, column in columns.items() if column.measure not in {Measure.UNIT, Measure.NOTE}}
    counts = [column.time for column in figures.values() if column.measure is Measure.COUNT]
    return min(figures, default=-1) > label and bool(counts) and counts.count(Time.CURRENT) <= 1
