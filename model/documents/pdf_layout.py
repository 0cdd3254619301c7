"""Tables that lay out a page: what stands in their cells flows, and the tables of data inside of them stand alone."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from model.documents.pdf_geometry import Glyph
from model.documents.pdf_lattice import Box, Lattice
from model.documents.pdf_lines import lines_of

_MOST_LINES = 2
"""A cell as wide as its table that has more lines is prose; headings inside of a table have no more."""


class Cells:
    """A lattice, asked for the cell in which a character stands."""

    def __init__(self, lattice: Lattice) -> None:
        self.lattice = lattice
        self._places = {field: place for place, box in enumerate(lattice.boxes) for field in box.fields()}

    def place(self, glyph: Glyph) -> int | None:
        """The place of its cell, None outside of all."""
        field = self.lattice.field(*glyph.middle)
        return None if field is None else self._places.get(field)


def without_layout(lattice: Lattice, glyphs: Sequence[Glyph]) -> list[Lattice]:
    """The tables of data that lines form, without the cells by which a page is laid out: those of prose, and margins beside tables."""
    inside: dict[Box, list[Glyph]] = defaultdict(list)
    cells = Cells(lattice)
    for glyph in glyphs:
        place = cells.place(glyph)
        if place is not None and not glyph.text.isspace():
            inside[lattice.boxes[place]].append(glyph)
    worded = set(inside)
    kept = [box for box in lattice.boxes if box.columns < len(lattice.xs) - 1 or len(lines_of(inside[box])) <= _MOST_LINES]
    parts = (_without_margins(part, worded) for part in _connected(kept))
    return [found for part in parts if (found := _cut_out(lattice, part)) is not None]


def _connected(boxes: Sequence[Box]) -> Iterator[list[Box]]:
    """The cells that touch each other, directly or through others."""
    owners = {field: box for box in boxes for field in box.fields()}
    free = dict.fromkeys(boxes)
    while free:
        part = [next(iter(free))]
        del free[part[0]]
        for box in part:
            for row, column in box.fields():
                for beside in ((row + 1, column), (row - 1, column), (row, column + 1), (row, column - 1)):
                    other = owners.get(beside)
                    if other in free:
                        del free[other]
                        part.append(other)
        yield sorted(part, key=lambda one: (one.row, one.column))


def _without_margins(part: list[Box], worded: set[Box]) -> list[Box]:
    """The cells without blank ones at the right end, and then at the left, that are as high as all others together.

    At the left alone such a cell belongs to a label that began on the page before.
    """
    rows = {row for box in part for row, _ in box.fields()}
    tall = [box for box in part if box.rows == len(rows) > 1 and box not in worded]
    left, right = min(box.column for box in part), max(box.column + box.columns for box in part)
    ends = [box for box in tall if box.column + box.columns == right]
    margins = [*ends, *(box for box in tall if ends and box.column == left)]
    return [box for box in part if box not in margins]


def _cut_out(lattice: Lattice, boxes: Sequence[Box]) -> Lattice | None:
    """The table of some of the cells, None where they are no two or stand in one column."""
    columns = sorted({edge for box in boxes for edge in (box.column, box.column + box.columns)})
    rows = sorted({edge for box in boxes for edge in (box.row, box.row + box.rows)})
    if len(boxes) < 2 or len(columns) < 3:
        return None
    moved = (
        Box(row, column, rows.index(box.row + box.rows) - row, columns.index(box.column + box.columns) - column)
        for box in boxes
        for row, column in [(rows.index(box.row), columns.index(box.column))]
    )
    return Lattice(
        tuple(lattice.xs[column] for column in columns),
        tuple(lattice.ys[row] for row in rows),
        tuple(moved),
        lattice.open_top and rows[0] == 0,
        lattice.open_bottom and rows[-1] == len(lattice.ys) - 1,
    )
