"""Rows that are printed otherwise than the form has them: cut in two, in another order, merged cells repeated, labels lost."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import accumulate, pairwise

from model.characters import cjk_of
from model.tables.alignment import adds_up, value_of
from model.tables.forms import APPLICANTS, Form, Row
from model.tables.pieces import Piece
from model.tables.runs import Match, Run

_WIDTH = len(APPLICANTS)
_A_HABIT = 2
"""So many rows with numbers cut in two show that those of zeros are cut too."""


def rejoined(runs: Sequence[Run]) -> list[Run]:
    """The runs with two as one that no word parts, if together they are a row that adds up.

    Zeros and blanks would do so anyhow; seven zeros are one where several rows with numbers are cut so.
    """
    joined = _joined(runs, _is_row)
    return _joined(joined, _is_printed) if len(runs) - len(joined) >= _A_HABIT else joined


def _joined(runs: Sequence[Run], is_row: Callable[[Sequence[Piece]], bool]) -> list[Run]:
    out: list[Run] = []
    for run in runs:
        if out and not run.before and is_row(pieces := (*out[-1].pieces, *run.pieces)):
            out[-1] = replace(out[-1], pieces=pieces, after=run.after)
        else:
            out.append(run)
    return out


def _is_printed(pieces: Sequence[Piece]) -> bool:
    return len(pieces) == _WIDTH and all(piece.end > piece.start for piece in pieces) and adds_up(tuple(pieces))


def _is_row(pieces: Sequence[Piece]) -> bool:
    return _is_printed(pieces) and any(map(value_of, pieces))


def parted(runs: Sequence[Run]) -> list[Run]:
    """The runs with those of several whole rows apart, whose labels but the first are lost, in a table that mostly has a row a run.

    A lost label may leave a blank cell between two rows. All of them must add up, as those of zeros do.
    """
    single = sum(len(run.pieces) == _WIDTH for run in runs)
    return [row for run in runs for row in (_rows_of(run) if 2 * single > len(runs) else [run])]


def _rows_of(run: Run) -> list[Run]:
    for step in (_WIDTH, _WIDTH + 1):
        starts = range(0, len(run.pieces), step)
        rows = [run.pieces[start : start + _WIDTH] for start in starts]
        between = run.pieces[_WIDTH::step] if step > _WIDTH else ()
        if len(rows) > 1 and all(map(_is_printed, rows)) and all(piece.end == piece.start for piece in between):
            first, *others, last = rows
            middle = [replace(run, pieces=row, before="", after="") for row in others]
            return [replace(run, pieces=first, after=""), *middle, replace(run, pieces=last, before="")]
    return [run]


def unrepeated(form: Form, runs: Sequence[Run]) -> list[Run]:
    """The runs with one cell where a merged one comes again, as its header does: 本年增/减,本年增/减 above 行政事业性收费,9,-2,-2.

    A row of one column says the same however often it comes.
    """
    several = [row for row in form.rows if len(row.columns) > 1]
    return [next((left for row in several if (left := _without_repeats(row, run)) is not None), run) for run in runs]


def _without_repeats(row: Row, run: Run) -> Run | None:
    """The run with a piece for each column of a row; None where its headers are not as many as its pieces, or one has several values."""
    if len(run.pieces) <= len(row.columns):
        return None
    names = [cjk_of(column.zh) for column in row.columns]
    found = re.search("".join(f"((?:{name})+)" for name in names) + f"(?:{cjk_of(row.label)})+$", run.before)
    if found is None:
        return None
    times = [len(group) // len(name) for group, name in zip(found.groups(), names, strict=True)]
    starts = [sum(times[:column]) for column in range(len(times))]
    alike = all(len({piece.printed for piece in run.pieces[start : start + of]}) == 1 for start, of in zip(starts, times, strict=True))
    return replace(run, pieces=tuple(run.pieces[start] for start in starts)) if alike and sum(times) == len(run.pieces) else None


def in_order(form: Form, runs: Sequence[Run]) -> list[Run]:
    """The runs in the order that the form has, among those right behind the whole label of a row each, if each row has one at most."""
    rows = {place: row for place, run in enumerate(runs) for row, label in enumerate(form.labels) if run.before.endswith(label)}
    if len(set(rows.values())) < len(rows):
        return list(runs)
    out = list(runs)
    for place, moved in zip(rows, sorted(rows, key=lambda place: rows[place]), strict=True):
        out[place] = runs[moved]
    return out


def rows_alone(form: Form, runs: Sequence[Run]) -> Match | None:
    """The rows of a form in order, where no word stands beside as many values as it has cells; None elsewhere."""
    pieces = tuple(piece for run in runs for piece in run.pieces)
    if any(run.before for run in runs) or len(pieces) != len(form.fields):
        return None
    ends = list(accumulate(len(row.columns) for row in form.rows))
    rows = tuple(Run(pieces[start:end], "", "") for start, end in pairwise((0, *ends)))
    return Match(form, rows, (True,) * len(rows), frozenset(), float(len(rows)))
