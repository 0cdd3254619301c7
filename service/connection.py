"""Work for a client that may go away."""

from collections.abc import Awaitable, Callable
from typing import TypeVar

import anyio
from fastapi import Request

from service.problems import BAD_REQUEST, ProblemError

Result = TypeVar("Result")


async def while_connected(request: Request, work: Callable[[], Awaitable[Result]]) -> Result:
    """What the work returns; it is cancelled as soon as the client of the request, whose body has been read, is gone.

    Raises:
        ProblemError: the client is gone.
    """
    try:
        async with anyio.create_task_group() as tasks:
            tasks.start_soon(_cancel_when_gone, request, tasks.cancel_scope)
            result = await work()
            tasks.cancel_scope.cancel()
            return result
    except ExceptionGroup as group:
        # The group wraps whatever the work raises; the watch raises nothing.
        raise group.exceptions[0] from None
    raise client_gone()


def client_gone() -> ProblemError:
    """Ends a request that nobody waits for; nobody reads it either."""
    return ProblemError(BAD_REQUEST, "the client is gone")


async def _cancel_when_gone(request: Request, scope: anyio.CancelScope) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass
    scope.cancel()
