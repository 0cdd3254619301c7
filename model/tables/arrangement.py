"""Whether the values of a table stand behind the labels of their rows, or before them, which holds for all of it."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

from model.tables.runs import HEADINGS, LABELS, Match, Run

_CLEAR = 3.0
"""So much better one arrangement must fit than the other to be told by labels alone: about what one more row speaks for it."""
_FEW_BESIDE = 1 / 3
"""Where a larger share of runs has words before them on their line, all are behind their labels, or between the lines of one."""
_HEADERS = ("第二十条", "信息内容")
"""What begins the headers of table 2 that stand between rows."""
_SHORT = 2
"""A label of no more characters is part of others: 其他."""
_ROW_LABEL = re.compile("|".join(sorted((label for label in LABELS - HEADINGS if len(label) > _SHORT), key=len, reverse=True)))


def values_first(runs: Sequence[Run]) -> list[Run]:
    """The runs with the words behind them as those that name them: up to the next values, or to headers between.

    Those with the labels of two rows behind them are mixed: one of these rows is blank.
    """
    out: list[Run] = []
    for run, following in pairwise([*runs, None]):
        if run is not None:
            words = _without_headers(run.after)
            after = following.after if following else ""
            out.append(replace(run, before=words, after=after, line_before=None, mixed=len(_ROW_LABEL.findall(words)) > 1))
    return out


def _without_headers(words: str) -> str:
    places = [place for header in _HEADERS if (place := words.find(header)) >= 0]
    return words[: min(places, default=len(words))]


def may_stand_first(match: Match, runs: Sequence[Run]) -> bool:
    """Whether values could stand before their labels: none of a row is before the first ones, or one is behind the last."""
    beside = sum(run.beside for run in runs)
    return beside <= _FEW_BESIDE * len(runs) and (runs[0] not in match.runs or bool(runs[-1].after))


def arranged(behind: Match, first: Match, holds: Callable[[Match], bool]) -> Match:
    """The match of values behind their labels, or that of values before them; all of its rows are doubtful where neither can be trusted.

    Where one fits the labels clearly better, only identities that contradict it, and hold for the other, speak against it; where both fit
    nearly as well, they decide.

    Args:
        holds: whether no identity of the table contradicts a match.
    """
    lead = first.score - behind.score
    if lead < -_CLEAR:
        return behind
    likely, other = (first, behind) if lead > _CLEAR else (behind, first)
    if holds(likely):
        return likely
    if holds(other):
        return other
    return behind if likely is behind else replace(first, doubtful=frozenset(range(len(first.runs))))
