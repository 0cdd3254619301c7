"""The service and the command line as their users run them: processes of their own, with the settings that nobody changed."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

import httpx2

PROGRAM = (sys.executable, "-m", "service")
_ADDRESS = re.compile(r"http://\S+")
_KILOBYTES = 1024
"""A MB, in the unit in which the system tells of memory."""
_OFTEN = 0.05
"""Seconds between two looks at the memory of a process that will end by itself."""


class StartError(Exception):
    """The service did not start; its log says why."""


@dataclass(frozen=True, slots=True)
class Memory:
    """What a process holds, in MB: now, and at most since it began."""

    resident: float
    peak: float


@dataclass(frozen=True, slots=True)
class Service:
    """A service that is ready, `seconds_to_ready` after its process was started."""

    process: "subprocess.Popen[str]"
    url: str
    log: Path
    seconds_to_ready: float

    def memory(self) -> Memory:
        """What its process holds."""
        return memory_of(self.process.pid)

    def stop(self) -> None:
        """Asks it to end once it has answered what it accepted."""
        self.process.terminate()

    def kill(self) -> None:
        """Ends it at once."""
        self.process.send_signal(signal.SIGKILL)


def memory_of(pid: int) -> Memory:
    """What a process holds; nothing where it has ended."""
    status = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    fields = dict(line.split(":", 1) for line in status.splitlines())
    return Memory(*(int(fields.get(name, "0").split()[0]) / _KILOBYTES for name in ("VmRSS", "VmHWM")))


@contextmanager
def serving(folder: Path, release: Path) -> Iterator[Service]:
    """The service on a free port, its log and its labelled reports in a folder; it is stopped at the end.

    Raises:
        StartError: it ended before it was ready.
    """
    log = folder / "service.log"
    settings = {"NIANBAO_PORT": "0", "NIANBAO_LABELLED": str(folder / "labelled.sqlite"), "NIANBAO_RELEASE": str(release)}
    begun = perf_counter()
    with (
        log.open("ab") as errors,
        subprocess.Popen((*PROGRAM, "serve"), stdout=subprocess.PIPE, stderr=errors, text=True, env=_environment() | settings) as process,
    ):
        try:
            yield _ready(process, log, begun)
        finally:
            process.terminate()


def _ready(process: "subprocess.Popen[str]", log: Path, begun: float) -> Service:
    assert process.stdout is not None
    address = _ADDRESS.search(process.stdout.readline())
    if address is None:
        raise StartError(f"the service did not start; see {log}")
    httpx2.get(f"{address[0]}/readyz", trust_env=False).raise_for_status()
    return Service(process, address[0], log, perf_counter() - begun)


def extract_file(path: Path, release: Path) -> tuple[float, float]:
    """Seconds and MB at most in which the command line reads a file, start and end of its process included.

    Raises:
        subprocess.CalledProcessError: it could not.
    """
    command = (*PROGRAM, "extract", "--release", str(release), str(path))
    begun, peak = perf_counter(), 0.0
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, env=_environment()) as process:
        # What the system counts for children that have ended includes the memory of this process, from which they sprang.
        while process.poll() is None:
            peak = max(peak, memory_of(process.pid).peak)
            time.sleep(_OFTEN)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return perf_counter() - begun, peak


def _environment() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if not name.startswith("NIANBAO_")}
