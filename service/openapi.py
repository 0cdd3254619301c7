"""What the OpenAPI document says beyond what FastAPI finds out: the problems of each route, and examples."""

from collections.abc import Mapping
from http import HTTPStatus
from itertools import groupby
from operator import attrgetter
from typing import Any

from model.documents.document import DocumentError, Reason
from service.examples import ANSWERS, REQUESTS
from service.faults import field_error, of_body
from service.problems import (
    BODY_TOO_LARGE,
    BODY_TOO_SLOW,
    ENCODED,
    HOST_REFUSED,
    INTERNAL,
    INVALID,
    KEY_REQUIRED,
    MALFORMED,
    MALFORMED_FORM,
    MEDIA_TYPE,
    NO_ROOM,
    NOT_ACCEPTABLE,
    NOT_JSON_TYPE,
    NOT_MULTIPART,
    NOT_READY,
    NOT_UTF8,
    ORIGIN_REFUSED,
    RATE_LIMITED,
    RELEASE_UNUSABLE,
    SCOPE_MISSING,
    STOPPING,
    STORE_UNUSABLE,
    TEXT_TOO_LONG,
    TOO_MANY_DOCUMENTS,
    TOO_MANY_REQUESTS,
    TOOK_TOO_LONG,
    UNKNOWN_FORMAT,
    FieldError,
    Kind,
    ProblemError,
    release_unusable,
    stopping,
)
from service.refusals import KINDS, refused
from service.upload import FIELD, no_room
from service.watch import HEADER

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
    BODY_TOO_LARGE: of_body(BODY_TOO_LARGE, "may have at most 16777216 bytes"),
    ENCODED: of_body(ENCODED, "is encoded as gzip; send it as it is"),
    TEXT_TOO_LONG: ProblemError(TEXT_TOO_LONG, f"text: {_LONG.message}", [_LONG]),
    TOO_MANY_DOCUMENTS: ProblemError(TOO_MANY_DOCUMENTS, "the batch has 120 documents; at most 100 are read"),
    NOT_JSON_TYPE: ProblemError(NOT_JSON_TYPE, "send JSON, with the header content-type: application/json"),
    NOT_MULTIPART: ProblemError(NOT_MULTIPART, "send a form, with the header content-type: multipart/form-data and the field file"),
    KEY_REQUIRED: ProblemError(KEY_REQUIRED, "send a key that is known, as the header authorization: Bearer KEY"),
    SCOPE_MISSING: ProblemError(SCOPE_MISSING, "this needs a key with the scope read"),
    ORIGIN_REFUSED: ProblemError(ORIGIN_REFUSED, "pages of https://office.example may not call a service that needs no keys"),
    HOST_REFUSED: ProblemError(HOST_REFUSED, "a service that needs no keys may not be called as pages.example"),
    NOT_ACCEPTABLE: ProblemError(NOT_ACCEPTABLE, "answers are application/json; send that, or nothing, in the header accept"),
    RATE_LIMITED: ProblemError(RATE_LIMITED, "the key may call again in 3 s"),
    INVALID: ProblemError(INVALID, f"text: {_TEXT.message}", [_TEXT]),
    BODY_TOO_SLOW: of_body(BODY_TOO_SLOW, "was not sent within 30 seconds"),
    TOO_MANY_REQUESTS: ProblemError(
        TOO_MANY_REQUESTS, "16 requests are being worked on, which is as many as are taken; try again in a moment"
    ),
    TOOK_TOO_LONG: ProblemError(TOOK_TOO_LONG, "the request was not answered within 120 seconds; send less at a time"),
    RELEASE_UNUSABLE: release_unusable(),
    INTERNAL: ProblemError(INTERNAL, "the service failed to answer; the request may be tried again"),
    NO_ROOM: no_room(),
    NOT_READY: ProblemError(NOT_READY, "the model is being loaded"),
    STOPPING: stopping(),
    **{KINDS[reason]: refused(DocumentError(reason, message)) for reason, message in _REFUSALS.items()},
}

EVERYWHERE = (ORIGIN_REFUSED, HOST_REFUSED, INTERNAL, STOPPING)
"""The problems of every route."""

KEYED = (*EVERYWHERE, KEY_REQUIRED, SCOPE_MISSING, RATE_LIMITED, INVALID)
"""The problems of every route that needs a key."""

ANSWERS_JSON = (*KEYED, NOT_ACCEPTABLE)
"""The problems of every route that answers JSON and needs a key."""

_TAKES_BODY = (*ANSWERS_JSON, BODY_TOO_SLOW, BODY_TOO_LARGE, ENCODED, TOO_MANY_REQUESTS)

TAKES_JSON = (*_TAKES_BODY, MALFORMED, NOT_UTF8, NOT_JSON_TYPE)
"""The problems of every route that takes JSON."""

TAKES_FILE = (*_TAKES_BODY, MALFORMED_FORM, NOT_MULTIPART, NO_ROOM, *KINDS.values())
"""The problems of every route that takes a file."""

TAKES_LABELLED = (
    *(*KEYED, NOT_UTF8, BODY_TOO_SLOW, BODY_TOO_LARGE, TOO_MANY_DOCUMENTS, TEXT_TOO_LONG, TOO_MANY_REQUESTS, UNKNOWN_FORMAT),
    *(ENCODED, STORE_UNUSABLE, TOOK_TOO_LONG),
)
"""The problems of the route that takes labelled reports."""

_REQUEST_ID = {
    "description": "The request's id, as in the log: the one that the client sent in this header, where that is well formed.",
    "schema": {"type": "string", "pattern": "^[A-Za-z0-9._-]{1,64}$"},
    "example": "5f0c9d5e6a0b4f1c8f0e5d3b2a190807",
}
_RETRY_AFTER = {"description": "Seconds after which to try again.", "schema": {"type": "integer", "minimum": 1}, "example": 1}
_WAITS = {str(HTTPStatus.TOO_MANY_REQUESTS.value), str(HTTPStatus.SERVICE_UNAVAILABLE.value)}

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

_LONG_REPORT = FieldError(field="body", message=f"line 3: the text {_LONG.message}", location="line 3")
_MANY_REPORTS = FieldError(field="body", message="line 1001: the body holds more than 1000 labelled reports", location="line 1001")
_LIMIT = FieldError(field="limti", message="is no parameter here; known are after, limit", location="")

OF_ADDRESSES = _EXAMPLES | {INVALID: ProblemError(INVALID, f"{_LIMIT.field}: {_LIMIT.message}", [_LIMIT])}
"""The examples where no body is taken."""

OF_LABELLED = _EXAMPLES | {
    INVALID: ProblemError(INVALID, f"{_SPAN.field}: {_SPAN.message}", [_SPAN]),
    UNKNOWN_FORMAT: ProblemError(UNKNOWN_FORMAT, f"body: {_NO_FORMAT.message}", [_NO_FORMAT]),
    TOO_MANY_DOCUMENTS: ProblemError(TOO_MANY_DOCUMENTS, f"body: {_MANY_REPORTS.message}", [_MANY_REPORTS]),
    TEXT_TOO_LONG: ProblemError(TEXT_TOO_LONG, f"body: {_LONG_REPORT.message}", [_LONG_REPORT]),
    STORE_UNUSABLE: ProblemError(STORE_UNUSABLE, "the store cannot be used and nothing was kept; the log says why"),
}
"""The examples where labelled reports are taken."""


def problems(path: str, *kinds: Kind, examples: Mapping[Kind, ProblemError] = _EXAMPLES) -> Responses:
    """The `responses` of the route at the path that may end in problems of these kinds, with an example of each."""
    ordered = sorted(kinds, key=attrgetter("status"))
    return {
        int(status): _response(path, {kind: examples[kind] for kind in same}) for status, same in groupby(ordered, key=attrgetter("status"))
    }


def completed(document: dict[str, Any], *, keyed: bool) -> dict[str, Any]:
    """The OpenAPI document with examples of what each route takes and answers, whose nulls FastAPI would drop, and every header.

    Where the service is not `keyed`, it says that each route may be called without a key, by the empty security requirement.
    """
    for path, example in REQUESTS.items():
        document["paths"][path]["post"]["requestBody"]["content"]["application/json"]["example"] = example
    for (path, method), example in ANSWERS.items():
        document["paths"][path][method]["responses"]["200"]["content"]["application/json"]["example"] = example
    for operations in document["paths"].values():
        for operation in operations.values():
            security = operation.get("security", [{}])
            if not keyed and {} not in security:
                security.insert(0, {})
            for status, response in operation["responses"].items():
                waits = {"retry-after": _RETRY_AFTER} if status in _WAITS else {}
                response["headers"] = response.get("headers", {}) | {HEADER: _REQUEST_ID} | waits
    return document


def _response(path: str, examples: Mapping[Kind, ProblemError]) -> dict[str, Any]:
    shown = {kind.slug: {"summary": kind.title, "value": error.problem(path).model_dump()} for kind, error in examples.items()}
    content = {"schema": {"$ref": "#/components/schemas/Problem"}, "examples": shown}
    return {"description": "; ".join(kind.title for kind in examples), "content": {MEDIA_TYPE: content}}
