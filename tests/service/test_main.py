import signal
import subprocess
import sys

import pytest

from tests.dependencies import ROOT

PROGRAM = """
import os, signal, sys

class HangUp:
    def find_spec(self, name, path=None, target=None):
        if name == "service.cli":
            os.kill(os.getpid(), signal.SIGHUP)
            sys.exit(0)

sys.meta_path.insert(0, HangUp())
from service.__main__ import main
sys.exit(main())
"""
"""Nianbao, to which a reload comes while it is imported, and which ends then."""


@pytest.mark.parametrize(("command", "ended"), [("serve", 0), ("keys", -signal.SIGHUP)])
def test_a_reload_that_comes_before_the_service_is_up_does_not_end_it(command: str, ended: int) -> None:
    done = subprocess.run([sys.executable, "-c", PROGRAM, command], check=False, cwd=ROOT, stdout=subprocess.DEVNULL)
    assert done.returncode == ended
