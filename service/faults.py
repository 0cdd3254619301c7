"""From what pydantic finds wrong to the fields at fault."""

from collections.abc import Mapping, Sequence
from typing import Any

from model.interchange import Path
from model.paths import at_fault, field_name, pointer
from service.problems import INVALID, FieldError, Kind, ProblemError

MOST = 100
"""At most so many fields are named in one problem, so that a hostile body gets no larger answer."""


def invalid(details: Sequence[Mapping[str, Any]], body: object, base: Path = ()) -> ProblemError:
    """The problem that pydantic's error details make.

    Args:
        details: the errors of a ValidationError for `body`, at least one.
        body: the JSON value that was validated.
        base: the path of that value in the request's body.
    """
    messages: dict[Path, list[str]] = {}
    for detail in details:
        path = base + at_fault(detail, body)
        message = str(detail["msg"]).removeprefix("Value error, ")
        if message not in messages.setdefault(path, []):
            messages[path].append(message)
    return refusal([field_error(path, "; ".join(found)) for path, found in messages.items()])


def refusal(errors: Sequence[FieldError]) -> ProblemError:
    """The problem of a request whose fields are at fault; at least one error."""
    more = f" (and {len(errors) - 1} more)" if len(errors) > 1 else ""
    return ProblemError(INVALID, f"{errors[0].field}: {errors[0].message}{more}", errors[:MOST])


def of_body(kind: Kind, message: str, headers: dict[str, str] | None = None) -> ProblemError:
    """The problem of a whole body, of which the message says what is wrong."""
    return ProblemError(kind, f"the body {message}", [field_error((), message)], headers)


def field_error(path: Path, message: str) -> FieldError:
    """The error of the value at the path in the request's body."""
    return FieldError(field=field_name(path) or "body", message=message, location=pointer(path))
