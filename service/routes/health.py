"""Health: whether the service is up, and whether it can read."""

from fastapi import APIRouter

from service.deps import EngineDep
from service.openapi import EVERYWHERE, problems
from service.problems import NOT_READY
from service.schemas import HealthAnswer, ReadyAnswer

router = APIRouter(tags=["health"])


@router.get("/healthz", response_description="The service is up", responses=problems("/healthz", *EVERYWHERE))
async def healthz() -> HealthAnswer:
    """Answers as long as the service is up."""
    return HealthAnswer(status="ok")


@router.get("/readyz", response_description="The service can read", responses=problems("/readyz", *EVERYWHERE, NOT_READY))
async def readyz(engine: EngineDep) -> ReadyAnswer:
    """Answers once the model is loaded and has passed its self-test; until then 503."""
    reader = engine.reader
    return ReadyAnswer(status="ready", model=reader.release.name, precision=reader.precision)
