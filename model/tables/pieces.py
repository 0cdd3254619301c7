"""Cuts the text of a table into pieces: values, blank cells, and the words of labels between them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from model.pages import PAGE_NUMBER
from model.tables.cells import PLACEHOLDERS, CellKind, Printed, read_cell


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text; `printed` is what a cell holds, None of a label. `line` numbers the line that it stands on."""

    start: int
    end: int
    line: int
    printed: Printed | None = None


_LINE = re.compile(r"[^\n]+")
_SEPARATORS = re.compile(r"[|\t]")
_RULE = re.compile(r"[\s|:\-=+]*-{3}[\s|:\-=+]*")
_NOTE = r"(?:\s?\([^()\n]{1,30}\))?"
_SIGN = r"(?:(?<![^\s|\u4e00-\u9fff])[+\-−]|[增减]\s?(?=\d))?"
_DIGITS = r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?(?!\d?\s?[.、](?!\d)))"
_TOKEN = re.compile(
    r"(?P<ordinal>(?<![\d.])\d{1,2}\s?[.、](?!\d))"
    rf"|(?P<value>{_SIGN}{_DIGITS}(?:[万亿](?!元))?(?:\s?(?:[万亿]?元|件|次|条|项|宗|个|份))?{_NOTE})"
    rf"|(?P<placeholder>(?<!\S)(?:{PLACEHOLDERS})(?!\S))"
)
_PAGE_NUMBER = re.compile(rf"^[^\S\n]*(?:{PAGE_NUMBER})[^\S\n]*$", re.MULTILINE)


def without_page_numbers(folded: str) -> str:
    """The folded text with spaces where a line is the number of a page."""
    return _PAGE_NUMBER.sub(lambda match: " " * len(match.group()), folded)


def pieces_of(folded: str, start: int, end: int) -> tuple[Piece, ...]:
    """The pieces of a stretch of folded text, in order.

    Cells between bars or tabs are taken as they are, blank ones too; elsewhere numbers and placeholders are told from words.
    """
    lines = [match.span() for match in _LINE.finditer(folded, start, end)]
    barred = [line for line in lines if _SEPARATORS.search(folded, *line)]
    if not barred:
        return tuple(piece for number, line in enumerate(lines) for piece in _loose(folded, *line, number))
    rows = sum(1 for first, last in barred if len(_SEPARATORS.findall(folded, first, last)) > 1)
    if rows * 2 >= len(barred) or "\t" in folded[start:end]:
        framed = sum(folded[first:last].lstrip().startswith("|") for first, last in barred) * 2 > len(barred)
        return tuple(piece for number, line in enumerate(lines) for piece in _row(folded, *line, number, framed))
    return tuple(_stream(folded, start, end))


def is_barred(folded: str, start: int, end: int) -> bool:
    """Whether bars or tabs part the cells of a stretch."""
    return _SEPARATORS.search(folded, start, end) is not None


def _row(folded: str, start: int, end: int, line: int, framed: bool) -> Iterator[Piece]:
    """The cells of a line; a bar that begins it in a table whose lines begin so, or ends it, is no separator."""
    if _RULE.fullmatch(folded, start, end):
        return
    if not _SEPARATORS.search(folded, start, end):
        yield from _loose(folded, start, end, line)
        return
    first, last = start, end
    stripped = folded[start:end].strip(" ")
    if framed and stripped.startswith("|"):
        first = folded.index("|", start) + 1
    if stripped.endswith("|") and folded.rindex("|", start, end) >= first:
        last = folded.rindex("|", start, end)
    yield from _cells(folded, first, last, line)


def _stream(folded: str, start: int, end: int) -> Iterator[Piece]:
    """Cells whose bars stand at line ends or on lines of their own: only bars part them, and the last one closes the table."""
    closed = folded[start:end].rstrip().endswith("|")
    yield from _cells(folded, start, folded.rindex("|", start, end) if closed else end, 0)


def _cells(folded: str, start: int, end: int, line: int) -> Iterator[Piece]:
    position = start
    for bar in _SEPARATORS.finditer(folded, start, end):
        yield from _cell(folded, position, bar.start(), line)
        position = bar.end()
    yield from _cell(folded, position, end, line)


def _cell(folded: str, start: int, end: int, line: int) -> Iterator[Piece]:
    while start < end and folded[start].isspace():
        start += 1
    while end > start and folded[end - 1].isspace():
        end -= 1
    printed = read_cell(folded[start:end])
    if printed.kind is not CellKind.UNREADABLE:
        yield Piece(start, end, line, printed)
    else:
        yield from _loose(folded, start, end, line)


def _loose(folded: str, start: int, end: int, line: int) -> Iterator[Piece]:
    """Words and numbers of a stretch without separators."""
    position = start
    for token in _TOKEN.finditer(folded, start, end):
        if token.lastgroup == "ordinal":
            continue
        if folded[position : token.start()].strip():
            yield Piece(position, token.start(), line)
        printed = read_cell(token.group())
        yield Piece(token.start(), token.end(), line, printed if printed.kind is not CellKind.UNREADABLE else None)
        position = token.end()
    if folded[position:end].strip():
        yield Piece(position, end, line)
