"""Documents: a report's file in, its text and its record out."""

from fastapi import APIRouter, Request

from model.documents.document import DocumentError
from model.text import mended
from service.connection import attend
from service.deps import EngineDep, ParserDep, SettingsDep, UploadDep, within_limit
from service.engine import Held
from service.openapi import OF_FILES, TAKES_FILE, problems
from service.problems import NOT_READY, TEXT_TOO_LONG, TOOK_TOO_LONG
from service.refusals import refused
from service.schemas import FileExtraction
from service.upload import FIELD, REQUEST_BODY

router = APIRouter(prefix="/v1/documents", tags=["extract"])

_RESPONSES = problems("/v1/documents", *TAKES_FILE, TEXT_TOO_LONG, NOT_READY, TOOK_TOO_LONG, examples=OF_FILES)


@router.post(
    "",
    response_description="The report, read, and the text that was read from its file",
    responses=_RESPONSES,
    openapi_extra={"requestBody": REQUEST_BODY},
)
async def documents(upload: UploadDep, parser: ParserDep, engine: EngineDep, settings: SettingsDep, request: Request) -> FileExtraction:
    """Reads a report's file (HTML, DOCX, PDF or plain text) as `/v1/extract` reads its text, which is answered too.

    Scanned pages are not read: they need character recognition (OCR) first.
    """

    async def work(held: Held) -> FileExtraction:
        try:
            document = await parser.read(upload.file, upload.filename or "")
        except DocumentError as error:
            raise refused(error) from error
        text = mended(within_limit(document.text, settings, (FIELD,)))
        return FileExtraction.of(await held.read(text), text=text)

    with engine.held() as held:
        return await attend(request, settings.max_seconds, lambda: work(held))
