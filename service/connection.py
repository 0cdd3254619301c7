"""Work for a client that may go away, in bounded time."""

from collections.abc import Awaitable, Callable
from typing import TypeVar

import anyio
from fastapi import Request

from service.problems import CLIENT_GONE, TOOK_TOO_LONG, ProblemError

Result = TypeVar("Result")


async def attend(request: Request, seconds: float, work: Callable[[], Awaitable[Result]]) -> Result:
    """What the work returns.

    It is cancelled when its time is over, and as soon as the client of the request, whose body has been read, is gone.

    Raises:
        ProblemError: 504 where the time is over; the client is gone.
    """
    try:
        with anyio.fail_after(seconds):
            async with anyio.create_task_group() as tasks:
                tasks.start_soon(_cancel_when_gone, request, tasks.cancel_scope)
                result = await work()
                tasks.cancel_scope.cancel()
                return result
    except TimeoutError as error:
        raise ProblemError(TOOK_TOO_LONG, f"the request was not answered within {seconds:g} seconds; send less at a time") from error
    except ExceptionGroup as group:
        # Groups wrap whatever the work raises; the watch raises nothing.
        raised: Exception = group
        while isinstance(raised, ExceptionGroup):
            raised = raised.exceptions[0]
        raise raised from None
    raise client_gone()


def client_gone() -> ProblemError:
    """Ends a request that nobody waits for; nobody reads it either."""
    return ProblemError(CLIENT_GONE, "the client is gone")


async def _cancel_when_gone(request: Request, scope: anyio.CancelScope) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass
    scope.cancel()
