"""The answer of `/v1/extract` together with its text, one a line: a corrected answer can be sent back as it is.

Members that follow from the text and the facts (record, segments, checks, hashes) are passed over; `source`, `annotator`, `time` and
`status` may be added. Written are the id, the text, entities, facts and these four.
"""

from collections.abc import Iterator
from typing import Any

from pydantic import AwareDatetime, BaseModel, ConfigDict, StrictBool

from model.record import Confidence, Number
from training.labelled.faults import Place
from training.labelled.formats.shapes import Name, first_keys, read_shapes
from training.labelled.intake import Outcome, RawFact, RawSpan, Taken, take
from training.labelled.repair import Stretch
from training.labelled.report import LabelledEntity, LabelledFact, LabelledReport, Status


class QuotedEntity(LabelledEntity):
    """A span with its words."""

    text: str | None = None
    """Its words, as they stand in the text."""

    def raw(self, place: Place) -> RawSpan:
        """The span as it was written at the place."""
        return RawSpan(self.label, Stretch(self.start, self.end, self.text, place), self.confidence)


class QuotedFact(LabelledFact):
    """A fact with its words."""

    text: str | None = None
    """What the report prints: the figure, or the words that stand for one."""
    evidence: tuple[QuotedEntity, ...] = ()
    """The labelled spans that it follows from."""

    def raw(self, place: Place) -> RawFact:
        """The fact as it was written at the place."""
        evidence = tuple(one.raw(place.at("evidence", number)) for number, one in enumerate(self.evidence))
        fact = LabelledFact.model_validate(self.model_dump(exclude={"text", "evidence"}))
        return RawFact(fact, Stretch(self.start, self.end, self.text, place), evidence)


class LabelledExtraction(BaseModel):
    """A labelled report in the terms of an answer of `/v1/extract`."""

    model_config = ConfigDict(use_attribute_docstrings=True)

    text: str
    """Its text, to which all offsets refer."""
    entities: tuple[QuotedEntity, ...]
    """Its labelled spans, in the order of the text."""
    facts: tuple[QuotedFact, ...] | None = None
    """What it states; null where the labels say nothing of facts."""
    id: str | None = None
    """The SHA-256 of its text where it comes out of the store; else the caller's name for it, taken for `source` where that is missing."""
    source: str | None = None
    """The caller's name for it: a file, an address, the number of a task."""
    annotator: str | None = None
    """Who labelled it; of predicted labels the model's release."""
    time: AwareDatetime | None = None
    """When it was labelled, where that is known."""
    status: Status = Status.LABELLED
    """Who stands behind the labels: a model alone (`predicted`), a person (`labelled`), or one more who checked them (`reviewed`)."""

    @classmethod
    def of_report(cls, report: LabelledReport) -> "LabelledExtraction":
        """The report with every span and fact quoted."""
        facts = None if report.facts is None else [_quoted(report.text, fact) for fact in report.facts]
        entities = [_quoted(report.text, entity) for entity in report.entities]
        kept = report.model_dump(include={"text", "source", "annotator", "time", "status"})
        return LabelledExtraction.model_validate({"id": report.id, **kept, "entities": entities, "facts": facts})


# Only what comes in is looked at: what a store has kept is written as it is.
class _SentEntity(QuotedEntity):
    confidence: Confidence | None = None


class _SentFact(QuotedFact):
    value: Number | str | None = None
    approximate: StrictBool = False
    evidence: tuple[_SentEntity, ...] = ()


class _Sent(LabelledExtraction):
    entities: tuple[_SentEntity, ...]
    facts: tuple[_SentFact, ...] | None = None
    id: Name | None = None
    source: Name | None = None
    annotator: Name | None = None


def looks_like(text: str) -> bool:
    """Whether the first value of a file is such an answer."""
    return {"text", "entities"} <= first_keys(text)


def read(text: str) -> Iterator[Outcome]:
    """What becomes of each answer of a file."""
    return read_shapes(text, _Sent, _take)


def write(report: LabelledReport) -> str:
    """The report as a line."""
    return LabelledExtraction.of_report(report).model_dump_json() + "\n"


def _quoted(text: str, part: LabelledEntity | LabelledFact) -> dict[str, Any]:
    """The part with the words that it is about."""
    quoted = part.model_dump() | {"text": text[part.start : part.end]}
    if isinstance(part, LabelledFact):
        quoted["evidence"] = [_quoted(text, one) for one in part.evidence]
    return quoted


def _take(answer: LabelledExtraction, place: Place) -> Iterator[Taken]:
    report = LabelledReport(
        text=answer.text,
        entities=(),
        source=answer.source or answer.id,
        annotator=answer.annotator,
        time=answer.time,
        status=answer.status,
    )
    spans = [one.raw(place.at("entities", number)) for number, one in enumerate(answer.entities)]
    facts = None if answer.facts is None else [one.raw(place.at("facts", number)) for number, one in enumerate(answer.facts)]
    yield take(report, place, spans, facts)
