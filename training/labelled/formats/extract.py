"""The answer of `/v1/extract` together with its text, one a line: a corrected answer can be sent back as it is.

Members that follow from the text and the facts (record, segments, checks, hashes) are passed over; `source`, `annotator`, `time` and
`status` may be added. Written are the id, the text, entities, facts and these four.
"""

from collections.abc import Iterator
from typing import Any

from pydantic import AwareDatetime, BaseModel

from training.labelled.faults import Place
from training.labelled.formats.shapes import Name, first_keys, read_shapes
from training.labelled.intake import Outcome, RawFact, RawSpan, Taken, take
from training.labelled.repair import Stretch
from training.labelled.report import LabelledEntity, LabelledFact, LabelledReport, Status


class QuotedEntity(LabelledEntity):
    """A span with its words."""

    text: str | None = None

    def raw(self, place: Place) -> RawSpan:
        """The span as it was written at the place."""
        return RawSpan(self.label, Stretch(self.start, self.end, self.text, place), self.confidence)


class QuotedFact(LabelledFact):
    """A fact with its words."""

    text: str | None = None
    evidence: tuple[QuotedEntity, ...] = ()

    def raw(self, place: Place) -> RawFact:
        """The fact as it was written at the place."""
        evidence = tuple(one.raw(place.at("evidence", number)) for number, one in enumerate(self.evidence))
        fact = LabelledFact.model_validate(self.model_dump(exclude={"text", "evidence"}))
        return RawFact(fact, Stretch(self.start, self.end, self.text, place), evidence)


class LabelledExtraction(BaseModel):
    """A labelled report in the terms of an answer of `/v1/extract`."""

    text: str
    entities: tuple[QuotedEntity, ...]
    facts: tuple[QuotedFact, ...] | None = None
    id: str | None = None
    source: str | None = None
    annotator: str | None = None
    time: AwareDatetime | None = None
    status: Status = Status.LABELLED

    @classmethod
    def of_report(cls, report: LabelledReport) -> "LabelledExtraction":
        """The report with every span and fact quoted."""
        facts = None if report.facts is None else [_quoted(report.text, fact) for fact in report.facts]
        entities = [_quoted(report.text, entity) for entity in report.entities]
        kept = report.model_dump(include={"text", "source", "annotator", "time", "status"})
        return LabelledExtraction.model_validate({"id": report.id, **kept, "entities": entities, "facts": facts})


class _Sent(LabelledExtraction):
    # Only what comes in is looked at: what a store has kept is written as it is.
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
