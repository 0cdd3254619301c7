"""Noise of real pages, put into filled passages: spaces, line breaks, page numbers, lost units, list markers.

What `model.characters.fold` undoes anyway (full-width forms, traditional characters, radicals) needs no variation here.
"""

import random
from collections.abc import Iterator

from model.labels import span_tags
from training.filling import chinese_numeral
from training.tagged import Cell, TaggedText, plain

_MARKERS = ("一是", "二是", "三是", "(一)", "(二)", "(三)", "1.", "2.", "3、", "①", "● ", "(1)", "其中,", "l六、", "|一、", "    ")
_SPELT_BELOW = 60
_LOSABLE = set("年月日件条宗次个。")
_NUMERIC = set("0123456789０１２３４５６７８９.,，．")
_BRACKETS = set("()〔〕[]《》“”")
_SYLLABLES = ("gong", "kai", "xin", "xi", "zheng", "fu", "shen", "qing", "jian", "wang", "zhan", "ban", "li", "nian", "bao")


def vary(text: TaggedText, source: random.Random) -> TaggedText:
    """The text with at most two kinds of noise; two texts in three stay as they are."""
    if source.random() < 2 / 3:
        return text
    for noise in source.sample(_NOISES, source.choice((1, 1, 2))):
        text = noise(text, source)
    return text


def space_numbers(text: TaggedText, source: random.Random) -> TaggedText:
    """A space before and behind numbers."""
    for position in range(len(text) - 1, 0, -1):
        before, here = text[position - 1].character, text[position].character
        if before.isdigit() != here.isdigit() and not {before, here} & set(",.%-/() \n") and source.random() < 0.8:
            text = text.insert(position, " ")
    return text


def break_lines(text: TaggedText, source: random.Random) -> TaggedText:
    """Line ends in the middle of sentences, sometimes with a page number between."""
    for _ in range(source.choice((1, 1, 2, 3))):
        position = source.randrange(1, max(2, len(text)))
        page = source.randint(1, 9)
        broken = source.choice(("\n", "\n", "\n", "\n\n", f"\n- {page} -\n", f"\n{page}\n"))
        if not {cell.character for cell in text[position - 1 : position + 1]} <= _NUMERIC:
            text = text.insert(position, broken)
    return text


def lose_characters(text: TaggedText, source: random.Random) -> TaggedText:
    """Units, 年 and full stops dropped, so that digits may join what follows."""
    return TaggedText(
        cell
        for position, cell in enumerate(text)
        if not (cell.character in _LOSABLE and not cell.continues and not _begins_longer(text, position) and source.random() < 0.3)
    )


def _begins_longer(text: TaggedText, position: int) -> bool:
    return text[position].begins and text.span_end(position) > position + 1


def mark_beginning(text: TaggedText, source: random.Random) -> TaggedText:
    """A list marker or the residue of one before the text."""
    return plain(source.choice(_MARKERS)).joined(text)


def scatter_spaces(text: TaggedText, source: random.Random) -> TaggedText:
    """Spaces at a few places, inside words too."""
    for _ in range(source.randint(1, 4)):
        text = text.insert(source.randrange(1, max(2, len(text))), source.choice((" ", " ", "  ")))
    return text


def lose_brackets(text: TaggedText, source: random.Random) -> TaggedText:
    """Half of the brackets and quotation marks dropped, those inside spans too if they are not a span's first character."""
    return TaggedText(
        cell
        for position, cell in enumerate(text)
        if cell.character not in _BRACKETS or _begins_longer(text, position) or source.random() < 0.5
    )


def leave_pinyin(text: TaggedText, source: random.Random) -> TaggedText:
    """Syllables in brackets behind a few characters, as converters to traditional characters leave them."""
    places = [i for i, cell in enumerate(text) if "\u4e00" <= cell.character <= "\u9fff" and cell.label != "UNIT"]
    for position in sorted(source.sample(places, min(len(places), source.randint(1, 3))), reverse=True):
        text = text.insert(position + 1, f"({source.choice(_SYLLABLES)})")
    return text


def join_lines(text: TaggedText, _: random.Random) -> TaggedText:
    """All on one line."""
    return TaggedText(cell._replace(character=" ") if cell.character == "\n" else cell for cell in text)


def spell_counts(text: TaggedText, source: random.Random) -> TaggedText:
    """Small counts in Chinese numerals (两件, 十三件)."""
    cells = list(text)
    for start, end in reversed(list(_counts(text))):
        printed = text.part(start, end).text
        if printed.isascii() and printed.isdigit() and 0 < int(printed) < _SPELT_BELOW and source.random() < 0.6:
            spelt = "两" if int(printed) == 2 else chinese_numeral(int(printed))
            first, *others = map(Cell, spelt, span_tags(cells[start].label, len(spelt)))
            cells[start:end] = [first._replace(stated=cells[start].stated), *others]
    return TaggedText(cells)


def approximate_counts(text: TaggedText, source: random.Random) -> TaggedText:
    """A word before or behind some counts that makes them approximate (近300件, 300余件)."""
    for start, end in reversed(list(_counts(text))):
        if end - start > 1 and source.random() < 0.4:
            text = text.insert(*source.choice(((end, "余"), (end, "多"), (start, "约"), (start, "近"))))
    return text


def _counts(text: TaggedText) -> Iterator[tuple[int, int]]:
    """The spans of counts that have a unit right behind them."""
    for start, cell in enumerate(text):
        if cell.begins and cell.label.endswith("_COUNT"):
            end = text.span_end(start)
            if end < len(text) and text[end].tag == "B-UNIT":
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
