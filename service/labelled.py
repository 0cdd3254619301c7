"""Labelled reports as a request brings them: read in any format, every fault a field error; and how the OpenAPI document shows them."""

from typing import Any, Literal

from model.interchange import NotUtf8Error
from model.paths import field_name, pointer
from service.examples import LABELLED, LABELLED_LINE
from service.faults import MOST, field_error, refusal
from service.problems import NOT_UTF8, TEXT_TOO_LONG, TOO_MANY_DOCUMENTS, UNKNOWN_FORMAT, FieldError, Kind, ProblemError
from training.labelled.faults import Fault, RejectedError
from training.labelled.formats import read
from training.labelled.intake import Taken

MOST_REPORTS = 1000
"""In a body or on a page. What is read of a body takes a hundred times its memory, where its reports are small."""

LabelledFormat = Literal["extract", "label-studio", "doccano", "doccano-relations", "conll", "markup"]

BODY: dict[str, Any] = {
    "required": True,
    "description": "One labelled report or many: answers of /v1/extract with their text, tasks of Label Studio, doccano's JSON Lines, "
    "CoNLL with a character and its BIO tag a line, or passages in the mark-up of the corpus; in UTF-8, whatever type is declared.",
    "content": {
        "application/json": {"schema": {"anyOf": [{"type": "object"}, {"type": "array"}]}, "example": [LABELLED]},
        "application/jsonl": {
            "schema": {"type": "string"},
            "example": '{"text": "共收到申请3件。", "label": [[1, 3, "REQUEST_EVENT"], [5, 6, "REQUEST_COUNT"], [6, 7, "UNIT"]]}\n',
        },
        "text/plain": {
            "schema": {"type": "string"},
            "example": "收\tB-REQUEST_EVENT\n到\tI-REQUEST_EVENT\n3\tB-REQUEST_COUNT\n",
        },
    },
}
"""The body as the OpenAPI document shows it."""

LINES: dict[str, Any] = {
    "description": "The reports, one a line",
    "headers": {"Link": {"description": "The next page, where this one is not empty.", "schema": {"type": "string"}}},
    "content": {"application/jsonl": {"example": LABELLED_LINE}},
}
"""The answer in lines as the OpenAPI document shows it."""


def taken(content: bytes, name: str | None, most_characters: int) -> list[Taken]:
    """The labelled reports of a body.

    Args:
        content: the body.
        name: its format, None to tell it from the content.
        most_characters: the length of the longest text that is taken.

    Raises:
        ProblemError: 400 where it is not UTF-8, 413 where it holds too many reports or too long a text, 415 where its format cannot be
            told, 422 where a report is at fault or there is none.
    """
    reports: list[Taken] = []
    rejected: list[FieldError] = []
    try:
        for outcome in read(content, name):
            if isinstance(outcome, Taken):
                reports.append(_bounded(outcome, len(reports), most_characters))
                continue
            rejected += map(_field_error, outcome.faults)
            if len(rejected) >= MOST:
                break
    except NotUtf8Error as error:
        faults = [FieldError(field="body", message=error.message, location=error.location)]
        raise ProblemError(NOT_UTF8, f"the body is {error.message}", faults) from error
    except RejectedError as error:
        raise _refused(UNKNOWN_FORMAT, error.faults[0]) from error
    if rejected:
        raise refusal(rejected)
    if not reports:
        raise refusal([field_error((), "holds no labelled report")])
    return reports


def _bounded(report: Taken, before: int, most_characters: int) -> Taken:
    """The report, where it is not too long and no more than `MOST_REPORTS` with those before it; ProblemError (413) otherwise."""
    if before == MOST_REPORTS:
        raise _refused(TOO_MANY_DOCUMENTS, Fault(report.place, f"the body holds more than {MOST_REPORTS} labelled reports"))
    if (length := len(report.report.text)) > most_characters:
        raise _refused(TEXT_TOO_LONG, Fault(report.place, f"the text has {length} characters; at most {most_characters} are read"))
    return report


def _refused(kind: Kind, fault: Fault) -> ProblemError:
    error = _field_error(fault)
    return ProblemError(kind, f"{error.field}: {error.message}", [error])


def _field_error(fault: Fault) -> FieldError:
    path = fault.place.whole_path
    line = f"line {fault.place.line}"
    where = line if fault.offset is None else f"{line}, offset {fault.offset}"
    return FieldError(field=field_name(path) or "body", message=f"{where}: {fault.message}", location=f"{line} {pointer(path)}".rstrip())
