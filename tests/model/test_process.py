import subprocess
import sys

_CODE = """
import gc, sys
from model.process import ready_process
ready_process()
print(gc.get_freeze_count() > 1000, sys.getswitchinterval())
"""


def test_what_was_imported_is_left_out_of_collections_and_threads_take_turns_soon() -> None:
    run = subprocess.run([sys.executable, "-c", _CODE], capture_output=True, text=True, check=True)
    assert run.stdout.split() == ["True", "0.0005"]
