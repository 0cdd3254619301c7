"""Waiting for what happens in other threads and processes."""

import time
from collections.abc import Callable


def eventually(true: Callable[[], bool], seconds: float = 5) -> bool:
    """Whether the condition holds within so many seconds."""
    deadline = time.monotonic() + seconds
    while not true() and time.monotonic() < deadline:
        time.sleep(0.01)
    return true()


def until(true: Callable[[], bool]) -> None:
    """Fails unless the condition holds within ten seconds."""
    assert eventually(true, seconds=10)
