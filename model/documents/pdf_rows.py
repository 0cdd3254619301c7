"""The rows of a table without lines: labels of several lines, and the values that stand before, amid or between these."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from model.documents.pdf_columns import Columns
from model.documents.pdf_lines import Line
from model.documents.pdf_tables import joined
from model.documents.pdf_words import parts_of

ORDINAL = re.compile(r"[(（]?[一二三四五六七八九十\d]{1,2}[)）.、．]")
_CLOSEST = 0.95
"""Lines nearer to each other than so many sizes of the font stand in one row: they would cover each other."""
_INSIDE = 0.96
"""Lines of one cell are nearer to each other than this share of the least distance of rows, as cells keep some room free."""
_FULL = 1.5
"""A line ends for lack of room if no more than so many characters would go beside it."""
_TWO_LINES = 1.9
"""Lines of one cell are no further apart than so many sizes of the font."""


@dataclass(slots=True)
class Row:
    """Lines of one row; `groups` are parts of labels over several rows that stand near it, `valued` says whether values stand in it."""

    lines: list[Line]
    groups: list[Line] = field(default_factory=list)
    valued: bool = False

    def texts(self, columns: Columns) -> list[str]:
        """What stands in the cells, that of the labels first."""
        found = [""] * (len(columns.values) + 1)
        for line in (*self.groups, *self.lines):
            for column, part in columns.split(line).items():
                found[column] = joined(found[column], part.text, True)
        return found


def rows_of(lines: Sequence[Line], columns: Columns) -> list[Row]:
    """The rows that lines form, from the top down."""
    inner = _inner_labels(lines, columns)
    groups = [line for line in lines if _is_group(line, columns, inner)]
    bands = list(_bands([line for line in lines if line not in groups], columns))
    rows = list(_bound(bands, columns, _least_step(bands, columns)))
    for group in groups:
        nearest = min(rows, key=lambda row: min(abs(line.baseline - group.baseline) for line in row.lines))
        nearest.groups.append(group)
    return rows


def _inner_labels(lines: Sequence[Line], columns: Columns) -> float:
    """Where most of the labels begin that stand right before values."""
    lefts = []
    for line in lines:
        split = columns.split(line)
        if 0 in split and len(split) > 1:
            lefts.append(parts_of(split[0])[-1].left)
    return median(lefts) if lefts else 0.0


def _is_group(line: Line, columns: Columns, inner: float) -> bool:
    """Whether it is a part of a label over several rows alone, left of the labels of the rows."""
    return line.right <= inner and set(columns.split(line)) == {0}


def _bands(lines: Sequence[Line], columns: Columns) -> Iterator[Row]:
    """Lines that cannot belong to two rows."""
    band: list[Line] = []
    for line in lines:
        if band and line.baseline - band[-1].baseline > _CLOSEST * min(line.size, band[-1].size):
            yield _row(band, columns)
            band = []
        band.append(line)
    if band:
        yield _row(band, columns)


def _row(lines: list[Line], columns: Columns) -> Row:
    return Row(lines, valued=any(column for line in lines for column in columns.split(line)))


def _least_step(bands: Sequence[Row], columns: Columns) -> float | None:
    """The least distance of two rows that follow each other, None where no two do."""
    steps = [
        after.lines[0].baseline - before.lines[0].baseline
        for before, after in pairwise(bands)
        if before.valued and after.valued and len(before.lines) == len(after.lines) == 1
    ]
    return min(steps, default=None)


def _bound(bands: Sequence[Row], columns: Columns, step: float | None) -> Iterator[Row]:
    """The bands, those made one whose labels go on from one to the next."""
    row = bands[0]
    for band in bands[1:]:
        if not (row.valued and band.valued) and _goes_on(row, band, columns, step):
            row = Row([*row.lines, *band.lines], valued=row.valued or band.valued)
        else:
            yield row
            row = band
    yield row


def _goes_on(above: Row, below: Row, columns: Columns, step: float | None) -> bool:
    """Whether the label of the second goes on from the first."""
    one, other = _labels(above, columns), _labels(below, columns)
    if not one or not other or ORDINAL.match(other[0].text):
        return False
    if step is None:
        return _is_full(one[-1], columns)
    return other[0].baseline - one[-1].baseline < _INSIDE * step


def has_own_line(above: Row, below: Row, columns: Columns) -> bool:
    """Whether two rows that were not made one are certainly two."""
    one, other = _labels(above, columns), _labels(below, columns)
    if not one or not other or ORDINAL.match(other[0].text) or not _is_full(one[-1], columns):
        return True
    return other[0].baseline - one[-1].baseline > _TWO_LINES * one[-1].size


def _is_full(label: Line, columns: Columns) -> bool:
    """Whether no further character would go beside it."""
    return columns.labels is not None and columns.labels[1] - label.right <= _FULL * label.size


def _labels(row: Row, columns: Columns) -> list[Line]:
    return [split[0] for line in row.lines if 0 in (split := columns.split(line))]
