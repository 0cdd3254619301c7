"""The typed record of a report."""

from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, Strict, StrictBool
from pydantic_core import PydanticCustomError

from model.facts import Basis, Source
from model.names import NAMES
from model.tables.cells import CellKind


def known_field(name: str) -> str:
    """The name itself; ValueError where the contract has no such field."""
    if name not in NAMES:
        raise ValueError(f"unknown field {name!r}")
    return name


FieldName = Annotated[str, AfterValidator(known_field)]

Number = Annotated[int, Strict()] | Annotated[float, Strict()]
"""A number; `True` and "3" are none."""

Confidence = Annotated[float, Strict(), Field(ge=0, le=1)]
"""A chance, 0 to 1."""


class Part(BaseModel):
    """Base of the record's classes: unknown keys are errors, so that a typing slip is never lost."""

    model_config = ConfigDict(extra="forbid", use_attribute_docstrings=True)


class Mention(Part):
    """A value with its place in the text."""

    value: Number | str
    """The figure as a number, a name, a year as a number, or a date as YYYY-MM-DD."""
    unit: str | None = None
    """What is counted or measured (件, 人次, %, 元); null where the text does not say."""
    text: str | None = None
    """What the report prints; null where the value was entered by hand."""
    start: int | None = None
    """Offset of the first code point of `text`; null where the value was entered by hand."""
    end: int | None = None
    """Offset behind the last code point of `text`; null where the value was entered by hand."""
    approximate: StrictBool = False
    """Whether the text says that it is not exact (余, 多, 近, 约, 超)."""
    basis: Basis = Basis.STATED
    """How it is given: `stated` by a number, `nil` by words for zero (未收到), `all` by words that make it equal to its total (均)."""


class Value(Mention):
    """The mention that is taken of a figure, and how it was read."""

    decimals: Annotated[int, Field(ge=0)] | None = None
    """Digits printed after the point: 2 of 49.50%."""
    confidence: Confidence | None = None
    """The chance that it was read rightly, 0 to 1; null where it was entered by hand."""
    source: Source = Source.PROSE
    """The part of the report that states it."""
    also: list[Mention] = []
    """The other mentions whose value differs, of each value the earliest, in reading order."""


def _numeric(value: Value) -> Value:
    """The value itself; a validation error, whose context tells the place, where it or another mention is no number."""
    mentions: list[tuple[tuple[str | int, ...], Mention]] = [((), value), *((("also", place), one) for place, one in enumerate(value.also))]
    for path, mention in mentions:
        if isinstance(mention.value, str):
            raise PydanticCustomError("number", "Input should be a number", {"at": (*path, "value")})
    return value


Numeric = Annotated[Value, AfterValidator(_numeric)]
"""A value that is a number, as are those of its other mentions."""


class Figures(Part):
    """What the report says of one field, in numbers."""

    count: Numeric | None = None
    """How many there were."""
    share: Numeric | None = None
    """Share of a total in per cent."""
    growth: Numeric | None = None
    """Change against the year before in per cent, signed; 140 of 增长1.4倍."""
    increase: Numeric | None = None
    """Change against the year before in the field's own unit, signed."""
    ratio: Numeric | None = None
    """The count divided by that of the year before."""
    amount: Numeric | None = None
    """Money in yuan; as printed, in units of 10,000 yuan, where `unit` is 万元."""
    previous: Numeric | None = None
    """The count of the year before."""
    cumulative: Numeric | None = None
    """The count since the beginning."""


class Row(Part):
    """A row of a free list: a topic and its figures."""

    name: str
    """The topic in the report's own words."""
    figures: Figures
    """What it says of the topic."""


class Cell(Part):
    """What is special about a cell of a statutory table: that it is no number, or not plainly one."""

    kind: CellKind
    """What it holds."""
    note: str | None = None
    """Words or a mark that are printed beside its number (其中修订16件, ①)."""
    start: int | None = None
    """Offset of the first code point of what is printed in it; null where nothing is, or its place is not known."""
    end: int | None = None
    """Offset behind the last code point of what is printed in it; null where `start` is."""
    inferred: StrictBool = False
    """Whether cells around it were dropped or torn, and its column was found by the identities of the table."""
    told: StrictBool = False
    """Whether that took what prose tells as well."""
    displaced: StrictBool = False
    """Whether its row alone stands in other columns of the text than it is read in."""
    candidates: list[Number | None] = []
    """What an unreadable cell could be, null for a blank."""


class Record(Part):
    """The record of one report. What the report does not state is absent; zero by words is 0."""

    issuer: Value | None = None
    """The office whose report it is."""
    year: Numeric | None = None
    """The year that it is on."""
    period_start: Value | None = None
    """The first day of the period that it is on."""
    period_end: Value | None = None
    """The last day of the period that it is on."""
    figures: dict[FieldName, Figures] = {}
    """What it says of each field."""
    lists: dict[FieldName, list[Row]] = {}
    """The free lists (`requests.by_topic`, `disclosure.by_topic`), in reading order."""
    cells: dict[FieldName, Cell] = {}
    """Cells of the statutory tables that are no plain number; a blank is not zero."""
