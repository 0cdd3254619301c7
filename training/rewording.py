"""Other words in the place of those that an author chose: Taiwan's words, and other names of the same label."""

import random
from collections.abc import Mapping, Sequence

from model.labels import CATEGORIES, OUTSIDE, span_tags
from model.lexicon import TAIWAN
from training.markup import Tagged
from training.passage import Passage
from training.tagged import Cell, TaggedText

Names = Mapping[str, Sequence[str]]
"""For each label of a category the names that stand for it in a corpus."""

_SWAPPED = ("APPLICANT_CATEGORY", "CHANNEL_CATEGORY", "OUTCOME_CATEGORY", "REMEDY_RESULT", "DISCLOSURE_ITEM", "TOPIC", "WORK_ITEM")
_SWAP_SPAN = 0.5


def category_names(passages: Sequence[Passage]) -> Names:
    """The names of categories in the passages that hold no slot, by label."""
    names: dict[str, set[str]] = {label: set() for label in _SWAPPED}
    for passage in passages:
        for piece in passage.pieces:
            if isinstance(piece, Tagged) and piece.label in names and all(isinstance(part, str) for part in piece.pieces):
                names[piece.label].add("".join(str(part) for part in piece.pieces))
    assert CATEGORIES.issuperset(names)
    return {label: sorted(words) for label, words in names.items()}


def swap_categories(text: TaggedText, names: Names, source: random.Random) -> TaggedText:
    """The text with about half of its names of categories replaced by others of the same label.

    What its figures state is not known then.
    """
    cells: list[Cell] = []
    swapped = False
    position = 0
    while position < len(text):
        end = text.span_end(position)
        first = text[position]
        words = text.part(position, end).text
        if names.get(first.label) and source.random() < _SWAP_SPAN:
            words = source.choice(names[first.label])
            swapped = True
        cells.extend(map(Cell, words, span_tags(first.label, len(words)) if first.label else [OUTSIDE]))
        position = end
    return TaggedText(cells) if swapped else text


def taiwanise(text: TaggedText, source: random.Random) -> TaggedText:
    """The text with most of the words that Taiwan says otherwise replaced, inside spans too."""
    characters = text.text
    for word, other in TAIWAN.items():
        if source.random() < 0.8:
            characters = characters.replace(word, other)
    return TaggedText(cell._replace(character=character) for cell, character in zip(text, characters, strict=True))
