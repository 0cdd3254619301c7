"""What sums over rows leave of their readings: the sums of columns, the balance of table 3, and what prose tells."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from model.tables.alignment import Reading, value_of
from model.tables.forms import BALANCED, Form, result_rows
from model.tables.solutions import Array, Flags, occurring

Rows = list[tuple[Reading, ...]]
"""Of each row of a table its readings."""


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
        rows: the readings of each row, all of one width; a row without any may hold whatever numbers, none below zero, for each sum.
    """
    known = [row for row, found in enumerate(rows) if found]
    if not known:
        return list(rows)
    low, high = _bounds([not found for found in rows], len(rows[known[0]][0]), sums, told)
    adds = [_added(row, rows[row], sums, told) for row in known]
    left = _within_bounds(adds, low, high)
    if left is None:
        return None
    exact = occurring([added[indices] for added, indices in zip(adds, left, strict=True)], low, high)
    if exact is not None:
        left = [indices[flags] for indices, flags in zip(left, exact, strict=True)]
    if not all(map(len, left)):
        return None
    settled = {row: tuple(rows[row][index] for index in indices) for row, indices in zip(known, left, strict=True)}
    return [settled.get(row, ()) for row in range(len(rows))]


def _bounds(free: Sequence[bool], width: int, sums: Sequence[Sum], told: Sequence[CellSum]) -> tuple[Array, Array]:
    """The least and the most that the known rows may add to each sum, both of shape (sums * columns + told,)."""
    low = [-np.inf if any(free[row] for row in one.plus) else 0.0 for one in sums for _ in range(width)]
    high = [np.inf if any(free[row] for row in one.minus) else 0.0 for one in sums for _ in range(width)]
    low += [-np.inf if any(free[row] for row, _ in one.cells) else one.value for one in told]
    return np.array(low), np.array([*high, *(one.value for one in told)])


def _added(row: int, found: Sequence[Reading], sums: Sequence[Sum], told: Sequence[CellSum]) -> Array:
    """What each reading of a row adds to the sums, shape (readings, sums * columns + told)."""
    values = np.array([[value_of(piece) for piece in reading] for reading in found])
    signed = [values * (float(row in one.plus) - float(row in one.minus)) for one in sums]
    of_told = [values[:, [column for of, column in one.cells if of == row]].sum(axis=1, keepdims=True) for one in told]
    return np.concatenate([*signed, *of_told, values[:, :0]], axis=1)


def _within_bounds(adds: Sequence[Array], low: Array, high: Array) -> list[np.ndarray[tuple[int], np.dtype[np.intp]]] | None:
    """The readings of each row that can fulfil every sum, given the least and the most that those left of the other rows add."""
    left = [np.arange(len(added)) for added in adds]
    while True:
        kept = [added[indices] for added, indices in zip(adds, left, strict=True)]
        least, most = (np.sum([bound(added, axis=0) for added in kept], axis=0) for bound in (np.min, np.max))
        narrowed = [indices[_fits(added, least, most, low, high)] for indices, added in zip(left, kept, strict=True)]
        if not all(map(len, narrowed)):
            return None
        if sum(map(len, narrowed)) == sum(map(len, left)):
            return left
        left = narrowed


def _fits(added: Array, least: Array, most: Array, low: Array, high: Array) -> Flags:
    """Of each reading of a row whether every sum can still be in bounds with it, given what all rows add."""
    fits: Flags = ((least - added.min(axis=0) + added <= high) & (most - added.max(axis=0) + added >= low)).all(axis=1)
    return fits
