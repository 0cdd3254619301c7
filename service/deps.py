"""What the routes are given."""

from collections.abc import Mapping
from typing import Annotated

from fastapi import Depends, Request
from starlette.datastructures import UploadFile

from model.interchange import Path
from service.engine import Engine
from service.faults import field_error
from service.parser import Parser
from service.problems import TEXT_TOO_LONG, ProblemError
from service.settings import Settings
from service.threads import Threads
from service.upload import uploaded


async def _engine(request: Request) -> Engine:
    engine: Engine = request.app.state.engine
    return engine


async def _parser(request: Request) -> Parser:
    parser: Parser = request.app.state.parser
    return parser


async def _settings(request: Request) -> Settings:
    settings: Settings = request.app.state.settings
    return settings


async def _threads(request: Request) -> Mapping[str, Threads]:
    threads: Mapping[str, Threads] = request.app.state.threads
    return threads


EngineDep = Annotated[Engine, Depends(_engine)]
ParserDep = Annotated[Parser, Depends(_parser)]
SettingsDep = Annotated[Settings, Depends(_settings)]
ThreadsDep = Annotated[Mapping[str, Threads], Depends(_threads)]
UploadDep = Annotated[UploadFile, Depends(uploaded)]


def within_limit(text: str, settings: Settings, path: Path = ("text",)) -> str:
    """The text; ProblemError (413) where it is longer than the settings allow.

    Args:
        path: where the text, or the file that it was read from, stands in the request's body.
    """
    if len(text) <= settings.max_text_characters:
        return text
    message = f"has {len(text)} characters; at most {settings.max_text_characters} are read"
    raise ProblemError(TEXT_TOO_LONG, f"{path[-1]}: {message}", [field_error(path, message)])
