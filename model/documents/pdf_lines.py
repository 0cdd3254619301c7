"""Lines of text: characters that stand side by side."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from model.documents.pdf_geometry import Glyph

_SAME_LINE = 0.4
_SAME_PLACE = 0.15
"""A character that is drawn again within so much of its size makes it look bold."""
_WORD_GAP = 0.5
"""Latin words and numbers parted so far, in sizes, have a space between them; Chinese characters need twice that."""


@dataclass(frozen=True, slots=True)
class Line:
    """Characters on one baseline, from left to right, the first and last of them no spaces."""

    glyphs: tuple[Glyph, ...]

    @property
    def left(self) -> float:
        """Where the line begins."""
        return self.glyphs[0].left

    @property
    def right(self) -> float:
        """Where the line ends."""
        return max(glyph.right for glyph in self.glyphs)

    @property
    def baseline(self) -> float:
        """Where most of its characters stand, from the top of the page."""
        return sorted(glyph.baseline for glyph in self.glyphs)[len(self.glyphs) // 2]

    @property
    def size(self) -> float:
        """The size of most of its characters."""
        return sorted(glyph.size for glyph in self.glyphs)[len(self.glyphs) // 2]

    @property
    def text(self) -> str:
        """The words of the line."""
        parts = [self.glyphs[0].text]
        for before, glyph in pairwise(self.glyphs):
            wide = _WORD_GAP if before.text.isascii() and glyph.text.isascii() else 2 * _WORD_GAP
            spaced = before.text.isspace() or glyph.text.isspace()
            parts.append(f" {glyph.text}" if not spaced and glyph.left - before.right > wide * glyph.size else glyph.text)
        return "".join(parts)

    def runs(self, gap: float) -> list["Line"]:
        """The parts of the line between gaps wider than so many sizes; spaces count as gap."""
        words = [place for place, glyph in enumerate(self.glyphs) if not glyph.text.isspace()]
        starts = [words[0]]
        ends = []
        for before, place in pairwise(words):
            glyph = self.glyphs[place]
            if glyph.left - self.glyphs[before].right > gap * glyph.size:
                starts.append(place)
                ends.append(before + 1)
        return [Line(self.glyphs[start:end]) for start, end in zip(starts, [*ends, len(self.glyphs)], strict=True)]


def lines_of(glyphs: Iterable[Glyph]) -> list[Line]:
    """The lines that characters form, from the top down; blank ones are left out."""
    rows: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda glyph: (glyph.baseline, glyph.left)):
        if rows and glyph.baseline - rows[-1][0].baseline <= _SAME_LINE * min(glyph.size, rows[-1][0].size):
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
    return [Line(tuple(kept)) for row in rows if (kept := _trimmed(_once(row)))]


def _once(row: list[Glyph]) -> list[Glyph]:
    """The characters from left to right, those drawn twice once."""
    kept: list[Glyph] = []
    for glyph in sorted(row, key=lambda glyph: glyph.left):
        near = _SAME_PLACE * glyph.size
        if not any(other.text == glyph.text and glyph.left - other.left < near for other in kept[-3:]):
            kept.append(glyph)
    return kept


def _trimmed(row: list[Glyph]) -> list[Glyph]:
    words = [place for place, glyph in enumerate(row) if not glyph.text.isspace()]
    return row[words[0] : words[-1] + 1] if words else []
