"""The small values that flow between the stages: spans, entities, facts and checks.

Offsets are code points of the text as it was sent, end exclusive: `text[start:end]` is the quoted text, always.
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
    """A tagged span; `confidence` is the chance that label and both ends are right, 0 to 1."""

    label: str
    start: int
    end: int
    text: str
    confidence: float


@dataclass(frozen=True, slots=True)
class FigureEntity(Entity):
    """A tagged figure; `hints` are the fields that the encoder reads out of its company, with their chances, likeliest first."""

    hints: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """One figure, name or date of the report, with its place in the text.

    `value` is None only where a fact names its total by words (均) and no total is stated. `confidence` is the chance that the
    fact is right, as calibrated on passages that the model was not trained on; `needs_review` is set where it is below the
    release's threshold.
    """

    field: str
    kind: Kind
    value: int | float | str | None
    unit: str | None
    name: str | None
    text: str
    start: int
    end: int
    time: Time
    basis: Basis
    approximate: bool
    confidence: float
    source: Source
    evidence: tuple[Entity, ...]
    needs_review: bool = False


@dataclass(frozen=True, slots=True)
class Operand:
    """A figure that a check used, with its place in the text (None where it was entered by hand).

    `field` is a name of the contract, or `heading` of a heading, whose `value` is its number.
    """

    field: str
    kind: Kind
    value: int | float
    text: str | None
    start: int | None
    end: int | None


class Cause(StrEnum):
    """Who would be at fault if a hypothesis held."""

    MISREAD = "misread"
    """A cell was read otherwise than it was meant."""
    REPORT = "report"
    """The report itself is wrong."""


@dataclass(frozen=True, slots=True)
class Change:
    """A cell as it was found (None for a blank) and as it would have to be, with its place in the text."""

    field: str
    found: int | None
    proposed: int
    start: int | None
    end: int | None


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """What would explain a failed check: the changes under which it holds. `message` is Chinese, `message_en` English."""

    cause: Cause
    changes: tuple[Change, ...]
    message: str
    message_en: str


@dataclass(frozen=True, slots=True)
class Check:
    """The verdict on one identity (勾稽关系). Nothing read is ever changed to make it hold.

    `expected` is what the other figures demand, `found` what the report states, `difference` is found − expected;
    each is None where it cannot be known. `message` is Chinese, `message_en` the same in English. `hypotheses` are what may
    explain a failure, the likeliest first, or that a figure of an identity which holds was put together from two.
    """

    rule: str
    status: Status
    expected: float | None
    found: float | None
    difference: float | None
    message: str
    message_en: str
    fields: tuple[str, ...]
    operands: tuple[Operand, ...] = field(default=())
    hypotheses: tuple[Hypothesis, ...] = field(default=())
