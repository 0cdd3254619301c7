"""Checks: the identities of a record, so that a corrected one can be checked again."""

from fastapi import APIRouter

from model.checks import check_record
from service.json_route import JsonRoute
from service.openapi import TAKES_JSON, problems
from service.schemas import CheckAnswer, CheckRequest

router = APIRouter(prefix="/v1/check", tags=["check"], route_class=JsonRoute)


# A plain function: FastAPI runs it in a thread, off the event loop.
@router.post("", responses=problems("/v1/check", *TAKES_JSON))
def check(body: CheckRequest) -> CheckAnswer:
    """Checks every identity that the record's figures must satisfy. Nothing is changed to make one hold."""
    return CheckAnswer(checks=tuple(check_record(body.record)))
