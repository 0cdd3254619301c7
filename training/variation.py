"""Noise of real pages, put into filled passages: spaces, line breaks, page numbers, lost units, list markers.

What `model.characters.fold` undoes anyway (full-width forms, traditional characters, radicals) needs no variation here.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass

from model.labels import OUTSIDE
from training.filling import Filled, chinese_numeral

_MARKERS = ("一是", "二是", "三是", "(一)", "(二)", "(三)", "1.", "2.", "3、", "①", "● ", "(1)", "其中,", "l六、", "|一、", "    ")
_SPELT_BELOW = 60
_LOSABLE = set("年月日件条宗次个。")
_NUMERIC = set("0123456789０１２３４５６７８９.,，．")
_BRACKETS = set("()〔〕[]《》“”")
_SYLLABLES = ("gong", "kai", "xin", "xi", "zheng", "fu", "shen", "qing", "jian", "wang", "zhan", "ban", "li", "nian", "bao")


@dataclass(frozen=True, slots=True)
class TaggedText:
    """A text with one BIO tag a character."""

    characters: list[str]
    tags: list[str]

    def __add__(self, other: "TaggedText") -> "TaggedText":
        return TaggedText(self.characters + other.characters, self.tags + other.tags)


def plain(text: str) -> TaggedText:
    """Text without a label."""
    return TaggedText(list(text), [OUTSIDE] * len(text))


def tagged(filled: Filled) -> TaggedText:
    """The characters of a filled passage with their tags.

    Raises:
        ValueError: two spans overlap.
    """
    tags = [OUTSIDE] * len(filled.text)
    for span in filled.spans:
        if any(tag != OUTSIDE for tag in tags[span.start : span.end]):
            raise ValueError(f"overlapping spans at {span.start}: {filled.text[span.start : span.end]!r}")
        tags[span.start : span.end] = [f"B-{span.label}", *[f"I-{span.label}"] * (span.end - span.start - 1)]
    return TaggedText(list(filled.text), tags)


def vary(text: TaggedText, source: random.Random) -> TaggedText:
    """The text with at most two kinds of noise; two texts in three stay as they are."""
    if source.random() < 2 / 3:
        return text
    for noise in source.sample(_NOISES, source.choice((1, 1, 2))):
        text = noise(text, source)
    return text


def insert(text: TaggedText, position: int, inserted: str) -> TaggedText:
    """The text with something put in before a character; inside a span it becomes part of the span."""
    inside = 0 < position < len(text.tags) and text.tags[position].startswith("I-")
    tag = text.tags[position] if inside else OUTSIDE
    return TaggedText(
        [*text.characters[:position], *inserted, *text.characters[position:]],
        [*text.tags[:position], *[tag] * len(inserted), *text.tags[position:]],
    )


def space_numbers(text: TaggedText, source: random.Random) -> TaggedText:
    """A space before and behind numbers."""
    for position in range(len(text.characters) - 1, 0, -1):
        before, here = text.characters[position - 1], text.characters[position]
        if before.isdigit() != here.isdigit() and not {before, here} & set(",.%-/() \n") and source.random() < 0.8:
            text = insert(text, position, " ")
    return text


def break_lines(text: TaggedText, source: random.Random) -> TaggedText:
    """Line ends in the middle of sentences, sometimes with a page number between."""
    for _ in range(source.choice((1, 1, 2, 3))):
        position = source.randrange(1, max(2, len(text.characters)))
        page = source.randint(1, 9)
        broken = source.choice(("\n", "\n", "\n", "\n\n", f"\n- {page} -\n", f"\n{page}\n"))
        if not set(text.characters[position - 1 : position + 1]) <= _NUMERIC:
            text = insert(text, position, broken)
    return text


def lose_characters(text: TaggedText, source: random.Random) -> TaggedText:
    """Units, 年 and full stops dropped, so that digits may join what follows."""
    kept = [
        position
        for position, character in enumerate(text.characters)
        if not (character in _LOSABLE and text.tags[position][0] != "I" and not _begins_longer(text, position) and source.random() < 0.3)
    ]
    return TaggedText([text.characters[i] for i in kept], [text.tags[i] for i in kept])


def _begins_longer(text: TaggedText, position: int) -> bool:
    return position + 1 < len(text.tags) and text.tags[position + 1].startswith("I-") and text.tags[position].startswith("B-")


def mark_beginning(text: TaggedText, source: random.Random) -> TaggedText:
    """A list marker or the residue of one before the text."""
    return plain(source.choice(_MARKERS)) + text


def scatter_spaces(text: TaggedText, source: random.Random) -> TaggedText:
    """Spaces at a few places, inside words too."""
    for _ in range(source.randint(1, 4)):
        text = insert(text, source.randrange(1, max(2, len(text.characters))), source.choice((" ", " ", "  ")))
    return text


def lose_brackets(text: TaggedText, source: random.Random) -> TaggedText:
    """Half of the brackets and quotation marks dropped, those inside spans too if they are not a span's first character."""
    kept = [
        position
        for position, character in enumerate(text.characters)
        if character not in _BRACKETS or _begins_longer(text, position) or source.random() < 0.5
    ]
    return TaggedText([text.characters[i] for i in kept], [text.tags[i] for i in kept])


def leave_pinyin(text: TaggedText, source: random.Random) -> TaggedText:
    """Syllables in brackets behind a few characters, as converters to traditional characters leave them."""
    places = [i for i, character in enumerate(text.characters) if "\u4e00" <= character <= "\u9fff" and not text.tags[i].endswith("UNIT")]
    for position in sorted(source.sample(places, min(len(places), source.randint(1, 3))), reverse=True):
        text = insert(text, position + 1, f"({source.choice(_SYLLABLES)})")
    return text


def join_lines(text: TaggedText, _: random.Random) -> TaggedText:
    """All on one line."""
    return TaggedText([" " if character == "\n" else character for character in text.characters], text.tags)


def spell_counts(text: TaggedText, source: random.Random) -> TaggedText:
    """Small counts in Chinese numerals (两件, 十三件)."""
    characters, tags = list(text.characters), list(text.tags)
    for start, end in reversed(list(_counts(text))):
        printed = "".join(text.characters[start:end])
        if printed.isascii() and printed.isdigit() and 0 < int(printed) < _SPELT_BELOW and source.random() < 0.6:
            spelt = "两" if int(printed) == 2 else chinese_numeral(int(printed))
            characters[start:end] = spelt
            tags[start:end] = [tags[start], *["I-" + tags[start][2:]] * (len(spelt) - 1)]
    return TaggedText(characters, tags)


def approximate_counts(text: TaggedText, source: random.Random) -> TaggedText:
    """A word before or behind some counts that makes them approximate (近300件, 300余件)."""
    for start, end in reversed(list(_counts(text))):
        if end - start > 1 and source.random() < 0.4:
            text = insert(text, *source.choice(((end, "余"), (end, "多"), (start, "约"), (start, "近"))))
    return text


def _counts(text: TaggedText) -> Iterator[tuple[int, int]]:
    """The spans of counts that have a unit right behind them."""
    for start, tag in enumerate(text.tags):
        if tag.startswith("B-") and tag.endswith("_COUNT"):
            end = start + 1
            while end < len(text.tags) and text.tags[end].startswith("I-"):
                end += 1
            if end < len(text.tags) and text.tags[end] == "B-UNIT":
                yield start, end


_NOISES = (
    spell_counts,
    approximate_counts,
    space_numbers,
    break_lines,
    lose_characters,
    lose_brackets,
    mark_beginning,
    scatter_spaces,
    leave_pinyin,
    join_lines,
)
