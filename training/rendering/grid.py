"""The printed form of a table: rows of cells that may span rows and columns."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import groupby

from model.tables.forms import Form, Row
from training.rendering.draw import Drawn, form_of

_STACKED_APART = 0.4
"""So often the parts of table 2 are tables of their own."""
_FULL_WIDTH = str.maketrans("(),:", "（），：")
_CHECK_NOTE = "(本列数据的勾稽关系为:第一项加第二项之和,等于第三项加第四项之和)"


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell; `field` names what a value is, and is empty in headers and labels."""

    text: str
    rows: int = 1
    columns: int = 1
    field: str = ""


GridRow = tuple[GridCell, ...]


class Spans(StrEnum):
    """What takes the place of a label that spans several cells, where a copy of the table has no spans."""

    ONCE = "once"
    REPEATED = "repeated"
    BLANK = "blank"


@dataclass(frozen=True, slots=True)
class Grid:
    """A table; the first `headers` rows are its header."""

    rows: tuple[GridRow, ...]
    headers: int

    @property
    def width(self) -> int:
        """How many columns it has."""
        return max(column + cell.columns for _, column, cell in self.places())

    def places(self) -> Iterator[tuple[int, int, GridCell]]:
        """Every cell with the row and the column of its upper left corner."""
        taken: set[tuple[int, int]] = set()
        for number, row in enumerate(self.rows):
            column = 0
            for cell in row:
                while (number, column) in taken:
                    column += 1
                yield number, column, cell
                taken |= {(number + down, column + right) for down in range(cell.rows) for right in range(cell.columns)}

    def without_spans(self, spans: Spans) -> "Grid":
        """The table as a copy without spans has it; values are never repeated."""
        if spans is Spans.ONCE:
            return Grid(tuple(tuple(replace(cell, rows=1, columns=1) for cell in row) for row in self.rows), self.headers)
        rows: list[dict[int, GridCell]] = [{} for _ in self.rows]
        for number, column, cell in self.places():
            rows[number][column] = replace(cell, rows=1, columns=1)
            if not cell.field:
                for down in range(cell.rows):
                    for right in range(cell.columns):
                        text = cell.text if spans is Spans.REPEATED else ""
                        rows[number + down].setdefault(column + right, GridCell(text))
        return Grid(tuple(tuple(row[column] for column in sorted(row)) for row in rows), self.headers)


def grids_of(table: str, drawn: Drawn, source: random.Random) -> tuple[Grid, ...]:
    """The printed form of a table; that of table 2 may be several, one for each paragraph of article 20."""
    form = form_of(table, drawn)
    if table == "table2":
        parts = [_part_of_table2(form, tuple(rows), drawn) for _, rows in groupby(form.rows, lambda row: row.group)]
        apart = source.random() < _STACKED_APART
        return tuple(parts) if apart else (Grid(tuple(row for part in parts for row in part.rows), parts[0].headers),)
    return (_table3(form, drawn) if table == "table3" else _table4(form, drawn),)


def as_printed(label: str) -> str:
    """A label with the full-width marks of the printed form."""
    return label.translate(_FULL_WIDTH)


def _label(text: str, rows: int = 1, columns: int = 1) -> GridCell:
    return GridCell(as_printed(text), rows, columns)


def _values(form: Form, row: Row, drawn: Drawn) -> Iterator[GridCell]:
    for column in row.columns:
        field = form.field(row, column)
        yield GridCell(drawn[field].text, field=field)


def _part_of_table2(form: Form, rows: tuple[Row, ...], drawn: Drawn) -> Grid:
    """The rows of one paragraph of article 20 under their heading; its last column takes what is left of the width."""
    columns = rows[0].columns
    rest = 4 - len(columns)
    headers = [_label("信息内容"), *(_label(column.zh) for column in columns)]
    out = [(_label(rows[0].group, columns=4),), _widened(headers, rest)]
    out.extend(_widened([_label(row.label), *_values(form, row, drawn)], rest) for row in rows)
    return Grid(tuple(out), 2)


def _widened(cells: list[GridCell], rest: int) -> GridRow:
    return (*cells[:-1], replace(cells[-1], columns=rest))


def _table3(form: Form, drawn: Drawn) -> Grid:
    rows = list(_header_of_table3(form.rows[0]))
    names = [row.name for row in form.rows]
    first, last = names.index("granted"), names.index("total")
    groups = [row.group if first < place <= last else "" for place, row in enumerate(form.rows)]
    for place, row in enumerate(form.rows):
        labels: list[GridCell] = []
        if place == first:
            labels.append(_label(row.group, rows=last - first + 1))
        if groups[place] and groups[place] != groups[place - 1]:
            labels.append(_label(row.group, rows=groups.count(row.group)))
        width = 3 - (first <= place <= last) - bool(groups[place])
        rows.append((*labels, _label(row.label, columns=width), *_values(form, row, drawn)))
    return Grid(tuple(rows), 3)


def _header_of_table3(row: Row) -> Iterator[GridRow]:
    natural_person, *organisations, total = (column.zh for column in row.columns)
    yield _label(_CHECK_NOTE, rows=3, columns=3), _label("申请人情况", columns=len(row.columns))
    yield _label(natural_person, rows=2), _label("法人或其他组织", columns=len(organisations)), _label(total, rows=2)
    yield tuple(_label(name) for name in organisations)


def _table4(form: Form, drawn: Drawn) -> Grid:
    reviews, *lawsuits = form.rows
    results = [column.zh for column in reviews.columns]
    first = (_label(reviews.label, columns=5), _label(lawsuits[0].group, columns=10))
    second = (*(_label(name, rows=2) for name in results), *(_label(row.label, columns=5) for row in lawsuits))
    third = tuple(_label(name) for _ in lawsuits for name in results)
    values = tuple(cell for row in form.rows for cell in _values(form, row, drawn))
    return Grid((first, second, third, values), 3)
