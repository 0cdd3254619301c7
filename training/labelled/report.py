"""A labelled report: a text with its spans and, where they were given, the facts that it states.

Offsets are code points of `text`, end exclusive. The keys are those of the answer of `/v1/extract`.
"""

import hashlib
from enum import StrEnum
from typing import Annotated

from pydantic import AwareDatetime, BaseModel, ConfigDict, Strict

from model.facts import Basis, Kind, Source, Time

Offset = Annotated[int, Strict()]
"""An offset; "3" and 3.0 are none."""


class Status(StrEnum):
    """Who stands behind the labels."""

    PREDICTED = "predicted"
    """A model alone; nothing is trained on them."""
    LABELLED = "labelled"
    """A person."""
    REVIEWED = "reviewed"
    """A person, and another one who checked them."""


class Part(BaseModel):
    """Base of the parts of a labelled report."""

    model_config = ConfigDict(frozen=True, use_attribute_docstrings=True)


class LabelledEntity(Part):
    """A labelled span."""

    label: str
    """What the span is, such as REQUEST_COUNT."""
    start: Offset
    """Offset of its first code point."""
    end: Offset
    """Offset behind its last code point."""
    confidence: float | None = None
    """The chance that it is right, 0 to 1, where a model proposed it."""


class LabelledFact(Part):
    """One figure, name or date that the report states."""

    field: str
    """The field of the record that it states."""
    kind: Kind
    """What sort of value it is."""
    value: int | float | str | None = None
    """The figure as a number, a name, a year as a number, or a date as YYYY-MM-DD; null where it was left to be read from the text."""
    unit: str | None = None
    """What is counted or measured (件, 人次, %, 元); null where the text does not say."""
    name: str | None = None
    """The report's own words for what the figure is of."""
    start: Offset
    """Offset of the first code point of the figure, or of the words that stand for one."""
    end: Offset
    """Offset behind the last code point of these."""
    time: Time = Time.CURRENT
    """The period that it belongs to."""
    basis: Basis = Basis.STATED
    """How it is given: `stated` by a number, `nil` by words for zero (未收到), `all` by words that make it equal to its total (均)."""
    approximate: bool = False
    """Whether the text says that it is not exact (余, 多, 近, 约, 超)."""
    source: Source = Source.PROSE
    """The part of the report that states it."""
    evidence: tuple[LabelledEntity, ...] = ()
    """The labelled spans that it follows from."""


class LabelledReport(Part):
    """A report with its labels."""

    text: str
    """Its text, to which all offsets refer."""
    entities: tuple[LabelledEntity, ...]
    """In the order of the text; they do not overlap."""
    facts: tuple[LabelledFact, ...] | None = None
    """Null where the labels say nothing of facts."""
    source: str | None = None
    """The caller's name for the report: a file, an address, the number of a task."""
    annotator: str | None = None
    """Who labelled it; of predicted labels the model's release."""
    time: AwareDatetime | None = None
    """When it was labelled, where that is known."""
    status: Status = Status.LABELLED
    """Who stands behind the labels."""

    @property
    def id(self) -> str:
        """The SHA-256 of the text: a report labelled twice is one report."""
        return hashlib.sha256(self.text.encode()).hexdigest()

    @property
    def certainty(self) -> float:
        """Of a prediction the mean confidence of its spans; 0 where it has none, since a report without any was hardly read well."""
        known = [entity.confidence for entity in self.entities if entity.confidence is not None]
        return round(sum(known) / len(known), 4) if known else 0.0

    @property
    def content_hash(self) -> str:
        """The SHA-256 of the labels and of who stands behind them: what makes one version differ from another."""
        content = self.model_dump_json(include={"entities", "facts", "annotator", "status"})
        return hashlib.sha256(content.encode()).hexdigest()
