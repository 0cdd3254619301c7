"""Damaged files of every kind; `python -m tests.service.mutations` reads more of them."""

import subprocess
import sys

import pytest

from tests.service.mutants import KINDS


@pytest.mark.parametrize("kind", KINDS)
def test_damaged_files_are_read_or_refused_within_the_bounds(kind: str) -> None:
    command = [sys.executable, "-m", "tests.service.mutations", "--files", "40", "--kinds", kind]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    assert (done.returncode, done.stderr) == (0, ""), done.stdout
    assert done.stdout.startswith(f"{kind}: 40 files; ")
