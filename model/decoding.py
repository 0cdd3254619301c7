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
_NEAR = 64
"""How far from a forbidden tag its edges are sought first; nearly all are nearer."""


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
    last = 0
    for place in forbidden.tolist():
        if place >= last:
            first, last = _stretch(logits, glued, place)
            path[first:last] = _search(logits[first:last], glued[first:last])
    return path


def _forbidden(path: NDArray[np.intp], glued: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Where the tag of a character may not follow that of the one before it."""
    before = np.concatenate([[_OUTSIDE], path[:-1]])
    inside = (path > 0) & (path % 2 == 0)
    goes_on = (before == path) | (before == path - 1)
    forbidden: NDArray[np.bool_] = (inside & ~goes_on) | (glued & ~inside & ((path != _OUTSIDE) | (before != _OUTSIDE)))
    return forbidden


def _stretch(logits: NDArray[np.float32], glued: NDArray[np.bool_], place: int) -> tuple[int, int]:
    """The stretch around a place that can be searched alone: it goes from edge to edge, or to an end of the text."""
    reach = _NEAR
    while True:
        start, stop = max(0, place - reach), min(len(logits), place + reach)
        edges = start + _edges(logits[start:stop], glued[start:stop])
        before, behind = edges[edges <= place], edges[edges > place]
        if (before.size or start == 0) and (behind.size or stop == len(logits)):
            return int(before[-1]) if before.size else 0, int(behind[0]) if behind.size else len(logits)
        reach *= 2


def _edges(logits: NDArray[np.float32], glued: NDArray[np.bool_]) -> NDArray[np.intp]:
    """Offsets behind characters that are outside on the best path whatever stands around them.

    A span over such a character would gain by ending before it and going on behind it as a span of its own.
    """
    begin, inside = logits[:, 1::2], logits[:, 2::2]  # the columns of _BEGIN and _INSIDE, without a copy
    gain = logits[:-1, :1] - np.maximum(begin[:-1], inside[:-1])
    apart = (gain > np.maximum(0, inside[1:] - begin[1:])).all(axis=1) & ~glued[:-1] & ~glued[1:]
    return np.flatnonzero(apart) + 1


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
    """The spans of a path of tags in which none is forbidden, as (number of the label, start, end), in order."""
    tags = np.append(path, _OUTSIDE)
    starts = np.flatnonzero(tags % 2)
    stops = np.flatnonzero((tags % 2 == 1) | (tags == _OUTSIDE))
    ends = stops[np.searchsorted(stops, starts, "right")]
    return list(zip((tags[starts] // 2).tolist(), starts.tolist(), ends.tolist(), strict=True))
