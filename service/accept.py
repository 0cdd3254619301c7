"""Answers that the client does not take."""

from fastapi import Request

from service.problems import NOT_ACCEPTABLE, ProblemError

JSON = "application/json"


async def takes_json(request: Request) -> None:
    """Lets requests through whose clients take JSON; ProblemError (406) for the others."""
    accept = ",".join(request.headers.getlist("accept"))
    if not accepts_json(accept):
        raise ProblemError(NOT_ACCEPTABLE, f"answers are {JSON}; send that, or nothing, in the header accept")


def accepts_json(accept: str) -> bool:
    """Whether an Accept header (RFC 9110, 12.5.1) lets JSON through; an empty one lets everything through.

    The most specific range that fits JSON decides: `*/*, application/json;q=0` does not take it.
    """
    if not accept.strip(" ,"):
        return True
    weights = dict(_weighted(entry) for entry in accept.lower().split(","))
    for wanted in (JSON, "application/*", "*/*"):
        if wanted in weights:
            return weights[wanted] > 0
    return False


def _weighted(entry: str) -> tuple[str, float]:
    kind, *parameters = (piece.strip() for piece in entry.split(";"))
    return kind, next((_weight(parameter[2:]) for parameter in parameters if parameter.startswith("q=")), 1.0)


def _weight(value: str) -> float:
    try:
        return float(value)
    except ValueError:
        return 1.0
