"""Label Studio's JSON: tasks with annotations (what people labelled) and predictions (what a model proposed).

Each annotation that was not cancelled is a version of its task's report, in the order in which they were saved; the predictions of a task
count where it has no annotation and they are told in full. `source` and `annotator` are read and written in the task's `data`; the tool
knows no facts.
"""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Any

from pydantic import AwareDatetime, BaseModel, Field
from pydantic_core import to_json

from training.labelled.faults import Place, RejectedError
from training.labelled.formats.shapes import Name, first_keys, read_shapes, shaped
from training.labelled.intake import Outcome, RawSpan, take
from training.labelled.repair import Stretch
from training.labelled.report import LabelledEntity, LabelledReport, Offset, Status

CONTROL, TEXT = "label", "text"
"""The names of the labels and of the text in the labelling configuration."""

_UNKNOWN = datetime.min.replace(tzinfo=UTC)


class _Span(BaseModel):
    start: Offset
    end: Offset
    text: str | None = None
    labels: tuple[str, ...] = Field(min_length=1, max_length=1)


class _Region(BaseModel):
    type: str
    value: dict[str, Any] = {}
    score: float | None = None


class _User(BaseModel):
    email: Name | None = None


class _Annotation(BaseModel):
    result: tuple[_Region, ...]
    completed_by: int | dict[str, Any] | None = None
    was_cancelled: bool = False
    ground_truth: bool = False
    updated_at: AwareDatetime | None = None


class _Prediction(BaseModel):
    result: tuple[_Region, ...]
    model_version: Name | None = None
    updated_at: AwareDatetime | None = None


class _Data(BaseModel):
    text: str
    source: Name | None = None
    annotator: Name | None = None


class _Task(BaseModel):
    data: _Data
    annotations: tuple[_Annotation, ...] = ()
    predictions: tuple[int | _Prediction, ...] = ()
    """Exports name them by their numbers alone."""


def looks_like(text: str) -> bool:
    """Whether the first value of a file is a task."""
    keys = first_keys(text)
    return "data" in keys and bool(keys & {"annotations", "predictions"})


def read(text: str) -> Iterator[Outcome]:
    """What becomes of each task of a file."""
    return read_shapes(text, _Task, _take)


def write(report: LabelledReport) -> str:
    """The report as a task, a predicted one with a prediction, another with an annotation; its facts are left out."""
    return to_json(task(report)).decode()


def task(report: LabelledReport) -> dict[str, Any]:
    """The report as a task."""
    data = report.model_dump(include={"text", "source"}, exclude_none=True)
    regions = [_region(report, number, entity) for number, entity in enumerate(report.entities)]
    if report.status is Status.PREDICTED:
        prediction = {"model_version": report.annotator, "score": report.certainty, "result": regions}
        return {"data": data, "predictions": [prediction]}
    # Label Studio refuses annotations by users that it does not know, so the annotator is told in the data.
    data |= report.model_dump(include={"annotator"}, exclude_none=True)
    annotation: dict[str, Any] = {"result": regions, "ground_truth": report.status is Status.REVIEWED}
    return {"data": data, "annotations": [annotation | ({"updated_at": report.time.isoformat()} if report.time else {})]}


def _region(report: LabelledReport, number: int, entity: LabelledEntity) -> dict[str, Any]:
    value = {"start": entity.start, "end": entity.end, "text": report.text[entity.start : entity.end], "labels": [entity.label]}
    region = {"id": str(number), "from_name": CONTROL, "to_name": TEXT, "type": "labels", "value": value}
    return region if entity.confidence is None else region | {"score": entity.confidence}


def _take(task: _Task, place: Place) -> Iterator[Outcome]:
    labelled = [(number, one) for number, one in enumerate(task.annotations) if not one.was_cancelled]
    for number, annotation in sorted(labelled, key=lambda one: one[1].updated_at or _UNKNOWN):
        report = LabelledReport(
            text=task.data.text,
            entities=(),
            source=task.data.source,
            annotator=_person(annotation, place.at("annotations", number)) or task.data.annotator,
            time=annotation.updated_at,
            status=Status.REVIEWED if annotation.ground_truth else Status.LABELLED,
        )
        yield _outcome(report, place, annotation.result, place.at("annotations", number))
    if labelled:
        return
    for number, prediction in enumerate(task.predictions):
        if isinstance(prediction, int):
            continue
        report = LabelledReport(
            text=task.data.text,
            entities=(),
            source=task.data.source,
            annotator=prediction.model_version,
            time=prediction.updated_at,
            status=Status.PREDICTED,
        )
        yield _outcome(report, place, prediction.result, place.at("predictions", number))


def _outcome(report: LabelledReport, place: Place, regions: Sequence[_Region], place_of_regions: Place) -> Outcome:
    try:
        return take(report, place, _spans(regions, place_of_regions))
    except RejectedError as error:
        return error


def _person(annotation: _Annotation, place: Place) -> str | None:
    """Who annotated: the address where the export tells it, else the number in the tool."""
    by = annotation.completed_by
    if isinstance(by, dict):
        return shaped(by, _User, place.at("completed_by")).email
    return None if by is None else f"Label Studio user {by}"


def _spans(regions: Sequence[_Region], place: Place) -> list[RawSpan]:
    spans: list[RawSpan] = []
    for number, region in enumerate(regions):
        here = place.at("result", number, "value")
        if region.type != "labels":
            continue
        span = shaped(region.value, _Span, here)
        spans.append(RawSpan(span.labels[0], Stretch(span.start, span.end, span.text, here), region.score))
    return spans
