"""Files that cannot be read, as problems."""

from http import HTTPStatus

from model.documents.document import DocumentError, Reason
from service.faults import field_error
from service.problems import Kind, ProblemError
from service.upload import FIELD

# 415 as RFC 9110 (15.5.16) has it: the format is refused "as a result of inspecting the data directly".
KINDS = {
    Reason.UNSUPPORTED: Kind("document-unsupported", "The file is of a format that is not read", HTTPStatus.UNSUPPORTED_MEDIA_TYPE),
    Reason.ENCRYPTED: Kind("document-encrypted", "The file is encrypted", HTTPStatus.UNPROCESSABLE_ENTITY),
    Reason.BROKEN: Kind("document-broken", "The file is damaged", HTTPStatus.UNPROCESSABLE_ENTITY),
    Reason.SCANNED: Kind("document-scanned", "The file holds pictures without a text", HTTPStatus.UNPROCESSABLE_ENTITY),
    Reason.TOO_LARGE: Kind("document-too-large", "The file holds more than is read", HTTPStatus.REQUEST_ENTITY_TOO_LARGE),
    Reason.TOO_DEEP: Kind("document-too-deep", "The file is nested too deeply", HTTPStatus.UNPROCESSABLE_ENTITY),
    Reason.EMPTY: Kind("document-empty", "The file holds no text", HTTPStatus.UNPROCESSABLE_ENTITY),
    Reason.SLOW: Kind("document-slow", "The file takes too long to read", HTTPStatus.UNPROCESSABLE_ENTITY),
}
"""The kind of problem of each reason."""


def refused(error: DocumentError) -> ProblemError:
    """The problem of a file that cannot be read."""
    return ProblemError(KINDS[error.reason], f"{FIELD}: {error}", [field_error((FIELD,), str(error))])
