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

_LARGEST_SEARCH = 200
"""Choices that are tried in full; what is left then may hold readings that no choice allows, but lacks none that one does."""


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
    """The readings in which an identity of the row holds; a single reading is not judged."""
    return tuple(found) if len(found) < 2 else tuple(filter(holds, found))


def ended_alike(rows: Sequence[Sequence[Piece]], found: Sequence[tuple[Reading, ...]]) -> list[tuple[Reading, ...]]:
    """The readings that leave out as many blank pieces at the end of a row as most rows do whose reading is certain.

    Blank cells before the values stand for labels that span columns, so their number changes from row to row; those behind do not.
    """
    certain = [
        _left_out(pieces, left[0]) for pieces, left in zip(rows, found, strict=True) if len(left) == 1 and len(pieces) >= len(left[0])
    ]
    usual = max(set(certain), key=certain.count, default=0)
    out: list[tuple[Reading, ...]] = []
    for pieces, left in zip(rows, found, strict=True):
        alike = tuple(reading for reading in left if len(pieces) > len(reading) and _left_out(pieces, reading) == usual)
        out.append(alike if len(left) > 1 and alike else left)
    return out


def _left_out(pieces: Sequence[Piece], reading: Reading) -> int:
    """How many pieces stand behind the last one that is read."""
    return len(pieces) - 1 - max((place for place, piece in enumerate(pieces) if piece is reading[-1]), default=-1)


def adds_up(reading: Reading) -> bool:
    """Whether all but the last column make the last."""
    return sum(map(value_of, reading[:-1])) == value_of(reading[-1])


def settle(rows: Sequence[tuple[Reading, ...]], sums: Sequence[Sum]) -> list[tuple[Reading, ...]] | None:
    """What the identities over rows leave of the readings of each row; None where no choice of readings fulfils them.

    Args:
        rows: the readings of each row, at least one; all of one width.
    """
    left = _Possible(rows, sums).left()
    return [tuple(found[index] for index in indices) for found, indices in zip(rows, left, strict=True)] if all(left) else None


class _Possible:
    """Which readings can stand in a choice that fulfils all sums, column by column."""

    def __init__(self, rows: Sequence[tuple[Reading, ...]], sums: Sequence[Sum]) -> None:
        self._signed: list[Array] = []
        """What each reading of a row adds to the sums, shape (readings, sums, columns)."""
        for row, found in enumerate(rows):
            values = np.array([[value_of(piece) for piece in reading] for reading in found])[:, np.newaxis]
            signs = np.array([float(row in one.plus) - float(row in one.minus) for one in sums])
            self._signed.append(values * signs[:, np.newaxis])
        self._found = [set[int]() for _ in rows]
        self._steps = 0

    def left(self) -> list[list[int]]:
        """The indices of the readings that are left of each row; none at all where the sums contradict each other.

        First those go that cannot fulfil a sum whatever the others are; then choices are tried in full, as far as the search may go.
        """
        left = self._narrowed([list(range(len(signed))) for signed in self._signed])
        if not all(left):
            return left
        self._try(left, 0)
        return left if self._steps >= _LARGEST_SEARCH else [sorted(found) for found in self._found]

    def _narrowed(self, left: list[list[int]]) -> list[list[int]]:
        while True:
            kept = [self._signed[row][indices] for row, indices in enumerate(left)]
            low, high = (sum(bound(signed, axis=0) for signed in kept) for bound in (np.min, np.max))
            narrowed = []
            for indices, signed in zip(left, kept, strict=True):
                least = low - signed.min(axis=0) + signed
                most = high - signed.max(axis=0) + signed
                fits = ((least <= 0) & (most >= 0)).all(axis=(1, 2))
                narrowed.append([index for index, fit in zip(indices, fits, strict=True) if fit])
            if narrowed == left or not all(narrowed):
                return narrowed
            left = narrowed

    def _try(self, left: list[list[int]], row: int) -> None:
        self._steps += 1
        if self._steps >= _LARGEST_SEARCH:
            return
        while row < len(left) and len(left[row]) == 1:
            row += 1
        if row == len(left):
            for found, (index,) in zip(self._found, left, strict=True):
                found.add(index)
            return
        for index in left[row]:
            chosen = self._narrowed([[index] if number == row else indices for number, indices in enumerate(left)])
            if all(chosen):
                self._try(chosen, row)
