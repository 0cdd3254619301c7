"""Labelled reports: kept for training, and given back."""

import time
from collections.abc import Iterable
from typing import Annotated
from urllib.parse import urlencode

from anyio import to_thread
from fastapi import APIRouter, Query, Request
from fastapi.responses import JSONResponse

from service.connection import attend
from service.deps import SettingsDep, ThreadsDep
from service.json_route import refuse_parts
from service.labelled import BODY, LINES, MOST_REPORTS, LabelledFormat, taken
from service.openapi import KEYED, OF_ADDRESSES, OF_LABELLED, TAKES_LABELLED, problems
from service.problems import STORE_UNUSABLE, TOO_MANY_REQUESTS
from service.schemas import LabelledAnswer, LabelledLine, StoredAnswer
from training.labelled.formats.shapes import Name
from training.labelled.intake import Taken
from training.labelled.store import LabelledStore, Stored

router = APIRouter(prefix="/v1/labelled", tags=["labelled"])


class JsonLines(JSONResponse):
    """Labelled reports, one a line."""

    media_type = "application/jsonl"

    def render(self, content: Iterable[LabelledLine]) -> bytes:
        """The lines."""
        return "".join(f"{line.model_dump_json()}\n" for line in content).encode()


_Format = Annotated[
    LabelledFormat | None,
    Query(alias="format", description="The format of the body; without it, it is told from the content.", examples=["doccano"]),
]
_Annotator = Annotated[
    Name | None, Query(min_length=1, max_length=200, description="Who labelled the reports that do not say so.", examples=["li"])
]
_After = Annotated[int, Query(ge=0, le=2**62, description="A cursor: the reports behind it are answered.", examples=[1])]
_Limit = Annotated[int, Query(ge=1, le=MOST_REPORTS, description="At most so many reports.", examples=[100])]
_KEEPING = problems("/v1/labelled", *TAKES_LABELLED, examples=OF_LABELLED)
_GIVING = problems(
    "/v1/labelled", *KEYED, TOO_MANY_REQUESTS, STORE_UNUSABLE, examples=OF_ADDRESSES | {STORE_UNUSABLE: OF_LABELLED[STORE_UNUSABLE]}
)


@router.post("", response_description="What became of each report", responses=_KEEPING, openapi_extra={"requestBody": BODY})
async def keep(
    request: Request, settings: SettingsDep, threads: ThreadsDep, body_format: _Format = None, annotator: _Annotator = None
) -> LabelledAnswer:
    """Keeps labelled reports, all or none, in any of the formats; once this is answered they are on the disk.

    A report is known by its text: labelled again it gets another version, sent again as it was it stays what it is. The problem names every
    mistake with its line, field and offset.
    """
    content = await request.body()
    due = time.monotonic() + settings.max_seconds

    def read() -> list[Taken]:
        refuse_parts(content)
        return [one.completed(annotator=annotator) for one in taken(content, body_format, settings.max_text_characters)]

    def add() -> list[Stored]:
        return LabelledStore(settings.labelled, due).add([one.report for one in reports])

    reports = await attend(request, settings.max_seconds, lambda: threads["labelled"].run(read))
    # Never left alone, so that what is not answered as kept is not kept later.
    stored = await to_thread.run_sync(add)
    answers = (StoredAnswer(**kept.model_dump(), repaired=one.repair) for kept, one in zip(stored, reports, strict=True))
    return LabelledAnswer(stored=tuple(answers))


@router.get("", response_class=JsonLines, responses={**_GIVING, 200: {"model": LabelledLine, **LINES}})
def give(request: Request, settings: SettingsDep, after: _After = 0, limit: _Limit = 100) -> JsonLines:
    """Gives the reports in their current versions, one a line, in the order in which these were kept.

    Current is the newest version that a person stands behind, and where there is none the newest prediction. A page of long reports
    holds fewer than were asked for; behind each that is not empty the header `Link` (RFC 8288) leads to the next one. A cursor stays good:
    what is kept later comes behind it.
    """
    reports = LabelledStore(settings.labelled, time.monotonic() + settings.max_seconds).page(after, limit)
    headers = {}
    if reports:
        headers["link"] = f'<{request.url.path}?{urlencode({"after": reports[-1].cursor, "limit": limit})}>; rel="next"'
    return JsonLines(map(LabelledLine.of, reports), headers=headers)
