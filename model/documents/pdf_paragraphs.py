"""Paragraphs of lines that the width of the page broke."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from model.documents.pdf_labels import ORDINAL
from model.documents.pdf_lines import Line
from model.documents.pdf_tables import joined

_INDENT = 0.8
"""A line that begins so many sizes to the right of another is indented."""
_SPACING = 1.35
"""Lines of one paragraph are no further apart than this many times the usual distance."""
_STAMPED = 0.8
"""Full lines reach at least so far, compared with the one that reaches furthest."""
_POINT = re.compile(rf"{ORDINAL.pattern}|[一二三四五六七八九十]是")
_ENDS = frozenset("。；：！？;:!?")
_CLOSING = frozenset("，。、；：！？）》〉】」』”’〕％,.;:!?)]}%")


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """A line with the number of its page and the page's width in points."""

    line: Line
    page: int
    width: float


@dataclass(frozen=True, slots=True)
class Measure:
    """Where lines begin and end on pages of one width, and their usual distance."""

    left: float
    right: float
    step: float


def measures_of(lines: Iterable[PlacedLine]) -> dict[float, Measure]:
    """The measure of each width of page."""
    grouped: dict[float, list[PlacedLine]] = defaultdict(list)
    for one in lines:
        grouped[one.width].append(one)
    return {width: _measure(found) for width, found in grouped.items()}


def _measure(lines: list[PlacedLine]) -> Measure:
    size = sorted(one.line.size for one in lines)[len(lines) // 2]
    steps = sorted(
        after.line.baseline - before.line.baseline
        for before, after in pairwise(lines)
        if before.page == after.page and _same_size(before.line, after.line)
    )
    # The distance of lines inside paragraphs is the smaller one; half of all may be between paragraphs.
    step = steps[len(steps) // 4] if steps else 0.0
    return Measure(min(one.line.left for one in lines), _right_edge([one.line.right for one in lines], size), step)


def _right_edge(places: list[float], size: float) -> float:
    """Where full lines end: the last place that two lines share, as a single one may be a stamp; the very last if that is far off."""
    places = sorted(places, reverse=True)
    shared = next((one for one, other in pairwise(places) if one - other <= size), places[0])
    return shared if shared >= _STAMPED * places[0] else places[0]


def paragraphs(lines: Sequence[PlacedLine], measures: dict[float, Measure]) -> list[str]:
    """The paragraphs of lines that follow each other, page after page; headings and other short lines stay alone."""
    found: list[str] = []
    before: PlacedLine | None = None
    for one in lines:
        if before is not None and _goes_on(before, one, measures[one.width]):
            found[-1] = joined(found[-1], one.line.text, True)
        else:
            found.append(one.line.text)
        before = one
    return found


def _goes_on(before: PlacedLine, after: PlacedLine, measure: Measure) -> bool:
    """Whether the second line continues the paragraph of the first."""
    one, other = before.line, after.line
    if before.width != after.width or not _same_size(one, other):
        return False
    if before.page == after.page and other.baseline - one.baseline > _SPACING * measure.step:
        return False
    if measure.right - one.right > _first_word(other) + 0.6 * one.size:
        return False
    return not _begins_paragraph(one, other, measure)


def _same_size(one: Line, other: Line) -> bool:
    return abs(one.size - other.size) <= 0.15 * max(one.size, other.size)


def _first_word(line: Line) -> float:
    """The width of what could not be parted from the line's first character, and so did not fit on the line before."""
    end = 1
    if line.glyphs[0].text.isascii():
        end = next((place for place, glyph in enumerate(line.glyphs) if glyph.text.isspace() or not glyph.text.isascii()), len(line.glyphs))
    while end < len(line.glyphs) and line.glyphs[end].text in _CLOSING:
        end += 1
    return line.glyphs[end - 1].right - line.left


def _begins_paragraph(before: Line, line: Line, measure: Measure) -> bool:
    indent = _INDENT * line.size
    if line.left > before.left + indent:
        return True
    ended = before.text[-1] in _ENDS
    if line.left > measure.left + indent:
        return ended or _POINT.match(line.text) is not None
    return ended and _POINT.match(line.text) is not None and before.left <= measure.left + indent
