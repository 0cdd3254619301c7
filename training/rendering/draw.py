"""Draws the numbers of a report's statutory tables so that all identities (勾稽关系) hold."""

import math
import random
from collections import Counter
from collections.abc import Sequence
from enum import StrEnum

from model.tables.forms import BALANCED, FORMS, Form, Layout, Row, form, result_rows
from training.rendering.printing import CellDrawn, Number, draw_habit, print_cell

Drawn = dict[str, CellDrawn]
"""What is printed, by the name of the field."""

_ONE_ROW_OF_OTHERS = 0.15
"""So many reports in the layout of 2021 keep （六）其他处理 in one row."""


class Size(StrEnum):
    """Whose report it is."""

    TOWN = "town"
    BUREAU = "bureau"
    COUNTY = "county"
    CITY = "city"
    PROVINCE = "province"


_OFTEN = {Size.TOWN: 4, Size.BUREAU: 4, Size.COUNTY: 3, Size.CITY: 2, Size.PROVINCE: 1}
_REQUESTS = {Size.TOWN: (0, 5), Size.BUREAU: (0, 60), Size.COUNTY: (15, 600), Size.CITY: (300, 4000), Size.PROVINCE: (3000, 15000)}
_DOCUMENTS = {Size.TOWN: 2, Size.BUREAU: 10, Size.COUNTY: 40, Size.CITY: 150, Size.PROVINCE: 600}
_DECISIONS = {Size.TOWN: 20, Size.BUREAU: 3000, Size.COUNTY: 90_000, Size.CITY: 400_000, Size.PROVINCE: 2_000_000}
_IDLE = {Size.TOWN: 0.8, Size.BUREAU: 0.5, Size.COUNTY: 0.15, Size.CITY: 0.05, Size.PROVINCE: 0.02}
"""So many rows of table 2, and blocks of table 4, hold zeros alone."""
_WITH_REGULATIONS = {Size.CITY, Size.PROVINCE}
_APPLICANTS = (60, 6, 0.3, 0.5, 1, 1)
_RESULTS = {"granted": 30.0, "partial": 6.0, "unable.not_held": 20.0, "unable.needs_making": 4.0, "not_processed.petition": 6.0}
_RARER_RESULT = 1.5


def draw_tables(source: random.Random, layout: Layout, size: Size | None = None) -> Drawn:
    """The cells of tables 2, 3 and 4 of one report."""
    size = size or source.choices(list(_OFTEN), list(_OFTEN.values()))[0]
    of_three = Layout.OF_2019 if source.random() < _ONE_ROW_OF_OTHERS else layout
    table2, table3, table4 = form("table2", layout), form("table3", of_three), form("table4", layout)
    numbers = (_table2(table2, size, source), _table3(table3, size, source), _table4(table4, size, source))
    drawn: Drawn = {}
    for one in numbers:
        habit = draw_habit(source)
        drawn |= {field: print_cell(field, value, habit, source) for field, value in one.items()}
    return drawn


def form_of(table: str, drawn: Drawn) -> Form:
    """The form that a table was drawn in."""
    return next(form for form in FORMS if form.table == table and all(field in drawn for field in form.fields))


def _up_to(source: random.Random, low: int, high: int) -> int:
    """A number from a range, small ones more often, as the sizes of offices go."""
    return round(math.exp(source.uniform(math.log(low + 1), math.log(high + 1)))) - 1


def _spread(source: random.Random, count: int, weights: Sequence[float]) -> list[int]:
    """A count over places, by their weights."""
    found = Counter(source.choices(range(len(weights)), weights, k=count))
    return [found[place] for place in range(len(weights))]


def _table2(form: Form, size: Size, source: random.Random) -> dict[str, Number]:
    found: dict[str, Number] = {}
    for row in form.rows:
        idle = source.random() < _IDLE[size] or (row.name == "regulations" and size not in _WITH_REGULATIONS)
        values = {} if idle else _row_of_table2(row, size, source)
        found |= {form.field(row, column): values.get(column.name, 0) for column in row.columns}
    return found


def _row_of_table2(row: Row, size: Size, source: random.Random) -> dict[str, Number]:
    new, standing = _up_to(source, 0, _DOCUMENTS[size] // 4), _up_to(source, 1, _DOCUMENTS[size])
    if row.name in {"regulations", "normative_docs"}:
        in_force: dict[str, Number] = {"issued": new, "repealed": _up_to(source, 0, standing), "in_force": standing + new}
        return in_force | {"made": new, "disclosed": new, "total": standing + new}
    money = round(_up_to(source, 1, _DECISIONS[size]) + source.random(), source.choice((1, 2, 4)))
    items: dict[str, Number] = {"prev_items": standing, "change": source.choice((0, new, -min(new, standing)))}
    return items | {"decisions": _up_to(source, 0, _DECISIONS[size]), "items": standing, "amount": money}


def _table3(form: Form, size: Size, source: random.Random) -> dict[str, Number]:
    received = _spread(source, _up_to(source, *_REQUESTS[size]), _APPLICANTS)
    carried_in = _spread(source, _up_to(source, 0, sum(received) // 12), _APPLICANTS)
    left = source.choice((0.0, 0.02, 0.06))
    to_handle = [new + old for new, old in zip(received, carried_in, strict=True)]
    carried_out = [sum(source.random() < left for _ in range(count)) for count in to_handle]
    total = [count - out for count, out in zip(to_handle, carried_out, strict=True)]
    results = result_rows(form)
    weights = [_RESULTS.get(row.name, _RARER_RESULT) * source.choice((0, 0, 1, 2)) for row in results]
    weights[0] = weights[0] or 1
    by_column = [_spread(source, count, weights) for count in total]
    rows = {row.name: [column[place] for column in by_column] for place, row in enumerate(results)}
    rows |= dict(zip(BALANCED, (received, carried_in, total, carried_out), strict=True))
    return _with_totals(form, rows)


def _table4(form: Form, size: Size, source: random.Random) -> dict[str, Number]:
    disputes = max(1, _REQUESTS[size][1] // 20)
    rows: dict[str, list[int]] = {}
    for row in form.rows:
        count = 0 if source.random() < max(0.3, _IDLE[size]) else _up_to(source, 0, disputes)
        rows[row.name] = _spread(source, count, (6, 1, 2, 2))
    return _with_totals(form, rows)


def _with_totals(form: Form, rows: dict[str, list[int]]) -> dict[str, Number]:
    """The cells of rows whose last column is the sum of the others."""
    fields = [form.field(row, column) for row in form.rows for column in row.columns]
    values: list[Number] = [value for row in form.rows for value in (*rows[row.name], sum(rows[row.name]))]
    return dict(zip(fields, values, strict=True))
