"""doccano's JSON Lines (sequence labelling), plain and with relations.

Plain: `{"text", "label": [[start, end, label], …]}`, the key `labels` in older exports. With relations: `{"text", "entities": [{"id",
"label", "start_offset", "end_offset"}], "relations": [{"from_id", "to_id", "type"}]}`. A relation leads from a figure to the words that
name what it counts, its type is the field that the figure states; a figure that needs no such words relates to itself. Further keys are
what doccano calls metadata; `source`, `annotator`, `time` and `status` are read and written there. The tool does not tell what a person
has not looked at: a prediction that comes back counts as labelled.
"""

from collections.abc import Iterator, Sequence

from pydantic import AliasChoices, AwareDatetime, BaseModel, Field
from pydantic_core import to_json

from training.filling import kind_of
from training.labelled.faults import Fault, Place, RejectedError
from training.labelled.formats.shapes import Name, first_keys, read_shapes
from training.labelled.intake import Outcome, RawFact, RawSpan, Taken, take
from training.labelled.repair import Stretch
from training.labelled.report import LabelledFact, LabelledReport, Offset, Status


class _Entity(BaseModel):
    id: int
    label: str
    start_offset: Offset
    end_offset: Offset


class _Relation(BaseModel):
    from_id: int
    to_id: int
    type: str


class _Document(BaseModel):
    text: str
    label: tuple[tuple[Offset, Offset, str], ...] = Field((), validation_alias=AliasChoices("label", "labels"))
    entities: tuple[_Entity, ...] = ()
    relations: tuple[_Relation, ...] = ()
    source: Name | None = None
    annotator: Name | None = None
    time: AwareDatetime | None = None
    status: Status = Status.LABELLED


def looks_like(text: str) -> bool:
    """Whether the first value of a file is one of doccano's."""
    keys = first_keys(text)
    return "text" in keys and bool(keys & {"label", "labels", "relations"})


def read(text: str) -> Iterator[Outcome]:
    """What becomes of each document of a file."""
    return read_shapes(text, _Document, _take)


def write(report: LabelledReport) -> str:
    """The report as a line; its facts are left out."""
    label = [[one.start, one.end, one.label] for one in report.entities]
    return to_json({"text": report.text, "label": label, **metadata(report)}).decode() + "\n"


def write_relations(report: LabelledReport) -> str:
    """The report as a line, with the fields of its facts as relations.

    Values are left to be read from the text; facts that stand at no labelled span, such as cells of tables, are left out.
    """
    entities = [
        {"id": number, "label": one.label, "start_offset": one.start, "end_offset": one.end}
        for number, one in enumerate(report.entities, start=1)
    ]
    document = {"text": report.text, "entities": entities, "relations": list(_relations(report)), **metadata(report)}
    return to_json(document).decode() + "\n"


def metadata(report: LabelledReport) -> dict[str, object]:
    """Where the report and its labels come from, as far as it is known.

    Of a prediction the model and its certainty are told, not the status, which the tool would return with what a person made of it.
    """
    if report.status is Status.PREDICTED:
        return {"source": report.source, "model": report.annotator, "confidence": report.certainty}
    return report.model_dump(mode="json", include={"source", "annotator", "time", "status"}, exclude_none=True)


def _relations(report: LabelledReport) -> Iterator[dict[str, object]]:
    numbers = {(one.start, one.end): number for number, one in enumerate(report.entities, start=1)}
    number = 0
    for fact in report.facts or ():
        figure = next((one for one in report.entities if one.start <= fact.start < one.end), None)
        if figure is None:
            continue
        own = numbers[figure.start, figure.end]
        others = [numbers[place] for one in fact.evidence if (place := (one.start, one.end)) in numbers and numbers[place] != own]
        for other in others or [own]:
            number += 1
            yield {"id": number, "from_id": own, "to_id": other, "type": fact.field}


def _take(document: _Document, place: Place) -> Iterator[Taken]:
    report = LabelledReport(
        text=document.text,
        entities=(),
        source=document.source,
        annotator=document.annotator,
        time=document.time,
        status=document.status,
    )
    plain = [RawSpan(label, Stretch(start, end, None, place.at("label", n))) for n, (start, end, label) in enumerate(document.label)]
    related = [
        RawSpan(one.label, Stretch(one.start_offset, one.end_offset, None, place.at("entities", n)))
        for n, one in enumerate(document.entities)
    ]
    yield take(report, place, [*plain, *related], _facts(document, place, related))


def _facts(document: _Document, place: Place, spans: Sequence[RawSpan]) -> list[RawFact] | None:
    """The facts that the relations state: those of one figure and field are one."""
    if not document.relations:
        return None
    by_id = {entity.id: span for entity, span in zip(document.entities, spans, strict=True)}
    named: dict[tuple[int, str], list[RawSpan]] = {}
    for number, relation in enumerate(document.relations):
        unknown = [one for one in (relation.from_id, relation.to_id) if one not in by_id]
        if unknown:
            raise RejectedError(Fault(place.at("relations", number), f"there is no entity with the id {unknown[0]}"))
        named.setdefault((relation.from_id, relation.type), []).append(by_id[relation.to_id])
    facts = []
    for (figure, field), others in named.items():
        span = by_id[figure]
        stretch = span.stretch
        fact = LabelledFact(field=field, kind=kind_of(span.label, field), start=stretch.start, end=stretch.end)
        facts.append(RawFact(fact, stretch, (span, *(one for one in others if one is not span))))
    return facts
