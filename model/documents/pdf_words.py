"""The parts of a line that stand in cells of their own: words, and values of a table."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from statistics import median

from model.characters import fold
from model.documents.pdf_geometry import Glyph
from model.documents.pdf_labels import label_before
from model.documents.pdf_lines import Line
from model.tables.cells import CellKind, read_cell

_APART = 0.6
"""What is parted by more than so many sizes of the font stands in two cells."""
_TOUCHING = 0.1
"""So does what is parted by more than this, if other gaps inside of the line's cells are half as wide: cells without lines may touch."""
_MARKS = frozenset(",.，．")
_BROKEN = re.compile(r",?\d{1,3}(?:,\d{3})*(?:,\d{0,2})?|\d[\d,]*[件宗条项个份]?\([^()]*")


def parts_of(line: Line) -> tuple[Line, ...]:
    """The line in parts, from left to right; spaces count as gap. The label of a row is parted from a value that touches it."""
    glyphs = [glyph for glyph in line.glyphs if not glyph.text.isspace()]
    gaps = [max(0.0, after.left - before.right) for before, after in pairwise(glyphs)]
    usual = median([gap for gap, after in zip(gaps, glyphs[1:], strict=True) if gap <= _APART * after.size] or [0.0])
    parts = [[glyphs[0]]]
    for (before, after), gap in zip(pairwise(glyphs), gaps, strict=True):
        if gap > _APART * after.size or (_one_kind(before, after) and gap > max(_TOUCHING * after.size, 2 * usual)):
            parts.append([])
        parts[-1].append(after)
    return tuple(Line(tuple(words)) for part in parts for words in _label_and_value(part))


def _label_and_value(part: list[Glyph]) -> Iterator[list[Glyph]]:
    """A part as it is, or a whole label and the value behind it."""
    end = label_before(fold("".join(glyph.text[:1] for glyph in part)))
    if 0 < end < len(part) and is_value(Line(tuple(part[end:]))):
        yield part[:end]
        part = part[end:]
    yield part


def numbers_of(glyphs: Iterable[Glyph]) -> Iterator[list[Glyph]]:
    """Digits that were set side by side, with their marks, and every other character alone."""
    run: list[Glyph] = []
    for glyph in glyphs:
        if run and not _is_next(run[-1], glyph):
            yield run
            run = []
        run.append(glyph)
    if run:
        yield run


def _is_next(before: Glyph, after: Glyph) -> bool:
    near = _TOUCHING * after.size
    touches = abs(after.left - before.right) <= near and abs(after.baseline - before.baseline) <= near
    return touches and all(glyph.text.isdecimal() or glyph.text in _MARKS for glyph in (before, after))


def _one_kind(before: Glyph, after: Glyph) -> bool:
    """Whether both are Chinese or both are not; fonts and word processors set these apart from each other."""
    return before.text.isascii() == after.text.isascii()


def is_value(part: Line) -> bool:
    """Whether it could be the whole content of a cell of numbers, or a line of one in a narrow column.

    That is a number before or behind a comma, or one with the beginning of its note: 3（其中修.
    """
    text = fold(part.text)
    return read_cell(text).kind is not CellKind.UNREADABLE or _BROKEN.fullmatch(text) is not None
