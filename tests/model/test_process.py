import os
import subprocess
import sys

import pytest

from model.cpus import usable_cpus

_CODE = """
import gc, sys
from model.process import ready_process
ready_process()
print(gc.get_freeze_count() > 1000, sys.getswitchinterval())
"""


def test_what_was_imported_is_left_out_of_collections_and_threads_take_turns_soon() -> None:
    run = subprocess.run([sys.executable, "-c", _CODE], capture_output=True, text=True, check=True)
    assert run.stdout.split() == ["True", "0.0005"]


_ARENAS = """
import ctypes, threading
from model.process import ready_process
{ready}
libc, all_hold = ctypes.CDLL(None), threading.Barrier(8)
def hold():
    block = bytes(10_000)
    all_hold.wait()
threads = [threading.Thread(target=hold) for _ in range(8)]
for thread in threads: thread.start()
for thread in threads: thread.join()
libc.malloc_info(0, ctypes.c_void_p.in_dll(libc, "stdout"))
libc.fflush(None)
"""


@pytest.mark.skipif("CS_GNU_LIBC_VERSION" not in os.confstr_names, reason="the allocator is not glibc's")
@pytest.mark.parametrize(("ready", "few"), [("ready_process()", True), ("", False)])
def test_threads_share_the_arenas_of_memory(ready: str, few: bool) -> None:
    environment = {name: value for name, value in os.environ.items() if name != "MALLOC_ARENA_MAX"}
    run = subprocess.run([sys.executable, "-c", _ARENAS.format(ready=ready)], capture_output=True, text=True, check=True, env=environment)
    assert (run.stdout.count("<heap nr=") <= max(2, usable_cpus())) == few
