"""Tables in words, for the tests of this folder: rows of a label and its cells, and the shapes in which text has them."""

import random
from collections.abc import Callable, Mapping, Sequence

from model.tables.forms import Form, Layout, form
from model.tables.reading import read_tables
from model.tables.table import Table, TableCell
from training.rendering.draw import Drawn, Size, draw_tables
from training.rendering.flat import Shape
from training.rendering.report import compose
from training.rendering.text import report_text

Rows = Sequence[tuple[str, Sequence[str]]]
Numbers = Mapping[str, Sequence[int | str]]

REQUESTS: Numbers = {
    "received": (26, 3, 0, 1, 0, 2, 32),
    "carried_in": (2, 0, 0, 0, 0, 0, 2),
    "granted": (20, 2, 0, 1, 0, 0, 23),
    "unable.not_held": (7, 0, 0, 0, 0, 2, 9),
    "total": (27, 2, 0, 1, 0, 2, 32),
    "carried_out": (1, 1, 0, 0, 0, 0, 2),
}
"""Rows of table 3 that are not zero throughout; every identity holds."""

REMEDIES: Numbers = {
    "reviews": (119, 25, 91, 24, 259),
    "litigation_direct": (7, 0, 15, 6, 28),
    "litigation_after_review": (21, 1, 7, 9, 38),
}
DISCLOSED_2021: Numbers = {
    "regulations": (0, 0, 0),
    "normative_docs": (3, 16, 1137),
    "licences": (450,),
    "penalties": (1036,),
    "coercion": (0,),
    "fees": ("7730.28",),
}
DISCLOSED_2019: Numbers = {
    "regulations": (0, 0, 2),
    "normative_docs": (22, 22, 137),
    "licences": (120, "+12", 4500),
    "other_services": (40, "减3", 77),
    "penalties": (300, "-35", 19),
    "coercion": (7, 0, 0),
    "fees": (5, 1),
    "procurement": (33, "152790元"),
}

FORM_2021, FORM_2019 = form("table3", Layout.OF_2021), form("table3", Layout.OF_2019)


def rows_of(form: Form, numbers: Numbers, nothing: str = "0") -> Rows:
    """The rows of a form with these numbers; `nothing` stands in all other cells."""
    return [(row.label, [str(number) for number in numbers.get(row.name, [nothing] * len(row.columns))]) for row in form.rows]


def bars(rows: Rows) -> str:
    return "\n".join(f"| {' | '.join([label, *cells])} |" for label, cells in rows)


def tabs(rows: Rows) -> str:
    return "\n".join("\t".join([label, *cells]) for label, cells in rows)


def spaces(rows: Rows) -> str:
    return "\n".join(" ".join([label, *filter(None, cells)]) for label, cells in rows)


def lines(rows: Rows) -> str:
    return "\n".join("\n".join([label, *filter(None, cells)]) for label, cells in rows)


def bar_ends(rows: Rows) -> str:
    return "\n".join("\n".join(f"{text} |".strip() for text in (label, *cells)) for label, cells in rows)


def bars_alone(rows: Rows) -> str:
    return "\n".join("\n".join(f"{text}\n|".strip() for text in (label, *cells)) for label, cells in rows)


def one_line(rows: Rows) -> str:
    return " | ".join(text for label, cells in rows for text in (label, *cells))


WAYS: dict[str, Callable[[Rows], str]] = {way.__name__: way for way in (bars, tabs, spaces, lines, bar_ends, bars_alone, one_line)}


def table3(numbers: Numbers = REQUESTS, way: Callable[[Rows], str] = bars, form: Form = FORM_2021, nothing: str = "0") -> str:
    """Table 3 as text, without its header."""
    return way(rows_of(form, numbers, nothing))


def of_table4(numbers: Numbers = REMEDIES) -> str:
    """Table 4 with bars, all values in one row."""
    results = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
    values = [str(number) for row in numbers.values() for number in row]
    return "\n".join(
        [
            "| 行政复议 | 行政诉讼 |",
            f"| {' | '.join(results)} | 未经复议直接起诉 | 复议后起诉 |",
            f"| {' | '.join(results * 2)} |",
            f"| {' | '.join(values)} |",
        ]
    )


def the_table(text: str) -> Table:
    """The only table of a text."""
    (table,) = read_tables(text)
    return table


def cells_of(text: str) -> dict[str, TableCell]:
    """The cells of all tables of a text by their fields."""
    return {cell.field: cell for table in read_tables(text) for cell in table.cells}


def values_of(text: str) -> dict[str, int | float | None]:
    return {field: cell.value for field, cell in cells_of(text).items()}


def expected_of(form: Form, numbers: Numbers) -> dict[str, int]:
    """The values of whole numbers by field; zero where none are given."""
    given = {row.name: numbers.get(row.name, [0] * len(row.columns)) for row in form.rows}
    return {form.field(row, column): int(given[row.name][place]) for row in form.rows for place, column in enumerate(row.columns)}


def drawn_report(seed: int, shape: Shape, dropped: bool = False, size: Size | None = None) -> tuple[Drawn, str]:
    """Drawn cells and the text of a report that prints them; even seeds have the layout of 2019."""
    source = random.Random(seed)
    drawn = draw_tables(source, list(Layout)[seed % 2], size)
    return drawn, report_text(compose(drawn, source), shape, source, dropped)


def row_values(cells: Mapping[str, TableCell], row: str) -> list[int | float | None]:
    """The values of the cells of a row, in order, None where it has none."""
    return [cell.value for field, cell in cells.items() if field.startswith(f"{row}.")]
