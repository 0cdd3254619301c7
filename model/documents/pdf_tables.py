"""Tables of a page: cells between lines, with the words that stand in them."""

import re
from bisect import bisect
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from model.characters import cjk_of
from model.documents.document import goes_on
from model.documents.pdf_geometry import Glyph, Page
from model.documents.pdf_lattice import NEAR, Lattice, lattices_of
from model.documents.pdf_layout import Cells, without_layout
from model.documents.pdf_lines import Line, lines_of
from model.documents.pdf_words import numbers_of

_ALIKE = 0.15
"""By so much, as a share, the height of a blank row may differ from that of the others."""
PADDING = 12.0
"""What cells keep free on both sides together, in points; Word's default is 10.8."""
_HAIR = 0.05
"""A line that is no nearer to the ends of a digit, in sizes of the font, goes through it."""
_SPACED_OUT = re.compile(r"\S(?:\s+\S)*")
_LATIN = re.compile(r"[A-Za-z]")


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell from `row` on, between two places of the page; `full` where its last line leaves no room for one more character."""

    text: str
    row: int
    rows: int
    left: float
    right: float
    full: bool = False

    @property
    def end(self) -> int:
        """The row after its last."""
        return self.row + self.rows

    def beside(self, other: "TableCell") -> bool:
        """Whether both cover the same columns."""
        return abs(self.left - other.left) <= NEAR and abs(self.right - other.right) <= NEAR


@dataclass(frozen=True, slots=True)
class Table:
    """A table of a page, or one that goes on over several; `top` and `bottom` are its places on the first page.

    `ruled` says that lines part its cells; of others it is not known what a page's end cuts.
    """

    top: float
    bottom: float
    xs: tuple[float, ...]
    rows: int
    cells: tuple[TableCell, ...]
    open_top: bool = False
    open_bottom: bool = False
    ruled: bool = True

    def texts(self) -> list[list[str]]:
        """What stands in the cells, each in the row where it begins, from left to right."""
        found: list[list[str]] = [[] for _ in range(self.rows)]
        for cell in sorted(self.cells, key=lambda cell: (cell.row, cell.left)):
            found[cell.row].append(cell.text)
        return found


def ruled_tables(page: Page) -> tuple[list[Table], list[Glyph]]:
    """The tables of a page that lines form, from the top down, and the characters outside of them."""
    lattices = [part for lattice in lattices_of(page.rules) for part in without_layout(lattice, page.glyphs)]
    # A table inside a cell of another takes its characters first.
    smallest = sorted(map(Cells, lattices), key=lambda cells: _area(cells.lattice))
    inside: dict[Cells, dict[int, list[Glyph]]] = {cells: defaultdict(list) for cells in smallest}
    outside: list[Glyph] = []
    xs = sorted(x for lattice in lattices for x in lattice.xs)
    for number in numbers_of(page.glyphs):
        is_cut = _is_cut(number, xs)
        for glyph in number:
            standing = number[len(number) // 2] if is_cut else glyph
            found = next(((cells, place) for cells in smallest if (place := cells.place(standing)) is not None), None)
            if found is None:
                outside.append(glyph)
            else:
                inside[found[0]][found[1]].append(glyph)
    tables = [_table(cells.lattice, glyphs) for cells, glyphs in inside.items() if glyphs]
    return sorted(tables, key=lambda table: (table.top, table.xs[0])), outside


def _is_cut(number: Sequence[Glyph], xs: Sequence[float]) -> bool:
    """Whether one of the lines goes through a digit of a number, which so is too wide for its cell, and not between two numbers."""
    edges = (number[0].left, *(glyph.right for glyph in number))
    crossing = xs[bisect(xs, edges[0]) : bisect(xs, edges[-1])]
    return any(min(abs(x - edge) for edge in edges) > _HAIR * number[0].size for x in crossing)


def _area(lattice: Lattice) -> float:
    return (lattice.xs[-1] - lattice.xs[0]) * (lattice.ys[-1] - lattice.ys[0])


def _table(lattice: Lattice, inside: Mapping[int, list[Glyph]]) -> Table:
    xs, ys = lattice.xs, lattice.ys
    empty = (TableCell("", box.row, box.rows, xs[box.column], xs[box.column + box.columns]) for box in lattice.boxes)
    lines = {place: lines_of(glyphs) for place, glyphs in inside.items()}
    spaced = _is_spaced_out([line for of_cell in lines.values() for line in of_cell])
    cells = tuple(_filled(cell, lines.get(place, []), spaced) for place, cell in enumerate(empty))
    rows = _rows_of(lattice, {cell.row for cell in cells if cell.text})
    # An open row without words holds nothing that the other page could continue.
    open_top, open_bottom = lattice.open_top and 0 in rows, lattice.open_bottom and len(ys) - 2 in rows
    return Table(ys[0], ys[-1], xs, len(rows), _in_rows(cells, rows), open_top, open_bottom)


def _rows_of(lattice: Lattice, worded: set[int]) -> list[int]:
    """The rows in which a cell with words begins, and blank ones as high as most of these.

    Others are what is left between lines that do not quite meet, as Chromium draws them at a page's end.
    """
    heights = [below - above for above, below in pairwise(lattice.ys)]
    usual = median(heights[row] for row in worded) if worded else 0.0
    return sorted(worded | {row for row, height in enumerate(heights) if abs(height - usual) < _ALIKE * usual})


def _in_rows(cells: Iterable[TableCell], rows: list[int]) -> tuple[TableCell, ...]:
    """The cells in those rows alone."""
    found = []
    for cell in cells:
        covered = [number for number, row in enumerate(rows) if cell.row <= row < cell.end]
        if covered:
            found.append(replace(cell, row=covered[0], rows=len(covered)))
    return tuple(found)


def _is_spaced_out(lines: Iterable[Line]) -> bool:
    """Whether most words of a table have a space behind every character, so that spaces part no numbers either."""
    words = ["".join(glyph.text for glyph in line.glyphs) for line in lines]
    words = [word for word in words if len(cjk_of(word)) > 1]
    return 2 * sum(_SPACED_OUT.fullmatch(word) is not None for word in words) > len(words)


def _filled(cell: TableCell, lines: list[Line], spaced: bool) -> TableCell:
    """The cell with its lines joined, those whose characters are `spaced` out without the spaces."""
    text = ""
    full = False
    for line in lines:
        text = joined(text, "".join(line.text.split()) if spaced else line.text, full)
        full = cell.right - cell.left - (line.right - line.left) < PADDING + 0.6 * line.size
    return replace(cell, text=text, full=full)


def joined(before: str, after: str, full: bool) -> str:
    """Two lines made one: the first goes on in the second where it was `full`, else numbers stay apart. Latin words do always."""
    if not before or not after or not (before[-1].isascii() and after[0].isascii()):
        return before + after
    words = bool(_LATIN.match(before[-1]) or _LATIN.match(after[0]))
    apart = before[-1].isalnum() and after[0].isalnum() and (words or not full) and not goes_on(before, after)
    return f"{before} {after}" if apart else before + after
