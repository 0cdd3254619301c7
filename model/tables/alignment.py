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


_LONGEST = 4
"""Pieces beyond so many times the columns are no part of a row, and must not cost the time of all ways to leave them out."""


@dataclass(frozen=True, slots=True)
class Sum:
    """An identity over the rows of a table, column by column: the signed rows add up to zero."""

    plus: tuple[int, ...]
    minus: tuple[int, ...]


def value_of(piece: Piece | None) -> float:
    """The number of a cell; a blank or missing one adds nothing."""
    return float(piece.printed.value or 0) if piece is not None and piece.printed is not None else 0.0


def readings(rows: Sequence[Sequence[Piece]], width: int, holds: Callable[[Reading], bool]) -> list[tuple[Reading, ...]]:
    """The ways to read each row of a table in its columns; none of a row that no reading explains.

    A row that has as many pieces as columns, or more of them but blank ones at its ends, is read as it stands. Of a row with fewer,
    blank cells were dropped; where that is so of rows that do have enough pieces (they add up with their blank ones left out, and not
    otherwise), no blank piece of the table can be trusted to stand in its column.

    Args:
        holds: the identity of a row, by which readings are chosen where there are several.
    """
    rows = [pieces[: _LONGEST * width] for pieces in rows]
    standing = [_as_it_stands(pieces, width, holds) for pieces in rows]
    loose = [_without_blanks(pieces, width, holds) for pieces in rows]
    torn = any(found and not any(map(holds, found)) and dropped for found, dropped in zip(standing, loose, strict=True))
    return loose if torn else [found or dropped for found, dropped in zip(standing, loose, strict=True)]


def _as_it_stands(pieces: Sequence[Piece], width: int, holds: Callable[[Reading], bool]) -> tuple[Reading, ...]:
    if len(pieces) == width:
        return (tuple(pieces),)
    if len(pieces) < width:
        return ()
    windows = tuple(_windows(pieces, width))
    if len(windows) == 1:
        return windows
    torn = (merged for window in _windows(pieces, width + 1) for merged in _merged(window, width))
    return tuple(filter(holds, windows or (tuple(pieces[:width]), *torn)))


def _without_blanks(pieces: Sequence[Piece], width: int, holds: Callable[[Reading], bool]) -> tuple[Reading, ...]:
    kept = [piece for piece in pieces if piece.printed and piece.printed.kind is not CellKind.BLANK]
    return tuple(filter(holds, _placed(kept, width))) if 0 < len(kept) < width else (tuple(kept),) if len(kept) == width else ()


def _windows(pieces: Sequence[Piece], width: int) -> Iterator[Reading]:
    seen: set[Reading] = set()
    for start in range(len(pieces) - width + 1):
        outside = (*pieces[:start], *pieces[start + width :])
        window = tuple(pieces[start : start + width])
        if all(piece.printed and piece.printed.kind is CellKind.BLANK for piece in outside) and window not in seen:
            seen.add(window)
            yield window


def _merged(pieces: Reading, width: int) -> Iterator[Reading]:
    """Of a row with one number too many each pair of neighbours in turn as one number."""
    for place in range(width):
        first, second = pieces[place], pieces[place + 1]
        if first and second and (joined := _joined(first, second)) is not None:
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


def ended_alike(rows: Sequence[Sequence[Piece]], found: Sequence[tuple[Reading, ...]]) -> list[tuple[Reading, ...]]:
    """The readings that leave out as many blank pieces at the end of a row as most rows do whose reading is certain.

    Blank cells before the values stand for labels that span columns, so their number changes from row to row; those behind do not, where
    each row has a line.
    """
    if len({piece.line for pieces in rows for piece in pieces}) < 2:
        return list(found)
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
    """What the identities over rows leave of the readings of each row; None where they contradict each other.

    A reading goes that cannot fulfil a sum in some column whatever the other rows are, again and again until none does. What is left may
    hold readings that no choice of all rows allows, but lacks none that one does.

    Args:
        rows: the readings of each row, all of one width; a row without any may hold whatever numbers.
    """
    free = _bounds_of_free([not found for found in rows], sums)
    known = [row for row, found in enumerate(rows) if found]
    adds = [_added(row, rows[row], sums) for row in known]
    left = [np.arange(len(rows[row])) for row in known]
    while True:
        kept = [signed[indices] for signed, indices in zip(adds, left, strict=True)]
        least, most = (
            sum((bound(signed, axis=0) for signed in kept), open_end) for bound, open_end in zip((np.min, np.max), free, strict=True)
        )
        narrowed = [indices[_reaches_zero(signed, least, most)] for indices, signed in zip(left, kept, strict=True)]
        if not all(map(len, narrowed)):
            return None
        if sum(map(len, narrowed)) == sum(map(len, left)):
            settled = {row: tuple(rows[row][index] for index in indices) for row, indices in zip(known, left, strict=True)}
            return [settled.get(row, ()) for row in range(len(rows))]
        left = narrowed


def _bounds_of_free(free: Sequence[bool], sums: Sequence[Sum]) -> tuple[Array, Array]:
    """The least and the most that rows of unknown numbers, none below zero, add to each sum, both of shape (sums, 1)."""
    least = [-np.inf if any(free[row] for row in one.minus) else 0.0 for one in sums]
    most = [np.inf if any(free[row] for row in one.plus) else 0.0 for one in sums]
    return np.array(least)[:, np.newaxis], np.array(most)[:, np.newaxis]


def _added(row: int, found: Sequence[Reading], sums: Sequence[Sum]) -> Array:
    """What each reading of a row adds to the sums, shape (readings, sums, columns)."""
    values = np.array([[value_of(piece) for piece in reading] for reading in found])
    signs = np.array([float(row in one.plus) - float(row in one.minus) for one in sums])
    signed: Array = values[:, np.newaxis] * signs[:, np.newaxis]
    return signed


def _reaches_zero(signed: Array, least: Array, most: Array) -> NDArray[np.bool_]:
    """Of each reading whether every sum can still be zero with it, given the least and the most that all rows add."""
    low, high = least - signed.min(axis=0) + signed, most - signed.max(axis=0) + signed
    fits: NDArray[np.bool_] = ((low <= 0) & (high >= 0)).all(axis=(1, 2))
    return fits
