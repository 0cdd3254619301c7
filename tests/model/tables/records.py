"""Records of the statutory tables, for the tests of their checks."""

from collections.abc import Mapping

from model.facts import Source
from model.merging import build_record
from model.record import Cell, Record, Value
from model.tables.cells import CellKind
from model.tables.facts import table_facts
from model.tables.forms import Form, Layout, form
from model.tables.reading import read_tables
from tests.model.checks.records import report, stated
from tests.model.tables.layouts import FORM_2021, REQUESTS, Numbers, expected_of
from training.rendering.draw import Drawn

TABLE4 = form("table4", Layout.OF_2021)


def in_table(value: int) -> Value:
    return stated(value, source=Source.TABLE)


def of_requests(numbers: Numbers = REQUESTS, form: Form = FORM_2021) -> Record:
    """A record of table 3 whose cells are all printed, zero where no numbers are given."""
    return of_cells(expected_of(form, numbers))


def of_remedies(numbers: Numbers) -> Record:
    """A record of table 4."""
    return of_cells(expected_of(TABLE4, numbers))


def of_cells(values: Mapping[str, int], prose: Mapping[str, float | Value] | None = None) -> Record:
    """A record of table cells, and of what prose says."""
    return report({**{field: in_table(value) for field, value in values.items()}, **(prose or {})})


def of_drawn(drawn: Drawn) -> Record:
    """A record of drawn cells as they are printed: a blank is no figure."""
    record = of_cells({field: int(cell.value) for field, cell in drawn.items() if not cell.printed.kind.is_empty})
    record.cells = {field: Cell(kind=cell.printed.kind) for field, cell in drawn.items() if cell.printed.kind.is_empty}
    return record


def left_out(record: Record, *fields: str, kind: CellKind | None = CellKind.BLANK) -> Record:
    """The record without these figures; their cells are of the kind, or not there at all."""
    figures = {field: figures for field, figures in record.figures.items() if field not in fields}
    return Record(figures=figures, cells={field: Cell(kind=kind) for field in fields} if kind else {})


def record_of(text: str) -> Record:
    """The record of the tables of a text."""
    tables = read_tables(text)
    return build_record([fact for table in tables for fact in table_facts(text, table, 0.9)], tables)
