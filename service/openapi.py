"""What the OpenAPI document says beyond what FastAPI finds out: the problems of each route, and examples."""

from collections.abc import Mapping
from itertools import groupby
from operator import attrgetter
from typing import Any

from model.documents.document import DocumentError, Reason
from service.examples import ANSWERS
from service.faults import field_error
from service.problems import (
    BODY_TOO_LARGE,
    BODY_TOO_SLOW,
    INTERNAL,
    INVALID,
    MALFORMED,
    MALFORMED_FORM,
    MEDIA_TYPE,
    NOT_JSON_TYPE,
    NOT_MULTIPART,
    NOT_READY,
    NOT_UTF8,
    STORE_UNUSABLE,
    TEXT_TOO_LONG,
    TOO_MANY_DOCUMENTS,
    TOO_MANY_REQUESTS,
    TOOK_TOO_LONG,
    UNKNOWN_FORMAT,
    FieldError,
    Kind,
    ProblemError,
)
from service.refusals import KINDS, refused
from service.upload import FIELD

Responses = dict[int | str, dict[str, Any]]

_BODY = FieldError(field="body", message="not JSON: Expecting value", location="line 1 column 10")
_TEXT = field_error(("text",), "is empty or holds only white space")
_LONG = field_error(("text",), "has 240000 characters; at most 200000 are read")
_UTF8 = FieldError(field="body", message="not UTF-8: invalid start byte at byte 10", location="byte 10")

_FORM = FieldError(field="body", message="Missing boundary in multipart.", location="")

_REFUSALS = {
    Reason.UNSUPPORTED: "The file is an RTF document, not a document that can be read.",
    Reason.ENCRYPTED: "The PDF is encrypted and cannot be opened without its password.",
    Reason.BROKEN: "The file is damaged or no PDF.",
    Reason.SCANNED: "The PDF holds pictures of pages without a text; it needs character recognition (OCR) first.",
    Reason.TOO_LARGE: "The PDF has 812 pages; no more than 500 are read.",
    Reason.TOO_DEEP: "The page nests its elements too deeply.",
    Reason.EMPTY: "The file holds no text.",
    Reason.SLOW: "The file was not read within 20 seconds.",
}

_EXAMPLES = {
    MALFORMED: ProblemError(MALFORMED, "the body is not JSON: Expecting value at line 1 column 10", [_BODY]),
    NOT_UTF8: ProblemError(NOT_UTF8, "the body is not UTF-8: invalid start byte at byte 10", [_UTF8]),
    MALFORMED_FORM: ProblemError(MALFORMED_FORM, f"the form cannot be read: {_FORM.message}", [_FORM]),
    BODY_TOO_LARGE: ProblemError(BODY_TOO_LARGE, "the body may have at most 16777216 bytes"),
    TEXT_TOO_LONG: ProblemError(TEXT_TOO_LONG, f"text: {_LONG.message}", [_LONG]),
    TOO_MANY_DOCUMENTS: ProblemError(TOO_MANY_DOCUMENTS, "the batch has 120 documents; at most 100 are read"),
    NOT_JSON_TYPE: ProblemError(NOT_JSON_TYPE, "send JSON, with the header content-type: application/json"),
    NOT_MULTIPART: ProblemError(NOT_MULTIPART, "send a form, with the header content-type: multipart/form-data and the field file"),
    INVALID: ProblemError(INVALID, f"text: {_TEXT.message}", [_TEXT]),
    BODY_TOO_SLOW: ProblemError(BODY_TOO_SLOW, "the body was not sent within 30 seconds"),
    TOO_MANY_REQUESTS: ProblemError(
        TOO_MANY_REQUESTS, "16 requests are being worked on, which is as many as are taken; try again in a moment"
    ),
    TOOK_TOO_LONG: ProblemError(TOOK_TOO_LONG, "the request was not answered within 120 seconds; send less at a time"),
    INTERNAL: ProblemError(INTERNAL, "the service failed to answer; the request may be tried again"),
    NOT_READY: ProblemError(NOT_READY, "the model is being loaded"),
    **{KINDS[reason]: refused(DocumentError(reason, message)) for reason, message in _REFUSALS.items()},
}

TAKES_JSON = (MALFORMED, NOT_UTF8, BODY_TOO_SLOW, BODY_TOO_LARGE, NOT_JSON_TYPE, INVALID, TOO_MANY_REQUESTS, INTERNAL)
"""The problems of every route that takes JSON."""

TAKES_FILE = (
    MALFORMED_FORM,
    BODY_TOO_SLOW,
    BODY_TOO_LARGE,
    NOT_MULTIPART,
    INVALID,
    TOO_MANY_REQUESTS,
    INTERNAL,
    *KINDS.values(),
)
"""The problems of every route that takes a file."""

TAKES_LABELLED = (NOT_UTF8, BODY_TOO_SLOW, BODY_TOO_LARGE, UNKNOWN_FORMAT, INVALID, TOO_MANY_REQUESTS, INTERNAL, STORE_UNUSABLE)
"""The problems of the route that takes labelled reports."""

_NO_FILE = field_error((FIELD,), "Field required: the form has no whole part of this name")
_LONG_FILE = field_error((FIELD,), _LONG.message)

OF_FILES = _EXAMPLES | {
    INVALID: ProblemError(INVALID, f"{FIELD}: {_NO_FILE.message}", [_NO_FILE]),
    TEXT_TOO_LONG: ProblemError(TEXT_TOO_LONG, f"{FIELD}: {_LONG.message}", [_LONG_FILE]),
}
"""The examples where a file is taken."""


_SPAN = FieldError(
    field="label[0]", message="line 3, offset 12: the span '33' cuts the number in '收到申请3392件' in half", location="line 3 /label/0"
)
_NO_FORMAT = FieldError(
    field="body",
    message="line 1: the format cannot be told; those that are read are extract, label-studio, doccano, doccano-relations, conll, markup",
    location="line 1",
)

OF_LABELLED = _EXAMPLES | {
    INVALID: ProblemError(INVALID, f"{_SPAN.field}: {_SPAN.message}", [_SPAN]),
    UNKNOWN_FORMAT: ProblemError(UNKNOWN_FORMAT, f"body: {_NO_FORMAT.message}", [_NO_FORMAT]),
    STORE_UNUSABLE: ProblemError(STORE_UNUSABLE, "the store cannot be used and nothing was kept; the log says why"),
}
"""The examples where labelled reports are taken or given."""


def problems(path: str, *kinds: Kind, examples: Mapping[Kind, ProblemError] = _EXAMPLES) -> Responses:
    """The `responses` of the route at the path that may end in problems of these kinds, with an example of each."""
    ordered = sorted(kinds, key=attrgetter("status"))
    return {
        int(status): _response(path, {kind: examples[kind] for kind in same}) for status, same in groupby(ordered, key=attrgetter("status"))
    }


def with_answers(document: dict[str, Any]) -> dict[str, Any]:
    """The OpenAPI document with an example of what each route answers; FastAPI itself would drop the nulls of the examples."""
    for path, example in ANSWERS.items():
        document["paths"][path]["post"]["responses"]["200"]["content"]["application/json"]["example"] = example
    return document


def _response(path: str, examples: Mapping[Kind, ProblemError]) -> dict[str, Any]:
    shown = {kind.slug: {"summary": kind.title, "value": error.problem(path).model_dump()} for kind, error in examples.items()}
    content = {"schema": {"$ref": "#/components/schemas/Problem"}, "examples": shown}
    return {"description": "; ".join(kind.title for kind in examples), "content": {MEDIA_TYPE: content}}
