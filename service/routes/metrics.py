"""Metrics of the service, for Prometheus."""

from fastapi import APIRouter, Response
from prometheus_client import CONTENT_TYPE_PLAIN_0_0_4

from service.deps import EngineDep
from service.openapi import KEYED, OF_ADDRESSES, Responses, problems

router = APIRouter(prefix="/metrics", tags=["health"])

_EXAMPLE = """# HELP nianbao_requests_total Requests answered.
# TYPE nianbao_requests_total counter
nianbao_requests_total{method="POST",route="/v1/extract",status="200"} 3.0
"""

_PAGE: Responses = {200: {"description": "The metrics", "content": {"text/plain": {"schema": {"type": "string"}, "example": _EXAMPLE}}}}


@router.get("", response_class=Response, responses=problems("/metrics", *KEYED, examples=OF_ADDRESSES) | _PAGE)
async def metrics(engine: EngineDep) -> Response:
    """Counts and times requests, the stages of reading and what was read, and tells the process's memory, in Prometheus' text format."""
    reader = engine.loaded
    page = engine.metrics.page((reader.release.name, reader.precision), reader.waiting) if reader else engine.metrics.page(None, 0)
    return Response(page, media_type=CONTENT_TYPE_PLAIN_0_0_4)
