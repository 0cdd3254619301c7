"""Headers of tables without lines that a page's end parts from their values."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from model.documents.pdf_lines import Line
from model.documents.pdf_words import is_value, parts_of

_STEP = 1.2
"""A header is put so many sizes of the font above what follows."""


def with_open_headers(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """The lines of each page, those of a header that a page's end cuts off moved above what follows of it, or above its values."""
    found = [list(lines) for lines in pages]
    for before, after in pairwise(found):
        count = len(list(takewhile(_is_header, reversed(before))))
        if count and _may_end_above(before[:-count][-1:]) and _goes_on(after):
            after[:0] = _moved(before[-count:], after[0])
            del before[-count:]
    return found


def _is_header(line: Line) -> bool:
    """Whether words stand beside each other in a line, and no values."""
    parts = parts_of(line)
    return len(parts) > 1 and not any(map(is_value, parts))


def _may_end_above(above: Sequence[Line]) -> bool:
    """Whether a line above a header is no row of a table, of which the lines below may be the last label."""
    return not any(is_value(part) for line in above for part in parts_of(line)[1:])


def _goes_on(lines: Sequence[Line]) -> bool:
    """Whether a page begins with more of a header, or with values."""
    return bool(lines) and (_is_header(lines[0]) or is_value(parts_of(lines[0])[-1]))


def _moved(lines: Sequence[Line], below: Line) -> list[Line]:
    by = below.baseline - _STEP * below.size - lines[-1].baseline
    return [Line(tuple(replace(glyph, baseline=glyph.baseline + by) for glyph in line.glyphs)) for line in lines]
