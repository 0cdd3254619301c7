"""Parsers that misbehave, and files for good ones."""

import sys
from pathlib import Path
from tempfile import TemporaryFile
from typing import BinaryIO

from service.parser import Parser
from tests.service.waiting import eventually

FIXTURES = Path(__file__).parents[1] / "model" / "documents" / "pdf"


def parser(code: str, seconds: float = 20) -> Parser:
    """A parser whose process runs the code, with what the real program has as `program`."""
    return Parser((sys.executable, "-I", "-c", f"from service import parser_process as program\n{code}"), seconds)


def hung(trace: Path, seconds: float = 20) -> Parser:
    """A parser that hangs with a child that it started; the numbers of both processes are left in the file `trace`."""
    code = f"""
import os, subprocess, time
child = subprocess.Popen(["sleep", "60"])
with open({str(trace)!r} + ".part", "w") as file:
    file.write(f"{{os.getpid()}} {{child.pid}}")
os.rename({str(trace)!r} + ".part", {str(trace)!r})
time.sleep(60)
"""
    return parser(code, seconds)


def replaced(body: str) -> str:
    """Code that runs the real program with another reader, whose body is given."""
    return f"def read(content, name):\n    {body}\nprogram.read_document = read\nprogram.main()"


def file_of(content: bytes) -> BinaryIO:
    """The content as a file with a descriptor."""
    file: BinaryIO = TemporaryFile()  # noqa: SIM115 - the caller closes it
    file.write(content)
    file.seek(0)
    return file


def gone(trace: Path) -> bool:
    """Whether, within five seconds, none of the processes that left their numbers in the file runs."""
    numbers = trace.read_text(encoding="ascii").split()
    assert numbers
    return eventually(lambda: not any(_runs(number) for number in numbers))


def _runs(number: str) -> bool:
    try:
        state = Path(f"/proc/{number}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return False
    return state not in "ZX"
