"""Routes that read their bodies as strict JSON."""

import re
from collections.abc import Callable, Coroutine, Mapping
from functools import partial
from itertools import islice
from typing import Any

from fastapi import Request, Response
from fastapi.routing import APIRoute

from model.interchange import NotUtf8Error, UnreadableError, parse
from service.connection import attend
from service.faults import of_body
from service.problems import BODY_TOO_LARGE, MALFORMED, NOT_UTF8, FieldError, ProblemError
from service.settings import Settings
from service.threads import Threads

MOST_PARTS = 1_000_000
"""Strings, commas and opening brackets of a body, each of which may take 80 bytes when parsed.

The record of the longest text has half as many.
"""

# Possessive: a string is passed over once, in constant memory, whether it ends or not.
_PART = re.compile(rb'"(?:[^"\\]++|\\.)*+"?|[\[{,]', re.DOTALL)


class JsonRequest(Request):
    """A request whose body must be strict JSON."""

    async def json(self) -> Any:
        """The body's value; ProblemError (400, 413) where it is not UTF-8, not JSON, or has too many parts."""
        threads: Mapping[str, Threads] = self.app.state.threads
        return await threads["parsing"].run(partial(_value, await self.body()))


class JsonRoute(APIRoute):
    """A route that is given a JsonRequest, and answers it in the time of the settings and as long as its client is there."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """FastAPI's handler, given the strict request."""
        handler = super().get_route_handler()

        async def handle(request: Request) -> Response:
            settings: Settings = request.app.state.settings
            strict = JsonRequest(request.scope, request.receive)
            await strict.body()
            return await attend(strict, settings.max_seconds, lambda: handler(strict))

        return handle


def _value(body: bytes) -> object:
    refuse_parts(body)
    try:
        return parse(body)
    except UnreadableError as error:
        kind = NOT_UTF8 if isinstance(error, NotUtf8Error) else MALFORMED
        place = f" at {error.location}" if error.location and kind is MALFORMED else ""
        faults = [FieldError(field="body", message=error.message, location=error.location)]
        raise ProblemError(kind, f"the body is {error.message}{place}", faults) from error


def refuse_parts(body: bytes) -> None:
    """Refuses (413) a body that would hold too many parts if it were parsed as JSON."""
    if has_more_parts(body, MOST_PARTS):
        raise of_body(BODY_TOO_LARGE, f"has more than {MOST_PARTS} strings, commas and opening brackets")


def has_more_parts(body: bytes, most: int) -> bool:
    """Whether the body, taken as JSON, has more strings, commas and opening brackets than that; told without parsing it."""
    return next(islice(_PART.finditer(body), most, None), None) is not None
