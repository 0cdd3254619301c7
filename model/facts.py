"""The small values that flow between the stages: spans, entities, facts and checks.

Offsets are code points of the text as it was sent, end exclusive: `text[start:end]` is the quoted text, always.
The docstrings of the fields are read by those who call the service too: the OpenAPI document holds them, with null for None.
"""

from dataclasses import dataclass, field
from enum import StrEnum


class Kind(StrEnum):
    """What sort of value a fact holds."""

    COUNT = "count"
    SHARE = "share"
    CHANGE = "change"
    RATIO = "ratio"
    AMOUNT = "amount"
    TEXT = "text"
    DATE = "date"


class Time(StrEnum):
    """The period that a value belongs to."""

    CURRENT = "current"
    PREVIOUS = "previous"
    CUMULATIVE = "cumulative"


class Basis(StrEnum):
    """How the text gives a value."""

    STATED = "stated"
    """A number is there."""
    NIL = "nil"
    """Zero by words (未收到)."""
    ALL = "all"
    """Equal to its total by words (均, 全部)."""


class Source(StrEnum):
    """The part of the report that gives a value."""

    PROSE = "prose"
    TABLE = "table"


class Status(StrEnum):
    """The verdict of a check."""

    PASS = "pass"
    FAIL = "fail"
    NOT_APPLICABLE = "not_applicable"
    """An operand is missing."""
    UNSURE = "unsure"
    """The figures differ, but may be meant for different scopes or were read with doubt."""


@dataclass(frozen=True, slots=True)
class Entity:
    """A tagged span."""

    label: str
    """What the span is, such as REQUEST_COUNT."""
    start: int
    """Offset of its first code point."""
    end: int
    """Offset behind its last code point."""
    text: str
    """Its words, as they stand in the text."""
    confidence: float
    """The chance that label and both ends are right, 0 to 1."""


@dataclass(frozen=True, slots=True)
class FigureEntity(Entity):
    """A tagged figure."""

    hints: tuple[tuple[str, float], ...] = ()
    """The fields that the encoder reads out of its company, with their chances, likeliest first."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One figure, name or date of the report, with its place in the text."""

    field: str
    """The field of the record that it states."""
    kind: Kind
    """What sort of value it is."""
    value: int | float | str | None
    """The figure as a number (1392万 is 13920000), a name, a year as a number or a date as YYYY-MM-DD; null only where words make it equal
    to its total (均) and no total is stated."""
    unit: str | None
    """What is counted or measured (件, 人次, %, 元); null where the text does not say."""
    name: str | None
    """The report's own words for what the figure is of; null where it has none."""
    text: str
    """What the report prints: the figure, or the words that stand for one."""
    start: int
    """Offset of the first code point of `text`."""
    end: int
    """Offset behind the last code point of `text`."""
    time: Time
    """The period that it belongs to."""
    basis: Basis
    """How it is given: `stated` by a number, `nil` by words for zero (未收到), `all` by words that make it equal to its total (均)."""
    approximate: bool
    """Whether the text says that it is not exact (余, 多, 近, 约, 超)."""
    confidence: float
    """The chance that the fact is right, 0 to 1, calibrated on passages that the model was not trained on."""
    source: Source
    """The part of the report that states it."""
    evidence: tuple[Entity, ...]
    """The tagged spans that it was read from, where there are any."""
    needs_review: bool = False
    """Whether a person should look at it: its confidence is below the threshold, or its table may be one of an earlier year."""


@dataclass(frozen=True, slots=True)
class Operand:
    """A figure that a check used, with its place in the text."""

    field: str
    """A name of the contract, or `heading` of a heading."""
    kind: Kind
    """What sort of value it is."""
    value: int | float
    """The figure; of a heading its number."""
    text: str | None
    """What the report prints; null where the figure was entered by hand."""
    start: int | None
    """Offset of the first code point of `text`; null where that is."""
    end: int | None
    """Offset behind the last code point of `text`; null where that is."""


class Cause(StrEnum):
    """Who would be at fault if a hypothesis held."""

    MISREAD = "misread"
    """A cell was read otherwise than it was meant."""
    REPORT = "report"
    """The report itself is wrong."""


@dataclass(frozen=True, slots=True)
class Change:
    """A figure as it was found and as it would have to be, with its place in the text."""

    field: str
    """The field of a cell, `year`, or `heading`."""
    found: int | None
    """What was read; null for a blank cell."""
    proposed: int
    """What it would have to be."""
    start: int | None
    """Offset of the first code point of what was read; null where its place is not known."""
    end: int | None
    """Offset behind the last code point of what was read; null where its place is not known."""


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """What would explain a failed check."""

    cause: Cause
    """Who would be at fault: `misread` where the report was not read as it was meant, `report` where the report itself is wrong."""
    changes: tuple[Change, ...]
    """The changes under which the check holds; none where these cannot be told."""
    message: str
    """The same in a sentence, in Chinese."""
    message_en: str
    """The same in English."""


@dataclass(frozen=True, slots=True)
class Check:
    """The verdict on one identity (勾稽关系). Nothing read is ever changed to make it hold."""

    rule: str
    """The name of the identity, such as `sum.applicants`."""
    status: Status
    """The verdict: `pass`, `fail`, `unsure` where a difference may have other reasons than an error, `not_applicable` where a figure
    is missing."""
    expected: float | None
    """What the other figures demand; null where it cannot be known."""
    found: float | None
    """What the report states; null where it cannot be known."""
    difference: float | None
    """`found` − `expected`; null where one of them is."""
    message: str
    """The verdict in a sentence with its figures, in Chinese."""
    message_en: str
    """The same in English."""
    fields: tuple[str, ...]
    """The fields that the check is about, those that the report does not state too."""
    operands: tuple[Operand, ...] = field(default=())
    """The figures that were used."""
    hypotheses: tuple[Hypothesis, ...] = field(default=())
    """What may explain a failure, the likeliest first, or that a figure of an identity which holds was put together from two."""
