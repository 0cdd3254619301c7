"""Linking as an assignment: which category does a figure belong to.

Figures and categories of one family are matched at the least total cost, or left alone at `UNLINKED`. The cost of a pair
speaks for the order of clauses: a figure stands behind its category, nearby, in the same clause, with few others between.
Crossings are squared, so that two names before two figures are read in order; longer lists (A、B、C分别为N、N、N) come paired
from `model.groups`. Arithmetic enters for shares: a share that is the
rounded quotient of a count and a stated total costs less.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from decimal import Decimal
from itertools import accumulate
from typing import Protocol

import lap
import numpy as np

UNLINKED = 14.0
FORBIDDEN = 1e6
_GAP = 0.03
_MARK = re.compile(r"[,、:(;)。!?]|\n+")
_MARKS = dict.fromkeys(",、:(", 1.0) | dict.fromkeys(";)", 2.5) | dict.fromkeys("。!?", 9.0) | {"\n": 1.5}
_BACKWARD = 1.5
_CROSSING = 1.2
ARITHMETIC_BONUS = 4.0


class Placed(Protocol):
    """Anything with a place in the text."""

    @property
    def start(self) -> int:
        """First offset."""
        ...

    @property
    def end(self) -> int:
        """Offset behind it."""
        ...


class Breaks:
    """Adds up the marks between two places of a folded text, each kind with its own cost; several line ends count as one."""

    def __init__(self, folded: str) -> None:
        marks = list(_MARK.finditer(folded))
        self._places = [mark.start() for mark in marks]
        self._costs = [0.0, *accumulate(_MARKS[mark.group()[0]] for mark in marks)]

    def cost(self, start: int, end: int) -> float:
        """The cost of the marks in `folded[start:end]`."""
        return self._costs[bisect_left(self._places, end)] - self._costs[bisect_left(self._places, start)]


class Rivals:
    """Names and figures that could stand between two others; none overlaps another."""

    def __init__(self, places: Sequence[Placed]) -> None:
        self._starts = sorted(place.start for place in places)
        self._ends = sorted(place.end for place in places)

    def between(self, start: int, end: int) -> int:
        """How many stand in a stretch."""
        return max(0, bisect_right(self._ends, end) - bisect_left(self._starts, start))


def distance_cost(breaks: Breaks, name: Placed, figure: Placed, rivals: Rivals) -> float:
    """The cost of joining a name with a figure; those of the rivals that stand between them count."""
    forward = name.end <= figure.start
    left, right = (name, figure) if forward else (figure, name)
    between = rivals.between(left.end, right.start)
    gap = max(0, right.start - left.end)
    return _GAP * gap + breaks.cost(left.end, right.start) + _CROSSING * between**2 + (0.0 if forward else _BACKWARD)


def assign(costs: Sequence[Sequence[float]]) -> list[int | None]:
    """For each row of costs the column that it is matched with, or None, at the least total cost.

    Each column serves one row at most; a row left alone costs `UNLINKED`. Exact (Jonker and Volgenant).
    """
    if not costs:
        return []
    alone = np.full((len(costs), len(costs)), UNLINKED)
    _, chosen, _ = lap.lapjv(np.hstack([np.minimum(costs, FORBIDDEN), alone]), extend_cost=True)
    return [column if column < len(row) and row[column] < UNLINKED else None for row, column in zip(costs, chosen.tolist(), strict=True)]


def fits_share(part: Decimal, wholes: Sequence[Decimal], share: Decimal) -> bool:
    """Whether a printed share is 100·part/whole within the rounding of its last digit (one whole unit of it).

    Args:
        part: what the share is of.
        wholes: in rising order; any that is greater than the part may be the whole.
        share: as printed, in percent.
    """
    unit = Decimal(1).scaleb(int(share.as_tuple().exponent))
    least = part * 100 / (share + unit)
    first = max(bisect_left(wholes, least), bisect_right(wholes, part))
    last = len(wholes) if share <= unit else bisect_right(wholes, part * 100 / (share - unit))
    return first < last
