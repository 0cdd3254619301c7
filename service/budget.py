"""A limit on how much is worked on at the same time."""

import asyncio


class Budget:
    """Lets work in as long as its sizes add up to no more than `most`; what is larger is let in alone.

    First come, first served: work that would fit waits behind what came before it, so that a steady stream of small work keeps no large
    work out.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._taken = 0
        self._turn = asyncio.Lock()
        self._freed = asyncio.Event()

    async def take(self, size: int) -> None:
        """Waits for its turn and for room, which is kept until it is given back."""
        async with self._turn:
            while self._taken and self._taken + size > self._most:
                await self._freed.wait()
            self._taken += size

    def give_back(self, size: int) -> None:
        """Frees room that was taken; must be called in the event loop."""
        self._taken -= size
        self._freed.set()
        self._freed.clear()
