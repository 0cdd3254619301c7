"""What the routes are given."""

from typing import Annotated

from fastapi import Depends, Request

from service.engine import Engine
from service.faults import field_error
from service.interchange import Path
from service.problems import TEXT_TOO_LONG, ProblemError
from service.settings import Settings


async def _engine(request: Request) -> Engine:
    engine: Engine = request.app.state.engine
    return engine


async def _settings(request: Request) -> Settings:
    settings: Settings = request.app.state.settings
    return settings


EngineDep = Annotated[Engine, Depends(_engine)]
SettingsDep = Annotated[Settings, Depends(_settings)]


def within_limit(text: str, settings: Settings, path: Path = ("text",)) -> str:
    """The text; ProblemError (413) where it is longer than the settings allow.

    Args:
        path: where the text stands in the request's body.
    """
    if len(text) <= settings.max_text_characters:
        return text
    message = f"has {len(text)} characters; at most {settings.max_text_characters} are read"
    raise ProblemError(TEXT_TOO_LONG, f"{path[-1]}: {message}", [field_error(path, message)])
