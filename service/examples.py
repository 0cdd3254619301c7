"""One small report and what is answered to it, for the OpenAPI document."""

from hashlib import sha256
from typing import Any

from pydantic_core import to_jsonable_python

from model.characters import fold
from model.checks import check_record
from model.record import Record
from model.segments import segment

Json = dict[str, Any]

SAMPLE_TEXT = "2019年,全市共收到政府信息公开申请3392宗。其中自然人提交2936宗,占86.56%。"


def _span(text: str) -> Json:
    start = SAMPLE_TEXT.index(text)
    return {"text": text, "start": start, "end": start + len(text)}


def _entity(label: str, text: str) -> Json:
    return {"label": label, **_span(text), "confidence": 0.99}


def _fact(field: str, kind: str, value: float, unit: str | None, *evidence: Json) -> Json:
    figure = {key: evidence[-1][key] for key in ("text", "start", "end")}
    read = {"time": "current", "basis": "stated", "approximate": False, "confidence": 0.99, "source": "prose"}
    return {
        "field": field,
        "kind": kind,
        "value": value,
        "unit": unit,
        "name": None,
        **figure,
        **read,
        "evidence": list(evidence),
        "needs_review": False,
    }


def _value(value: float, text: str, decimals: int, **unit: str) -> Json:
    return {"value": value, **unit, **_span(text), "decimals": decimals, "confidence": 0.99}


_YEAR = _entity("YEAR", "2019")
_RECEIVED = (_entity("REQUEST_EVENT", "收到"), _entity("REQUEST_COUNT", "3392"))
_NATURAL = (_entity("APPLICANT_CATEGORY", "自然人"), _entity("APPLICANT_COUNT", "2936"))
_SHARE = (_NATURAL[0], _entity("SHARE", "86.56%"))

SAMPLE_RECORD: Json = {
    "year": _value(2019, "2019", 0),
    "figures": {
        "requests.received": {"count": _value(3392, "3392", 0, unit="宗")},
        "requests.by_applicant.natural_person": {
            "count": _value(2936, "2936", 0, unit="宗"),
            "share": _value(86.56, "86.56%", 2, unit="%"),
        },
    },
}

CHECKS: Json = {"checks": to_jsonable_python(check_record(Record.model_validate(SAMPLE_RECORD)))}

TAGS: Json = {"entities": [_YEAR, *_RECEIVED, *_NATURAL, _SHARE[1]]}

EXTRACTION: Json = {
    "record": SAMPLE_RECORD,
    "facts": [
        _fact("year", "date", 2019, None, _YEAR),
        _fact("requests.received", "count", 3392, "宗", *_RECEIVED),
        _fact("requests.by_applicant.natural_person", "count", 2936, "宗", *_NATURAL),
        _fact("requests.by_applicant.natural_person", "share", 86.56, "%", *_SHARE),
    ],
    **TAGS,
    "segments": to_jsonable_python(segment(fold(SAMPLE_TEXT), ())),
    **CHECKS,
    "text_sha256": sha256(SAMPLE_TEXT.encode()).hexdigest(),
    "model": "nianbao-1",
}

BATCH: Json = {
    "documents": [
        {"id": "dongguan-2019", **EXTRACTION},
        {
            "id": "empty",
            "error": {
                "type": "urn:nianbao:problem:invalid-fields",
                "title": "A field of the request is not valid",
                "status": 422,
                "detail": "documents[1].text: is empty or holds only white space",
                "instance": "/v1/extract/batch",
                "errors": [
                    {"field": "documents[1].text", "message": "is empty or holds only white space", "location": "/documents/1/text"}
                ],
            },
        },
    ]
}

_LABELS: Json = {key: EXTRACTION[key] for key in ("entities", "facts")}

LABELLED: Json = {"text": SAMPLE_TEXT, **_LABELS, "source": "dongguan-2019", "annotator": "li", "status": "labelled"}

_SHA256 = EXTRACTION["text_sha256"]

KEPT: Json = {"stored": [{"id": _SHA256, "version": 1, "unchanged": False, "repaired": None}]}

LABELLED_LINE: Json = {
    "id": _SHA256,
    "version": 1,
    "stored": "2026-11-25T09:30:00Z",
    "cursor": 1,
    "text": SAMPLE_TEXT,
    "entities": TAGS["entities"],
    "facts": [{key: value for key, value in fact.items() if key not in {"confidence", "needs_review"}} for fact in EXTRACTION["facts"]],
    "source": "dongguan-2019",
    "annotator": "li",
    "time": "2026-11-25T09:12:00Z",
    "status": "labelled",
}

FILE: Json = {**EXTRACTION, "text": SAMPLE_TEXT}

MODEL: Json = {
    "name": "nianbao-1",
    "precision": "int8",
    "manifest": {
        "name": "nianbao-1",
        "tags": ["O", "B-REQUEST_EVENT", "I-REQUEST_EVENT"],
        "files": {"model.int8.onnx": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"},
    },
}

ANSWERS: dict[tuple[str, str], Json] = {
    ("/v1/extract", "post"): EXTRACTION,
    ("/v1/extract/batch", "post"): BATCH,
    ("/v1/documents", "post"): FILE,
    ("/v1/tag", "post"): TAGS,
    ("/v1/check", "post"): CHECKS,
    ("/v1/labelled", "post"): KEPT,
    ("/v1/model", "get"): MODEL,
    ("/v1/model/switch", "post"): MODEL,
    ("/healthz", "get"): {"status": "ok"},
    ("/readyz", "get"): {"status": "ready", "model": "nianbao-1", "precision": "int8"},
}
"""What is answered on success, by path and method."""

REQUESTS: dict[str, Json] = {
    "/v1/extract": {"text": SAMPLE_TEXT},
    "/v1/extract/batch": {"documents": [{"id": "dongguan-2019", "text": SAMPLE_TEXT}, {"id": "empty", "text": " "}]},
    "/v1/tag": {"text": SAMPLE_TEXT},
    "/v1/check": {"record": SAMPLE_RECORD},
}
"""What is sent as JSON, by path; `ANSWERS` holds the answers to it."""
