"""Extraction: a report's text in, its record out."""

from collections.abc import Sequence

import anyio
from fastapi import APIRouter, Request
from pydantic import TypeAdapter, ValidationError

from model.cpus import usable_cpus
from service.deps import EngineDep, SettingsDep, within_limit
from service.engine import Held
from service.faults import field_error, invalid, refusal
from service.handlers import instance_of
from service.json_route import JsonRoute
from service.openapi import TAKES_JSON, problems
from service.problems import NOT_READY, TEXT_TOO_LONG, TOO_MANY_DOCUMENTS, TOOK_TOO_LONG, ProblemError
from service.schemas import BatchAnswer, BatchRequest, Document, DocumentExtraction, Extraction, FailedDocument, TextRequest
from service.settings import Settings
from service.text import DocumentId

router = APIRouter(prefix="/v1/extract", tags=["extract"], route_class=JsonRoute)

_ID: TypeAdapter[str] = TypeAdapter(DocumentId)


@router.post(
    "",
    response_description="The report, read",
    responses=problems("/v1/extract", *TAKES_JSON, TEXT_TOO_LONG, NOT_READY, TOOK_TOO_LONG),
)
async def extract(body: TextRequest, engine: EngineDep, settings: SettingsDep) -> Extraction:
    """Reads a report's text into its record, with every fact, its place in the text, and the checks."""
    text = within_limit(body.text, settings)
    return Extraction.of(await engine.read(text))


@router.post(
    "/batch",
    response_description="The reports, each read or with its problem",
    responses=problems("/v1/extract/batch", *TAKES_JSON, TOO_MANY_DOCUMENTS, NOT_READY, TOOK_TOO_LONG),
)
async def extract_batch(body: BatchRequest, engine: EngineDep, settings: SettingsDep, request: Request) -> BatchAnswer:
    """Reads several reports; one that cannot be read is answered with its problem, the others are read all the same."""
    if len(body.documents) > settings.max_batch_documents:
        message = f"has {len(body.documents)} documents; at most {settings.max_batch_documents} are read"
        raise ProblemError(TOO_MANY_DOCUMENTS, f"the batch {message}", [field_error(("documents",), message)])
    with engine.held() as held:
        batch = _Batch(held, settings, instance_of(request))
        return BatchAnswer(documents=await batch.answers(body.documents))


class _Batch:
    """One batch while it is read, all of it with one reader."""

    def __init__(self, held: Held, settings: Settings, instance: str) -> None:
        self.held = held
        self.settings = settings
        self.instance = instance
        self.ids: set[str] = set()

    async def answers(self, items: Sequence[object]) -> list[DocumentExtraction | FailedDocument]:
        """The answers to the items in their order, as many read at a time as there are CPUs."""
        answers: dict[int, DocumentExtraction | FailedDocument] = {}
        places = anyio.CapacityLimiter(usable_cpus())

        async def read(place: int, document: Document) -> None:
            async with places:
                answers[place] = DocumentExtraction.of(await self.held.read(document.text), id=document.id)

        async with anyio.create_task_group() as tasks:
            for place, item in enumerate(items):
                try:
                    tasks.start_soon(read, place, self._accept(place, item))
                except ProblemError as error:
                    answers[place] = FailedDocument(id=_id_of(item), error=error.problem(self.instance))
        return [answers[place] for place in range(len(items))]

    def _accept(self, place: int, item: object) -> Document:
        base = ("documents", place)
        try:
            document = Document.model_validate(item)
        except ValidationError as error:
            raise invalid(error.errors(include_input=False), item, base) from error
        if document.id in self.ids:
            raise refusal([field_error((*base, "id"), "is the id of an earlier document too")])
        within_limit(document.text, self.settings, (*base, "text"))
        self.ids.add(document.id)
        return document


def _id_of(item: object) -> str | None:
    """The id of an item that failed, where it has one that could be a document's."""
    try:
        return _ID.validate_python(item["id"]) if isinstance(item, dict) else None
    except (KeyError, ValidationError):
        return None
