"""Which readings of rows occur in a choice of one reading a row that fulfils all sums: dynamic programming over the rows.

The sums of the first rows are followed row by row, equal ones as one, and those that no further rows can lead to an end are left; then
backwards from the ends that fulfil the sums only what leads to one of them is kept.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Flags = NDArray[np.bool_]

_MOST_SUMS = 40_000
"""So many partial sums may be made of one table, in some 20 ms; small offices need a few hundred."""


def occurring(rows: Sequence[Array], low: Array, high: Array) -> list[Flags] | None:
    """Of each reading of each row whether it occurs in a choice of all rows that is in bounds; None where more than `_MOST_SUMS` are made.

    Args:
        rows: what each reading of a row adds, shape (readings, sums).
        low: the least that all rows together may add, shape (sums,), infinite where nothing bounds them.
        high: the most.
    """
    several = {place: row for place, row in enumerate(rows) if len(row) > 1}
    varying = np.any([row.min(axis=0) < row.max(axis=0) for row in several.values()], axis=0) & ~(np.isinf(low) & np.isinf(high))
    constant = np.sum([row[0] for row in rows], axis=0)
    holds = bool(((low <= constant) & (constant <= high))[~varying].all())
    if not holds or not varying.any():
        return [np.full(len(row), holds) for row in rows]
    alike = {place: _distinct(row[:, varying]) for place, row in several.items()}
    order = sorted(several, key=lambda place: len(alike[place][0]))
    certain = np.zeros((1, len(low))) + np.sum([row[0] for row in rows if len(row) == 1], axis=0)
    steps = _steps(certain[:, varying], [alike[place][0] for place in order], low[varying], high[varying])
    if steps is None:
        return None
    found = dict(zip(order, _leading_to_an_end(steps), strict=True))
    return [found[place][alike[place][1]] if place in several else np.ones(1, np.bool_) for place in range(len(rows))]


def _steps(partial: Array, rows: Sequence[Array], low: Array, high: Array) -> list[NDArray[np.intp]] | None:
    """Of each row to which of the next partial sums each reading leads from each partial sum, −1 where no further rows lead to an end.

    Args:
        partial: the sums of the rows that have one reading each, shape (1, sums).
    """
    least, most = (
        np.cumsum([bound(row, axis=0) for row in [*rows[1:], np.zeros_like(rows[0])][::-1]], axis=0)[::-1] for bound in (np.min, np.max)
    )
    steps: list[NDArray[np.intp]] = []
    made = 0
    for place, row in enumerate(rows):
        made += len(partial) * len(row)
        if made > _MOST_SUMS:
            return None
        reached = (partial[:, np.newaxis] + row).reshape(len(partial) * len(row), len(low))
        open_ended = ((reached + least[place] <= high) & (reached + most[place] >= low)).all(axis=1)
        step = np.full(len(reached), -1, np.intp)
        partial_before = len(partial)
        partial, step[open_ended] = _distinct(reached[open_ended])
        steps.append(step.reshape(partial_before, len(row)))
    return steps


def _leading_to_an_end(steps: Sequence[NDArray[np.intp]]) -> list[Flags]:
    """Of each row whether a reading leads from some partial sum to an end."""
    found: list[Flags] = []
    leads: Flags = np.ones(int(steps[-1].max(initial=-1)) + 1, np.bool_)
    for step in reversed(steps):
        passes: Flags = np.append(leads, False)[step]
        found.append(np.any(passes, axis=0))
        leads = np.any(passes, axis=1)
    return found[::-1]


def _distinct(rows: Array) -> tuple[Array, NDArray[np.intp]]:
    """The different rows, and of each row which of them it is."""
    if not rows.size:
        return rows[:1], np.zeros(len(rows), np.intp)
    whole = np.ascontiguousarray(rows + 0.0).view(np.dtype((np.void, rows.shape[1] * rows.itemsize))).ravel()
    _, first, of_each = np.unique(whole, return_index=True, return_inverse=True)
    return rows[first], of_each
