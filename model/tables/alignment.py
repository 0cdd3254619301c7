"""Which value belongs to which column, where cells were dropped: what the identities (勾稽关系) of the table leave possible.

A row of seven cells of which three are left could be read in 35 ways. Those whose parts do not make the total are none; what the
sums of the columns and the balance of table 3 leave is told with certainty where all readings agree on a cell, and as
candidates where they do not. Nothing is guessed.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from model.tables.cells import CellKind, Printed
from model.tables.pieces import Piece

Reading = tuple[Piece | None, ...]
"""A way to read a row: the piece of each column, None where none was printed."""

Array = NDArray[np.float64]

_LARGEST_SEARCH = 20_000


@dataclass(frozen=True, slots=True)
class Sum:
    """An identity over the rows of a table, column by column: the signed rows add up to zero."""

    plus: tuple[int, ...]
    minus: tuple[int, ...]


def value_of(piece: Piece | None) -> float:
    """The number of a cell; a blank or missing one adds nothing."""
    return float(piece.printed.value or 0) if piece is not None and piece.printed is not None else 0.0


def readings(pieces: Sequence[Piece], width: int) -> tuple[Reading, ...]:
    """The ways to place the pieces of a row in its columns, in their order.

    More pieces than columns are read where blank ones can be left out at the ends, or where two neighbours are a number cut in two;
    fewer where the cells left out are taken for blank.
    """
    if len(pieces) == width:
        return (tuple(pieces),)
    if len(pieces) > width:
        return tuple(_windows(pieces, width)) or (tuple(pieces[:width]), *_merged(pieces, width))
    kept = [piece for piece in pieces if piece.printed and piece.printed.kind is not CellKind.BLANK]
    return tuple(_placed(kept, width))


def _windows(pieces: Sequence[Piece], width: int) -> Iterator[Reading]:
    seen: set[Reading] = set()
    for start in range(len(pieces) - width + 1):
        outside = (*pieces[:start], *pieces[start + width :])
        window = tuple(pieces[start : start + width])
        if all(piece.printed and piece.printed.kind is CellKind.BLANK for piece in outside) and window not in seen:
            seen.add(window)
            yield window


def _merged(pieces: Sequence[Piece], width: int) -> Iterator[Reading]:
    """One number too many: each pair of neighbours in turn as one number."""
    if len(pieces) != width + 1:
        return
    for place in range(width):
        first, second = pieces[place], pieces[place + 1]
        if (joined := _joined(first, second)) is not None:
            yield (*pieces[:place], joined, *pieces[place + 2 :])


def _joined(first: Piece, second: Piece) -> Piece | None:
    digits = [piece.printed.value for piece in (first, second) if piece.printed and piece.printed.value is not None]
    if len(digits) < 2 or not all(isinstance(digit, int) and digit >= 0 for digit in digits) or not digits[0]:
        return None
    return Piece(first.start, second.end, first.line, Printed(CellKind.VALUE, int(f"{digits[0]}{digits[1]}")))


def _placed(pieces: Sequence[Piece], width: int) -> Iterator[Reading]:
    for columns in combinations(range(width), len(pieces)):
        placed: list[Piece | None] = [None] * width
        for column, piece in zip(columns, pieces, strict=True):
            placed[column] = piece
        yield tuple(placed)


def holding(found: Sequence[Reading], holds: Callable[[Reading], bool]) -> tuple[Reading, ...]:
    """The readings in which an identity of the row holds, those first of all that have a total; a single reading is not judged."""
    if len(found) < 2:
        return tuple(found)
    right = [reading for reading in found if holds(reading)]
    return tuple([reading for reading in right if reading[-1] is not None] or right)


def adds_up(reading: Reading) -> bool:
    """Whether all but the last column make the last."""
    return sum(map(value_of, reading[:-1])) == value_of(reading[-1])


def settle(rows: Sequence[tuple[Reading, ...]], sums: Sequence[Sum]) -> list[tuple[Reading, ...]]:
    """What the identities over rows leave of the readings of each row.

    Identities that name a row without any reading tell nothing. Where no choice of readings fulfils the others, or too many would have
    to be tried, the readings stay as they are.
    """
    open_rows = [number for number, found in enumerate(rows) if len(found) > 1]
    usable = [one for one in sums if all(rows[row] for row in (*one.plus, *one.minus))]
    if not open_rows or not usable:
        return list(rows)
    chosen = _Search(rows, usable, open_rows).run()
    if chosen is None:
        return list(rows)
    return [tuple(found[index] for index in sorted(chosen[number])) if number in chosen else found for number, found in enumerate(rows)]


class _Search:
    """Tries the readings of the open rows in turn, and cuts a branch as soon as a sum can no longer come out."""

    def __init__(self, rows: Sequence[tuple[Reading, ...]], sums: Sequence[Sum], open_rows: Sequence[int]) -> None:
        self.order = sorted(open_rows, key=lambda row: len(rows[row]))
        self.values = [np.array([[value_of(piece) for piece in reading] for reading in found]) for found in rows]
        self.signs = [np.array([(row in one.plus) - float(row in one.minus) for one in sums])[:, np.newaxis] for row in range(len(rows))]
        self.width = len(rows[open_rows[0]][0])
        self.steps = 0
        self.found: dict[int, set[int]] = {row: set() for row in open_rows}
        self.bounds = [self._bounds(row) for row in range(len(rows))]

    def run(self) -> dict[int, set[int]] | None:
        """The indices of the readings that occur in a solution, by row; None where there is none or the search was too long."""
        self._try(0, np.sum([low for low, _ in self.bounds], axis=0), np.sum([high for _, high in self.bounds], axis=0), {})
        if self.steps >= _LARGEST_SEARCH or not all(self.found.values()):
            return None
        return self.found

    def _bounds(self, row: int) -> tuple[Array, Array]:
        """The least and the most that a row adds to each sum, shape (sums, columns)."""
        signed = self.signs[row][:, np.newaxis] * self.values[row].reshape(-1, self.width)
        if not self.signs[row].any():
            return np.zeros(signed.shape[::2]), np.zeros(signed.shape[::2])
        return signed.min(axis=1), signed.max(axis=1)

    def _try(self, depth: int, least: Array, most: Array, chosen: dict[int, int]) -> None:
        self.steps += 1
        if self.steps >= _LARGEST_SEARCH or (least > 0).any() or (most < 0).any():
            return
        if depth == len(self.order):
            for row, index in chosen.items():
                self.found[row].add(index)
            return
        row = self.order[depth]
        low, high = self.bounds[row]
        for index, values in enumerate(self.values[row]):
            signed = self.signs[row] * values
            self._try(depth + 1, least - low + signed, most - high + signed, {**chosen, row: index})
