"""Labelled reports as a request brings them: read in any format, every fault a field error; and how the OpenAPI document shows them."""

from typing import Any, Literal

from model.interchange import NotUtf8Error
from model.paths import field_name, pointer
from service.examples import LABELLED, LABELLED_LINE
from service.faults import MOST, field_error, refusal
from service.problems import NOT_UTF8, UNKNOWN_FORMAT, FieldError, ProblemError
from training.labelled.faults import Fault, RejectedError
from training.labelled.formats import read
from training.labelled.intake import Taken

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
    "headers": {"Link": {"description": "The next page, where there may be one.", "schema": {"type": "string"}}},
    "content": {"application/jsonl": {"example": LABELLED_LINE}},
}
"""The answer in lines as the OpenAPI document shows it."""


def taken(content: bytes, name: str | None) -> list[Taken]:
    """The labelled reports of a body.

    Args:
        content: the body.
        name: its format, None to tell it from the content.

    Raises:
        ProblemError: 400 where it is not UTF-8, 415 where its format cannot be told, 422 where a report is at fault or there is none.
    """
    reports: list[Taken] = []
    rejected: list[FieldError] = []
    try:
        for outcome in read(content, name):
            if isinstance(outcome, Taken):
                reports.append(outcome)
                continue
            rejected += map(_field_error, outcome.faults)
            if len(rejected) >= MOST:
                break
    except NotUtf8Error as error:
        faults = [FieldError(field="body", message=error.message, location=error.location)]
        raise ProblemError(NOT_UTF8, f"the body is {error.message}", faults) from error
    except RejectedError as error:
        raise ProblemError(UNKNOWN_FORMAT, f"body: {error.faults[0].message}", [_field_error(error.faults[0])]) from error
    if rejected:
        raise refusal(rejected)
    if not reports:
        raise refusal([field_error((), "holds no labelled report")])
    return reports


def _field_error(fault: Fault) -> FieldError:
    path = fault.place.whole_path
    line = f"line {fault.place.line}"
    where = line if fault.offset is None else f"{line}, offset {fault.offset}"
    return FieldError(field=field_name(path) or "body", message=f"{where}: {fault.message}", location=f"{line} {pointer(path)}".rstrip())
