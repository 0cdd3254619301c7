"""From text to entities: fold, cut, encode, and one constrained Viterbi over the whole text."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from model.characters import fold
from model.confidence import UNCALIBRATED, Calibration
from model.decoding import spans, viterbi
from model.digits import hide_digits
from model.facts import Entity
from model.labels import LABELS, TAGS
from model.numbers import find_numbers
from model.posterior import span_posteriors
from model.windows import cut

_NEVER = -1e9

Logits = Callable[[str], NDArray[np.float32]]
"""The logits of a folded stretch, shape (characters, tags)."""


def tag(text: str, encode: Logits, calibration: Calibration = UNCALIBRATED) -> tuple[Entity, ...]:
    """The entities of a text of any length, in order; offsets are code points of the text as given."""
    folded = fold(text)
    logits = whole_logits(folded, encode)
    glued = number_mask(folded)
    found = spans(viterbi(logits, glued))
    posteriors = span_posteriors(softmax(logits / calibration.temperature), glued, found)
    trimmed = (trim(folded, start, end) for _, start, end in found)
    return tuple(
        Entity(LABELS[label].name, start, end, text[start:end], calibration.of_span(posterior))
        for (label, _, _), (start, end), posterior in zip(found, trimmed, posteriors, strict=True)
        if start < end
    )


def whole_logits(folded: str, encode: Logits) -> NDArray[np.float32]:
    """The logits of every character, each from the window that has it in its core.

    Labels that were appended since the model was released never win.
    """
    out = np.full((len(folded), len(TAGS)), _NEVER, np.float32)
    shown = hide_digits(folded)
    for window in cut(folded):
        part = encode(shown[window.start : window.end])
        core = slice(window.core_start - window.start, window.core_end - window.start)
        out[window.core_start : window.core_end, : part.shape[1]] = part[core]
    return out


def number_mask(folded: str) -> NDArray[np.bool_]:
    """True where a character belongs to the same number as the one before it."""
    mask = np.zeros(len(folded), np.bool_)
    for number in find_numbers(folded):
        mask[number.start + 1 : number.end] = True
    return mask


def softmax(logits: NDArray[np.float32]) -> NDArray[np.float32]:
    """Probabilities of the tags of each character."""
    shifted = np.exp(logits - logits.max(axis=1, keepdims=True, initial=-np.inf))
    probabilities: NDArray[np.float32] = shifted / shifted.sum(axis=1, keepdims=True)
    return probabilities


def trim(folded: str, start: int, end: int) -> tuple[int, int]:
    """The span without spaces and line ends at its edges."""
    while start < end and folded[start].isspace():
        start += 1
    while end > start and folded[end - 1].isspace():
        end -= 1
    return start, end
