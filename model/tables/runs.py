"""Which values belong to which row: runs of values, matched in order with the rows of a form by the words around them."""

import re
from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import takewhile

import numpy as np
from numpy.typing import NDArray

from model.characters import cjk_of
from model.tables.forms import FORMS, LOCAL_ROWS, Form
from model.tables.pieces import Piece, is_parted
from model.tables.row_labels import SURE, Way, ends_with, holds, may_hold, shares

Scores = NDArray[np.float64]
Named = Mapping[int, Mapping[Way, float]]
"""Of rows, by their place in the form, how much of their labels stands beside a run, in each way in which these may wrap."""

_WIDTH_BONUS = 1.5
_MISSED_ROW = 1.0
_BLANK_ROW = 0.3
"""What it speaks for a form that it has a row whose label stands without values."""
_MISSED_VALUE = 0.6
_EQUAL = 1e-6
_DOUBT, _LITTLE_DOUBT = 0.8, 0.25
"""An assignment that costs no more than this may be the right one as well: of values alone on their line, and of those behind a label."""
_OTHER_WAY = 3.0
"""So much worse a way to wrap labels may be and still be the right one."""
_UNNAMED = 1.5
"""What it costs to take values for a row of which no word stands beside them."""
_LEAST = 0.5
"""Of a label's characters so many must be found, as a share, for its row to be told by it."""
_LONGEST = 8
"""Further characters of a label make it no surer."""
_ROW = re.compile(r"(?<![\d.])\d{1,2}\s?[.、](?!\d)|(?<!第)\([一二七]\)|[一二四]、")
"""What begins the label of a row; 三、 and (三) to (六) head several of them."""
_HEADING = re.compile(r"(?<!第)\([三四五六]\)")
_FEW_WORDLESS = 1 / 4
"""So many rows may have lost their label where a row may be missing too."""


@dataclass(frozen=True)
class Run:
    """Values that stand together, with the words before them and behind them (CJK characters alone).

    Of values that have a line for themselves where others stand beside their labels, `line_before` is the last line of words before
    them: their label is one of several lines, above them, around them or below. `mixed` values stand beside a cell with the labels of two
    rows, so that they may be those of both. `beside` says that words stand before the values on their line.
    """

    pieces: tuple[Piece, ...]
    before: str
    after: str
    line_before: str | None = None
    mixed: bool = False
    beside: bool = False

    @cached_property
    def printed(self) -> int:
        """How many of the pieces hold something."""
        return sum(piece.end > piece.start for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Match:
    """The rows of a form with their runs (None for a row whose values were not found), and how well all fit.

    `named` says of each row whether its label stands where it should, between the values before and behind it; `doubtful` are the rows
    between which it is not certain to which the values belong.
    """

    form: Form
    runs: tuple[Run | None, ...]
    named: tuple[bool, ...]
    doubtful: frozenset[int]
    score: float


def runs_of(folded: str, pieces: Sequence[Piece]) -> tuple[Run, ...]:
    """The runs of values; where lines hold several values, a run ends with its line."""
    if not pieces:
        return ()
    by_lines = _several_in_lines(pieces)
    groups = list(_groups(pieces, by_lines))
    parted = is_parted(folded, pieces[0].start, pieces[-1].end)
    in_lines = by_lines and not parted
    labels = [[(piece, said) for piece in of_run if (said := _words(folded, piece, in_lines))] for of_run, _ in groups]
    beside = [bool(of_run) and of_run[-1][0].line == run[0].line for of_run, (_, run) in zip(labels, groups, strict=True)]
    typeset = in_lines and 3 * sum(beside) >= len(groups)
    words = [[said for _, said in of_run] for of_run in labels]
    words.append([_words(folded, piece, in_lines) for piece in _rest(pieces)])
    return tuple(
        Run(
            pieces=tuple(run),
            before="".join(words[number]),
            after="".join(words[number + 1]),
            line_before=(words[number] or [""])[-1] if typeset and not beside[number] else None,
            mixed=parted and any(_is_of_two(folded, piece) for piece in of_run if piece.line == run[0].line),
            beside=beside[number],
        )
        for number, (of_run, run) in enumerate(groups)
    )


def _is_of_two(folded: str, label: Piece) -> bool:
    """Whether the labels of two rows are in one cell, or that of a row and behind it the heading of others."""
    rows = list(_ROW.finditer(folded, label.start, label.end))
    return len(rows) > 1 or (bool(rows) and _HEADING.search(folded, rows[0].end(), label.end) is not None)


def _words(folded: str, piece: Piece, in_lines: bool) -> str:
    """The words of a piece of label; in lines without those of a heading that runs down beside several rows."""
    words = (cjk_of(word) for word in folded[piece.start : piece.end].split())
    return "".join(word for word in words if not in_lines or not _is_fragment(word))


def _is_fragment(word: str) -> bool:
    """Whether a word is part of a heading of rows, and neither a heading nor a label."""
    return word in _IN_HEADINGS and word not in LABELS and word not in HEADINGS


def _groups(pieces: Sequence[Piece], by_lines: bool) -> Iterator[tuple[list[Piece], list[Piece]]]:
    """Labels and the values behind them, which end with their line where a table goes `by_lines`."""
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
    return 2 * len(values) > 3 * len(set(values))


def match_rows(form: Form, runs: Sequence[Run], named: Sequence[Named], way: Way | None = None) -> Match:
    """The best assignment of runs to rows that keeps both in order (dynamic programming over both).

    Where a run would fit another row nearly as well, as values between two labels that wrap may, both rows are doubtful.

    Args:
        named: the rows whose labels stand beside each run.
        way: how labels wrap in this text, where that is known.
    """
    fits = fit(form, runs, named, way)
    skips = np.array([_MISSED_VALUE * min(run.printed, len(form.rows[0].columns)) for run in runs])
    before = _prefixes(fits, skips)
    behind = _prefixes(fits[::-1, ::-1], skips[::-1])[::-1, ::-1]
    through = before[:-1, :-1] + fits + behind[1:, 1:]
    best = float(before[-1, -1])
    likely = through >= best - np.array([_LITTLE_DOUBT if run.line_before is None else _DOUBT for run in runs])
    doubtful = set(np.flatnonzero(likely[:, likely.sum(axis=0) > 1].any(axis=1)).tolist())
    numbers: list[int | None] = [None] * len(form.rows)
    for number, row in enumerate(through.argmax(axis=0).tolist()):
        if through[row, number] >= best - _EQUAL:
            numbers[row] = number
    found = [None if number is None else runs[number] for number in numbers]
    labelled = tuple(_labelled(form, runs, numbers))
    blank = sum(run is None and known for run, known in zip(found, labelled, strict=True))
    doubtful |= _beside_mixed(found) | _wordless(form, runs, fits, numbers)
    return Match(form, tuple(found), labelled, frozenset(doubtful), best + (_MISSED_ROW + _BLANK_ROW) * blank)


def _wordless(form: Form, runs: Sequence[Run], fits: Scores, numbers: Sequence[int | None]) -> set[int]:
    """The rows that nothing but their place names, if these are many and it is not certain that no row of the form is missing."""
    wordless = {row: number for row, number in enumerate(numbers) if number is not None and fits[row, number] <= _WIDTH_BONUS - _UNNAMED}
    filled = [run for run in runs if run.printed]
    # Blank cells beside headers look like rows of blank cells, and do not tell how many rows are named.
    many = sum(runs[number].printed > 0 for number in wordless.values()) > _FEW_WORDLESS * len(filled)
    return set(wordless) if many and not _is_whole(form, runs, wordless) else set()


def _is_whole(form: Form, runs: Sequence[Run], wordless: Container[int]) -> bool:
    """Whether there are values for as many rows as the form has, and these are not those left of a layout with more rows."""
    width = len(form.rows[0].columns)
    if sum(run.printed > 0 or len(run.pieces) >= width for run in runs) != len(form.rows):
        return False
    longer = [other for other in FORMS if other.table == form.table and len(other.rows) > len(form.rows)]
    theirs = {row.name for other in longer for row in other.rows}
    own = [place for place, row in enumerate(form.rows) if longer and row.name not in theirs]
    return not own or any(place not in wordless for place in own)


def _beside_mixed(found: Sequence[Run | None]) -> set[int]:
    """The rows that mixed values were found for, and those up to the next values on both sides."""
    mixed = {place for place, run in enumerate(found) if run and run.mixed}
    above = {row for place in mixed for row in takewhile(lambda row: found[row] is None, range(place - 1, -1, -1))}
    below = {row for place in mixed for row in takewhile(lambda row: found[row] is None, range(place + 1, len(found)))}
    return mixed | above | below


def _prefixes(fits: Scores, skips: Scores) -> Scores:
    """The best score of the first rows with the first runs, shape (rows + 1, runs + 1)."""
    skipped: list[float] = skips.tolist()
    above = [0.0, *(-np.cumsum(skips)).tolist()]
    best = [above]
    for number, of_row in enumerate(fits.tolist(), start=1):
        row = [-_MISSED_ROW * number]
        for place, (score, skip) in enumerate(zip(of_row, skipped, strict=True)):
            taken, missed, left = above[place] + score, above[place + 1] - _MISSED_ROW, row[place] - skip
            # Comparisons take half the time of max(), and a table has thousands of these.
            better = taken if taken >= missed else missed
            row.append(better if better >= left else left)
        best.append(row)
        above = row
    return np.array(best)


def _labelled(form: Form, runs: Sequence[Run], numbers: Sequence[int | None]) -> Iterator[bool]:
    """Of each row whether its label is among the words between its neighbours' values; `numbers` are those of the runs of rows."""
    following = 0
    for label, number in zip(form.labels, numbers, strict=True):
        place = following if number is None else number
        yield holds(runs[place].before if place < len(runs) else runs[-1].after, label)
        following = following if number is None else number + 1


def named_by(form: Form, run: Run) -> Named:
    """Of each row that the words around a run may name how much of its label stands there, in each way in which it may wrap."""
    words = run.before if run.line_before is None else run.before + run.after
    shared = Counter(row for character in set(words) for row in form.rows_with.get(character, ()))
    able = ((row, form.labels[row]) for row, count in shared.items() if count > _LEAST * len(form.labels[row]))
    return {row: shares(label, run.before, run.after, run.line_before) for row, label in able}


def fit(form: Form, runs: Sequence[Run], named: Sequence[Named], way: Way | None) -> Scores:
    """How well each run fits each row, by its words and by the number of its values, shape (rows, runs)."""
    widths = np.array([[len(row.columns)] for row in form.rows])
    pieces, printed = (np.array(sizes) for sizes in zip(*((len(run.pieces), run.printed) for run in runs), strict=True))
    exact = (pieces == widths) | (printed == widths)
    by_words = np.full(exact.shape, -_UNNAMED)
    for number, (run, of_run) in enumerate(zip(runs, named, strict=True)):
        for row, found in of_run.items():
            share = max(found.values()) if way is None or run.line_before is None else found[way]
            if share > _LEAST:
                by_words[row, number] = (share - _LEAST) / (1 - _LEAST) * (1 + min(len(form.labels[row]), _LONGEST) / _LONGEST)
    return by_words + np.where(exact, _WIDTH_BONUS, np.where(printed < widths, 0.0, -_WIDTH_BONUS))


def is_local(run: Run) -> bool:
    """Whether a label that only offices have stands before the values."""
    return any(may_hold(run.before, label) and ends_with(run.before, label) >= SURE for label in LOCAL_ROWS)


def match_form(form: Form, runs: Sequence[Run]) -> Match:
    """The best assignment, labels wrapping in one way throughout; rows that another way, nearly as good, reads otherwise are doubtful."""
    named = [named_by(form, run) for run in runs]
    if all(run.line_before is None for run in runs):
        return match_rows(form, runs, named)
    matches = sorted((match_rows(form, runs, named, way) for way in Way), key=lambda match: -match.score)
    best, *others = matches
    doubtful = set(best.doubtful)
    for other in others:
        if other.score >= best.score - _OTHER_WAY:
            differ = zip(best.runs, other.runs, strict=True)
            doubtful.update(place for place, (one, another) in enumerate(differ) if one is not another)
    return replace(best, doubtful=frozenset(doubtful))


LABELS = frozenset(label for form in FORMS for label in form.labels)
HEADINGS = frozenset(cjk_of(row.group) for form in FORMS for row in form.rows)
"""The labels of all rows and the headings of groups of rows, CJK characters alone."""
_IN_HEADINGS = "\n".join(HEADINGS)
