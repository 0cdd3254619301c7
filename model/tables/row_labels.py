"""How much of the label of a row stands among the words around values: before them, around them, or behind."""

from collections.abc import Mapping
from enum import StrEnum

SURE = 0.8
"""A label of which so large a share stands there is there."""
_BEHIND = 0.95
"""What words count that stand behind the values: they may be the next row's."""
_BEHIND_LABEL = 0.15
"""What a character costs that stands between a label and its values: it may belong to the label of a row between."""


class Way(StrEnum):
    """Where a label stands that has more lines than its values."""

    BEFORE = "before"
    AROUND = "around"
    BEHIND = "behind"


def shares(label: str, before: str, after: str, line_before: str | None) -> Mapping[Way, float]:
    """How much of a label stands right before values, around them, and behind them; the last two only of values alone on their line.

    The words around the values are those of their `Run`.
    """
    size = len(label)
    before, after = before[-(size * 3 // 2 + 4) :], after[: size + 2]
    if line_before is None:
        return {Way.BEFORE: ends_with(before, label)}
    wraps = ends_with(line_before, label) < SURE
    around = 0.0
    if holds(before[-size:] + after, label):
        around = max((_around(label, cut, before, after) for cut in range(1, size)), default=0.0)
    behind = common(label, after)[0] / size
    above = ends_with(before, label) * (1 if wraps else _BEHIND)
    return {Way.BEFORE: above, Way.AROUND: _BEHIND * around, Way.BEHIND: _BEHIND * behind}


def ends_with(text: str, label: str) -> float:
    """The share of a label that a text ends with, less `_BEHIND_LABEL` for each character behind it; of a label printed twice the last."""
    if text.endswith(label):
        return 1.0
    return max(_ending(tail, label) for tail in {text, text[-len(label) :]})


def _ending(text: str, label: str) -> float:
    shared, last = common(label, text)
    return shared / len(label) - _BEHIND_LABEL * (len(text) - last)


def _around(label: str, cut: int, before: str, after: str) -> float:
    """The share of a label of which the part up to `cut` ends the words before the values, and the rest begins those behind."""
    first, rest = label[:cut], label[cut:]
    ahead = ends_with(before[-cut - 2 :], first)
    return (ahead * cut + common(rest, after[: len(rest)])[0]) / len(label) if ahead >= SURE else 0.0


def holds(text: str, label: str) -> bool:
    """Whether nearly all of a label stands in a text, in order."""
    return label in text or (may_hold(text, label) and common(label, text)[0] >= SURE * len(label))


def may_hold(text: str, label: str) -> bool:
    """Whether nearly all characters of a label stand in a text, in whatever order: what lacks them need not be searched."""
    return sum(map(text.__contains__, label)) >= SURE * len(label)


def common(label: str, text: str) -> tuple[int, int]:
    """The length of the longest common subsequence, by bits (Hyyrö 2004), and how much of the text it needs."""
    masks: dict[str, int] = {}
    for place, character in enumerate(label):
        masks[character] = masks.get(character, 0) | 1 << place
    full = row = (1 << len(label)) - 1
    last = 0
    for place, character in enumerate(text):
        if character in masks:
            step = row & masks[character]
            grown = ((row + step) | (row - step)) & full
            if grown.bit_count() < row.bit_count():
                last = place + 1
            row = grown
    return (~row & full).bit_count(), last
