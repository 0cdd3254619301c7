"""Tagging: the entities alone, for those who need no record."""

from fastapi import APIRouter

from service.deps import EngineDep, SettingsDep, within_limit
from service.json_route import JsonRoute
from service.openapi import TAKES_JSON, problems
from service.problems import NOT_READY, TEXT_TOO_LONG, TOOK_TOO_LONG
from service.schemas import TagAnswer, TextRequest

router = APIRouter(prefix="/v1/tag", tags=["tag"], route_class=JsonRoute)


@router.post(
    "",
    response_description="The spans of the text",
    responses=problems("/v1/tag", *TAKES_JSON, TEXT_TOO_LONG, NOT_READY, TOOK_TOO_LONG),
)
async def tag(body: TextRequest, engine: EngineDep, settings: SettingsDep) -> TagAnswer:
    """Marks the spans of a text: categories, figures, and the words that change how figures are read."""
    text = within_limit(body.text, settings)
    return TagAnswer(entities=await engine.tag(text))
