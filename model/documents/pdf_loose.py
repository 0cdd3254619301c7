"""Tables without lines: numbers that stand under each other in columns, with their headers and labels."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial, reduce
from itertools import pairwise
from statistics import median

from model.documents.pdf_blank import with_blank_tables
from model.documents.pdf_columns import Columns, Header, columns_of, with_header
from model.documents.pdf_geometry import overlap
from model.documents.pdf_headers import with_open_headers
from model.documents.pdf_labels import ORDINAL, is_heading
from model.documents.pdf_lines import Line
from model.documents.pdf_results import with_blank_results
from model.documents.pdf_rows import Row, are_two, rows_of
from model.documents.pdf_splits import row_steps
from model.documents.pdf_tables import Table, TableCell, joined
from model.documents.pdf_words import is_value, parts_of

_SPACING = 1.6
"""Lines of one table are no further apart than this many times the usual distance of its rows on the page."""
_FARTHEST = 6.0
"""Nor, where that distance is not known, than so many sizes of the font."""
_MOST_LABELS = 3
"""No more labels stand beside each other before values."""
_MOST_HEADERS = 30
"""No header has more lines."""
_NO_HEADER = re.compile(r"[一二三四五六七八九十]{1,2}[、.．]|.*[。；;]$")
"""A heading or the end of a sentence."""
_FRAGMENT = re.compile(r"(?=.*\d)(?:[^()（）]*[(（][^()（）]*|[^()（）]*[)）][^()（）]*)|[)）]")
"""A part of a cell of numbers with a note: 22（其中, 修订16件）, ）."""
_NOTE_PART = re.compile(r"[\u4e00-\u9fff]{0,4}(?:\d+[件宗条项个份]?[)）]?|[)）])")
"""One of the last lines of a note, beside which values may stand: 修订16件）."""


@dataclass(frozen=True, slots=True)
class _Placed:
    """A line with its parts, and the values that end it."""

    line: Line
    parts: tuple[Line, ...]
    values: tuple[Line, ...]

    @property
    def first(self) -> float:
        """Where its values begin."""
        return self.values[0].left

    def may_stand_beside(self, first: float) -> bool:
        """Whether it may be a line right above or below those of values."""
        return not self.values and self.may_stand_between(first) and not is_heading(self.line.text)

    def may_stand_between(self, first: float) -> bool:
        """Whether it may be a line between two rows of values, which begin at `first`: of a label, or of a note in a cell."""
        notes = [part for part in self.parts if part.right > first]
        return len(self.parts) <= _MOST_LABELS and all(part.left >= first and _FRAGMENT.fullmatch(part.text) for part in notes)


@dataclass(frozen=True, slots=True)
class _Open:
    """A table that ends with its page, and its columns."""

    columns: Columns
    table: Table


def loose_tables(pages: Sequence[Sequence[Line]]) -> list[list[Line | Table]]:
    """The lines of each page, from the top down, with those that form tables without lines made such."""
    found: list[list[Line | Table]] = []
    before: _Open | None = None
    for lines in with_open_headers(pages):
        items, rest, after = _on_page([_placed(line) for line in lines], before)
        if before and rest:
            found[-1][-1] = _with_rest(before.table, rest)
        found.append(items)
        before = after
    return [with_blank_results(with_blank_tables(items)) for items in found]


def _placed(line: Line) -> _Placed:
    parts = parts_of(line)
    values = [is_value(part) for part in parts]
    ends = values[-1] or (sum(values) > 1 and _NOTE_PART.fullmatch(parts[-1].text) is not None)
    return _Placed(line, parts, parts[values.index(True) :] if ends else ())


def _on_page(lines: list[_Placed], before: _Open | None) -> tuple[list[Line | Table], list[list[str]], _Open | None]:
    """The lines and tables of a page, what it has of the last row of the page before, and the table that may go on over its end."""
    found: list[Line | Table] = []
    rest: list[list[str]] = []
    limit = _limit(lines)
    columns, done = None, 0
    for start, end in _stretches(lines, limit):
        first = min(one.first for one in lines[start:end] if one.values)
        body, last = _grown(lines, (start, end), limit, first, done)
        top = _header_start(lines, body, limit, first, done)
        above = before if top == body and done == 0 else None
        kept = _columns(lines, (top, body, last), above.columns if above else None)
        if kept is None:
            continue
        columns, header = kept
        rows = rows_of([one.line for one in lines[body:last]], columns)
        rests = _rests(rows, columns, above) if above else 0
        rest += (row.texts(columns) for row in rows[:rests])
        texts = list(_texts(rows[rests:], columns, above is not None or any(header.lowest), last == len(lines)))
        table = _table(columns, header, texts, _span(lines[top:last]))
        found += [*(one.line for one in lines[done:top]), *[table] * bool(table.rows)]
        done = last
    goes_on = _Open(columns, found[-1]) if columns and found and done == len(lines) and isinstance(found[-1], Table) else None
    return [*found, *(one.line for one in lines[done:])], rest, goes_on


def _rests(rows: Sequence[Row], columns: Columns, above: _Open) -> int:
    """How many rows at the top of a page are the rest of the last row of the page before, none where that row has no such values."""
    if above.columns.labels is None or not _alike(columns, above.columns):
        return 0
    last = [cell.text for cell in above.table.cells if cell.row == above.table.rows - 1]
    valued = {place for place, text in enumerate(last) if place and text}
    count = next((place for place, row in enumerate(rows) if not row.goes_on), len(rows))
    further = {column for row in rows[:count] for column in row.columns}
    if not count and rows[0].lead:
        # Values above the label of the first row may be its own as well: both rows stand together, and so are unreadable.
        count, further = 1, rows[0].lead
    return count if further and further <= valued else 0


def _alike(one: Columns, other: Columns) -> bool:
    return len(one.values) == len(other.values) and all(map(overlap, one.values, other.values))


def _with_rest(table: Table, rest: Sequence[Sequence[str]]) -> Table:
    """The table whose last row goes on; digits that the page's end parted stay apart, and so make a cell unreadable."""
    last = [cell for cell in table.cells if cell.row == table.rows - 1]
    texts = zip(*([cell.text for cell in last], *rest), strict=True)
    whole = [
        replace(cell, text=reduce(partial(joined, full=not place), parts))
        for place, (cell, parts) in enumerate(zip(last, texts, strict=True))
    ]
    return replace(table, cells=(*table.cells[: -len(last)], *whole))


def _limit(lines: Sequence[_Placed]) -> float | None:
    """How far apart lines of one table are at most; None where no two rows follow each other."""
    steps = row_steps((one.line, len(one.parts) > 1 and bool(one.values)) for one in lines)
    return _SPACING * median(steps) if steps else None


def _stretches(lines: Sequence[_Placed], limit: float | None) -> Iterator[tuple[int, int]]:
    """From a line of values to another, or the same, with all that belongs to one table."""
    anchors = [place for place, one in enumerate(lines) if one.values]
    if not anchors:
        return
    start, first = anchors[0], lines[anchors[0]].first
    for place, following in pairwise(anchors):
        first = min(first, lines[following].first)
        if not _linked(lines[place : following + 1], limit, first):
            yield start, place + 1
            start, first = following, lines[following].first
    yield start, anchors[-1] + 1


def _linked(lines: Sequence[_Placed], limit: float | None, first: float) -> bool:
    """Whether two lines of values, the first and the last, belong to one table by what stands between them."""
    near = all(_is_near(before.line, after.line, limit) for before, after in pairwise(lines))
    return near and all(one.may_stand_between(first) for one in lines[1:-1])


def _is_near(before: Line, after: Line, limit: float | None) -> bool:
    same_size = abs(before.size - after.size) <= 0.25 * before.size
    return same_size and after.baseline - before.baseline <= (limit or _FARTHEST * before.size)


def _grown(lines: Sequence[_Placed], stretch: tuple[int, int], limit: float | None, first: float, done: int) -> tuple[int, int]:
    """The stretch with the lines of labels right before and behind it."""
    start, end = stretch
    if not any(len(one.parts) > len(one.values) for one in lines[start:end]):
        return stretch
    while start > done and lines[start - 1].may_stand_beside(first) and _is_near(lines[start - 1].line, lines[start].line, limit):
        start -= 1
    while end < len(lines) and lines[end].may_stand_beside(first) and _is_near(lines[end - 1].line, lines[end].line, limit):
        end += 1
    return start, end


def _header_start(lines: Sequence[_Placed], body: int, limit: float | None, first: float, done: int) -> int:
    """The first of the lines of headers before a place."""
    top, highest = body, max(done, body - _MOST_HEADERS)
    while top > highest and _is_near(lines[top - 1].line, lines[top].line, limit) and not _ends_header(lines[top - 1], first):
        top -= 1
    return next((place for place in range(top, body) if lines[place].line.right > first), body)


def _ends_header(one: _Placed, first: float) -> bool:
    """Whether it is a line of values, or one of prose: a heading, the end of a sentence, or what stands over labels and values alike."""
    alone = len(one.parts) == 1
    return bool(one.values) or (alone and (_NO_HEADER.match(one.line.text) is not None or one.line.left < first < one.line.right))


def _columns(lines: Sequence[_Placed], places: tuple[int, int, int], before: Columns | None) -> tuple[Columns, Header] | None:
    """The columns and headers of a table, of which the places are the first line of its header and of its body, and its end."""
    top, body, end = places
    valued = [one for one in lines[body:end] if one.values]
    columns = columns_of([one.line for one in lines[body:end]], before)
    if columns is None:
        return None
    labelled = any(len(one.parts) > 1 for one in valued)
    headed = any(len(one.parts) > 1 for one in lines[top:body])
    # A single row goes on with the table of the page before where it has the columns of that one.
    goes_on = before is not None and len(columns.values) == len(before.values) > 1
    enough = len(valued) > 1 or len(valued[0].values) > 2 or headed or goes_on
    return with_header(columns, [one.line for one in lines[top:body]]) if (labelled or goes_on) and enough else None


def _span(lines: Sequence[_Placed]) -> tuple[float, float]:
    return lines[0].line.baseline - lines[0].line.size, lines[-1].line.baseline


def _table(columns: Columns, header: Header, rows: Sequence[list[str]], span: tuple[float, float]) -> Table:
    """The table of the headers and the texts of rows."""
    texts = [*([part.text for part in parts] for parts in header.spanning), *[list(header.lowest)] * any(header.lowest), *rows]
    edges = columns.edges
    if not columns.labels and not header.lowest[0]:
        texts, edges = [row[1:] if len(row) == len(edges) - 1 else row for row in texts], edges[1:]
    cells = tuple(cell for number, row in enumerate(texts) for cell in _cells(row, number, edges))
    return Table(*span, edges, len(texts), cells, ruled=False)


def _texts(rows: Sequence[Row], columns: Columns, from_above: bool, goes_on: bool) -> Iterator[list[str]]:
    """The cells of the rows; a label of which it is not certain that blank cells stand beside it is alone in its row.

    Before the first values and behind the last that is certain of numbered rows below the header or at the page's ends.
    """
    valued = [place for place, row in enumerate(rows) if row.valued] or [0]
    for place, row in enumerate(rows):
        texts = row.texts(columns)
        numbered = bool(row.labels and ORDINAL.match(row.labels[0].text)) and not _NO_HEADER.match(texts[0])
        inside = valued[0] < place < valued[-1] or (numbered and (from_above if place < valued[0] else goes_on))
        own = inside and all(are_two(*pair, columns) for pair in pairwise(rows[max(0, place - 1) : place + 2]))
        yield texts if row.valued or own else texts[:1]


def _cells(texts: Sequence[str], row: int, edges: Sequence[float]) -> Iterator[TableCell]:
    """The cells of a row, the last one up to the table's end."""
    for place, text in enumerate(texts):
        yield TableCell(text, row, 1, edges[place], edges[place + 1] if place + 1 < len(texts) else edges[-1])
