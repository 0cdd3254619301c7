"""Which values belong to which row: runs of values, matched in order with the rows of a form by the words around them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from model.tables.forms import Form, Row
from model.tables.pieces import Piece

_WIDTH_BONUS = 1.5
_MISSED_ROW = 1.0
_MISSED_VALUE = 0.6
_UNNAMED = 1.5
"""What it costs to take values for a row of which no word stands beside them."""
_LEAST = 0.5
"""Of a label's characters so many must be found, as a share, for its row to be told by it."""
_LONGEST = 8
"""Further characters of a label make it no surer."""
_AFTER = 0.9
"""What a match counts whose words stand (partly) behind the values, as where a label wraps around them."""
_BEHIND = 0.75
"""The same where all of its words do: they may be the next row's."""
_SURE = 0.8


@dataclass(frozen=True, slots=True)
class Run:
    """Values that stand together, with the words before them and behind them (CJK characters alone)."""

    pieces: tuple[Piece, ...]
    before: str
    after: str

    @property
    def printed(self) -> int:
        """How many of the pieces hold something."""
        return sum(piece.end > piece.start for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Match:
    """The rows of a form with their runs (None for a row whose values were not found), and how well all fit.

    `named` says of each row whether its label stands where it should, between the values before and behind it.
    """

    form: Form
    runs: tuple[Run | None, ...]
    named: tuple[bool, ...]
    score: float


def runs_of(folded: str, pieces: Sequence[Piece]) -> tuple[Run, ...]:
    """The runs of values; where lines hold several values, a run ends with its line."""
    groups = list(_groups(pieces))
    words = ["".join(_cjk(folded[piece.start : piece.end]) for piece in labels) for labels, _ in groups]
    words.append("".join(_cjk(folded[piece.start : piece.end]) for piece in _rest(pieces)))
    values = [run for _, run in groups]
    return tuple(Run(tuple(run), words[number], words[number + 1]) for number, run in enumerate(values))


def _groups(pieces: Sequence[Piece]) -> Iterator[tuple[list[Piece], list[Piece]]]:
    """Labels and the values behind them."""
    by_lines = _several_in_lines(pieces)
    labels: list[Piece] = []
    run: list[Piece] = []
    for piece in pieces:
        ends = run and (piece.printed is None or (by_lines and piece.line != run[-1].line))
        if ends:
            yield labels, run
            labels, run = [], []
        (labels if piece.printed is None else run).append(piece)
    if run:
        yield labels, run


def _rest(pieces: Sequence[Piece]) -> list[Piece]:
    last = max((number for number, piece in enumerate(pieces) if piece.printed), default=-1)
    return list(pieces[last + 1 :])


def _several_in_lines(pieces: Sequence[Piece]) -> bool:
    values = [piece.line for piece in pieces if piece.printed is not None]
    return len(values) > 2 * len(set(values))


def match_rows(form: Form, runs: Sequence[Run]) -> Match:
    """The best assignment of runs to rows that keeps both in order (dynamic programming over both)."""
    rows = form.rows
    best = [[0.0] * (len(runs) + 1) for _ in range(len(rows) + 1)]
    taken = [[False] * (len(runs) + 1) for _ in range(len(rows) + 1)]
    for r in range(len(rows) - 1, -1, -1):
        best[r][len(runs)] = best[r + 1][len(runs)] - _MISSED_ROW
    for v in range(len(runs) - 1, -1, -1):
        best[len(rows)][v] = best[len(rows)][v + 1] - _skip(runs[v], len(rows[-1].columns))
    for r in range(len(rows) - 1, -1, -1):
        for v in range(len(runs) - 1, -1, -1):
            both = fit(rows[r], runs[v]) + best[r + 1][v + 1]
            other = max(best[r + 1][v] - _MISSED_ROW, best[r][v + 1] - _skip(runs[v], len(rows[r].columns)))
            best[r][v], taken[r][v] = max(both, other), both >= other
    found = tuple(_trace(form, runs, best, taken))
    return Match(form, found, tuple(_named(form, runs, found)), best[0][0])


def _named(form: Form, runs: Sequence[Run], found: Sequence[Run | None]) -> Iterator[bool]:
    """Of each row whether its label is among the words between its neighbours' values."""
    place = 0
    for row, run in zip(form.rows, found, strict=True):
        if run is not None:
            place = runs.index(run) + 1
        words = run.before if run else runs[place].before if place < len(runs) else runs[-1].after
        label = _cjk(row.label)
        yield common(label, words)[0] >= _SURE * len(label)


def _trace(form: Form, runs: Sequence[Run], best: list[list[float]], taken: list[list[bool]]) -> Iterator[Run | None]:
    v = 0
    for r, row in enumerate(form.rows):
        while v < len(runs) and not taken[r][v] and best[r][v + 1] - _skip(runs[v], len(row.columns)) > best[r + 1][v] - _MISSED_ROW:
            v += 1
        if v < len(runs) and taken[r][v]:
            yield runs[v]
            v += 1
        else:
            yield None


def _skip(run: Run, width: int) -> float:
    return _MISSED_VALUE * min(run.printed, width)


def fit(row: Row, run: Run) -> float:
    """How well a run fits a row: by its words, and by the number of its values."""
    words = likeness(_cjk(row.label), run.before[-80:], run.after[:80])
    width = len(row.columns)
    exact = len(run.pieces) == width or run.printed == width
    return (words or -_UNNAMED) + (_WIDTH_BONUS if exact else 0.0 if run.printed < width else -_WIDTH_BONUS)


@lru_cache(maxsize=20_000)
def likeness(label: str, before: str, after: str) -> float:
    """How much of a label stands right before the values, or wraps around them; 0 to 1 for short labels, more for long ones."""
    size = len(label)
    share = ends_with(before[-(size * 3 // 2 + 4) :], label)
    if share < _SURE and common(label, before[-size:] + after[:size])[0] >= _SURE * size:
        share = max(share, _AFTER * max(_around(label, cut, before, after) for cut in range(size)))
    return max(0.0, (share - _LEAST) / (1 - _LEAST)) * min(size, _LONGEST) / 4


def ends_with(text: str, label: str) -> float:
    """The share of a label that a text ends with, less what stands behind it."""
    found, last = common(label, text)
    return (found - (len(text) - last)) / len(label)


def _around(label: str, cut: int, before: str, after: str) -> float:
    """The share of a label of which the part up to `cut` ends the words before the values, and the rest begins those behind."""
    first, rest = label[:cut], label[cut:]
    behind = common(rest, after[: len(rest)])[0]
    ahead = ends_with(before[-cut - 2 :], first) if cut else 0.0
    return (ahead * cut + behind) / len(label) if ahead >= _SURE else _BEHIND * behind / len(label)


def common(label: str, text: str) -> tuple[int, int]:
    """The length of the longest common subsequence, by bits (Hyyrö 2004), and how much of the text it needs."""
    masks: dict[str, int] = {}
    for place, character in enumerate(label):
        masks[character] = masks.get(character, 0) | 1 << place
    full = row = (1 << len(label)) - 1
    last = 0
    for place, character in enumerate(text):
        step = row & masks.get(character, 0)
        grown = ((row + step) | (row - step)) & full
        if grown.bit_count() < row.bit_count():
            last = place + 1
        row = grown
    return (~row & full).bit_count(), last


def _cjk(text: str) -> str:
    return "".join(character for character in text if "\u4e00" <= character <= "\u9fff")
