"""Which value belongs to which column, where cells were dropped: what the identities (勾稽关系) of the table leave possible.

A row of seven cells of which three are left could be read in 35 ways. Those whose parts do not make the total are none; what the
sums of the columns and the balance of table 3 leave is told with certainty where all readings agree on a cell, and as
candidates where they do not. Nothing is guessed.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations, product
from math import copysign, prod

from model.tables.cells import CellKind, Printed
from model.tables.glued import cut, is_glued
from model.tables.pieces import Piece

Reading = tuple[Piece | None, ...]
"""A way to read a row: the piece of each column, None where none was printed."""
Holds = Callable[[Reading], bool]
"""The identity of a row."""
Placing = Callable[[Sequence[Piece], int, Holds], Iterable[Reading]]
"""The ways to place the pieces of a row in more columns, given how many these are, that its identity leaves possible."""

_FEW_MORE = 2
"""So many pieces beyond the columns may be the number of a page or a note; a row with more of them is not of this table."""
_A_HABIT, _FEW_ZEROS = 3, 2
"""So many rows, each with so few zeros, show that an office prints them in totals."""
MOST_WAYS = 500
"""Of a row of torn cells that could be read in more ways nothing is told."""
_LONGEST = 4
"""Pieces beyond so many times the columns are no part of a row, and must not cost the time of all ways to leave them out."""


def value_of(piece: Piece | None) -> float:
    """The number of a cell; a blank or missing one adds nothing."""
    return float(piece.printed.value or 0) if piece is not None and piece.printed is not None else 0.0


def placed(pieces: Sequence[Piece], width: int, holds: Holds) -> Iterator[Reading]:
    """All ways to place pieces, in order, in the columns of a row so that its identity holds."""
    return filter(holds, _placements(pieces, width))


def _placements(pieces: Sequence[Piece], width: int) -> Iterator[Reading]:
    for columns in combinations(range(width), len(pieces)):
        row: list[Piece | None] = [None] * width
        for column, piece in zip(columns, pieces, strict=True):
            row[column] = piece
        yield tuple(row)


def readings(
    rows: Sequence[Sequence[Piece]], width: int, holds: Holds, dropped: bool = False, place: Placing = placed
) -> list[tuple[Reading, ...]]:
    """The ways to read each row of a table in its columns; none of a row that no reading explains.

    A row that has as many pieces as columns, or more of them but blank ones at its ends, is read as it stands. Of a row with fewer,
    blank cells were dropped; where that is known (`dropped`), or is so of rows that do have enough pieces (they add up with their blank
    ones left out, and not otherwise), no blank piece of the table can be trusted to stand in its column. If more rows prove that blank
    cells do stand in their columns, it is the rows alone that were copied badly.

    Args:
        holds: the identity of a row, by which readings are chosen where there are several.
        place: how pieces are placed of which some were dropped.
    """
    rows = [pieces[: _LONGEST * width] for pieces in rows]
    standing = [_as_it_stands(pieces, width, holds) for pieces in rows]
    holding = [tuple(filter(holds, found)) for found in standing]
    loose = [() if held else _without_blanks(pieces, width, holds, place) for pieces, held in zip(rows, holding, strict=True)]
    astray = [bool(found and without) for found, without in zip(standing, loose, strict=True)]
    proving = sum(any(map(_keeps_blanks, held)) for held in holding)
    if dropped or (any(astray) and sum(astray) >= proving):
        chosen = [
            _without_blanks(pieces, width, holds, place) if held else without
            for pieces, held, without in zip(rows, holding, loose, strict=True)
        ]
    else:
        chosen = [without or found for found, without in zip(standing, loose, strict=True)]
    if not any(piece.torn for pieces in rows for piece in pieces):
        return chosen
    return [tuple(one for reading in found for one in _untorn(reading, holds)) for found in chosen]


def _keeps_blanks(reading: Reading) -> bool:
    """Whether a blank piece stands between numbers that are not zero, so that not all of them were dropped or moved to the end."""
    counted = [place for place, piece in enumerate(reading) if value_of(piece)]
    return bool(counted) and any(_is_blank(piece) for piece in reading[counted[0] : counted[-1]])


def _is_blank(piece: Piece | None) -> bool:
    return piece is not None and piece.printed is not None and piece.printed.kind is CellKind.BLANK


def _untorn(reading: Reading, holds: Holds) -> Iterator[Reading]:
    """The ways to read the torn cells of a row, those that its identity leaves possible.

    Where it leaves none, those that stand for one number alone are this one or not known, and cost no other cell.
    """
    if not any(piece and piece.torn for piece in reading):
        yield reading
        return
    ways = [ways_to_read(piece) for piece in reading]
    if prod(map(len, ways)) <= MOST_WAYS:
        yield from tuple(filter(holds, product(*ways))) or _of_one_number(reading)


def _of_one_number(reading: Reading) -> Iterator[Reading]:
    """A row with its torn cells as numbers and without them, if each stands for one number alone."""
    if all(len(set(piece.torn) - {None}) == 1 for piece in reading if piece and piece.torn):
        yield tuple(_read_as(piece, max(filter(None, piece.torn), default=0)) if piece and piece.torn else piece for piece in reading)
        yield tuple(None if piece and piece.torn else piece for piece in reading)


def ways_to_read(piece: Piece | None) -> list[Piece | None]:
    """The ways to read a piece: those of what is torn, None for a blank."""
    return [_read_as(piece, value) for value in piece.torn] if piece and piece.torn else [piece]


def _read_as(piece: Piece, value: int | None) -> Piece | None:
    return None if value is None else piece._replace(printed=Printed(CellKind.VALUE if value else CellKind.ZERO, value), torn=())


def _as_it_stands(pieces: Sequence[Piece], width: int, holds: Holds) -> tuple[Reading, ...]:
    if is_glued(pieces, width):
        return tuple(filter(holds, cut(pieces[0], width)))
    if len(pieces) == width:
        return (tuple(pieces),)
    if len(pieces) < width:
        return ()
    windows = tuple(_windows(pieces, width))
    if len(windows) == 1:
        return windows
    if not windows and (joined := tuple(filter(holds, _with_thousands(pieces, width)))):
        return joined
    torn = (merged for window in _windows(pieces, width + 1) for merged in _merged(window, width))
    return tuple(filter(holds, windows or dict.fromkeys((*_sets(pieces, width), *torn))))


def of_years(pieces: Sequence[Piece], width: int) -> Iterator[Reading]:
    """The ways to take the row of one year where those of several stand side by side or in turn; none where they are not whole."""
    years, rest = divmod(len(pieces), width)
    for year in range(0 if rest else years):
        yield tuple(pieces[year * width : (year + 1) * width])
        yield tuple(pieces[year::years])


def _sets(pieces: Sequence[Piece], width: int) -> Iterator[Reading]:
    """The ways to take as many pieces as columns of more: those of any year, or of few more the first or last.

    Zeros behind a number are not the row: they add up wherever they stand, and what follows a label is its first cell.
    """
    yield from of_years(pieces, width)
    if len(pieces) <= width + _FEW_MORE:
        yield tuple(pieces[:width])
        if any(map(value_of, pieces[-width:])):
            yield tuple(pieces[-width:])


def _without_blanks(pieces: Sequence[Piece], width: int, holds: Holds, place: Placing = placed) -> tuple[Reading, ...]:
    kept = [piece for piece in pieces if piece.printed and piece.printed.kind is not CellKind.BLANK]
    if len(kept) > width:
        return tuple(filter(holds, _with_thousands(kept, width)))
    if not pieces or is_glued(pieces, width):
        return ()
    return tuple(place(kept, width, holds)) if len(kept) < width else (tuple(kept),)


def _windows(pieces: Sequence[Piece], width: int) -> Iterator[Reading]:
    seen: set[Reading] = set()
    for start in range(len(pieces) - width + 1):
        outside = (*pieces[:start], *pieces[start + width :])
        window = tuple(pieces[start : start + width])
        if all(piece.printed and piece.printed.kind is CellKind.BLANK for piece in outside) and window not in seen:
            seen.add(window)
            yield window


def _with_thousands(pieces: Sequence[Piece], width: int) -> Iterator[Reading]:
    """The ways to read pieces as a row in which those that may continue numbers are parts of these, or some of them."""
    able = [place for place, piece in enumerate(pieces) if piece.continues]
    if 2 ** len(able) > MOST_WAYS:
        return
    for joins in product((False, True), repeat=len(able)):
        continued = {place for place, joined in zip(able, joins, strict=True) if joined}
        out: list[Piece] = []
        for place, piece in enumerate(pieces):
            out[-1:] = [_continued(out[-1], piece)] if place in continued else [*out[-1:], piece]
        yield from _windows(out, width)


def _continued(first: Piece, rest: Piece) -> Piece:
    """A number and the three digits behind its comma as one; three digits that a zero leads are torn ones by themselves."""
    printed = rest.printed or Printed(CellKind.UNREADABLE)
    behind = max(filter(None, rest.torn), default=0) if rest.torn else value_of(rest)
    value = 1000 * value_of(first) + copysign(behind, value_of(first))
    whole = int(value) if value == int(value) else value
    return Piece(first.start, rest.end, first.line, Printed(CellKind.VALUE, whole, printed.unit, printed.note))


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


def ended_alike(rows: Sequence[Sequence[Piece]], found: Sequence[tuple[Reading, ...]], holds: Holds) -> list[tuple[Reading, ...]]:
    """The readings that leave out as many blank pieces at the end of a row as most rows do whose reading is certain.

    Blank cells before the values stand for labels that span columns, so their number changes from row to row; those behind do not, where
    each row has a line. Of a row too long that can be read otherwise alone, no blank piece can be trusted to stand in its column.
    """
    usual = _usual_end(rows, found)
    if usual is None:
        return list(found)
    out: list[tuple[Reading, ...]] = []
    for pieces, left in zip(rows, found, strict=True):
        alike = tuple(reading for reading in left if _left_out(pieces, reading) == usual)
        too_long = bool(left) and len(pieces) > len(left[0])
        out.append(left if not too_long else alike or (*left, *_without_blanks(pieces, len(left[0]), holds)))
    return out


def _usual_end(rows: Sequence[Sequence[Piece]], found: Sequence[tuple[Reading, ...]]) -> int | None:
    """How many pieces most rows too long have behind the last one that is read; None where rows have no lines, or these do not agree.

    A row of as many pieces as columns says nothing of it: where short rows are filled up at their ends, those with one label less are long.
    """
    if len({piece.line for pieces in rows for piece in pieces}) < 2:
        return None
    ends = Counter(
        _left_out(pieces, left[0]) for pieces, left in zip(rows, found, strict=True) if len(left) == 1 and len(pieces) > len(left[0])
    )
    usual = ends.most_common(1)
    return usual[0][0] if usual and 2 * usual[0][1] > ends.total() else None


def zeros_in_totals(found: Sequence[tuple[Reading, ...]]) -> list[tuple[Reading, ...]]:
    """The readings without those in which a row of zeros and blanks, too long for its columns, lacks its total, if no other row does."""
    alone = [left[0] for left in found if len(left) == 1 and _only_zeros(left[0]) and any(map(_is_blank, left[0]))]
    if len(alone) < _A_HABIT or any(map(_is_blank, (reading[-1] for reading in alone))):
        return list(found)
    return [_totalled(left) if left and None not in left[0] and _only_zeros(left[0]) else left for left in found]


def _totalled(left: tuple[Reading, ...]) -> tuple[Reading, ...]:
    return tuple(reading for reading in left if not _is_blank(reading[-1])) or left


def displaced(rows: Sequence[Sequence[Piece]], found: Sequence[tuple[Reading, ...]]) -> frozenset[int]:
    """The rows that are read, with one set of numbers, otherwise than they stand, in a table whose other rows with numbers mostly do not.

    Of the pieces of a row as many stand in its columns as it has columns, up to the usual end; a row of fewer pieces lost some, and where
    no end is usual those behind a longer one may be the next one's.
    """
    usual = _usual_end(rows, found)
    standing: dict[int, bool] = {}
    for place, (pieces, left) in enumerate(zip(rows, found, strict=True)):
        numbers = {tuple(map(value_of, reading)) for reading in left}
        beyond = len(pieces) - len(left[0]) if left else -1
        if len(numbers) == 1 and any(*numbers) and (beyond == 0 or (beyond > 0 and usual is not None)):
            end = len(pieces) - (usual or 0 if beyond else 0)
            standing[place] = tuple(pieces[end - len(left[0]) : end]) in left
    off = frozenset(place for place, stands in standing.items() if not stands)
    return off if 3 * len(off) <= len(standing) else frozenset()


def zeros_totalled(found: Sequence[tuple[Reading, ...]]) -> list[tuple[Reading, ...]]:
    """The readings without those in which a row of nothing but zeros lacks its total, where that is the habit of the table.

    An office that prints no zero but in totals, or in totals and one column more, leaves one or two in each such row. Where one row has
    more of them, or there are too few rows to tell, any cell may be the one that was left blank.
    """
    zeros = {place: left for place, left in enumerate(found) if len(left) > 1 and None in left[0] and _only_zeros(left[0])}
    if len(zeros) < _A_HABIT or any(len(reading) - reading.count(None) > _FEW_ZEROS for reading, *_ in zeros.values()):
        return list(found)
    totalled = {place: tuple(reading for reading in left if reading[-1] is not None) for place, left in zeros.items()}
    return [totalled.get(place, left) for place, left in enumerate(found)]


def _only_zeros(reading: Reading) -> bool:
    return all(piece is None or (piece.printed and piece.printed.kind in {CellKind.ZERO, CellKind.BLANK}) for piece in reading)


def _left_out(pieces: Sequence[Piece], reading: Reading) -> int:
    """How many pieces stand behind the last one that is read."""
    return len(pieces) - 1 - max((place for place, piece in enumerate(pieces) if piece is reading[-1]), default=-1)


def adds_up(reading: Reading) -> bool:
    """Whether all but the last column make the last."""
    return sum(map(value_of, reading[:-1])) == value_of(reading[-1])
