"""How often a key may call."""

import time
from collections.abc import Callable

SECOND = 1_000_000_000
MINUTE = 60 * SECOND


class Rate:
    """A limit on the calls of each key: so many at once, and from then on one each time that its share of a minute has gone by.

    This is the generic cell rate algorithm (ITU-T I.371): of each key it keeps one time, at which all its calls would be paid for.

    Args:
        per_minute: how many calls a key has in a minute.
        clock: nanoseconds that only grow; whole ones, so that who waits as long as he is told is let in.
    """

    def __init__(self, per_minute: int, clock: Callable[[], int] = time.monotonic_ns) -> None:
        self._each = MINUTE // per_minute
        self._clock = clock
        self._paid: dict[str, int] = {}

    def wait(self, key: str) -> float:
        """Seconds until the key may call; 0 where it may now, which then counts as a call."""
        now = self._clock()
        paid = max(self._paid.get(key, now), now) + self._each
        if (ahead := paid - now) > MINUTE:
            return (ahead - MINUTE) / SECOND
        self._paid[key] = paid
        return 0
