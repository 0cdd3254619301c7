"""Zones: the stretches within which figures and categories are linked."""

import re
from collections.abc import Iterator, Sequence
from typing import TypeVar

from model.linking import Placed

_END = re.compile(r"[。！？](?:[\"')]*)|\n")
_MARKER = re.compile(
    r"\s*(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\)|\d{1,2}[.、](?!\d)|\(\d{1,2}\)|[①-⑳]|[一二三四五六七八九]是)"
)


def zones(folded: str) -> list[tuple[int, int]]:
    """Sentences as (start, end). A line end closes one only behind a closing mark or before a list marker.

    Lines of pages made from Word or PDF break inside sentences, so a line end alone says little.
    """
    out: list[tuple[int, int]] = []
    start = 0
    for match in _END.finditer(folded):
        if match.group() != "\n" or _closes(folded, match.start()):
            out.append((start, match.end()))
            start = match.end()
    if start < len(folded):
        out.append((start, len(folded)))
    return out


def _closes(folded: str, line_end: int) -> bool:
    before = folded[max(0, line_end - 3) : line_end].rstrip()
    after = folded[line_end + 1 : line_end + 9]
    return before[-1:] in {";", ":", ""} or after[:1] == "\n" or _MARKER.match(after) is not None


Item = TypeVar("Item", bound=Placed)


def within(items: Sequence[Item], start: int, end: int) -> list[Item]:
    """The items that begin in a stretch."""
    return [item for item in items if start <= item.start < end]


def sections(folded: str) -> Iterator[tuple[int, int]]:
    """Stretches between blank lines or headings of the first level: what a head such as 行政复议 can govern."""
    start = 0
    for match in re.finditer(r"\n(?=\s*[一二三四五六七八九十]{1,2}、)", folded):
        yield start, match.start()
        start = match.start()
    yield start, len(folded)
