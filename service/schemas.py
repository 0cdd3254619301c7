"""What the routes take and answer."""

from typing import Annotated, Any, Literal, Self

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, PlainSerializer, SkipValidation

from model.facts import Check, Entity, Fact
from model.pipeline import Reading
from model.record import Record
from model.segments import Segment
from service.problems import Problem
from service.text import DocumentId, Text
from training.labelled.formats.extract import LabelledExtraction
from training.labelled.store import Stored, StoredReport


class Taken(BaseModel):
    """Base of what is taken: a key that is not known is an error, so that a slip is never lost."""

    model_config = ConfigDict(extra="forbid", use_attribute_docstrings=True)


class Answer(BaseModel):
    """Base of what is answered."""

    model_config = ConfigDict(use_attribute_docstrings=True)


class TextRequest(Taken):
    """A report's text."""

    text: Text
    """The text of the report, tables that were flattened included."""


class Document(Taken):
    """A report's text under the caller's name."""

    id: DocumentId
    """The caller's name for the report, which no other of the request has."""
    text: Text
    """The text of the report, tables that were flattened included."""


class BatchRequest(Taken):
    """Several reports; each is validated on its own, so that a bad one spoils no other."""

    documents: list[SkipValidation[Document]]
    """The reports."""


class CheckRequest(Taken):
    """A record, as read or as corrected by hand; it is validated where it is checked, off the event loop."""

    record: SkipValidation[Record]
    """The record to check."""


Precision = Annotated[
    str, Field(examples=["int8"], description="int8, or fp32 where int8 cannot be run or reads wrongly on this processor.")
]

# A lambda, because a return type would take the record's own schema from the OpenAPI document.
_Sparse = PlainSerializer(lambda record: record.model_dump(mode="json", exclude_none=True, exclude_defaults=True))


class Extraction(Answer):
    """A report, read. Offsets are code points of the text as it was sent, end exclusive."""

    record: Annotated[Record, _Sparse]
    """The record of the report; what is not known is absent."""
    facts: tuple[Fact, ...]
    """Every figure, name and date that was read, in the order of the text."""
    entities: tuple[Entity, ...]
    """The tagged spans, in the order of the text."""
    segments: tuple[Segment, ...]
    """The parts of the text, in its order."""
    checks: tuple[Check, ...]
    """The verdicts on the identities that the figures must satisfy."""
    text_sha256: str
    """The SHA-256 of the text in UTF-8."""
    model: str
    """The name of the release that read it."""

    @classmethod
    def of(cls, reading: Reading, **more: str) -> Self:
        """The answer that a reading makes; `more` are the fields that a subclass adds."""
        return cls(
            record=reading.record,
            facts=reading.facts,
            entities=reading.entities,
            segments=reading.segments,
            checks=reading.checks,
            text_sha256=reading.text_sha256,
            model=reading.model,
            **more,
        )


class Named(Answer):
    """An answer under the caller's name for the document."""

    id: str
    """The caller's name for it."""


class DocumentExtraction(Extraction, Named):
    """A report of several, read."""


class FileExtraction(Extraction):
    """A report's file, read."""

    text: str
    """The text that was read from the file, to which all offsets refer."""


class NamedFileExtraction(FileExtraction, Named):
    """A report's file of several, read."""


class FailedDocument(Answer):
    """A report of several that could not be read."""

    id: str | None
    """The caller's name for it; null where it has none that could be one."""
    error: Problem
    """Why it could not be read."""


class BatchAnswer(Answer):
    """Several reports, read."""

    documents: list[DocumentExtraction | FailedDocument]
    """The reports in the order in which they were sent."""


class TagAnswer(Answer):
    """The spans of a text."""

    entities: tuple[Entity, ...]
    """The tagged spans, in the order of the text."""


class CheckAnswer(Answer):
    """The verdicts on a record."""

    checks: tuple[Check, ...]
    """The verdicts on the identities that its figures must satisfy."""


class StoredAnswer(Stored):
    """What became of a labelled report."""

    repaired: str | None
    """How its offsets had been counted, where that was not in code points of the text as it was sent (`UTF-16 units`)."""


class LabelledAnswer(Answer):
    """What became of several labelled reports."""

    stored: tuple[StoredAnswer, ...]
    """What became of each, in the order in which they were sent."""


class LabelledLine(LabelledExtraction):
    """A labelled report as it is kept."""

    id: str
    """The SHA-256 of its text."""
    version: int
    """The number of its version, from 1."""
    stored: AwareDatetime
    """When it was kept."""
    cursor: int
    """Its place in the order in which reports were kept: with `after` set to it those behind it are answered."""

    @classmethod
    def of(cls, report: StoredReport) -> Self:
        """The line of a stored report."""
        kept = {"id": report.report_id, "version": report.version, "stored": report.stored, "cursor": report.cursor}
        return cls.model_construct(**dict(LabelledExtraction.of_report(report)) | kept)


class ModelAnswer(Answer):
    """The released model that reads."""

    name: str
    """The name of the release."""
    precision: Precision
    manifest: dict[str, Any]
    """What the release says of itself: tags, data, settings, scores, and the SHA-256 of each of its files."""


class HealthAnswer(Answer):
    """That the service is up."""

    status: Literal["ok"]
    """Always `ok`."""


class ReadyAnswer(Answer):
    """That the service can read, and with which model."""

    status: Literal["ready"]
    """Always `ready`."""
    model: str
    """The name of the release that reads."""
    precision: Precision
