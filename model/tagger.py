"""From text to entities: fold, cut, encode, and one constrained Viterbi over the whole text; nothing is tagged in the statutory tables."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from model.borders import find_borders, parted
from model.characters import fold
from model.confidence import UNCALIBRATED, Calibration
from model.decoding import spans, viterbi
from model.digits import hide_digits
from model.facts import Entity, FigureEntity
from model.fields import STATED
from model.labels import LABELS, OUTSIDE, TAG_IDS
from model.logits import Encode, Logits, no_logits, unset_logits
from model.numbers import number_spans
from model.pages import without_pages
from model.posterior import span_posteriors
from model.tables.regions import Region, find_regions
from model.tables.text import table_text
from model.windows import Window, cut

LEAST_HINT = 0.02
"""Chances below this are as good as none."""
_FAINT = -4.0
"""Logits up to this make lower chances."""
_BETWEEN = frozenset("、,;:。")
"""Marks that part words, after folding."""
# Where a page ended there may be a whole line of spaces, which the encoder was never shown.
_LONG_GAP = re.compile(r"(?<= ) {7,}")


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be encoded of a text: the stretch of each window, its digits hidden and its long gaps closed.

    `plain` is the folded text; `folded` has spaces for what pages repeat in it; `borders` are the places between its cells, which no span
    runs over; `tables` stand in `table_text`.
    """

    plain: str
    folded: str
    borders: tuple[int, ...]
    table_text: str
    tables: tuple[Region, ...]
    windows: tuple[Window, ...]
    stretches: tuple[str, ...]


def plan(text: str) -> Plan:
    """The windows of a text but for those whose core lies in a statutory table."""
    plain = fold(text)
    folded = without_pages(text, plain)
    searched = table_text(text, plain)
    tables = find_regions(searched)
    prose = tuple(window for window in cut(folded) if not any(_within(window, table) for table in tables))
    shown = hide_digits(folded)
    borders = find_borders(text, folded)
    stretches = tuple(_LONG_GAP.sub("", shown[window.start : window.end]) for window in prose)
    return Plan(plain, folded, borders, searched, tables, prose, stretches)


def tag(text: str, encode: Encode, calibration: Calibration = UNCALIBRATED) -> tuple[Entity, ...]:
    """The entities of a text of any length, in order; offsets are code points of the text as given."""
    planned = plan(text)
    return find_entities(text, planned, map(encode, planned.stretches), calibration)


def find_entities(text: str, planned: Plan, parts: Iterable[Logits], calibration: Calibration) -> tuple[Entity, ...]:
    """The entities that the logits of the windows of a text make."""
    folded = planned.folded
    glued = number_mask(parted(folded, planned.borders))  # does not need the logits, which are waited for next
    logits = merge(planned, parts)
    found = spans(viterbi(logits.tags, glued))
    posteriors = span_posteriors(softmax(logits.tags / calibration.temperature), glued, found)
    stating = [first for number, first, _ in found if LABELS[number].states]
    hinted = dict(zip(stating, hints(logits.stated[stating]), strict=True))
    entities: list[Entity] = []
    for (number, first, last), posterior in zip(found, posteriors, strict=True):
        start, end = trim(folded, first, last)
        if start == end:
            continue
        span = (LABELS[number].name, start, end, text[start:end], calibration.of_span(posterior))
        entities.append(FigureEntity(*span, hinted[first]) if first in hinted else Entity(*span))
    return tuple(entities)


def whole_logits(text: str, encode: Encode) -> Logits:
    """The logits of every character of a text."""
    planned = plan(text)
    return merge(planned, map(encode, planned.stretches))


def merge(planned: Plan, parts: Iterable[Logits]) -> Logits:
    """The logits of every character, each from the window that has it in its core.

    Labels and fields that were appended since the model was released never win, and nothing but `OUTSIDE` does in the tables, which have a
    reader of their own, and between cells.
    """
    out, never = unset_logits(len(planned.folded)), no_logits(1)
    for window, part in zip(planned.windows, parts, strict=True):
        stretch = planned.folded[window.start : window.end]
        core = slice(window.core_start - window.start, window.core_end - window.start)
        encoded = _encoded(stretch)[core] if _LONG_GAP.search(stretch) else core
        for whole, piece, nothing in zip(out, part, never, strict=True):
            known = piece.shape[1]
            whole[window.core_start : window.core_end, :known] = piece[encoded]
            whole[window.core_start : window.core_end, known:] = nothing[:, known:]
    apart = np.zeros(len(out.tags), np.bool_)
    apart[np.array(planned.borders, np.intp)] = True
    for table in planned.tables:
        apart[table.start : table.end] = True
    out.tags[apart], out.stated[apart] = never
    out.tags[apart, TAG_IDS[OUTSIDE]] = 0
    return out


def _encoded(stretch: str) -> NDArray[np.intp]:
    """Of each character its place among those that are encoded; for the rest of a long gap that of the space that stands for it."""
    encoded = np.ones(len(stretch), np.bool_)
    for gap in _LONG_GAP.finditer(stretch):
        encoded[gap.start() : gap.end()] = False
    return np.cumsum(encoded) - 1


def _within(window: Window, table: Region) -> bool:
    return table.start <= window.core_start and window.core_end <= table.end


def hints(stated: NDArray[np.float32]) -> list[tuple[tuple[str, float], ...]]:
    """For each of several figures the fields that it may state with their chances, likeliest first, unlikely ones left out.

    Args:
        stated: logits of the fields, shape (figures, fields).
    """
    chances = 1 / (1 + np.exp(-np.maximum(stated, _FAINT)))
    figures, fields = np.nonzero(chances >= LEAST_HINT)
    likely = chances[figures, fields]
    found: list[list[tuple[str, float]]] = [[] for _ in stated]
    for place in np.lexsort((-likely, figures)).tolist():
        found[figures[place]].append((STATED[fields[place]], round(float(likely[place]), 4)))
    return list(map(tuple, found))


def number_mask(folded: str) -> NDArray[np.bool_]:
    """True where a character belongs to the same number as the one before it."""
    mask = np.zeros(len(folded), np.bool_)
    for start, end in number_spans(folded):
        mask[start + 1 : end] = True
    return mask


def softmax(logits: NDArray[np.float32]) -> NDArray[np.float32]:
    """Probabilities of the tags of each character."""
    best = np.arange(len(logits)), logits.argmax(axis=1)
    probabilities: NDArray[np.float32] = logits - logits[best][:, np.newaxis]
    np.exp(probabilities, out=probabilities)
    probabilities /= probabilities.sum(axis=1, keepdims=True)
    return probabilities


def trim(folded: str, start: int, end: int) -> tuple[int, int]:
    """The span without spaces, line ends, and marks between words at its edges."""
    while start < end and (folded[start].isspace() or folded[start] in _BETWEEN):
        start += 1
    while end > start and (folded[end - 1].isspace() or folded[end - 1] in _BETWEEN):
        end -= 1
    return start, end
