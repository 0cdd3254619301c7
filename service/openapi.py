"""What the OpenAPI document says beyond what FastAPI finds out: the problems of each route, and examples."""

from itertools import groupby
from operator import attrgetter
from typing import Any

from service.examples import ANSWERS
from service.faults import field_error
from service.problems import (
    BODY_TOO_LARGE,
    INTERNAL,
    INVALID,
    MALFORMED,
    MEDIA_TYPE,
    NOT_JSON_TYPE,
    NOT_READY,
    NOT_UTF8,
    TEXT_TOO_LONG,
    TOO_MANY_DOCUMENTS,
    FieldError,
    Kind,
    ProblemError,
)

Responses = dict[int | str, dict[str, Any]]

_BODY = FieldError(field="body", message="not JSON: Expecting value", location="line 1 column 10")
_TEXT = field_error(("text",), "is empty or holds only white space")
_LONG = field_error(("text",), "has 1200000 characters; at most 1000000 are read")
_UTF8 = FieldError(field="body", message="not UTF-8: invalid start byte at byte 10", location="byte 10")

_EXAMPLES = {
    MALFORMED: ProblemError(MALFORMED, "the body is not JSON: Expecting value at line 1 column 10", [_BODY]),
    NOT_UTF8: ProblemError(NOT_UTF8, "the body is not UTF-8: invalid start byte at byte 10", [_UTF8]),
    BODY_TOO_LARGE: ProblemError(BODY_TOO_LARGE, "the body may have at most 16777216 bytes"),
    TEXT_TOO_LONG: ProblemError(TEXT_TOO_LONG, f"text: {_LONG.message}", [_LONG]),
    TOO_MANY_DOCUMENTS: ProblemError(TOO_MANY_DOCUMENTS, "the batch has 120 documents; at most 100 are read"),
    NOT_JSON_TYPE: ProblemError(NOT_JSON_TYPE, "send JSON, with the header content-type: application/json"),
    INVALID: ProblemError(INVALID, f"text: {_TEXT.message}", [_TEXT]),
    INTERNAL: ProblemError(INTERNAL, "the service failed to answer; the request may be tried again"),
    NOT_READY: ProblemError(NOT_READY, "the model is being loaded"),
}

TAKES_JSON = (MALFORMED, NOT_UTF8, BODY_TOO_LARGE, NOT_JSON_TYPE, INVALID, INTERNAL)
"""The problems of every route that takes JSON."""


def problems(path: str, *kinds: Kind) -> Responses:
    """The `responses` of the route at the path that may end in problems of these kinds."""
    ordered = sorted(kinds, key=attrgetter("status"))
    return {int(status): _response(path, list(same)) for status, same in groupby(ordered, key=attrgetter("status"))}


def with_answers(document: dict[str, Any]) -> dict[str, Any]:
    """The OpenAPI document with an example of what each route answers; FastAPI itself would drop the nulls of the examples."""
    for path, example in ANSWERS.items():
        document["paths"][path]["post"]["responses"]["200"]["content"]["application/json"]["example"] = example
    return document


def _response(path: str, kinds: list[Kind]) -> dict[str, Any]:
    examples = {kind.slug: {"summary": kind.title, "value": _EXAMPLES[kind].problem(path).model_dump()} for kind in kinds}
    content = {"schema": {"$ref": "#/components/schemas/Problem"}, "examples": examples}
    return {"description": "; ".join(kind.title for kind in kinds), "content": {MEDIA_TYPE: content}}
