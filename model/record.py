"""The typed record of a report."""

from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict

from model.facts import Basis, Source
from model.names import NAMES
from model.tables.cells import CellKind


def known_field(name: str) -> str:
    """The name itself; ValueError where the contract has no such field."""
    if name not in NAMES:
        raise ValueError(f"unknown field {name!r}")
    return name


FieldName = Annotated[str, AfterValidator(known_field)]


class Part(BaseModel):
    """Base of the record's classes: unknown keys are errors, so that a typing slip is never lost."""

    model_config = ConfigDict(extra="forbid")


class Mention(Part):
    """A value with its place in the text; `start` and `end` are None where it was entered by hand."""

    value: int | float | str
    unit: str | None = None
    text: str | None = None
    start: int | None = None
    end: int | None = None
    approximate: bool = False
    basis: Basis = Basis.STATED


class Value(Mention):
    """The mention that is taken of a figure, and how it was read.

    `decimals` is the number of digits printed after the point (49.50% has 2); `also` holds the other mentions whose value
    differs, of each value the earliest, in reading order.
    """

    decimals: int | None = None
    confidence: float | None = None
    source: Source = Source.PROSE
    also: list[Mention] = []


class Figures(Part):
    """What the report says of one field."""

    count: Value | None = None
    share: Value | None = None
    """In per cent."""
    growth: Value | None = None
    """Change against the year before in per cent, signed; 140 of 增长1.4倍."""
    increase: Value | None = None
    """Change against the year before in the field's own unit, signed."""
    ratio: Value | None = None
    """The count divided by that of the year before."""
    amount: Value | None = None
    """In yuan."""
    previous: Value | None = None
    """The count of the year before."""
    cumulative: Value | None = None
    """The count since the beginning."""


class Row(Part):
    """A row of a free list: a topic and its figures."""

    name: str
    figures: Figures


class Cell(Part):
    """What is special about a cell of a statutory table: that it is no number, or not plainly one.

    An unreadable cell has in `candidates` what it could be (None for a blank). `inferred` says that cells around it were dropped
    or torn, and its column was found by the identities of the table; `told` that it took what prose tells as well;
    `displaced` that its row alone stands in other columns of the text than it is read in.
    """

    kind: CellKind
    note: str | None = None
    start: int | None = None
    end: int | None = None
    inferred: bool = False
    told: bool = False
    displaced: bool = False
    candidates: list[int | float | None] = []


class Record(Part):
    """The record of one report. What the report does not state is absent; zero by words is 0."""

    issuer: Value | None = None
    year: Value | None = None
    period_start: Value | None = None
    period_end: Value | None = None
    figures: dict[FieldName, Figures] = {}
    lists: dict[FieldName, list[Row]] = {}
    cells: dict[FieldName, Cell] = {}
    """Cells of the statutory tables that are no plain number; a blank is not zero."""
