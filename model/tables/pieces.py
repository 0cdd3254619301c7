"""Cuts the text of a table into pieces: values, blank cells, and the words of labels between them."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from model.tables.cells import A_YEAR, ABOUT, CURRENCY, IN_WORDS, NOTES, PLACEHOLDERS, UNITS, CellKind, Printed, read_cell
from model.tables.text import spaces_for
from model.tables.torn import LETTERED_BESIDE, values_of_torn


class Piece(NamedTuple):
    """A stretch of the text; `printed` is what a cell holds, None of a label. `line` numbers the line that it stands on.

    `torn` are the values that a cell may have of which the digits are no number as it is printed, None for a blank. A cell that
    `continues` may be no cell but the last three digits of the number before it, where a comma parts cells. `digits` are those of several
    cells that nothing parts, as a zero leads them or a number of a report has not so many.
    """

    start: int
    end: int
    line: int
    printed: Printed | None = None
    torn: tuple[int | None, ...] = ()
    continues: bool = False
    digits: str = ""


_GLUED = re.compile(r"0\d{1,40}|\d{7,40}")
_WHOLE = re.compile(r"(?:[1-9]\d*)?|0")
"""What nearly all cells are: a number that nothing broke, or nothing."""
_WORDS = re.compile(r"[\u4e00-\u9fff、,:()]+")
"""A label in which nothing can be a value."""
_LINE = re.compile(r"[^\n]+")
_BAR, _TAB = re.compile(r"\|"), re.compile(r"\t")
# No filler of a cell or indent of a line, which many copies have beside bars.
_INNER_TAB = re.compile(r"[^\s|][^\S\n\t]*\t\s*[^\s|]")
_BLANK_LINES = re.compile(r"(?:\n[^\S\n]*\|[^\S\n]*(?=\n)){2}")
_PADS = re.compile(r"^[^\S\n]*\|(?:[^\S\n]*\|)+[^\S\n]*$", re.MULTILINE)
_CONTINUES = re.compile(r"(?:(?<=\D[1-9]\t)|(?<=\D[1-9]\d\t)|(?<=\D[1-9]\d\d\t))\d{3}(?!\d)")
_RULE = re.compile(r"[\s|:\-=+]*-{3}[\s|:\-=+]*")
_SIGN = rf"(?:(?:{ABOUT}|{CURRENCY})\s?(?=\d))?(?:(?<![^\s|\u4e00-\u9fff])(?:\+|[-−–—]{{1,2}})|(?:{IN_WORDS})\s?(?=\d))?"
_DIGITS = r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?(?!\d?\s?[.、](?!\d))|0\.(?!\S))"
_TOKEN = re.compile(
    rf"(?P<ordinal>(?<![\d.])[1-9]\d?\s?[.、](?!\d))|(?P<year>{A_YEAR})"
    rf"|(?P<lettered>{LETTERED_BESIDE})"
    rf"|(?P<value>{_SIGN}{_DIGITS}(?:[万亿](?!元))?(?:\s?(?:{UNITS}))?(?:\s?(?:{NOTES}))?)"
    rf"|(?P<placeholder>(?<!\S)(?:{PLACEHOLDERS})(?!\S))",
    re.MULTILINE,
)


def pieces_of(folded: str, start: int, end: int) -> tuple[Piece, ...]:
    """The pieces of a stretch of folded text, in order.

    Cells between bars or tabs are taken as they are, blank ones too; elsewhere numbers and placeholders are told from words.
    """
    lines = [match.span() for match in _LINE.finditer(folded, start, end)]
    separator = _separator(folded, lines)
    if separator is None:
        return tuple(piece for number, line in enumerate(lines) for piece in _loose(folded, *line, number))
    parted = [line for line in lines if separator.search(folded, *line)]
    rows = sum(1 for first, last in parted if len(separator.findall(folded, first, last)) > 1)
    if separator is _BAR and rows * 2 < len(parted):
        return tuple(_stream(folded, start, end))
    return tuple(_rows(folded, lines, separator))


def is_parted(folded: str, start: int, end: int) -> bool:
    """Whether bars or tabs part the cells of a stretch."""
    return _separator(folded, [match.span() for match in _LINE.finditer(folded, start, end)]) is not None


def _separator(folded: str, lines: Sequence[tuple[int, int]]) -> re.Pattern[str] | None:
    """What parts cells; tabs do where more lines have one between two things than have bars, and else they indent or fill cells."""
    barred = sum(folded.find("|", *line) >= 0 for line in lines)
    tabbed = sum(folded.find("\t", *line) >= 0 and _INNER_TAB.search(folded, *line) is not None for line in lines)
    return _TAB if tabbed > barred else _BAR if barred else None


def _rows(folded: str, lines: Sequence[tuple[int, int]], separator: re.Pattern[str]) -> Iterator[Piece]:
    """The cells of lines that are rows; a bar that begins a line in a table whose lines begin so, or ends one, is no separator.

    Where no bars frame lines, and rows end without one, a blank cell stands behind that which ends a row.
    """
    parted = [folded[start:end].strip() for start, end in lines if separator.search(folded, start, end)]
    framed = sum(line.startswith("|") for line in parted) * 2 > len(parted)
    closed = framed or all(line.endswith("|") for line in parted if line.count("|") > 1)
    for number, (start, end) in enumerate(lines):
        if _RULE.fullmatch(folded, start, end):
            continue
        if separator.search(folded, start, end):
            yield from _cells(folded, *_inside(folded, start, end, framed, closed), number, separator)
        else:
            yield from _loose(folded, start, end, number)


def _inside(folded: str, start: int, end: int, framed: bool, closed: bool) -> tuple[int, int]:
    """The line without the bars that frame it."""
    first, last = start, end
    stripped = folded[start:end].strip(" ")
    if framed and stripped.startswith("|"):
        first = folded.index("|", start) + 1
    ends = stripped.endswith("|") and (closed or stripped.count("|") == 1)
    if ends and folded.rindex("|", start, end) >= first:
        last = folded.rindex("|", start, end)
    return first, last


def _stream(folded: str, start: int, end: int) -> Iterator[Piece]:
    """Cells whose bars stand at line ends or on lines of their own: only bars part them, and the last one closes the table.

    Where blank cells have lines of their own, several bars on a line fill up a row whose cells span columns, and part none.
    """
    if _BLANK_LINES.search(folded, start, end):
        folded = folded[:start] + _PADS.sub(spaces_for, folded[start:end])
    closed = folded[start:end].rstrip().endswith("|")
    yield from _cells(folded, start, folded.rindex("|", start, end) if closed else end, 0, _BAR)


def _cells(folded: str, start: int, end: int, line: int, separator: re.Pattern[str]) -> Iterator[Piece]:
    position = start
    for bar in separator.finditer(folded, start, end):
        yield from _cell(folded, position, bar.start(), line)
        position = bar.end()
    yield from _cell(folded, position, end, line)


def _cell(folded: str, start: int, end: int, line: int) -> Iterator[Piece]:
    tabbed = "\t" in folded[max(0, start - 1) : start] + folded[end : end + 1]
    from_first = folded[start:end].lstrip()
    cell = from_first.rstrip()
    start = end - len(from_first)
    end = start + len(cell)
    printed = read_cell(cell)
    continues = _CONTINUES.match(folded, start) is not None
    if not _WHOLE.fullmatch(cell) and (torn := values_of_torn(cell, tabbed)):
        yield Piece(start, end, line, Printed(CellKind.UNREADABLE), torn, continues)
    elif printed.kind is not CellKind.UNREADABLE:
        yield Piece(start, end, line, printed, continues=continues)
    elif _WORDS.fullmatch(cell):
        yield Piece(start, end, line)
    else:
        yield from _loose(folded, start, end, line)


def _loose(folded: str, start: int, end: int, line: int) -> Iterator[Piece]:
    """Words and numbers of a stretch without separators."""
    position = start
    for token in _TOKEN.finditer(folded, start, end):
        if token.lastgroup in {"ordinal", "year"}:
            continue
        if folded[position : token.start()].strip():
            yield Piece(position, token.start(), line)
        torn = values_of_torn(token.group(), False) if token.lastgroup == "lettered" else ()
        printed = read_cell(token.group())
        digits = token.group() if _GLUED.fullmatch(token.group()) else ""
        is_cell = torn or printed.kind is not CellKind.UNREADABLE
        yield Piece(token.start(), token.end(), line, printed if is_cell else None, torn, digits=digits)
        position = token.end()
    if folded[position:end].strip():
        yield Piece(position, end, line)
