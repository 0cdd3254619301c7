"""Tables without lines: numbers that stand under each other in columns."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from model.documents.pdf_lattice import NEAR
from model.documents.pdf_lines import Line
from model.documents.pdf_tables import Table, TableCell

_GAP = 1.2
"""Columns are parted by more than so many sizes of the font."""
_SPACING = 1.6
"""Rows of one table are no further apart than this many times the usual distance on the page."""
_MOST_BETWEEN = 3
"""So many short lines may stand between two rows: labels that take several lines."""
_LABEL_REACH = 1.6
_NEW_LABEL_REACH = 1.0
"""A line of a label belongs to the row whose numbers are so near, in sizes; one that begins with an ordinal may be a row without values."""
_VALUE = re.compile(r"[+\-−]?\d[\d,，]*(?:\.\d+)?%?|[/／]|[-—–－]{1,2}")
_ORDINAL = re.compile(r"[(（]?[一二三四五六七八九十\d]{1,2}[)）.、．]")

_Interval = tuple[float, float]


@dataclass(frozen=True, slots=True)
class _Row:
    """A line of a table in its runs."""

    line: Line
    runs: tuple[Line, ...]

    @property
    def values(self) -> list[Line]:
        return [run for run in self.runs if _VALUE.fullmatch(run.text)]


def loose_tables(lines: Sequence[Line]) -> list[Line | Table]:
    """The lines of a page, from the top down, with those that form a table without rules made one."""
    rows = [_Row(line, tuple(line.runs(_GAP))) for line in lines]
    found: list[Line | Table] = []
    place = 0
    for start, end in _blocks(rows):
        table = _table(rows[start:end])
        if table is not None:
            found += [*lines[place:start], table]
            place = end
    return [*found, *lines[place:]]


def _blocks(rows: list[_Row]) -> Iterator[tuple[int, int]]:
    """Stretches from one row of columns to another, two rows at least."""
    widest = max((row.line.right - row.line.left for row in rows), default=0.0)
    anchors = [place for place in range(len(rows)) if _in_columns(rows, place)]
    steps = sorted(rows[after].line.baseline - rows[before].line.baseline for before, after in pairwise(anchors) if after == before + 1)
    highest = _SPACING * steps[len(steps) // 2] if steps else 0.0
    start = 0
    for number, place in enumerate(anchors):
        last = number + 1 == len(anchors) or not _linked(rows[place : anchors[number + 1] + 1], highest, widest)
        if last:
            if number > start:
                yield anchors[start], place + 1
            start = number + 1


def _in_columns(rows: list[_Row], place: int) -> bool:
    """Whether a line has three runs, or two beside a line that has some as well."""
    if len(rows[place].runs) != 2:
        return len(rows[place].runs) > 2
    return any(len(rows[near].runs) >= 2 for near in (place - 1, place + 1) if 0 <= near < len(rows))


def _linked(between: list[_Row], highest: float, widest: float) -> bool:
    """Whether two rows, the first and the last, belong to one table by what stands between them."""
    near = all(_is_near(before.line, after.line, highest) for before, after in pairwise(between))
    short = all(run.right - run.left < widest / 2 for row in between[1:-1] for run in row.runs)
    return near and short and len(between) - 2 <= _MOST_BETWEEN


def _is_near(before: Line, after: Line, highest: float) -> bool:
    same_size = abs(before.size - after.size) <= 0.25 * before.size
    return same_size and after.baseline - before.baseline <= highest


def _interval(run: Line) -> _Interval:
    return run.left, run.right


def _overlap(one: _Interval, other: _Interval) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _table(rows: list[_Row]) -> Table | None:
    values = _merged(_interval(run) for row in rows for run in row.values)
    if not values:
        return None
    labels = _label_columns(rows, values)
    columns = [*values, *labels]
    # A column without any value has its header alone.
    headers = (_interval(run) for row in rows for run in row.runs)
    columns = sorted([*columns, *_merged(one for one in headers if not any(_overlap(one, column) for column in columns))])
    placed: dict[int, list[Line]] = defaultdict(list)
    for place, row in enumerate(rows):
        for run in row.runs:
            placed[_row_of(rows, place, run, labels)].append(run)
    cells = (cell for number, (_, runs) in enumerate(sorted(placed.items())) for cell in _cells(number, runs, columns))
    first, last = rows[0].line, rows[-1].line
    return Table(first.baseline - first.size, last.baseline, _edges(columns), len(placed), tuple(cells))


def _merged(intervals: Iterable[_Interval]) -> list[_Interval]:
    found: list[_Interval] = []
    for left, right in sorted(intervals):
        if found and left < found[-1][1] + NEAR:
            found[-1] = found[-1][0], max(found[-1][1], right)
        else:
            found.append((left, right))
    return found


def _label_columns(rows: list[_Row], values: list[_Interval]) -> list[_Interval]:
    """One column for all labels that stand in a gap between the columns of values, or before the first of them."""
    gaps: dict[int, list[_Interval]] = defaultdict(list)
    for row in rows:
        for run in row.runs if row.values else ():
            interval = _interval(run)
            if not any(_overlap(interval, column) for column in values):
                gaps[sum(1 for column in values if column[0] < interval[0])].append(interval)
    return [(min(left for left, _ in found), max(right for _, right in found)) for found in gaps.values()]


def _covered(interval: _Interval, columns: list[_Interval]) -> tuple[int, int]:
    """The first and last column over or under which a run stands; the nearest where there is none."""
    over = [place for place, column in enumerate(columns) if _overlap(interval, column)]
    if over:
        return over[0], over[-1]
    middle = sum(interval) / 2
    nearest = min(range(len(columns)), key=lambda place: abs(sum(columns[place]) / 2 - middle))
    return nearest, nearest


def _row_of(rows: list[_Row], place: int, run: Line, labels: list[_Interval]) -> int:
    """The row of a run: that of its line, or of the numbers near it where its line holds labels alone."""
    row = rows[place]
    of_labels = all(any(_overlap(_interval(part), column) for column in labels) for part in row.runs)
    if row.values or not of_labels:
        return place
    reach = (_NEW_LABEL_REACH if _ORDINAL.match(run.text) else _LABEL_REACH) * run.size
    near = [number for number, other in enumerate(rows) if other.values and _distance(other, run) <= reach]
    return min(near, key=lambda number: _distance(rows[number], run), default=place)


def _distance(row: _Row, run: Line) -> float:
    return abs(row.line.baseline - run.baseline)


def _edges(columns: list[_Interval]) -> tuple[float, ...]:
    return (*(left for left, _ in columns), columns[-1][1])


def _cells(row: int, runs: list[Line], columns: list[_Interval]) -> Iterator[TableCell]:
    """The cells of a row, blank ones where nothing stands; runs that share a column are one cell."""
    spans = [(*_covered(_interval(run), columns), run.text) for run in runs]
    edges = _edges(columns)
    column = 0
    while column < len(columns):
        last = column
        for first, end, _ in sorted(spans):
            if column <= first <= last:
                last = max(last, end)
        text = " ".join(text for first, _, text in spans if column <= first <= last)
        yield TableCell(text, row, 1, edges[column], edges[last + 1])
        column = last + 1
