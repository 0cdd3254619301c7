"""A text with its labels, character by character, as training sees and changes it."""

from typing import NamedTuple

from model.labels import BY_NAME, OUTSIDE, span_tags
from training.filling import Filled


class Cell(NamedTuple):
    """One character with its BIO tag, and at the first one of a figure the fields that it states (none where not known)."""

    character: str
    tag: str = OUTSIDE
    stated: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """The label of its tag, empty outside of spans."""
        return self.tag[2:]

    @property
    def begins(self) -> bool:
        """Whether a span begins here."""
        return self.tag.startswith("B-")

    @property
    def continues(self) -> bool:
        """Whether a span goes on here."""
        return self.tag.startswith("I-")


class TaggedText(tuple[Cell, ...]):
    """The cells of a text."""

    __slots__ = ()

    @property
    def text(self) -> str:
        """The characters."""
        return "".join(cell.character for cell in self)

    @property
    def tags(self) -> list[str]:
        """The BIO tags."""
        return [cell.tag for cell in self]

    def joined(self, *others: "TaggedText") -> "TaggedText":
        """This text and others behind it."""
        return TaggedText(cell for text in (self, *others) for cell in text)

    def part(self, start: int, end: int) -> "TaggedText":
        """A stretch of it."""
        return TaggedText(self[start:end])

    def span_end(self, start: int) -> int:
        """Behind the span, or the single untagged character, that begins at `start`."""
        end = start + 1
        while end < len(self) and self[end].continues:
            end += 1
        return end

    def insert(self, position: int, inserted: str) -> "TaggedText":
        """The text with something put in before a character; inside a span it becomes part of the span."""
        inside = 0 < position < len(self) and self[position].continues
        tag = self[position].tag if inside else OUTSIDE
        return TaggedText((*self[:position], *(Cell(character, tag) for character in inserted), *self[position:]))


def plain(text: str) -> TaggedText:
    """Text without a label."""
    return TaggedText(map(Cell, text))


def tagged(filled: Filled) -> TaggedText:
    """The cells of a filled passage.

    Raises:
        ValueError: two spans overlap.
    """
    cells = [Cell(character) for character in filled.text]
    for span in filled.spans:
        if any(cell.tag != OUTSIDE for cell in cells[span.start : span.end]):
            raise ValueError(f"overlapping spans at {span.start}: {filled.text[span.start : span.end]!r}")
        stated = tuple(meaning.field for meaning in span.meanings) if BY_NAME[span.label].states else ()
        first, *others = map(Cell, filled.text[span.start : span.end], span_tags(span.label, span.end - span.start))
        cells[span.start : span.end] = [first._replace(stated=stated), *others]
    return TaggedText(cells)
