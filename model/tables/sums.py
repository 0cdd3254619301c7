"""What sums over rows leave of their readings: the sums of columns, the balance of table 3, and what prose tells."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

import numpy as np
from numpy.typing import NDArray

from model.tables.alignment import Reading, value_of
from model.tables.forms import BALANCED, Form, result_rows
from model.tables.solutions import Array, Flags, occurring

Rows = list[tuple[Reading, ...]]
"""Of each row of a table its readings."""
Places = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Sum:
    """An identity over the rows of a table, column by column: the signed rows add up to zero."""

    plus: tuple[int, ...]
    minus: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class CellSum:
    """Cells, by row and column, that together make a value."""

    cells: tuple[tuple[int, int], ...]
    value: float


def sums_of(form: Form) -> tuple[Sum, ...]:
    """The results make the total; received and carried in make total and carried out, and so the results and carried out."""
    names = [row.name for row in form.rows]
    results = tuple(names.index(row.name) for row in result_rows(form))
    received, carried_in, total, carried_out = map(names.index, BALANCED)
    return Sum(results, (total,)), Sum((received, carried_in), (total, carried_out)), Sum((received, carried_in), (*results, carried_out))


def settle(rows: Sequence[tuple[Reading, ...]], sums: Sequence[Sum], told: Sequence[CellSum] = ()) -> Rows | None:
    """What the sums leave of the readings of each row; None where they contradict each other.

    First a reading goes that cannot fulfil a sum whatever the other rows are, again and again until none does. Of the rest those are kept
    that occur in a choice of all rows by which every sum holds; where there are too many partial sums for that, the rest is left, which
    lacks no such reading.

    Args:
        rows: the readings of each row, all of one width if there are sums; a row without any may hold whatever numbers, none below zero.
    """
    of_row = np.repeat(np.arange(len(rows)), [len(found) for found in rows])
    ways = [reading for found in rows for reading in found]
    if not ways:
        return list(rows)
    low, high = _bounds([not found for found in rows], len(ways[0]), sums, told)
    added = _added(of_row, ways, sums, told)
    left = _within_bounds(of_row, added, low, high)
    if left is None:
        return None
    exact = occurring(np.split(added[left], _starts(of_row[left])[1:]), low, high)
    if exact is not None:
        if not all(flags.any() for flags in exact):
            return None
        left = left[np.concatenate(exact)]
    settled: list[list[Reading]] = [[] for _ in rows]
    for place in left.tolist():
        settled[of_row[place]].append(ways[place])
    return list(map(tuple, settled))


def _bounds(free: Sequence[bool], width: int, sums: Sequence[Sum], told: Sequence[CellSum]) -> tuple[Array, Array]:
    """The least and the most that the known rows may add to each sum, both of shape (sums * columns + told,)."""
    low = [-np.inf if any(free[row] for row in one.plus) else 0.0 for one in sums for _ in range(width)]
    high = [np.inf if any(free[row] for row in one.minus) else 0.0 for one in sums for _ in range(width)]
    low += [-np.inf if any(free[row] for row, _ in one.cells) else one.value for one in told]
    return np.array(low), np.array([*high, *(one.value for one in told)])


def _added(of_row: Places, ways: Sequence[Reading], sums: Sequence[Sum], told: Sequence[CellSum]) -> Array:
    """What each reading, of a row each, adds to the sums, shape (readings, sums * columns + told)."""
    values = np.array(list(zip_longest(*(map(value_of, reading) for reading in ways), fillvalue=0.0))).T
    signs = [np.array([(row in one.plus) - (row in one.minus) for row in range(of_row[-1] + 1)], np.float64)[of_row] for one in sums]
    of_told = [sum(values[:, [column]] * (of_row == row)[:, np.newaxis] for row, column in one.cells) for one in told]
    return np.concatenate([*(values * sign[:, np.newaxis] for sign in signs), *of_told, values[:, :0]], axis=1)


def _within_bounds(of_row: Places, added: Array, low: Array, high: Array) -> Places | None:
    """The readings that can fulfil every sum, given the least and the most that those left of the other rows add.

    None where a row has none.
    """
    left = np.arange(len(of_row))
    while True:
        here, starts = added[left], _starts(of_row[left])
        sizes = np.diff(starts, append=len(left))
        least, most = np.minimum.reduceat(here, starts), np.maximum.reduceat(here, starts)
        others_least = least.sum(axis=0) - np.repeat(least, sizes, axis=0)
        others_most = most.sum(axis=0) - np.repeat(most, sizes, axis=0)
        fits: Flags = ((others_least + here <= high) & (others_most + here >= low)).all(axis=1)
        if not np.logical_or.reduceat(fits, starts).all():
            return None
        if fits.all():
            return left
        left = left[fits]


def _starts(of_row: Places) -> Places:
    """The first of the readings of each row."""
    return np.flatnonzero(np.diff(of_row, prepend=-1))
