"""Free tables: neighbouring lines with as many cells each, the first of which heads columns that are understood."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from model.characters import keep_tabs
from model.facts import Time
from model.measures import Column, Measure, read_heading
from model.tables.cells import PLACEHOLDERS, SIGNS
from model.units import UNIT_NAMES, UNITS

_SEPARATORS = tuple(map(re.compile, (r"\t", r"[|│┃]", r"[^\S\n]{2,}", r"[^\S\n]")))
"""What parts the cells of a line: the first that the line has."""
_PARTED = re.compile(r"[\s|│┃]")
"""What a line of more than one cell has; most lines have none of it."""
_BARS = re.compile(r"^[^\S\n]*[|│┃]|[|│┃][^\S\n]*$")
FIGURE = re.compile(rf"(?P<sign>{SIGNS}|增长|上升|下降)?\d[\d,]*(?:\.\d+)?[万亿]?%?(?P<unit>{UNIT_NAMES})?")
"""A number with its sign, scale and unit."""
_NOTHING = re.compile(f"{PLACEHOLDERS}|零")
_LEAST_STACKED = 3
"""Cells of a row with a cell a line: a label with one figure needs no heading."""
_NO_FIGURE = {Measure.UNIT, Measure.NOTE, Measure.ASIDE}


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
    def cells(self) -> Iterator[Cell]:
        """The cells of which it is told what stands in them, in order: all but remarks."""
        for row in (self.header, *self.rows):
            yield from (
                cell for place, cell in enumerate(row) if place not in self.columns or self.columns[place].measure is not Measure.NOTE
            )

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
    lines = [cells for cells in _lines(keep_tabs(text, folded)) if any(cell.words.strip("-—=:") for cell in cells)]
    lines = [_with_corner(cells, below, own) for cells, below in pairwise([*lines, ()])]
    grids: list[Sequence[tuple[Cell, ...]]] = []
    for size, group in groupby(lines, key=len):
        rows = list(group)
        grids += [rows] if size > 1 else _stacked([cell for row in rows for cell in row], own)
    return tuple(table for grid in grids for table in (tuple(_read(grid, own)) or _read(_turned(grid), own)))


def _with_corner(cells: tuple[Cell, ...], below: Sequence[Cell], own: int | None) -> tuple[Cell, ...]:
    """A line; one of headings with as many figures below it, behind a label, with a blank cell above that label."""
    if len(cells) < 2 or len(below) != len(cells) + 1 or not _is_row(below, len(below)):
        return cells
    columns = [read_heading(cell.words, own) for cell in cells]
    headed = all(column is not None and column.measure not in _NO_FIGURE for column in columns)
    return (Cell(cells[0].start, cells[0].start, ""), *cells) if headed else cells


def _turned(grid: Sequence[tuple[Cell, ...]]) -> list[tuple[Cell, ...]]:
    """The columns of a grid as rows, if all but its first row are a label and figures, for a table with a column for each field."""
    return list(zip(*grid, strict=True)) if all(_is_row(row, len(row)) for row in grid[1:]) else []


def _stacked(cells: Sequence[Cell], own: int | None) -> Iterator[list[tuple[Cell, ...]]]:
    """The rows of tables with a cell a line, whose headings tell how many cells a row has; none where the last row is not whole."""
    headed = [*(read_heading(cell.words, own) is not None for cell in cells), False]
    place = 0
    while place < len(cells) - 1:
        head, place = place, headed.index(False, place + 1)
        width = place - head
        if width < _LEAST_STACKED:
            continue
        rows = [tuple(cells[head:place])]
        while _is_row(cells[place : place + width], width):
            rows.append(tuple(cells[place : place + width]))
            place += width
        if place == len(cells) or not _holds_value(cells[place]):
            yield rows


def _is_row(cells: Sequence[Cell], width: int) -> bool:
    """Whether lines are a label and as many figures as there are headings; a unit may stand among these."""
    if len(cells) < width or _holds_value(cells[0]):
        return False
    return all(_holds_value(cell) or cell.words in UNITS for cell in cells[1:])


def _holds_value(cell: Cell) -> bool:
    return any(one.fullmatch(cell.words) for one in (FIGURE, _NOTHING))


def _lines(tabbed: str) -> Iterator[tuple[Cell, ...]]:
    """The cells of each line with something on it."""
    for line in re.finditer(r"[^\n]+", tabbed):
        printed = line.group()
        if _PARTED.search(printed) is None:
            yield (Cell(*line.span(), printed),)
            continue
        whole = _BARS.sub(lambda match: " " * len(match.group()), printed) if "\t" not in printed else printed
        inside = whole.strip(" ")
        separator = next((one for one in _SEPARATORS if one.search(inside)), None)
        yield tuple(_cells(whole, line.start(), separator))


def _cells(line: str, base: int, separator: re.Pattern[str] | None) -> Iterator[Cell]:
    first, last = len(line) - len(line.lstrip(" ")), len(line.rstrip(" "))
    for match in separator.finditer(line, first, last) if separator else ():
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
