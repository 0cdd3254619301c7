"""How sure the tagger is of a span: its probability among all paths that the constraints of `model.decoding` allow.

Forward and backward sums over the lattice that Viterbi searches (Rabiner 1989, with his scaling): I-X stands only behind B-X or
I-X, and no span begins or ends inside a number. A character that is certainly outside parts the lattice, so the stretches between are
gone through side by side.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

_CERTAIN = 1.0 - 1e-3
"""A character that is outside with this probability parts the lattice: one side tells nothing of the other."""


@dataclass(frozen=True, slots=True)
class _Lattice:
    """Probabilities of unsure characters, in the order of `_steps`, with a column for outside and one for each label.

    `goes_on` is that a character goes on with the tag of the one before it, `begins` that its tag may follow any: inside a number outside
    only goes on, elsewhere it only begins.
    """

    goes_on: Floats
    begins: Floats
    steps: Sequence[slice]

    @property
    def start(self) -> Floats:
        """Ones for each stretch, and each column."""
        return np.ones((self.steps[0].stop if self.steps else 0, self.begins.shape[1]))


def span_posteriors(probabilities: NDArray[np.float32], glued: NDArray[np.bool_], spans: Sequence[tuple[int, int, int]]) -> list[float]:
    """The posterior of each span, 0 to 1.

    Args:
        probabilities: of the tags of each character, shape (characters, tags), in the order of `labels.TAGS`.
        glued: shape (characters,); true where a character belongs to the same number as the one before it.
        spans: (number of the label, start, end), none of which begins or ends inside a number.
    """
    if not spans:
        return []
    places = _steps(probabilities[:, 0] < _CERTAIN)
    order = np.concatenate(places)
    bounds = np.cumsum([0, *map(len, places)]).tolist()
    unsure = probabilities[order].astype(np.float64)
    joined = glued[order, np.newaxis]
    goes_on = unsure[:, ::2].copy()
    goes_on[:, :1] *= joined
    begins = np.hstack([unsure[:, :1], unsure[:, 1::2]]) * ~joined
    lattice = _Lattice(goes_on, begins, [slice(*two) for two in pairwise(bounds)])
    found = _scales(lattice)
    scales, ends = np.ones(len(probabilities)), np.ones(len(probabilities) + 1)
    scales[order], ends[order] = found[:, 0], _ends(lattice, found)[:, 0]
    posteriors: list[float] = _posteriors(probabilities, scales, ends, spans).tolist()
    return posteriors


def _steps(unsure: NDArray[np.bool_]) -> list[NDArray[np.intp]]:
    """The places of the first characters of all stretches of unsure ones, of the second ones, and so on; longer stretches first."""
    edges = np.flatnonzero(np.diff(unsure, prepend=False, append=False))
    firsts, sizes = edges[::2], edges[1::2] - edges[::2]
    longest_first = np.argsort(-sizes)
    firsts, sizes = firsts[longest_first], sizes[longest_first]
    longer = np.searchsorted(-sizes, -np.arange(sizes.max(initial=0)))
    return [firsts[:count] + step for step, count in enumerate(longer.tolist())]


def _scales(lattice: _Lattice) -> Floats:
    """For each character the probability mass of the allowed paths up to it, of those up to the one before; shape (characters, 1)."""
    scales = np.empty((len(lattice.begins), 1))
    mass = lattice.start
    mass[:, 1:] = 0
    for step in lattice.steps:
        mass = mass[: step.stop - step.start]
        mass *= lattice.goes_on[step]
        mass += lattice.begins[step]
        scales[step] = scale = np.maximum(mass.sum(axis=1, keepdims=True), 1e-300)
        mass /= scale
    return scales


def _ends(lattice: _Lattice, scales: Floats) -> Floats:
    """For each character the scaled mass of the paths from it on, given that no span goes on over its start; shape (characters, 1)."""
    ends = np.empty_like(scales)
    behind = lattice.start
    for step in reversed(lattice.steps):
        mass = behind[: step.stop - step.start]
        mass /= scales[step]
        ends[step] = ended = np.vecdot(lattice.begins[step], mass)[:, np.newaxis]
        mass *= lattice.goes_on[step]
        mass += ended
    return ends


def _posteriors(probabilities: NDArray[np.float32], scales: Floats, ends: Floats, spans: Sequence[tuple[int, int, int]]) -> Floats:
    """Of each span the share of the paths that hold it."""
    labels, starts, stops = np.array(spans).T
    sizes = stops - starts
    firsts = np.cumsum(sizes) - sizes
    places = np.arange(sizes.sum()) + np.repeat(starts - firsts, sizes)
    tags = np.repeat(2 * labels + 2, sizes)
    tags[firsts] -= 1
    steps = np.log(np.maximum(probabilities[places, tags] / scales[places], 1e-300))
    shares: Floats = np.minimum(1.0, np.exp(np.add.reduceat(steps, firsts)) * ends[stops])
    return shares
