"""Threads for work that cannot be stopped once it has begun."""

from asyncio import AbstractEventLoop, get_running_loop, wrap_future
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import TypeVar

from service.budget import Budget

Result = TypeVar("Result")


class Threads:
    """Runs work in threads of their own, and no more at a time than there is room for; the rest waits.

    Args:
        name: what the threads do.
        most: how many there are.
        room: what the sizes of the work that runs may add up to; what is larger runs alone.
    """

    def __init__(self, name: str, most: int, room: int) -> None:
        self._pool = ThreadPoolExecutor(most, name)
        self._room = Budget(room)

    async def run(self, work: Callable[[], Result], size: int = 1) -> Result:
        """What the work returns.

        A caller that is cancelled is let go at once; thread and room go to others only once the work has ended.
        """
        loop = get_running_loop()
        await self._room.take(size)
        running = self._pool.submit(work)
        running.add_done_callback(lambda _: self._give_back(size, loop))
        return await wrap_future(running)

    def close(self) -> None:
        """Ends the threads, each when its work has ended."""
        self._pool.shutdown(wait=False)

    def _give_back(self, size: int, loop: AbstractEventLoop) -> None:
        with suppress(RuntimeError):  # the loop is closed: nothing waits for room any more
            loop.call_soon_threadsafe(self._room.give_back, size)
