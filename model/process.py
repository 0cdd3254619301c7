"""What a process that reads reports sets for itself, once all is imported."""

import ctypes
import gc
import os
import sys

from model.cpus import usable_cpus

SWITCH_SECONDS = 0.0005
"""How long one thread may keep the others from Python: with its own 5 ms, encoding waits for assembly, and a refusal for both."""
_ARENA_MAX = -8
"""The parameter of glibc's `mallopt`, M_ARENA_MAX in its malloc.h."""


def ready_process() -> None:
    """Sets how threads take turns and share memory, and leaves what was imported out of garbage collections.

    These else stop all threads for 50 ms.
    """
    sys.setswitchinterval(SWITCH_SECONDS)
    _share_arenas()
    gc.freeze()


def _share_arenas() -> None:
    """Has the threads take memory from one arena a CPU: glibc gives each its own, which keeps the most that any text ever took there."""
    if "CS_GNU_LIBC_VERSION" in getattr(os, "confstr_names", {}):
        ctypes.CDLL(None).mallopt(_ARENA_MAX, usable_cpus())
