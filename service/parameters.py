"""Parameters of addresses that are none, or that are given twice."""

from collections import Counter

from fastapi import Request
from fastapi.routing import APIRoute

from service.faults import refusal
from service.problems import FieldError


async def only_known(request: Request) -> None:
    """Lets requests through whose parameters the route knows, each given once; ProblemError (422) for others, so that no slip is lost."""
    route: APIRoute = request.scope["route"]
    known = [parameter.alias for parameter in route.dependant.query_params]
    message = f"is no parameter here; known are {', '.join(known)}" if known else "is no parameter here; none is known"
    given = Counter(name for name, _ in request.query_params.multi_items())
    faults = [
        FieldError(field=name[:200], message=f"is given {times} times" if name in known else message, location="")
        for name, times in given.items()
        if name not in known or times > 1
    ]
    if faults:
        raise refusal(faults)
