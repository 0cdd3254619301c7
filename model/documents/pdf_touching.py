"""Digits set side by side over several columns of a table without lines: numbers that touch, or one that is too wide."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from enum import Enum
from itertools import islice, pairwise
from math import inf

from model.characters import fold
from model.documents.pdf_geometry import Glyph, Interval, overlap

_CLOSE, _APART, _FARTHEST = 0.1, 0.2, 0.3
"""Numbers stand as others of their columns do, or may do so, or do not, by how far off they are in sizes of the font."""
_MOST_DIGITS = 40
_MOST_WAYS = 50
"""More digits, or ways to cut them, leave all that they stand for open."""
_MOST_CUTS = 3
"""So many cuts inside of a cell are told."""
_WHOLE = re.compile(r"(?:0|[1-9]\d*|[1-9]\d{0,2}(?:,\d{3})+)(?:\.\d+)?")


class Side(Enum):
    """What the places of the values of a column have in common."""

    LEFT = 0.0
    MIDDLE = 0.5
    RIGHT = 1.0

    def off(self, one: Interval, other: Interval) -> float:
        """How far two stretches are from having it in common."""
        places = (left + (right - left) * self.value for left, right in (one, other))
        return abs(next(places) - next(places))


def parted(number: Sequence[Glyph], columns: Sequence[Interval], sides: Sequence[Side]) -> list[list[Glyph]]:
    """What stands in each of the columns, of which the values have one of the sides in common.

    Where the places of other values leave open where to cut, spaces stand in a cell where cuts may be, which so is unreadable, and
    digits that may be of two cells stand in both.
    """
    size = number[0].size
    found = (way for side in sides for way in _ways(number, columns, side, set())) if len(number) <= _MOST_DIGITS else iter(())
    ways = list(islice(found, _MOST_WAYS))
    likely = {ends for misfit, ends in ways if misfit <= _APART * size}
    if len(likely) == 1 and min(ways)[0] <= _CLOSE * size:
        return [list(number[start:end]) for start, end in pairwise((0, *likely.pop()))]
    possible = {ends for _, ends in ways} if len(ways) < _MOST_WAYS else set()
    return [_doubtful(number, {(0, *ends)[column : column + 2] for ends in possible}) for column in range(len(columns))]


def _ways(
    number: Sequence[Glyph], columns: Sequence[Interval], side: Side, dead: set[tuple[int, int]], at: tuple[int, int] = (0, 0)
) -> Iterator[tuple[float, tuple[int, ...]]]:
    """Where the part of each column from one on may end, some of them blank, and how far the worst is off.

    Args:
        number: the digits.
        columns: all that they stand over.
        side: what the places of the values of a column have in common.
        dead: columns and digits from which no way leads to the end, kept so that each is tried once.
        at: the column, and the digit with which its part begins.
    """
    place, start = at
    if place == len(columns):
        if start == len(number):
            yield 0.0, ()
        return
    if at in dead:
        return
    leads_on = False
    for end in range(start, len(number) + 1):
        misfit = _misfit(number[start:end], columns, place, side)
        if misfit <= _FARTHEST * number[0].size:
            for worst, ends in _ways(number, columns, side, dead, (place + 1, end)):
                leads_on = True
                yield max(misfit, worst), (end, *ends)
    if not leads_on:
        dead.add(at)


def _misfit(part: Sequence[Glyph], columns: Sequence[Interval], place: int, side: Side) -> float:
    """How far a part is from standing as the values of its column do, infinite where it cannot be one of them.

    A number that is too wide for its cell begins where the cell does: only where all do so it goes on over the next column.
    """
    if not part:
        return 0.0
    stretch = part[0].left, part[-1].right
    is_over = any(overlap(stretch, column) for column in (*columns[:place], *columns[place + 1 :]))
    whole = _WHOLE.fullmatch(fold("".join(glyph.text for glyph in part)))
    return side.off(stretch, columns[place]) if whole and (side is Side.LEFT or not is_over) else inf


def _doubtful(number: Sequence[Glyph], ways: set[tuple[int, ...]]) -> list[Glyph]:
    """The digits that a cell may have, from and up to the given places, with spaces where it may begin or end."""
    first, last = min((start for start, _ in ways), default=0), max((end for _, end in ways), default=len(number))
    if len(ways) == 1 or first == last:
        return list(number[first:last])
    cuts = sorted({place for way in ways for place in way if first < place < last})[:_MOST_CUTS]
    if not cuts:
        # All of these digits or none: only with one more of the run do they not pass for a number.
        first, last, cuts = (first, last + 1, [last]) if last < len(number) else (max(0, first - 1), last, [max(1, first)])
    return [part for place in range(first, last) for part in _spaced(number[place], place in cuts)]


def _spaced(glyph: Glyph, is_cut: bool) -> Iterator[Glyph]:
    if is_cut:
        yield replace(glyph, text=" ", right=glyph.left)
    yield glyph
