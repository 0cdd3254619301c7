"""How sure the tagger is of a span: its probability among all paths that the constraints of `model.decoding` allow.

Forward and backward sums over the lattice that Viterbi searches (Rabiner 1989, with his scaling): I-X stands only behind B-X or
I-X, and no span begins or ends inside a number.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

_CERTAIN = 1.0 - 1e-3
"""A character that is outside with this probability parts the lattice: one side tells nothing of the other."""


@dataclass(frozen=True, slots=True)
class _Lattice:
    """Probabilities of a text's tags: `outside` has shape (characters,), `begin` and `inside` (characters, labels)."""

    outside: Floats
    begin: Floats
    inside: Floats
    glued: NDArray[np.bool_]

    @property
    def unsure(self) -> list[int]:
        """The characters that are not certainly outside: the others part the lattice."""
        unsure: list[int] = np.flatnonzero(self.outside < _CERTAIN).tolist()
        return unsure


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
    lattice = _Lattice(wide[:, 0], wide[:, 1::2], wide[:, 2::2], glued)
    scales = _scales(lattice)
    ends = _ends(lattice, scales)
    return [_posterior(lattice, scales, ends, span) for span in spans]


def _scales(lattice: _Lattice) -> Floats:
    """For each character the probability mass of the allowed paths up to it, of those up to the one before."""
    scales = np.ones(len(lattice.outside))
    nothing = np.zeros(lattice.begin.shape[1])
    stays, glued = lattice.outside.tolist(), lattice.glued.tolist()
    before = -1
    outside, spanned = 1.0, nothing
    for position in lattice.unsure:
        if position != before + 1:
            outside, spanned = 1.0, nothing
        before = position
        spanned = spanned * lattice.inside[position]
        if glued[position]:
            outside = outside * stays[position]
        else:
            outside = stays[position]
            spanned = spanned + lattice.begin[position]
        scales[position] = scale = max(outside + float(spanned.sum()), 1e-300)
        outside, spanned = outside / scale, spanned / scale
    return scales


def _ends(lattice: _Lattice, scales: Floats) -> Floats:
    """For each character the scaled mass of the paths that go on behind it, given that no span goes on over its end."""
    length = len(lattice.outside)
    ends, all_inside = np.ones(length), np.ones(lattice.inside.shape[1])
    stays, glued, scaled = lattice.outside.tolist(), lattice.glued.tolist(), scales.tolist()
    behind = length
    outside, inside = 1.0, all_inside
    for after in reversed(lattice.unsure):
        if after == 0:
            break
        if after != behind - 1:
            outside, inside = 1.0, all_inside
        behind = after
        stay = stays[after] * outside / scaled[after]
        goes_on = lattice.inside[after] * inside / scaled[after]
        if glued[after]:
            ends[after - 1], outside, inside = 0.0, stay, goes_on
        else:
            ends[after - 1] = outside = stay + float(lattice.begin[after] @ inside) / scaled[after]
            inside = outside + goes_on
    return ends


def _posterior(lattice: _Lattice, scales: Floats, ends: Floats, span: tuple[int, int, int]) -> float:
    """The share of the paths that hold the span."""
    label, start, end = span
    steps = np.concatenate([lattice.begin[start : start + 1, label], lattice.inside[start + 1 : end, label]]) / scales[start:end]
    return min(1.0, float(np.exp(np.log(np.maximum(steps, 1e-300)).sum())) * float(ends[end - 1]))
