"""How sure the tagger is of a span: its probability among all paths that the constraints of `model.decoding` allow.

Forward and backward sums over the lattice that Viterbi searches (Rabiner 1989, with his scaling): I-X stands only behind B-X or
I-X, and no span begins or ends inside a number. A character that is certainly outside parts the lattice, so the stretches between are
gone through side by side.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Places = NDArray[np.intp]

_CERTAIN = 1.0 - 1e-3
"""A character that is outside with this probability parts the lattice: one side tells nothing of the other."""


@dataclass(frozen=True, slots=True)
class _Lattice:
    """Probabilities of a text's tags: `outside` has shape (characters, 1), `begin` and `inside` (characters, labels).

    `goes_on` has the shape of `outside`: 1 where a character belongs to the same number as the one before it, where `begin` is 0, else 0.
    """

    outside: Floats
    begin: Floats
    inside: Floats
    goes_on: Floats


def span_posteriors(probabilities: NDArray[np.float32], glued: NDArray[np.bool_], spans: Sequence[tuple[int, int, int]]) -> list[float]:
    """The posterior of each span, 0 to 1.

    Args:
        probabilities: of the tags of each character, shape (characters, tags), in the order of `labels.TAGS`.
        glued: shape (characters,); true where a character belongs to the same number as the one before it.
        spans: (number of the label, start, end), none of which begins or ends inside a number.
    """
    if not spans:
        return []
    wide = probabilities.astype(np.float64)
    goes_on = glued[:, np.newaxis].astype(np.float64)
    lattice = _Lattice(wide[:, :1], wide[:, 1::2] * (1 - goes_on), wide[:, 2::2], goes_on)
    steps = _steps(wide[:, 0] < _CERTAIN)
    scales = _scales(lattice, steps)
    ends = _ends(lattice, steps, scales)
    return [_posterior(lattice, scales, ends, span) for span in spans]


def _steps(unsure: NDArray[np.bool_]) -> list[Places]:
    """The first characters of all stretches of unsure ones, the second ones, and so on; those of longer stretches first."""
    edges = np.flatnonzero(np.diff(unsure, prepend=False, append=False))
    firsts, sizes = edges[::2], edges[1::2] - edges[::2]
    longest_first = np.argsort(-sizes)
    firsts, sizes = firsts[longest_first], sizes[longest_first]
    return [firsts[: np.searchsorted(-sizes, -step)] + step for step in range(sizes.max(initial=0))]


def _scales(lattice: _Lattice, steps: Sequence[Places]) -> Floats:
    """For each character the probability mass of the allowed paths up to it, of those up to the one before; shape (characters, 1)."""
    scales = np.ones(lattice.outside.shape)
    mass = np.ones((len(steps[0]) if steps else 0, 1))
    spanned = np.zeros((len(mass), lattice.inside.shape[1]))
    for places in steps:
        goes_on, count = lattice.goes_on[places], len(places)
        outside = lattice.outside[places] * (goes_on * mass[:count] + 1 - goes_on)
        spanned = spanned[:count] * lattice.inside[places] + lattice.begin[places]
        scale = np.maximum(outside + spanned.sum(axis=1, keepdims=True), 1e-300)
        scales[places] = scale
        mass, spanned = outside / scale, spanned / scale
    return scales


def _ends(lattice: _Lattice, steps: Sequence[Places], scales: Floats) -> Floats:
    """For each character, and the end of the text, the scaled mass of the paths from it on, given that no span goes on over its start."""
    ends = np.ones((len(scales) + 1, 1))
    outside = np.ones((len(steps[0]) if steps else 0, 1))
    inside = np.ones((len(outside), lattice.inside.shape[1]))
    for places in reversed(steps):
        goes_on, count = lattice.goes_on[places], len(places)
        begun = (lattice.begin[places] * inside[:count]).sum(axis=1, keepdims=True)
        outside[:count] = (lattice.outside[places] * outside[:count] + begun) / scales[places]
        ends[places] = outside[:count] * (1 - goes_on)
        inside[:count] = lattice.inside[places] * inside[:count] / scales[places] + ends[places]
    return ends


def _posterior(lattice: _Lattice, scales: Floats, ends: Floats, span: tuple[int, int, int]) -> float:
    """The share of the paths that hold the span."""
    label, start, end = span
    steps = np.concatenate([lattice.begin[start : start + 1, label], lattice.inside[start + 1 : end, label]]) / scales[start:end, 0]
    return min(1.0, float(np.exp(np.log(np.maximum(steps, 1e-300)).sum())) * float(ends[end, 0]))
