"""Tables as spreadsheets export them or as they are typed: a record a line, its fields parted by commas or semicolons (RFC 4180)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from model.tables.cells import CellKind, read_cell

_QUOTED = r'[^\S\n]*"(?:[^"]|""){0,200}"[^\S\n]*'
"""A field that may hold separators and line ends."""
_FIELD = {separator: rf'(?:{_QUOTED}|[^\n|\t"{separator}]*)' for separator in ",，;；"}
_RECORDS = {separator: re.compile(rf"^{field}(?:{separator}{field})+$", re.MULTILINE) for separator, field in _FIELD.items()}
_FIELDS = {separator: re.compile(rf"(?:\A|{separator})({field})") for separator, field in _FIELD.items()}
_FULL_WIDTH, _QUOTE = re.compile("[，；]"), re.compile('"')
_PLAIN = str.maketrans('"\n，；', "  ,;")
_CJK = re.compile(r"[\u4e00-\u9fff]")
_LABEL = re.compile(r"(?=[^。]*[\u4e00-\u9fff])[^。]*(?<!\d)")
_HEADER = re.compile(r"[^。\d]{0,45}")
_LEAST_BLANKS = 2
"""Behind a label; a single one is how a clause ends."""
_LEAST_ALONE = 5
"""So many cells without a label make a row, as those of table 4 do; fewer may be one number with its thousands parted."""


@dataclass(frozen=True, slots=True)
class _Record:
    """A line of fields, or several where quoted ones have line ends in them.

    The fields are without quotes and line ends, and with plain marks, each as long as it was.
    """

    start: int
    end: int
    fields: tuple[str, ...]


def with_tabs(text: str, folded: str) -> str:
    """The folded text of `text` with tabs for what parts the fields of tables, and spaces for quotes and for line ends inside these.

    A record is one of a table if it ends in cells, or if it holds nothing but headers and stands beside one that does. Commas of
    thousands stay in quoted fields and where another mark parts fields; elsewhere they may part cells as well.
    """
    quoted = _unfolded(text, folded)
    for separator in filter(quoted.__contains__, _RECORDS):
        parts: list[str] = []
        done = 0
        for record in _of_tables(quoted, separator):
            parts += [folded[done : record.start], "\t".join(record.fields)]
            done = record.end
        folded = "".join([*parts, folded[done:]])
    return folded


def _unfolded(text: str, folded: str) -> str:
    """The folded text, but full-width separators as they were sent, and no quote that was not straight, as those of fields are."""
    characters = list(folded)
    for sent in _FULL_WIDTH.finditer(text):
        if folded[sent.start()] in ",;":
            characters[sent.start()] = sent.group()
    for quote in _QUOTE.finditer(folded):
        if text[quote.start()] != '"':
            characters[quote.start()] = " "
    return "".join(characters)


def _of_tables(quoted: str, separator: str) -> Iterator[_Record]:
    """The records of groups in which one is a row; nothing stands between those of a group."""
    group: list[_Record] = []
    for match in _RECORDS[separator].finditer(quoted):
        printed = _fields(match.group(), separator)
        if not _ends_record(printed[-1].translate(_PLAIN)):
            continue
        fields = tuple(field.translate(_PLAIN) for field in printed)
        if not _is_row(fields) and not all(map(_HEADER.fullmatch, fields)):
            continue
        if group and quoted[group[-1].end : match.start()].strip():
            yield from _with_a_row(group)
            group = []
        group.append(_Record(*match.span(), fields))
    yield from _with_a_row(group)


def _fields(record: str, separator: str) -> list[str]:
    """The fields of a record, as they are printed."""
    return _FIELDS[separator].findall(record) if '"' in record else record.split(separator)


def _with_a_row(group: Sequence[_Record]) -> Sequence[_Record]:
    return group if any(_is_row(record.fields) for record in group) else ()


def _is_row(fields: Sequence[str]) -> bool:
    """Whether labels come first, or blanks, and cells behind them."""
    cells = list(takewhile(_is_cell, reversed(fields)))
    labels = fields[: len(fields) - len(cells)]
    if not labels:
        return len(cells) >= _LEAST_ALONE and any(cell.strip() for cell in cells)
    enough = len(cells) >= _LEAST_BLANKS or any(cell.strip() for cell in cells)
    return enough and all(not label.strip() or _LABEL.fullmatch(label.rstrip()) for label in labels)


def _ends_record(field: str) -> bool:
    """Whether a field may be the last one of a row or of headers."""
    return _HEADER.fullmatch(field) is not None or _is_cell(field)


def _is_cell(field: str) -> bool:
    return read_cell(field).kind is not CellKind.UNREADABLE or not _CJK.search(field)
