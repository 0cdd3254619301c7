"""The placements of a row of table 4 whose blank cells were dropped: numbers by the sums of its blocks, zeros wherever these leave cells.

A zero adds nothing to any sum, so that a few of them among blanks may stand in thousands of ways, which no identity tells apart. Not all
are made, but so many that they show of each cell all that it may hold.
"""

from collections.abc import Iterator, Sequence
from itertools import product
from math import prod

from model.tables.alignment import MOST_WAYS, Holds, Reading, placed, value_of, ways_to_read
from model.tables.forms import RESULTS
from model.tables.pieces import Piece

BLOCK = len(RESULTS)
"""Cells of a block, one of which is the total of the others."""


def placed_in_blocks(pieces: Sequence[Piece], width: int, holds: Holds) -> Iterator[Reading]:
    """The placements of numbers, and with each of them placements of zeros that together show of each cell all that it may hold.

    Args:
        pieces: as many as the cells of one block or more, or fewer; what is torn is placed in each way to read it.
        width: the cells.
        holds: whether the parts of a block make its total.
    """
    ways = [ways_to_read(piece) for piece in pieces]
    for way in product(*ways) if prod(map(len, ways)) <= MOST_WAYS else ():
        row = [piece for piece in way if piece is not None]
        numbers = [piece for piece in row if value_of(piece)]
        found = _numbers(numbers, width // BLOCK, holds)
        yield from found if len(numbers) == len(row) else (reading for one in found for reading in _with_zeros(one, row))


def _numbers(numbers: Sequence[Piece], blocks: int, holds: Holds) -> Iterator[Reading]:
    """The ways to place numbers other than zero, in order, in blocks that all hold, those furthest ahead first."""
    if not blocks:
        yield from () if numbers else ((),)
        return
    for size in range(min(BLOCK, len(numbers)), -1, -1):
        first = list(placed(numbers[:size], BLOCK, holds))
        rest = _numbers(numbers[size:], blocks - 1, holds) if first else ()
        yield from (block + others for block, others in product(first, rest))


def _with_zeros(numbers: Reading, row: Sequence[Piece]) -> Iterator[Reading]:
    """Placed numbers with the other pieces of the row between them; none where a stretch has fewer cells than these are."""
    stretches = zip(_stretches(numbers), _stretches(row), strict=True)
    ways = [_fillings(zeros, len(cells) - len(zeros)) for cells, zeros in stretches]
    standing = [piece for piece in numbers if piece is not None]
    for place in range(max(map(len, ways)) if all(ways) else 0):
        head, *others = (way[place % len(way)] for way in ways)
        yield (*head, *(cell for piece, stretch in zip(standing, others, strict=True) for cell in (piece, *stretch)))


def _stretches(cells: Sequence[Piece | None]) -> list[list[Piece | None]]:
    """What stands before, between and behind numbers other than zero."""
    out: list[list[Piece | None]] = [[]]
    for cell in cells:
        if value_of(cell):
            out.append([])
        else:
            out[-1].append(cell)
    return out


def _fillings(zeros: Sequence[Piece | None], spare: int) -> list[Reading]:
    """The zeros of a stretch in ways that between them leave each cell blank, and fill it with each zero that may stand there.

    All spare cells are together, at each place between the zeros, or parted by all of these.
    """
    if spare < 0:
        return []
    blank = (None,) * spare
    if not zeros or not spare:
        return [(*zeros, *blank)]
    together = ((*zeros[:before], *blank, *zeros[before:]) for before in range(len(zeros), -1, -1))
    parted = ((*blank[:before], *zeros, *blank[before:]) for before in range(1, spare))
    return [*together, *parted]
