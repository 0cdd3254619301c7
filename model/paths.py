"""Where things stand in JSON: paths from what pydantic tells, and as people and programs write them."""

from collections.abc import Mapping
from typing import Any

from model.interchange import Path


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


def field_name(path: Path) -> str:
    """The path as one would write it down: documents[2].text; empty for the whole."""
    written = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return written.removeprefix(".")


def pointer(path: Path) -> str:
    """The path as a JSON pointer (RFC 6901)."""
    return "".join(f"/{str(step).replace('~', '~0').replace('/', '~1')}" for step in path)
