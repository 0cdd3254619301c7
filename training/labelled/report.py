"""A labelled report: a text with its spans and, where they were given, the facts that it states.

Offsets are code points of `text`, end exclusive. The keys are those of the answer of `/v1/extract`.
"""

import hashlib
from enum import StrEnum
from typing import Annotated

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, Strict

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

    model_config = ConfigDict(frozen=True)


class LabelledEntity(Part):
    """A labelled span; `confidence` is given where a model proposed it."""

    label: str
    start: Offset
    end: Offset
    confidence: float | None = None


class LabelledFact(Part):
    """One figure, name or date that the report states; `value` is None where it was left to be read from the text."""

    field: str
    kind: Kind
    value: int | float | str | None = None
    unit: str | None = None
    name: str | None = None
    start: Offset
    end: Offset
    time: Time = Time.CURRENT
    basis: Basis = Basis.STATED
    approximate: bool = False
    source: Source = Source.PROSE
    evidence: tuple[LabelledEntity, ...] = ()


class LabelledReport(Part):
    """A report with its labels."""

    text: str
    entities: tuple[LabelledEntity, ...] = Field(description="In the order of the text; they do not overlap.")
    facts: Annotated[tuple[LabelledFact, ...] | None, Field(description="Null where the labels say nothing of facts.")] = None
    source: Annotated[str | None, Field(description="The caller's name for the report: a file, an address, the number of a task.")] = None
    annotator: Annotated[str | None, Field(description="Who labelled it; of predicted labels the model's release.")] = None
    time: Annotated[AwareDatetime | None, Field(description="When it was labelled, where that is known.")] = None
    status: Status = Status.LABELLED

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
