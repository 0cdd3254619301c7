"""Logs as lines of JSON on standard error. Nothing that a client sent stands in them but a request id that is well formed.

Of an exception its kind and places in the code are told, never its message, which may quote a report.
"""

import json
import logging
import traceback
from contextvars import ContextVar
from datetime import UTC, datetime
from typing import Any

request_id: ContextVar[str | None] = ContextVar("request_id", default=None)
"""The id of the request that is being answered."""

MOST_FRAMES = 20
"""Of each exception, the innermost; and so many exceptions of a chain, which may lead back into itself."""


class JsonFormatter(logging.Formatter):
    """Formats a record as an object; what stands in `extra` under `fields` is added to it."""

    def format(self, record: logging.LogRecord) -> str:
        """The record as a line."""
        line: dict[str, Any] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            # asyncio goes on, from the second line, with what a task held.
            "message": record.getMessage().partition("\n")[0],
            "request_id": request_id.get(),
            **getattr(record, "fields", {}),
        }
        if record.exc_info and record.exc_info[1]:
            line["exceptions"] = _exceptions(record.exc_info[1])
        return json.dumps({key: value for key, value in line.items() if value is not None}, ensure_ascii=False)


def log_json(level: str) -> None:
    """Sends the logs of the whole process, from the level on, to standard error as JSON."""
    handler = logging.StreamHandler()
    handler.setFormatter(JsonFormatter())
    logging.basicConfig(handlers=[handler], level=level.upper(), force=True)


def _exceptions(error: BaseException) -> list[dict[str, str | list[str]]]:
    """The exception and what it arose from, outermost first."""
    found: list[dict[str, str | list[str]]] = []
    cause: BaseException | None = error
    while cause is not None and len(found) < MOST_FRAMES:
        frames = traceback.extract_tb(cause.__traceback__)[-MOST_FRAMES:]
        at = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames]
        found.append({"type": f"{type(cause).__module__}.{type(cause).__qualname__}", "at": at})
        cause = cause.__cause__ or cause.__context__
    return found
