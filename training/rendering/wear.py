"""What happens to a table when it is copied: blank cells lost, labels damaged or broken over lines, header rows printed again."""

import random
from dataclasses import replace

from training.rendering.grid import Grid, GridCell

_DAMAGED = 0.03
_BROKEN = 0.04
_SHORTEST = 5
"""Shorter labels are left alone."""


def drop_blanks(grid: Grid) -> Grid:
    """The table without a trace of its blank cells."""
    return Grid(tuple(tuple(cell for cell in row if cell.text) for row in grid.rows), grid.headers)


def wear_labels(grid: Grid, source: random.Random) -> Grid:
    """The table with some labels that lack a character, or are broken over two lines."""
    return Grid(tuple(tuple(_worn(cell, source) for cell in row) for row in grid.rows), grid.headers)


def _worn(cell: GridCell, source: random.Random) -> GridCell:
    fate = source.random()
    if cell.field or len(cell.text) < _SHORTEST or fate > _DAMAGED + _BROKEN:
        return cell
    place = source.randrange(2, len(cell.text) - 1)
    if fate < _DAMAGED:
        return replace(cell, text=cell.text[:place] + cell.text[place + 1 :])
    return replace(cell, text=f"{cell.text[:place]}\n{cell.text[place:]}")


def repeat_header(grid: Grid, source: random.Random) -> Grid:
    """The table, which must have no spans, with its header rows once more where a page begins."""
    place = source.randint(grid.headers, len(grid.rows) - 1)
    return Grid((*grid.rows[:place], *grid.rows[: grid.headers], *grid.rows[place:]), grid.headers)
