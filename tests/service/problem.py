"""What every problem must be."""

from typing import Any

from httpx2 import Response


def problem_of(response: Response, status: int, slug: str) -> dict[str, Any]:
    """The problem that the response holds, with its media type, status and kind checked."""
    assert response.headers["content-type"] == "application/problem+json"
    problem: dict[str, Any] = response.json()
    assert (response.status_code, problem["status"], problem["type"]) == (status, status, f"urn:nianbao:problem:{slug}")
    assert set(problem) == {"type", "title", "status", "detail", "instance", "errors"}
    return problem


def only_error(problem: dict[str, Any]) -> dict[str, str]:
    """The one error of the problem."""
    (error,) = problem["errors"]
    assert set(error) == {"field", "message", "location"}
    return dict(error)
