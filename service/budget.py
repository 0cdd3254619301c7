"""A limit on how much is worked on at the same time."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import anyio


class Budget:
    """Lets work in as long as its sizes add up to no more than `most`; what is larger is let in alone."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._taken = 0
        self._changed = anyio.Condition()

    @asynccontextmanager
    async def take(self, size: int) -> AsyncIterator[None]:
        """Waits for room, and keeps it as long as the context lasts."""
        async with self._changed:
            while self._taken and self._taken + size > self._most:
                await self._changed.wait()
            self._taken += size
        try:
            yield
        finally:
            with anyio.CancelScope(shield=True):
                async with self._changed:
                    self._taken -= size
                    self._changed.notify_all()
