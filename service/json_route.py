"""Routes that read their bodies as strict JSON."""

from collections.abc import Callable, Coroutine
from typing import Any

from fastapi import Request, Response
from fastapi.routing import APIRoute

from model.interchange import NotUtf8Error, UnreadableError, parse
from service.problems import MALFORMED, NOT_UTF8, FieldError, ProblemError


class JsonRequest(Request):
    """A request whose body must be strict JSON."""

    async def json(self) -> Any:
        """The body's value; ProblemError (400) where it is not UTF-8 or not JSON."""
        try:
            return parse(await self.body())
        except UnreadableError as error:
            kind = NOT_UTF8 if isinstance(error, NotUtf8Error) else MALFORMED
            place = f" at {error.location}" if error.location and kind is MALFORMED else ""
            faults = [FieldError(field="body", message=error.message, location=error.location)]
            raise ProblemError(kind, f"the body is {error.message}{place}", faults) from error


class JsonRoute(APIRoute):
    """A route that is given a JsonRequest."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """FastAPI's handler, given the strict request."""
        handler = super().get_route_handler()

        async def handle(request: Request) -> Response:
            return await handler(JsonRequest(request.scope, request.receive))

        return handle
