"""Health: whether the service is up, and whether it can read."""

from fastapi import APIRouter

from service.deps import EngineDep
from service.openapi import problems
from service.problems import NOT_READY
from service.schemas import HealthAnswer, ReadyAnswer

router = APIRouter(tags=["health"])


@router.get("/healthz")
async def healthz() -> HealthAnswer:
    """Answers as long as the service is up."""
    return HealthAnswer(status="ok")


@router.get("/readyz", responses=problems("/readyz", NOT_READY))
async def readyz(engine: EngineDep) -> ReadyAnswer:
    """Answers once the model is loaded; until then 503."""
    return ReadyAnswer(status="ready", model=engine.reader.release.name)
