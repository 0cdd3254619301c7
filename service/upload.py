"""The one file of a multipart form (RFC 7578). It streams to a temporary file: only its first megabyte is ever in memory."""

import logging
from collections.abc import AsyncIterator, Iterator

from fastapi import Request
from python_multipart.multipart import parse_options_header
from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException

from model.text import mended
from service.examples import SAMPLE_TEXT
from service.faults import field_error, refusal
from service.problems import MALFORMED_FORM, NO_ROOM, NOT_MULTIPART, FieldError, ProblemError

logger = logging.getLogger(__name__)

FIELD = "file"
MOST_PARTS = 10
"""Of each kind (files and other fields). One is wanted; a few more are read to name the fields that are wrong."""
MOST_FIELD_BYTES = 1024
"""Of a part that is no file."""

REQUEST_BODY = {
    "required": True,
    "content": {
        "multipart/form-data": {
            "schema": {
                "type": "object",
                "required": [FIELD],
                "additionalProperties": False,
                "properties": {
                    FIELD: {
                        "type": "string",
                        "format": "binary",
                        "description": "A report as HTML, DOCX, PDF or plain text. What is in it decides its format; "
                        "the ending of its name is looked at only where that leaves doubt.",
                    }
                },
            },
            "example": {FIELD: SAMPLE_TEXT},
        }
    },
}
"""The form as the OpenAPI document shows it."""


async def uploaded(request: Request) -> AsyncIterator[UploadFile]:
    """The file of the request's form, closed when the request has been answered.

    Raises:
        ProblemError: 415 where the body is no form, 400 where the form is malformed, 422 where it is not one file and nothing else, 503
            where the system refuses what taking or reading the file needs: room on the disk, open files, processes.
    """
    try:
        form = await _form(request)
        try:
            yield _only_file(form)
        finally:
            await form.close()
    except OSError as error:
        logger.error("a file cannot be taken: %s", error.strerror)
        raise no_room() from error


def no_room() -> ProblemError:
    """Says that the system refuses what a file needs."""
    return ProblemError(NO_ROOM, "the file cannot be taken: the machine is short of room; the log says of which")


async def _form(request: Request) -> FormData:
    media_type, parameters = parse_options_header(request.headers.get("content-type"))
    if media_type != b"multipart/form-data":
        raise ProblemError(NOT_MULTIPART, f"send a form, with the header content-type: multipart/form-data and the field {FIELD}")
    # Python would look for a module by the name of any other.
    if parameters.get(b"charset", b"utf-8").lower() != b"utf-8":
        raise _malformed("its charset is not UTF-8")
    try:
        return await request.form(max_files=MOST_PARTS, max_fields=MOST_PARTS, max_part_size=MOST_FIELD_BYTES)
    except ProblemError:
        raise
    except HTTPException as error:
        raise _malformed(error.detail) from error


def _malformed(message: str) -> ProblemError:
    return ProblemError(MALFORMED_FORM, f"the form cannot be read: {message}", [FieldError(field="body", message=message, location="")])


def _only_file(form: FormData) -> UploadFile:
    sent = [part for part in form.getlist(FIELD) if not _unchosen(part)]
    extra = [field_error((mended(name)[:200],), "Extra inputs are not permitted") for name in form if name != FIELD]
    if len(sent) == 1 and isinstance(sent[0], UploadFile) and not extra:
        return sent[0]
    raise refusal([*(field_error((FIELD,), message) for message in _flaws(sent)), *extra])


def _unchosen(part: UploadFile | str) -> bool:
    """Whether this is what a browser sends where no file was chosen."""
    return isinstance(part, UploadFile) and not part.filename and not part.size


def _flaws(sent: list[UploadFile | str]) -> Iterator[str]:
    if not sent:
        yield "Field required: the form has no whole part of this name"
    elif len(sent) > 1:
        yield f"is sent {len(sent)} times; send one file a request"
    elif isinstance(sent[0], str):
        yield "is no file: the part of a file has a filename"
