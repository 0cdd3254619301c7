"""In a process of its own, which never ran torch on more threads than one: such a process can be forked."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_no_kill_loses_what_was_acknowledged_or_leaves_half_a_release_or_changes_a_run() -> None:
    command = [sys.executable, "-m", "tests.training.kills", "--times", "4", "--seed", "3"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=600)
    assert done.returncode == 0, done.stderr
    assert done.stdout.count("4 kills") == 2
