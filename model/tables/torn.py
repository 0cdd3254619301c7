"""Cells that hold the digits of a broken number, or of two rows that melted together: 00, 01, 3 1 between two tabs, O for 0, or 一."""

import re

_ZERO_FIRST = re.compile(r"0\d{1,8}")
_CUT = re.compile(r"\d{1,3}(?:,\d{3}){0,3},\d{0,2}")
_THOUSANDS = re.compile(r"\d{1,3}(?:[ ']\d{3}){1,3}")
_SPACED = re.compile(r"\d{1,9}(?: +\d{1,9}){1,3}")
_LOOK_ALIKES = str.maketrans("OoОо〇○lI", "00000011")
_DIGIT = r"[\dOoОо〇○lI]"
LETTERED = rf"(?=\d*[OoОо〇○lI])(?:[OoОо〇○]|[1-9lI]{_DIGIT}{{0,8}})"
"""Digits of which optical recognition made letters."""
_WITH_A_DIGIT, _BEHIND_A_CELL = r"(?=\S*\d)", rf"(?<={_DIGIT}[^\S\n])"
_BEFORE_A_CELL, _BEHIND_A_LABEL = rf"(?=\S+[^\S\n]+{_DIGIT}+(?!\S))", r"(?<=[\u4e00-\u9fff)][^\S\n])(?=\S+[^\S\n]*$)"
LETTERED_BESIDE = rf"(?<![^\s|])(?:{_WITH_A_DIGIT}|{_BEHIND_A_CELL}|{_BEFORE_A_CELL}|{_BEHIND_A_LABEL}){LETTERED}(?![^\s|])"
"""The same where nothing parts cells: with a digit, or beside other cells, or alone behind a label; a mark before a list is none."""
_LETTERED = re.compile(LETTERED)
_NUMERALS = dict(zip("零一二三四五六七八九十", range(11), strict=True))
_BARS = {"l", "I"}
"""What alone may be the line between two cells as well."""


def values_of_torn(cell: str, tabbed: bool) -> tuple[int | None, ...]:
    """The values that the digits of a cell may stand for, its text being folded; none where an office prints one so.

    The digits are one number, unless a zero leads them, or those of two rows: what stands before and behind a space, or else before and
    behind any place. Numbers with a space between are of one cell where it is `tabbed`; between bars, one of these may be lost. A cell
    that could have a single value could be blank as well, and so could one of which the last digits are missing behind a comma, or of
    which spaces or apostrophes part the thousands. Letters that look like digits are these. A lone Chinese numeral may be a cell's number,
    or 一 a dash, or that of a label cut in two.
    """
    if cell in _NUMERALS:
        return (_NUMERALS[cell], None) if _NUMERALS[cell] else (0,)
    if _LETTERED.fullmatch(cell):
        read = int(cell.translate(_LOOK_ALIKES))
        return (read, None) if cell in _BARS else (read,)
    if _CUT.fullmatch(cell):
        return int(cell.replace(",", "")), None
    if _THOUSANDS.fullmatch(cell) and not (tabbed and " " in cell):
        return int(re.sub(r"\D", "", cell)), None
    if not _ZERO_FIRST.fullmatch(cell) and not (tabbed and _SPACED.fullmatch(cell)):
        return ()
    parts = cell.split()
    cuts = [("".join(parts[:place]), "".join(parts[place:])) for place in range(1, len(parts))]
    cuts = cuts or [(cell[:place], cell[place:]) for place in range(1, len(cell))]
    texts = ["".join(parts), *(part for cut in cuts for part in cut)]
    found = dict.fromkeys(int(text) for text in texts if text == "0" or not text.startswith("0"))
    return tuple(found) if len(found) > 1 else (*found, None)
