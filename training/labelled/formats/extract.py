"""The answer of `/v1/extract` together with its text, one a line: a corrected answer can be sent back as it is.

Members that follow from the text and the facts (record, segments, checks, hashes) are passed over; `source`, `annotator`, `time` and
`status` may be added. Written are the id, the text, entities, facts and these four.
"""

from collections.abc import Iterator
from typing import Any

from pydantic import AwareDatetime, BaseModel
from pydantic_core import to_json

from training.labelled.faults import Place
from training.labelled.formats.shapes import Offset, first_keys, read_shapes
from training.labelled.intake import Outcome, RawFact, RawSpan, Taken, take
from training.labelled.repair import Stretch
from training.labelled.report import LabelledEntity, LabelledFact, LabelledReport, Status


class _Entity(BaseModel):
    label: str
    start: Offset
    end: Offset
    text: str | None = None
    confidence: float | None = None

    def span(self, place: Place) -> RawSpan:
        return RawSpan(self.label, Stretch(self.start, self.end, self.text, place), self.confidence)


class _Fact(LabelledFact):
    start: Offset
    end: Offset
    text: str | None = None
    evidence: tuple[_Entity, ...] = ()  # type: ignore[assignment]

    def fact(self, place: Place) -> RawFact:
        evidence = tuple(one.span(place.at("evidence", number)) for number, one in enumerate(self.evidence))
        plain = LabelledFact.model_validate(self.model_dump(exclude={"text", "evidence"}))
        return RawFact(plain, Stretch(self.start, self.end, self.text, place), evidence)


class _Answer(BaseModel):
    text: str
    entities: tuple[_Entity, ...]
    facts: tuple[_Fact, ...] | None = None
    id: str | None = None
    source: str | None = None
    annotator: str | None = None
    time: AwareDatetime | None = None
    status: Status = Status.LABELLED


def looks_like(text: str) -> bool:
    """Whether the first value of a file is such an answer."""
    return {"text", "entities"} <= first_keys(text)


def read(text: str) -> Iterator[Outcome]:
    """What becomes of each answer of a file."""
    return read_shapes(text, _Answer, _take)


def write(report: LabelledReport) -> str:
    """The report as a line."""
    return to_json({"id": report.id, **answer(report)}).decode() + "\n"


def answer(report: LabelledReport) -> dict[str, Any]:
    """The report in the terms of an answer of `/v1/extract`."""
    facts = None if report.facts is None else [_quoted(report, fact) for fact in report.facts]
    kept = report.model_dump(mode="json", include={"text", "source", "annotator", "time", "status"})
    return kept | {"entities": [_quoted(report, entity) for entity in report.entities], "facts": facts}


def _quoted(report: LabelledReport, part: LabelledEntity | LabelledFact) -> dict[str, Any]:
    """The part with the words that it is about."""
    quoted = part.model_dump(mode="json") | {"text": report.text[part.start : part.end]}
    if isinstance(part, LabelledFact):
        quoted["evidence"] = [_quoted(report, one) for one in part.evidence]
    return quoted


def _take(answer: _Answer, place: Place) -> Iterator[Taken]:
    report = LabelledReport(
        text=answer.text,
        entities=(),
        source=answer.source or answer.id,
        annotator=answer.annotator,
        time=answer.time,
        status=answer.status,
    )
    spans = [one.span(place.at("entities", number)) for number, one in enumerate(answer.entities)]
    facts = None if answer.facts is None else [one.fact(place.at("facts", number)) for number, one in enumerate(answer.facts)]
    yield take(report, place, spans, facts)
