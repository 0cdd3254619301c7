"""Rows of cells that nothing parts: 0000000 are seven zeros, and 1000001 are 1, five zeros and 1."""

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise
from math import comb

from model.tables.cells import CellKind, Printed
from model.tables.pieces import Piece

_MOST_WAYS = 2000
"""Of digits that could be cut in more ways nothing is told."""
_LEAST_SUMMED = 5
"""Rows of fewer cells have no sum that could tell where digits are cut, so that these may be one large number."""


def is_glued(pieces: Sequence[Piece], width: int) -> bool:
    """Whether a single piece has the digits of all cells of a row."""
    digits = pieces[0].digits if len(pieces) == 1 else ""
    return bool(digits) and (width >= _LEAST_SUMMED or (width > 1 and digits.startswith("0")))


def is_forced(pieces: Sequence[Piece], width: int) -> bool:
    """Whether the digits of such a row are as many as its cells, so that one cut alone is possible whatever the sums are."""
    return len(pieces[0].digits) == width


def cut(piece: Piece, width: int) -> Iterator[tuple[Piece, ...]]:
    """The ways to cut the digits of a piece into the numbers of as many cells, of which none begins with a zero but zero itself."""
    size = len(piece.digits)
    if comb(size - 1, width - 1) > _MOST_WAYS:
        return
    for places in combinations(range(1, size), width - 1):
        ends = list(pairwise((0, *places, size)))
        if all(piece.digits[start] != "0" or end - start == 1 for start, end in ends):
            yield tuple(_part(piece, start, end) for start, end in ends)


def _part(piece: Piece, start: int, end: int) -> Piece:
    value = int(piece.digits[start:end])
    return Piece(piece.start + start, piece.start + end, piece.line, Printed(CellKind.VALUE if value else CellKind.ZERO, value))
