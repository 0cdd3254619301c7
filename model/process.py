"""What a process that reads reports sets for itself, once all is imported."""

import gc
import sys

SWITCH_SECONDS = 0.0005
"""How long one thread may keep the others from Python: with its own 5 ms, encoding waits for assembly, and a refusal for both."""


def ready_process() -> None:
    """Sets how threads take turns, and leaves what was imported out of garbage collections, which else stop all threads for 50 ms."""
    sys.setswitchinterval(SWITCH_SECONDS)
    gc.freeze()
