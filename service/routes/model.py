"""The released model that reads."""

import logging

from fastapi import APIRouter

from model.release import ReleaseError
from service.deps import EngineDep
from service.engine import ReportReader
from service.openapi import ANSWERS_JSON, OF_ADDRESSES, problems
from service.problems import NOT_READY, RELEASE_UNUSABLE, release_unusable
from service.schemas import ModelAnswer

router = APIRouter(prefix="/v1/model", tags=["model"])
switching = APIRouter(prefix="/v1/model", tags=["model"])
"""What only admins may."""

logger = logging.getLogger(__name__)


@router.get(
    "",
    response_description="The release that reads",
    responses=problems("/v1/model", *ANSWERS_JSON, NOT_READY, examples=OF_ADDRESSES),
)
async def model(engine: EngineDep) -> ModelAnswer:
    """Names the released model and gives its manifest: labels, data, scores and hashes."""
    return _answer(engine.reader)


@switching.post(
    "/switch",
    response_description="The release that reads from now on",
    responses=problems("/v1/model/switch", *ANSWERS_JSON, RELEASE_UNUSABLE, examples=OF_ADDRESSES),
)
async def switch(engine: EngineDep) -> ModelAnswer:
    """Takes up the release that is current by now, and answers it; needs the scope admin.

    No request is dropped or mixed: those that have begun are answered by the release that they began with. A release that cannot be loaded
    changes nothing.
    """
    try:
        return _answer(await engine.switch())
    except ReleaseError as error:
        logger.error("the release that is current now cannot be taken up: %s", error)
        raise release_unusable() from error


def _answer(reader: ReportReader) -> ModelAnswer:
    return ModelAnswer(name=reader.release.name, precision=reader.precision, manifest=reader.release.manifest)
