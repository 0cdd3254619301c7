"""Statutory tables without lines whose values are all blank: the labels of their rows alone tell that they are there."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import takewhile

from model.documents.pdf_columns import Columns, interval, with_header
from model.documents.pdf_geometry import Interval
from model.documents.pdf_labels import bare
from model.documents.pdf_lines import Line
from model.documents.pdf_splits import label_parts
from model.documents.pdf_tables import Table, TableCell, joined
from model.documents.pdf_words import is_value
from model.tables.forms import FORMS, Form, Row

_FEWEST = 3
"""So many whole labels, one after the other in the order of a form, are those of its table."""
_SHORTEST = 3
"""So many characters tell which label begins with them."""
_MOST_BETWEEN = 12
"""No more lines of headers and groups stand between two labels."""
_CORNER = "信息内容"
"""What table 2 has above its labels."""

_Parts = Sequence[Line]
"""A line by its parts."""


@dataclass(frozen=True, slots=True)
class _Label:
    """The label of a row of a form, with the parts of groups beside it: what it says, whether that is all, and how many lines it has."""

    row: int
    text: str
    whole: bool
    lines: int


@dataclass(frozen=True, slots=True)
class _Stretch:
    """The rows of a form that lines hold: their texts, how many labels are whole, and how many lines there are."""

    rows: list[list[str]]
    whole: int
    lines: int


def with_blank_tables(items: Iterable[Line | Table]) -> list[Line | Table]:
    """What a page holds, with lines that are the labels of a statutory table, and hold nothing else, made a table of blank cells.

    As nothing shows where its columns end, each row has as many cells as in the form.
    """
    found: list[Line | Table] = []
    lines: list[Line] = []
    for item in items:
        if isinstance(item, Line):
            lines.append(item)
        else:
            found += [*_with_tables(lines), item]
            lines = []
    return [*found, *_with_tables(lines)]


def _with_tables(lines: Sequence[Line]) -> list[Line | Table]:
    parts = [label_parts(line) for line in lines]
    valued = [_is_valued(of_line) for of_line in parts]
    found: list[Line | Table] = []
    start = done = 0
    while start < len(lines):
        stretch = max((_stretch(parts, start, form) for form in FORMS), key=lambda one: one.whole)
        end = start + max(1, stretch.lines)
        if stretch.whole >= _FEWEST and not _has_values(valued, start, end):
            labels = interval(lines[start])
            top = start
            while top > done and _is_header(parts[top - 1], labels):
                top -= 1
            found += [*lines[done:top], _table(lines[top:end], labels, stretch.rows, start - top)]
            done = end
        start = end
    return [*found, *lines[done:]]


def _is_valued(parts: _Parts) -> bool | None:
    """Whether values stand in a line that may be of a statutory table; None of others."""
    values = [is_value(part) for part in parts]
    of_table = all(value or any(_is_of(part, form) for form in FORMS) for value, part in zip(values, parts, strict=True))
    return any(values) if of_table else None


def _has_values(valued: Sequence[bool | None], start: int, end: int) -> bool:
    """Whether values stand around lines of a table, as far as it may go on."""
    around = reversed(valued[:start]), valued[end:]
    return any(any(takewhile(lambda one: one is not None, lines)) for lines in around)


def _is_header(parts: _Parts, labels: Interval) -> bool:
    """Whether a line above labels stands over the columns beside them too, and is no prose."""
    return not any(map(is_value, parts)) and (len(parts) > 1 or parts[0].left >= labels[1] or any(_is_of(parts[0], form) for form in FORMS))


def _table(lines: Sequence[Line], labels: Interval, rows: Sequence[list[str]], headers: int) -> Table:
    """The table of the rows and the lines of headers above them, all cells but the labels at the end of these."""
    _, header = with_header(Columns((), labels), lines[:headers])
    spanning = [[part.text for part in parts] for parts in header.spanning]
    texts = [*spanning, *[list(header.lowest)] * any(header.lowest), *rows]
    left, right = labels
    cells = tuple(
        TableCell(text, number, 1, right if place else left, right) for number, row in enumerate(texts) for place, text in enumerate(row)
    )
    return Table(lines[0].baseline - lines[0].size, lines[-1].baseline, labels, len(texts), cells, ruled=False)


def _stretch(lines: Sequence[_Parts], start: int, form: Form) -> _Stretch:
    """The rows of a form from a line on, with lines of groups and headers between them."""
    rows: list[list[str]] = []
    between: list[list[str]] = []
    whole, row, place, end = 0, 0, start, start
    while place < len(lines) and row < len(form.rows) and all(_is_of(part, form) for part in lines[place]):
        label = _label(lines, place, form, row)
        if label is not None:
            rows += [*between, [label.text, *[""] * len(form.rows[label.row].columns)]]
            between = []
            whole, row, place = whole + label.whole, label.row + 1, place + label.lines
            end = place
        elif rows and len(between) < _MOST_BETWEEN:
            between.append([part.text for part in lines[place]])
            place += 1
        else:
            break
    return _Stretch(rows, whole, end - start)


def _label(lines: Sequence[_Parts], start: int, form: Form, first: int) -> _Label | None:
    """The label, of a row from the `first` on, that begins in a line; None where none does."""
    begun = ((part, row) for part in lines[start] for row in range(first, len(form.rows)) if _begins(part, form.rows[row]))
    own, row = next(begun, (None, first))
    groups, label, rest, end = "", "", bare(form.rows[row].label), start
    while own is not None:
        groups = joined(groups, "".join(part.text for part in lines[end] if part is not own), True)
        label, rest, end = joined(label, own.text, True), rest.removeprefix(bare(own.text)), end + 1
        own = _continuing(lines[end], rest, form) if rest and end < len(lines) else None
    return _Label(row, groups + label, not rest, end - start) if label else None


def _begins(part: Line, row: Row) -> bool:
    text, label = bare(part.text), bare(row.label)
    return label.startswith(text) and (text == label or len(text) >= _SHORTEST)


def _continuing(parts: _Parts, rest: str, form: Form) -> Line | None:
    """The part with which the rest of a label goes on, beside nothing but parts of groups."""
    found = next((part for part in parts if rest.startswith(bare(part.text))), None)
    return found if all(_is_of(part, form) for part in parts) else None


def _is_of(part: Line, form: Form) -> bool:
    """Whether it is what the printed form says somewhere, or a part of that, and no value."""
    return bare(part.text) in _words(form) and not is_value(part)


@cache
def _words(form: Form) -> str:
    """All that the form says, a text a line."""
    return "\n".join(
        (_CORNER, *(bare(text) for row in form.rows for text in (row.label, row.group, *(column.zh for column in row.columns))))
    )
