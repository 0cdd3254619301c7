"""Raised characters, as the marks of notes behind numbers are, put on the line of what they stand behind."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from model.documents.pdf_geometry import Glyph
from model.documents.superscripts import raised

_SMALLER = 0.9
"""Raised characters are smaller than this share of the size of the one before them."""
_LOWEST, _HIGHEST = 0.15, 0.7
"""They stand so many sizes of that one above it."""
_GAP = 0.35
"""No more sizes lie between them."""
_MARK = re.compile(r"[\d\[\]()（）*※]")


def with_raised(glyphs: Iterable[Glyph]) -> Iterator[Glyph]:
    """The characters in the order in which they are drawn, raised digits as characters of their own."""
    base, end = None, 0.0
    for glyph in glyphs:
        if base is not None and _is_raised(glyph, base, end):
            yield replace(glyph, text=raised(glyph.text), baseline=base.baseline, size=base.size)
        else:
            base = glyph
            yield glyph
        end = glyph.right


def _is_raised(glyph: Glyph, base: Glyph, end: float) -> bool:
    near = abs(glyph.left - end) <= _GAP * base.size
    above = _LOWEST * base.size <= base.baseline - glyph.baseline <= _HIGHEST * base.size
    return near and above and glyph.size < _SMALLER * base.size and _MARK.fullmatch(glyph.text) is not None
