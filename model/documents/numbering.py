"""Automatic list numbers of a DOCX document (ECMA-376 part 1, section 17.9): the 一、 that is not in the text of a heading."""

import re
from collections import defaultdict
from dataclasses import dataclass, replace

from lxml.etree import _Element

from model.documents.ooxml import children, find, number_of, value_of
from model.documents.styles import Styles

_CHINESE = frozenset({"chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting", "taiwaneseCountingThousand"})
_CIRCLED = frozenset({"decimalEnclosedCircle", "decimalEnclosedCircleChinese"})
_DECIMAL = frozenset({"decimal", "decimalHalfWidth", "decimalFullWidth"})
_DIGITAL = frozenset({"ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital"})
_DIGITS = "零一二三四五六七八九"
_IN_DIGITS = str.maketrans("0123456789", "〇一二三四五六七八九")


@dataclass(frozen=True, slots=True)
class _Level:
    """How one level is numbered: the numFmt, the lvlText, in which %1 is the number of the first level, and the first number."""

    form: str
    pattern: str
    start: int


class Numbering:
    """Counts the numbered paragraphs of one document, in their order."""

    def __init__(self, numbering: _Element | None, styles: Styles) -> None:
        abstract = {value_of(each, "abstractNumId"): _levels(each) for each in children(numbering, "abstractNum")}
        self._lists: dict[str, tuple[str, dict[int, _Level]]] = {}
        for each in children(numbering, "num"):
            key, number = value_of(find(each, "abstractNumId")), value_of(each, "numId") or ""
            levels, starts = abstract.get(key, {}), _starts(each)
            levels = {depth: replace(level, start=starts.get(depth, level.start)) for depth, level in levels.items()}
            # Lists of one definition count on, but one that is told where to begin counts by itself.
            self._lists[number] = (f"num {number}" if starts else f"abstract {key}", levels)
        self._styles = styles
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)

    def label(self, properties: _Element | None) -> str:
        """The number that is put before the paragraph with these properties (pPr); empty where there is none, or a bullet."""
        number, depth = self._place(properties)
        counter, levels = self._lists.get(number, ("", {}))
        if depth not in levels:
            return ""
        counts = self._counts[counter]
        counts[depth] = counts.get(depth, levels[depth].start - 1) + 1
        for deeper in [each for each in counts if each > depth]:
            del counts[deeper]
        return _render(levels, depth, counts)

    def _place(self, properties: _Element | None) -> tuple[str, int]:
        """The list and the level of a paragraph: its own, or those of its style or of a style that this one is based on."""
        styles = self._styles.chain(value_of(find(properties, "pStyle")))
        for own in (find(properties, "numPr"), *(find(style, "pPr", "numPr") for style in styles)):
            if number := value_of(find(own, "numId")):
                return number, number_of(find(own, "ilvl"))
        return "", 0


def _levels(abstract: _Element) -> dict[int, _Level]:
    return {
        number_of(level, "ilvl"): _Level(
            value_of(find(level, "numFmt")) or "decimal",
            value_of(find(level, "lvlText")) or "",
            number_of(find(level, "start"), default=1),
        )
        for level in children(abstract, "lvl")
    }


def _starts(number: _Element) -> dict[int, int]:
    """The first numbers that a list sets for itself, by level."""
    overrides = [(number_of(override, "ilvl"), find(override, "startOverride")) for override in children(number, "lvlOverride")]
    return {depth: number_of(start, default=1) for depth, start in overrides if start is not None}


def _render(levels: dict[int, _Level], depth: int, counts: dict[int, int]) -> str:
    """The label of a level, empty of one in a form that is not known; a space keeps `1.` off a digit behind it."""

    def written(match: re.Match[str]) -> str:
        other = int(match[1]) - 1
        level = levels.get(other, levels[depth])
        return _written(counts.get(other, level.start), level.form)

    if levels[depth].form not in _CHINESE | _CIRCLED | _DECIMAL | _DIGITAL:
        return ""
    label = re.sub(r"%([1-9])", written, levels[depth].pattern)
    return f"{label} " if label[-1:].isascii() and label else label


def _written(number: int, form: str) -> str:
    if form in _CIRCLED and 1 <= number <= 20:
        return chr(ord("①") + number - 1)
    if form in _DIGITAL:
        return str(number).translate(_IN_DIGITS)
    if form not in _CHINESE or not 0 <= number < 100:
        return str(number)
    tens, ones = divmod(number, 10)
    if not tens:
        return _DIGITS[ones]
    return (_DIGITS[tens] if tens > 1 else "") + "十" + (_DIGITS[ones] if ones else "")
