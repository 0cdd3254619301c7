"""Checks: the identities of a record, so that a corrected one can be checked again."""

from functools import partial
from typing import Annotated

from fastapi import APIRouter
from pydantic import BeforeValidator, TypeAdapter, ValidationError

from model.checks import check_record
from model.facts import Check
from model.record import Record
from service.deps import EngineDep, ThreadsDep
from service.faults import invalid
from service.json_route import JsonRoute
from service.openapi import TAKES_JSON, problems
from service.problems import TOOK_TOO_LONG
from service.schemas import CheckAnswer, CheckRequest
from service.text import sound

router = APIRouter(prefix="/v1/check", tags=["check"], route_class=JsonRoute)

_RECORD: TypeAdapter[Record] = TypeAdapter(Annotated[Record, BeforeValidator(sound)])


@router.post("", response_description="The verdicts on the record", responses=problems("/v1/check", *TAKES_JSON, TOOK_TOO_LONG))
async def check(body: CheckRequest, engine: EngineDep, threads: ThreadsDep) -> CheckAnswer:
    """Checks every identity that the record's figures must satisfy. Nothing is changed to make one hold."""
    checks = await threads["checking"].run(partial(_checks, body.record))
    engine.metrics.checked(checks)
    return CheckAnswer(checks=checks)


def _checks(value: object) -> tuple[Check, ...]:
    try:
        record = _RECORD.validate_python(value)
    except ValidationError as error:
        raise invalid(error.errors(include_input=False), value, ("record",)) from error
    return tuple(check_record(record))
