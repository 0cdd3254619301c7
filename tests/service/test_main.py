import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.dependencies import ROOT

PROGRAM = """
import os, signal, sys

class Signalling:
    def find_spec(self, name, path=None, target=None):
        if name == "service.cli":
            os.kill(os.getpid(), int(sys.argv.pop()))
            sys.exit(0)

sys.meta_path.insert(0, Signalling())
from service.__main__ import main
sys.exit(main())
"""
"""Nianbao, to which the signal of its last argument comes while it is imported, and which ends then."""


@pytest.fixture(autouse=True)
def _heard() -> Iterator[None]:
    """Programs hear an interrupt, which a shell has those ignore that it runs in the background."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.parametrize(("command", "ended"), [("serve", 0), ("keys", -signal.SIGHUP)])
def test_a_reload_that_comes_before_the_service_is_up_does_not_end_it(command: str, ended: int) -> None:
    done = subprocess.run([sys.executable, "-c", PROGRAM, command, str(int(signal.SIGHUP))], check=False, cwd=ROOT)
    assert done.returncode == ended


def test_an_interrupt_while_it_is_imported_ends_it_quietly() -> None:
    done = subprocess.run([sys.executable, "-c", PROGRAM, "extract", str(int(signal.SIGINT))], check=False, cwd=ROOT, capture_output=True)
    assert (done.returncode, done.stderr) == (130, b"")


def test_an_interrupt_while_it_reads_ends_it_quietly(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"id": "a", "text": "3"}\n' * 10, encoding="utf-8")
    command = [sys.executable, "-m", "tests.service.fake_cli", "extract", str(path), "-"]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.send_signal(signal.SIGINT)
        assert process.stderr.read() == b""
    assert process.returncode == 130
