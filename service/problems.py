"""What goes wrong, as application/problem+json (RFC 9457): each error names the field at fault."""

from collections.abc import Sequence
from dataclasses import dataclass
from http import HTTPStatus

from fastapi import HTTPException
from pydantic import BaseModel, ConfigDict, Field

MEDIA_TYPE = "application/problem+json"


class FieldError(BaseModel):
    """One thing wrong with one field of the request."""

    model_config = ConfigDict(use_attribute_docstrings=True)

    field: str = Field(examples=["text"])
    """The field as one would write it down: `documents[2].text`; `body` is the whole body."""
    message: str = Field(examples=["holds the control character U+0007 at offset 12"])
    """What is wrong with it."""
    location: str = Field(examples=["/text"])
    """A JSON pointer (RFC 6901) into the body, a form taken as an object of its fields, empty for the whole; of a body that should be JSON
    and is not, the place where it stops being so; of labelled reports the line and a pointer into the value that begins there, or into the
    array that the body is. Empty for a parameter of the address too."""


class Problem(BaseModel):
    """An error (RFC 9457, section 3.1)."""

    model_config = ConfigDict(use_attribute_docstrings=True)

    type: str
    """The kind of the problem, a URN that stays the same."""
    title: str
    """The kind of the problem in words."""
    status: int
    """The status of the answer; in a batch, the one that the document would have had alone."""
    detail: str
    """What happened here."""
    instance: str
    """The path of the request."""
    errors: list[FieldError] = []
    """What is wrong with which fields of the request; none where no field is at fault."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of problem; `slug` names it in `type`."""

    slug: str
    title: str
    status: int

    @property
    def uri(self) -> str:
        """The `type` of its problems."""
        return f"urn:nianbao:problem:{self.slug}"


MALFORMED = Kind("malformed-json", "The body is not JSON", HTTPStatus.BAD_REQUEST)
NOT_UTF8 = Kind("not-utf-8", "The body is not UTF-8", HTTPStatus.BAD_REQUEST)
MALFORMED_FORM = Kind("malformed-form", "The body is not a form that can be read", HTTPStatus.BAD_REQUEST)
BAD_REQUEST = Kind("bad-request", "The request cannot be understood", HTTPStatus.BAD_REQUEST)
# nginx's status, in no registry: nobody is answered it, but the log, the metrics and the traces tell it from bad requests.
CLIENT_GONE = Kind("client-gone", "The client is gone", 499)
KEY_REQUIRED = Kind("key-required", "The request has no key that is known", HTTPStatus.UNAUTHORIZED)
SCOPE_MISSING = Kind("scope-missing", "The key does not allow this", HTTPStatus.FORBIDDEN)
ORIGIN_REFUSED = Kind("origin-refused", "A page of another origin sends the request", HTTPStatus.FORBIDDEN)
PREFLIGHT_REFUSED = Kind("preflight-refused", "Pages of this origin may not send this", HTTPStatus.FORBIDDEN)
HOST_REFUSED = Kind("host-refused", "The service is called by a name that is not its own", HTTPStatus.MISDIRECTED_REQUEST)
NOT_FOUND = Kind("not-found", "There is nothing here", HTTPStatus.NOT_FOUND)
METHOD_NOT_ALLOWED = Kind("method-not-allowed", "The method is not allowed here", HTTPStatus.METHOD_NOT_ALLOWED)
NOT_ACCEPTABLE = Kind("not-acceptable", "The answer is of no type that the request accepts", HTTPStatus.NOT_ACCEPTABLE)
BODY_TOO_LARGE = Kind("body-too-large", "The body is too large", HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
TEXT_TOO_LONG = Kind("text-too-long", "The text is too long", HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
TOO_MANY_DOCUMENTS = Kind("too-many-documents", "The batch holds too many documents", HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
BODY_TOO_SLOW = Kind("body-too-slow", "The body is sent too slowly", HTTPStatus.REQUEST_TIMEOUT)
ENCODED = Kind("body-encoded", "The body is encoded in a way that is not read", HTTPStatus.UNSUPPORTED_MEDIA_TYPE)
NOT_JSON_TYPE = Kind("unsupported-media-type", "The body is not declared as JSON", HTTPStatus.UNSUPPORTED_MEDIA_TYPE)
UNKNOWN_FORMAT = Kind("unknown-format", "The format of the body cannot be told", HTTPStatus.UNSUPPORTED_MEDIA_TYPE)
NOT_MULTIPART = Kind("not-multipart", "The body is not declared as a multipart form", HTTPStatus.UNSUPPORTED_MEDIA_TYPE)
INVALID = Kind("invalid-fields", "A field of the request is not valid", HTTPStatus.UNPROCESSABLE_ENTITY)
HEAD_TOO_LARGE = Kind("head-too-large", "The head of the request is too large", HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE)
TOO_MANY_REQUESTS = Kind("too-many-requests", "As many requests as are taken are being worked on", HTTPStatus.TOO_MANY_REQUESTS)
RATE_LIMITED = Kind("rate-limited", "The key calls too often", HTTPStatus.TOO_MANY_REQUESTS)
RELEASE_UNUSABLE = Kind("release-unusable", "The release that is current cannot be taken up", HTTPStatus.CONFLICT)
INTERNAL = Kind("internal-error", "The service failed", HTTPStatus.INTERNAL_SERVER_ERROR)
STORE_UNUSABLE = Kind("store-unusable", "The store of labelled reports cannot be used", HTTPStatus.SERVICE_UNAVAILABLE)
NO_ROOM = Kind("no-room", "The machine has no room for the file", HTTPStatus.SERVICE_UNAVAILABLE)
STOPPING = Kind("stopping", "The service stops", HTTPStatus.SERVICE_UNAVAILABLE)
NOT_READY = Kind("not-ready", "The model is not ready", HTTPStatus.SERVICE_UNAVAILABLE)
TOOK_TOO_LONG = Kind("took-too-long", "The request took too long", HTTPStatus.GATEWAY_TIMEOUT)

_PLAIN = {kind.status: kind for kind in (BAD_REQUEST, NOT_FOUND, METHOD_NOT_ALLOWED)}


class ProblemError(HTTPException):
    """Ends a request with a problem; an HTTPException, so that FastAPI lets it through wherever it is raised."""

    def __init__(self, kind: Kind, detail: str, errors: Sequence[FieldError] = (), headers: dict[str, str] | None = None) -> None:
        super().__init__(kind.status, detail, headers)
        self.kind = kind
        self.errors = list(errors)

    def problem(self, instance: str) -> Problem:
        """The problem as it is answered to the request for `instance`."""
        return Problem(
            type=self.kind.uri,
            title=self.kind.title,
            status=self.kind.status,
            detail=self.detail,
            instance=instance,
            errors=self.errors,
        )


def release_unusable() -> ProblemError:
    """Says that another release could not be taken up."""
    return ProblemError(RELEASE_UNUSABLE, "the release that is current cannot be loaded and the one before is served on; the log says why")


def stopping() -> ProblemError:
    """Says that a request is dropped since the service ends before it is done."""
    detail = "the service stops, and its time to answer what it accepted is over; send the request again once it is back"
    return ProblemError(STOPPING, detail, headers={"retry-after": "10", "connection": "close"})


def plain(status: int, detail: str, headers: dict[str, str] | None = None) -> ProblemError:
    """The problem for a status that the framework raised."""
    known = HTTPStatus(status)
    return ProblemError(_PLAIN.get(known, Kind(str(status), known.phrase, known)), detail, headers=headers)
