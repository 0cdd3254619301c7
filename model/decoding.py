"""Constrained Viterbi over BIO tags (IOB2): one best path over a whole text.

Two constraints: I-X stands only behind B-X or I-X, and no span begins or ends inside a number, so that a figure is
tagged whole or not at all. There are no learned transitions.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from model.labels import LABELS, TAGS

_OUTSIDE = 0
_COUNT = len(LABELS)
_BEGIN = np.arange(_COUNT) * 2 + 1
_INSIDE = _BEGIN + 1


def viterbi(logits: NDArray[np.float32], glued: NDArray[np.bool_]) -> NDArray[np.intp]:
    """The best tag of each character.

    Args:
        logits: shape (characters, tags), in the order of `labels.TAGS`.
        glued: shape (characters,); true where a character belongs to the same number as the one before it.

    Returns:
        Tag ids, shape (characters,).
    """
    length = len(logits)
    if length == 0:
        return np.zeros(0, np.intp)
    back = np.zeros((length, len(TAGS)), np.intp)
    scores = logits[0].astype(np.float64)
    scores[_INSIDE] = -np.inf
    for position in range(1, length):
        inside_from = np.where(scores[_BEGIN] >= scores[_INSIDE], _BEGIN, _INSIDE)
        best = _OUTSIDE if glued[position] else int(scores.argmax())
        arriving = np.full(len(TAGS), scores[best])
        arriving[_INSIDE] = scores[inside_from]
        if glued[position]:
            arriving[_BEGIN] = -np.inf
        back[position] = best
        back[position, _INSIDE] = inside_from
        scores = arriving + logits[position]
    return _follow(back, int(scores.argmax()))


def _follow(back: NDArray[np.intp], last: int) -> NDArray[np.intp]:
    path = np.zeros(len(back), np.intp)
    path[-1] = last
    for position in range(len(back) - 1, 0, -1):
        path[position - 1] = back[position, path[position]]
    return path


def spans(path: Sequence[int] | NDArray[np.intp]) -> list[tuple[int, int, int]]:
    """The spans of a path of tags as (number of the label, start, end), in order."""
    found: list[tuple[int, int, int]] = []
    start = -1
    for position, tag in enumerate([*path, _OUTSIDE]):
        if start >= 0 and tag != path[start] + 1:
            found.append((int(path[start]) // 2, start, position))
            start = -1
        if tag % 2 == 1:
            start = position
    return found
