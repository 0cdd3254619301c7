"""The released model that reads."""

from fastapi import APIRouter

from service.deps import EngineDep
from service.openapi import ANSWERS_JSON, problems
from service.problems import NOT_READY
from service.schemas import ModelAnswer

router = APIRouter(prefix="/v1/model", tags=["model"])


@router.get("", responses=problems("/v1/model", *ANSWERS_JSON, NOT_READY))
async def model(engine: EngineDep) -> ModelAnswer:
    """Names the released model and gives its manifest: labels, data, scores and hashes."""
    reader = engine.reader
    return ModelAnswer(name=reader.release.name, precision=reader.precision, manifest=reader.release.manifest)
