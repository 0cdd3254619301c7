"""Every error of the app answered as a problem."""

import logging
from http import HTTPStatus
from typing import cast
from urllib.parse import quote

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect

from service.connection import client_gone
from service.faults import invalid, refusal
from service.problems import INTERNAL, MEDIA_TYPE, NOT_JSON_TYPE, STORE_UNUSABLE, FieldError, ProblemError, plain
from service.watch import route_of
from training.labelled.store import StoreError

_RETRY_SECONDS = 10

logger = logging.getLogger(__name__)


def install_handlers(app: FastAPI) -> None:
    """Makes the app answer its errors as problems."""
    app.add_exception_handler(HTTPException, on_http_error)
    app.add_exception_handler(RequestValidationError, on_invalid_request)
    app.add_exception_handler(ClientDisconnect, on_client_gone)
    app.add_exception_handler(StoreError, on_unusable_store)
    app.add_exception_handler(Exception, on_failure)


async def on_http_error(request: Request, error: Exception) -> Response:
    """Answers a problem, or an HTTP error that the framework raised (404, 405, …); 405 with all methods of the path (RFC 9110, 15.5.6)."""
    if isinstance(error, ProblemError):
        return respond(request, error)
    raised = cast(HTTPException, error)
    headers = dict(raised.headers or {})
    if raised.status_code == HTTPStatus.METHOD_NOT_ALLOWED:  # the framework names the methods of one route
        headers = {"allow": ", ".join(request.app.methods[route_of(request.scope)])}
    return respond(request, plain(raised.status_code, str(raised.detail), headers))


async def on_invalid_request(request: Request, error: Exception) -> Response:
    """Answers a request whose body is not what the route reads."""
    refused = cast(RequestValidationError, error)
    if isinstance(refused.body, bytes):  # FastAPI leaves a body alone that is not declared as JSON
        return respond(request, ProblemError(NOT_JSON_TYPE, "send JSON, with the header content-type: application/json"))
    if of_query := [detail for detail in refused.errors() if detail["loc"][0] == "query"]:
        errors = [FieldError(field=str(detail["loc"][1]), message=detail["msg"], location="") for detail in of_query]
        return respond(request, refusal(errors))
    details = [{**detail, "loc": detail["loc"][1:]} for detail in refused.errors()]
    return respond(request, invalid(details, refused.body))


async def on_client_gone(request: Request, _error: Exception) -> Response:
    """Ends a request whose client went away before its body had come; nobody reads the answer."""
    return respond(request, client_gone())


async def on_unusable_store(request: Request, error: Exception) -> Response:
    """Answers where the store of labelled reports cannot be read or written; nothing was kept then."""
    logger.error("the store cannot be used: %s", error)
    detail = "the store cannot be used and nothing was kept; the log says why"
    return respond(request, ProblemError(STORE_UNUSABLE, detail, headers={"retry-after": str(_RETRY_SECONDS)}))


async def on_failure(request: Request, _error: Exception) -> Response:
    """Answers an error that is the service's own, without a word on its inside; the server logs it."""
    return respond(request, ProblemError(INTERNAL, "the service failed to answer; the request may be tried again"))


def respond(request: Request, error: ProblemError) -> Response:
    """The answer to the request that the problem ends."""
    problem = error.problem(instance_of(request))
    return Response(problem.model_dump_json(), error.status_code, error.headers, MEDIA_TYPE)


def instance_of(request: Request) -> str:
    """The path of the request, as a URI reference."""
    return quote(request.scope["path"], errors="replace")
