"""A printed cell of a table, and what kind of thing stands in it."""

import re
from enum import StrEnum
from typing import NamedTuple

from model.numbers import read_number


class CellKind(StrEnum):
    """What a cell holds. A blank is not zero."""

    VALUE = "value"
    ZERO = "zero"
    BLANK = "blank"
    NOT_APPLICABLE = "not_applicable"
    UNREADABLE = "unreadable"

    @property
    def is_empty(self) -> bool:
        """Whether no number was printed."""
        return self in {CellKind.BLANK, CellKind.NOT_APPLICABLE}


class Printed(NamedTuple):
    """What stands in one cell: `value` of a number, `unit` and `note` (其中修订16件, ①) where they are printed with it."""

    kind: CellKind
    value: int | float | None = None
    unit: str | None = None
    note: str | None = None
    approximate: bool = False


NOTHING_IN_WORDS = "不适用|不涉及|未涉及|未发生|未产生|没有数据|没有|暂无|无数据|无内容|无此项|无|空白|空缺|空"
"""What offices write into a cell that has no number."""
_BY_LETTERS = r"[xX]|[Nn]/?[Aa]|[Nn]\.[Aa]\.|[Nn]a[Nn]|[Nn]ull|NULL|[Nn]one|[Nn]il"
PLACEHOLDERS = (
    rf"[/\\∕×╳✕✖·・•]{{1,2}}|…{{1,2}}|\.{{3,6}}|[-‐—–−―─━ー_]{{1,12}}|~{{1,2}}|{_BY_LETTERS}"
    rf"|{NOTHING_IN_WORDS}|\((?:{NOTHING_IN_WORDS})\)"
)
"""The same in words, with brackets or without, by marks, or by letters."""
ABOUT = "约|近"
A_YEAR = r"(?<!\d)20\d\d\s?年"
"""A number that is no value: it stands in a heading, or names a row where a table has one for each year."""
CURRENCY = "¥|人民币"
"""What may stand before a sum of money."""
IN_WORDS = r"增加?|减少?|(?<!\d)[↑↓]"
"""The sign of a change, by words or arrows."""
SIGNS = rf"\+|[-−–—]{{1,2}}\s?|(?:{IN_WORDS})\s?"
"""A dash is a minus sign, and two are one."""
UNITS = "万元|亿元|元|件次|人次|件|次|条|项|宗|个|份|起(?!诉)"
NOTES = r"\((?![一二三四五六七八九十]\))[^()\n]{1,60}\)|\[[^\[\]\n]{1,60}\]|【[^【】\n]{1,60}】|[①-⑳*※#]{1,3}|[¹²³⁴-⁹]{1,2}"
"""What may stand behind a number: words in brackets, but not (三), which numbers the next row; or the mark of a footnote."""
_NUMBER = r"(?:(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|0\.)(?:[万亿](?!元))?"
_CELL = re.compile(
    rf"(?P<about>{ABOUT})?\s?(?:{CURRENCY})?\s?(?P<sign>{SIGNS})?(?P<number>{_NUMBER})\s?(?P<unit>{UNITS})?\s?(?P<note>{NOTES})?"
)
_DIGITS = re.compile(r"\d{1,18}")
"""A number with nothing else, as most cells are; longer ones count nothing on earth."""
_NOTHING = re.compile(PLACEHOLDERS)
FALLS = ("-", "−", "–", "—", "减", "↓")
"""What the signs of a value below zero begin with."""


def read_cell(folded: str) -> Printed:
    """The content of a cell's folded text; anything but a number, a placeholder or nothing is unreadable."""
    stripped = folded.strip()
    if not stripped:
        return Printed(CellKind.BLANK)
    if _DIGITS.fullmatch(stripped):
        whole = int(stripped)
        return Printed(CellKind.VALUE if whole else CellKind.ZERO, whole)
    if _NOTHING.fullmatch(stripped):
        return Printed(CellKind.NOT_APPLICABLE)
    match = _CELL.fullmatch(stripped)
    if match is None:
        return Printed(CellKind.UNREADABLE)
    number = read_number(match["number"], 0, len(match["number"]))
    if number is None:
        return Printed(CellKind.UNREADABLE)
    value = -number.plain if (match["sign"] or "").startswith(FALLS) else number.plain
    note = match["note"]
    if note and note[0] in "([【":
        note = note[1:-1]
    return Printed(CellKind.VALUE if value else CellKind.ZERO, value, match["unit"], note, bool(match["about"]))
