"""From what pydantic finds wrong to the fields at fault."""

from collections.abc import Mapping, Sequence
from typing import Any

from model.interchange import Path
from service.problems import INVALID, FieldError, ProblemError

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


def at_fault(detail: Mapping[str, Any], body: object) -> Path:
    """The path in the body of the value that the error is about."""
    # pydantic's own path goes on into names of union members and "[key]", which no caller has written.
    steps: Path = (*detail["loc"], *detail.get("ctx", {}).get("at", ()))
    here = body
    for count, step in enumerate(steps):
        try:
            here = _child(here, step)
        except LookupError:
            missing = detail["type"] == "missing" and count == len(steps) - 1
            return steps if missing else steps[:count]
    return steps


def _child(value: object, step: str | int) -> object:
    if isinstance(value, dict):
        return value[step]
    if isinstance(value, list) and isinstance(step, int):
        return value[step]
    raise KeyError(step)


def field_error(path: Path, message: str) -> FieldError:
    """The error of the value at the path in the request's body."""
    return FieldError(field=field_name(path), message=message, location=pointer(path))


def field_name(path: Path) -> str:
    """The path as one would write it down: documents[2].text."""
    written = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return written.removeprefix(".") or "body"


def pointer(path: Path) -> str:
    """The path as a JSON pointer (RFC 6901)."""
    return "".join(f"/{str(step).replace('~', '~0').replace('/', '~1')}" for step in path)
