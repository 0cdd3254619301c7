"""Zones: the stretches within which figures and categories are linked."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import attrgetter
from typing import TypeVar

from model.headings import NUMERAL, TABLE_ROW, headings_of
from model.linking import Placed

_END = re.compile(r"[。!?](?:[\"')]*)|\n")
_PART_END = re.compile(r"[;\n]")
_LONGEST = 800
"""Characters of a zone: sentences of reports are far shorter, what has no stops, as flattened tables, is not."""
_NUMBERED = re.compile(rf"[^\S\n]*{NUMERAL}、")
# Of items too, which are numbered further than chapters and parts: 二十一、
_MARKER = re.compile(
    r"[^\S\n]*(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\)|\d{1,2}[.、](?!\d)|\(\d{1,2}\)|[①-⑳]|[一二三四五六七八九]是)"
)


def zones(folded: str) -> list[tuple[int, int]]:
    """Sentences as (start, end), those of more than 800 characters in parts of at most so many.

    A line end closes one only behind a semicolon or colon, beside blanks, or before a list marker: lines of pages made from Word or PDF
    break inside sentences, so a line end alone says little.
    """
    out: list[tuple[int, int]] = []
    start = 0
    for match in _END.finditer(folded):
        if match.group() != "\n" or _closes(folded, match.start()):
            out.extend(_parts(folded, start, match.end()))
            start = match.end()
    if start < len(folded):
        out.extend(_parts(folded, start, len(folded)))
    return out


def _parts(folded: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence, or its parts where it is longer than `_LONGEST`."""
    while end - start > _LONGEST:
        cut = _cut(folded, start + _LONGEST // 2, start + _LONGEST)
        yield start, cut
        start = cut
    if start < end:
        yield start, end


def _cut(folded: str, first: int, last: int) -> int:
    """Behind the first semicolon or line end of a stretch, else behind its last comma, else its end."""
    part = _PART_END.search(folded, first, last)
    return part.end() if part else max(folded.rfind(",", first, last) + 1, 0) or last


def _closes(folded: str, line_end: int) -> bool:
    before = folded[max(0, line_end - 3) : line_end].rstrip()
    return before[-1:] in {";", ":", ""} or folded.startswith("\n", line_end + 1) or _MARKER.match(folded, line_end + 1) is not None


Item = TypeVar("Item", bound=Placed)
_START = attrgetter("start")


def within(items: Sequence[Item], start: int, end: int) -> Sequence[Item]:
    """The items that begin in a stretch; they must be in reading order."""
    return items[bisect_left(items, start, key=_START) : bisect_left(items, end, key=_START)]


def sections(folded: str) -> Iterator[tuple[int, int]]:
    """Stretches between headings of the first level: what a head such as 行政复议 can govern. Rows of tables, numbered alike, are none."""
    starts: set[int] = set()
    for line in re.finditer(r"[^\n]+", folded):
        start, end = line.span()
        chapters = [heading.start for heading in headings_of(folded, start, end) if heading.chapter]
        if _NUMBERED.match(folded, start, end):
            chapters.append(start)
        if chapters:
            is_row = TABLE_ROW.match(folded, start, end) is not None
            starts.update(chapter for chapter in chapters if not (is_row and chapter == start))
    bounds = [0, *sorted(starts - {0}), len(folded)]
    yield from pairwise(bounds)
