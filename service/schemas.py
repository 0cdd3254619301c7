"""What the routes take and answer."""

from typing import Annotated, Any, Literal, Self

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, PlainSerializer, SkipValidation

from model.facts import Check, Entity, Fact
from model.pipeline import Reading
from model.record import Record
from model.segments import Segment
from service.examples import SAMPLE_RECORD, SAMPLE_TEXT
from service.problems import Problem
from service.text import DocumentId, Text
from training.labelled.formats.extract import LabelledExtraction
from training.labelled.store import Stored, StoredReport


class Taken(BaseModel):
    """Base of what is taken: a key that is not known is an error, so that a slip is never lost."""

    model_config = ConfigDict(extra="forbid")


class TextRequest(Taken):
    """A report's text."""

    text: Text = Field(examples=[SAMPLE_TEXT])


class Document(Taken):
    """A report's text under the caller's name."""

    id: DocumentId = Field(examples=["dongguan-2019"])
    text: Text = Field(examples=[SAMPLE_TEXT])


class BatchRequest(Taken):
    """Several reports; each is validated on its own, so that a bad one spoils no other."""

    documents: list[SkipValidation[Document]]


class CheckRequest(Taken):
    """A record, as read or as corrected by hand; it is validated where it is checked, off the event loop."""

    record: SkipValidation[Record] = Field(examples=[SAMPLE_RECORD])


# A lambda, because a return type would take the record's own schema from the OpenAPI document.
_Sparse = PlainSerializer(lambda record: record.model_dump(mode="json", exclude_none=True, exclude_defaults=True))


class Extraction(BaseModel):
    """A report, read. Offsets are code points of the text as it was sent, end exclusive; in `record` what is not known is absent."""

    record: Annotated[Record, _Sparse]
    facts: tuple[Fact, ...]
    entities: tuple[Entity, ...]
    segments: tuple[Segment, ...]
    checks: tuple[Check, ...]
    text_sha256: str
    model: str

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


class Named(BaseModel):
    """An answer under the caller's name for the document."""

    id: str


class DocumentExtraction(Extraction, Named):
    """A report of several, read."""


class FileExtraction(Extraction):
    """A report's file, read; `text` is the text that was read from it, to which all offsets refer."""

    text: str


class NamedFileExtraction(FileExtraction, Named):
    """A report's file of several, read."""


class FailedDocument(BaseModel):
    """A report of several that could not be read; `id` is null where it has none that could be one."""

    id: str | None
    error: Problem


class BatchAnswer(BaseModel):
    """The reports in the order in which they were sent."""

    documents: list[DocumentExtraction | FailedDocument]


class TagAnswer(BaseModel):
    """The spans of a text."""

    entities: tuple[Entity, ...]


class CheckAnswer(BaseModel):
    """The verdicts on a record."""

    checks: tuple[Check, ...]


class StoredAnswer(Stored):
    """What became of a labelled report; `repaired` says how its offsets had been counted, where that was not in code points."""

    repaired: str | None


class LabelledAnswer(BaseModel):
    """What became of the labelled reports, in the order in which they were sent."""

    stored: tuple[StoredAnswer, ...]


class LabelledLine(LabelledExtraction):
    """A labelled report as it is kept; its `id` is the SHA-256 of its text."""

    id: str
    version: int
    stored: AwareDatetime
    cursor: int

    @classmethod
    def of(cls, report: StoredReport) -> Self:
        """The line of a stored report."""
        kept = {"id": report.report_id, "version": report.version, "stored": report.stored, "cursor": report.cursor}
        return cls.model_construct(**dict(LabelledExtraction.of_report(report)) | kept)


class ModelAnswer(BaseModel):
    """The released model that reads."""

    name: str
    precision: str = Field(examples=["int8"])
    """int8, or fp32 where the int8 export reads wrongly on this processor."""
    manifest: dict[str, Any]


class HealthAnswer(BaseModel):
    """That the service is up."""

    status: Literal["ok"]


class ReadyAnswer(BaseModel):
    """That the service can read, and with which model."""

    status: Literal["ready"]
    model: str
    precision: str = Field(examples=["int8"])
