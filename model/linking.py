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
        self._places = [mark.start() for mark in _MARK.finditer(folded)]
        self._cost_before = [0.0, *accumulate(_MARKS[folded[place]] for place in self._places)]

    def cost(self, start: int, end: int) -> float:
        """The cost of the marks in `folded[start:end]`."""
        return self._cost_before[bisect_left(self._places, end)] - self._cost_before[bisect_left(self._places, start)]


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
    start, end, order = name.end, figure.start, 0.0
    if start > end:
        start, end, order = figure.end, name.start, _BACKWARD
    return _GAP * max(0, end - start) + breaks.cost(start, end) + _CROSSING * rivals.between(start, end) ** 2 + order


def assign(costs: Sequence[Sequence[float]]) -> list[int | None]:
    """For each row of costs the column that it is matched with, or None, at the least total cost.

    Each column serves one row at most; a row left alone costs `UNLINKED`. Exact (Jonker and Volgenant).
    """
    first = _first_choices(costs)
    if first is not None:
        return first
    width = len(costs[0])
    or_alone = np.full((len(costs), width + len(costs)), UNLINKED)
    or_alone[:, :width] = np.minimum(costs, FORBIDDEN)
    _, chosen, _ = lap.lapjv(or_alone, extend_cost=True)
    return [column if column < len(row) and row[column] < UNLINKED else None for row, column in zip(costs, chosen.tolist(), strict=True)]


def _first_choices(costs: Sequence[Sequence[float]]) -> list[int | None] | None:
    """The cheapest column of each row, where no two rows want the same one and no row two; else None."""
    chosen: list[int | None] = []
    for row in costs:
        least = min(row, default=UNLINKED)
        if least < UNLINKED and row.count(least) > 1:
            return None
        chosen.append(row.index(least) if least < UNLINKED else None)
    wanted = [column for column in chosen if column is not None]
    return chosen if len(set(wanted)) == len(wanted) else None


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
