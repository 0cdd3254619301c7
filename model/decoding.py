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

    The likeliest tag of each character alone makes the best path wherever the constraints allow it; only the stretches in which they do
    not are searched.

    Args:
        logits: shape (characters, tags), in the order of `labels.TAGS`.
        glued: shape (characters,); true where a character belongs to the same number as the one before it.

    Returns:
        Tag ids, shape (characters,).
    """
    path: NDArray[np.intp] = logits.argmax(axis=1)
    forbidden = np.flatnonzero(_forbidden(path, glued))
    if not forbidden.size:
        return path
    edges = _edges(logits, glued)
    firsts = edges[np.searchsorted(edges, forbidden, "right") - 1]
    lasts = edges[np.searchsorted(edges, forbidden, "right")]
    for first, last in sorted(set(zip(firsts.tolist(), lasts.tolist(), strict=True))):
        path[first:last] = _search(logits[first:last], glued[first:last])
    return path


def _forbidden(path: NDArray[np.intp], glued: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Where the tag of a character may not follow that of the one before it."""
    before = np.concatenate([[_OUTSIDE], path[:-1]])
    inside = (path > 0) & (path % 2 == 0)
    goes_on = (before == path) | (before == path - 1)
    forbidden: NDArray[np.bool_] = (inside & ~goes_on) | (glued & ~inside & ((path != _OUTSIDE) | (before != _OUTSIDE)))
    return forbidden


def _edges(logits: NDArray[np.float32], glued: NDArray[np.bool_]) -> NDArray[np.intp]:
    """Offsets behind characters that are outside on the best path whatever stands around them, with both ends of the text.

    A span over such a character would gain by ending before it and going on behind it as a span of its own.
    """
    begin, inside = logits[:, 1::2], logits[:, 2::2]  # the columns of _BEGIN and _INSIDE, without a copy
    gain = logits[:-1, :1] - np.maximum(begin[:-1], inside[:-1])
    apart = (gain > np.maximum(0, inside[1:] - begin[1:])).all(axis=1) & ~glued[:-1] & ~glued[1:]
    return np.concatenate([[0], np.flatnonzero(apart) + 1, [len(logits)]])


def _search(logits: NDArray[np.float32], glued: NDArray[np.bool_]) -> NDArray[np.intp]:
    """The best path through a stretch."""
    back = np.zeros((len(logits), len(TAGS)), np.intp)
    scores = logits[0].astype(np.float64)
    scores[_INSIDE] = -np.inf
    for position in range(1, len(logits)):
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
    tags: list[int] = np.append(path, _OUTSIDE).tolist()
    for position, tag in enumerate(tags):
        if start >= 0 and tag != tags[start] + 1:
            found.append((tags[start] // 2, start, position))
            start = -1
        if tag % 2 == 1:
            start = position
    return found
