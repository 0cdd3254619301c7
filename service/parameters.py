"""Parameters of addresses that are none."""

from fastapi import Request
from fastapi.routing import APIRoute

from service.faults import refusal
from service.problems import FieldError


async def only_known(request: Request) -> None:
    """Lets requests through whose parameters the route knows; ProblemError (422) for others, so that a slip is never lost."""
    route: APIRoute = request.scope["route"]
    known = [parameter.alias for parameter in route.dependant.query_params]
    message = f"is no parameter here; known are {', '.join(known)}" if known else "is no parameter here; none is known"
    unknown = [FieldError(field=name[:200], message=message, location="") for name in request.query_params if name not in known]
    if unknown:
        raise refusal(unknown)
