"""Reads damaged files within the bounds of the service and tells what breaks them.

`python -m tests.service.mutations [--files N] [--kinds html docx pdf txt] [--start N]` prints for every kind how the reading of N
files ended, the longest time and the largest memory, and names each file that crashed its process, raised an error that no reader
foresaw, or took more than the service allows: `pdf 17` is made again by `--kinds pdf --start 17 --files 1`. It ends with 1 where
there is any.

Every file is read as `service.parser_process` reads it, in a process of its own, but one that is forked, since to start a program
anew takes longer than most files. The tables in its text are read as well, if it is no
longer than the service takes.
"""

import argparse
import json
import os
import random
import signal
import sys
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from tempfile import TemporaryFile

from model.documents.document import Document
from model.tables.reading import read_tables
from model.text import mended
from service import parser_process
from service.parser import SECONDS
from service.settings import Settings
from tests.service.mutants import KINDS, mutant


@dataclass(frozen=True, slots=True)
class Outcome:
    """How the reading of a file ended: `read`, a reason for a refusal, or a fault; seconds, and bytes of memory at the most."""

    end: str
    seconds: float
    memory: int
    fault: str | None = None


def attempt(content: bytes, name: str) -> Outcome:
    """Reads a file in a forked process with the bounds of the service's."""
    began = time.monotonic()
    receiver, sender = os.pipe()
    process = os.fork()
    if not process:
        os.close(receiver)
        _read(content, name, sender)
    os.close(sender)
    with os.fdopen(receiver, "rb") as pipe:
        answer = pipe.read()
    _, status, used = os.wait4(process, 0)
    seconds, memory = time.monotonic() - began, used.ru_maxrss << 10
    if status:
        code = os.waitstatus_to_exitcode(status)
        slow = code in {-signal.SIGXCPU, -signal.SIGALRM}
        return Outcome("slow" if slow else "crashed", seconds, memory, f"took over {SECONDS:.0f} s" if slow else f"ended with code {code}")
    end, fault = json.loads(answer)
    excess = f"took {memory >> 20} MB" if memory > parser_process.MOST_MEMORY else None
    return Outcome(end, seconds, memory, fault or excess)


def _read(content: bytes, name: str, sender: int) -> None:
    """What the forked process does."""
    with TemporaryFile() as file:
        file.write(content)
        file.seek(0)
        os.dup2(file.fileno(), sys.stdin.fileno())
    parser_process.confine()
    signal.alarm(round(SECONDS))
    os.write(sender, json.dumps(_ending(name)).encode())
    os._exit(0)


def _ending(name: str) -> tuple[str, str | None]:
    answer = parser_process.answer(name)
    if not isinstance(answer, Document):
        return answer.reason, answer.fault
    if len(answer.text) > Settings().max_text_characters:
        return "too long", None
    try:
        read_tables(mended(answer.text))
    except Exception as error:
        return "read", f"tables: {error!r}"
    return "read", None


def run(kind: str, numbers: Sequence[int]) -> bool:
    """Reads the files of a kind by their numbers and prints how that went, each fault at once; whether there was none."""
    outcomes = []
    for number in numbers:
        outcomes.append(attempt(mutant(kind, random.Random(f"{kind} {number}")), f".{kind}"))
        if outcomes[-1].fault:
            print(f"{kind} {number}: {outcomes[-1].fault}", flush=True)
    ends = ", ".join(f"{end} {count}" for end, count in Counter(one.end for one in outcomes).most_common())
    slowest, largest = max(one.seconds for one in outcomes), max(one.memory for one in outcomes)
    print(f"{kind}: {len(outcomes)} files; {ends}; at most {slowest:.1f} s, {largest >> 20} MB", flush=True)
    return not any(one.fault for one in outcomes)


def main() -> int:
    """The command line."""
    parser = argparse.ArgumentParser(description="Read damaged files within the bounds of the service.")
    parser.add_argument("--files", type=int, default=2000)
    parser.add_argument("--kinds", nargs="+", choices=KINDS, default=KINDS)
    parser.add_argument("--start", type=int, default=0)
    options = parser.parse_args()
    numbers = range(options.start, options.start + options.files)
    return int(sum(run(kind, numbers) for kind in options.kinds) < len(options.kinds))


if __name__ == "__main__":
    sys.exit(main())
