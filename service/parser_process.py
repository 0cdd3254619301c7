"""The program that reads one file, in a process of its own: the file on the standard input, what was read as JSON on the standard output.

It imports nothing but what reading needs, because each file waits for its start.
"""

import json
import resource
import signal
import sys
from dataclasses import asdict, dataclass
from pathlib import Path
from types import TracebackType

from model.documents.document import Document, DocumentError, Reason
from model.documents.read import read_document

MOST_MEMORY = 1 << 30
"""Bytes of address space; the largest files that are still read take less than half of it."""
MOST_CPU_SECONDS = 20
MOST_SECONDS = 30
"""Only for a process whose parent has died: a living one ends it sooner."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why there is no document; `fault` is the place in the code of an error that no reader foresaw."""

    reason: Reason
    message: str
    fault: str | None = None


def main() -> None:
    """Reads the file; the argument is the ending of its name."""
    confine()
    sys.stdout.write(json.dumps(asdict(answer(sys.argv[1]))))


def confine() -> None:
    """Bounds what this process may use. It starts no other (unless it is root's), writes no file and leaves no core."""
    # Where memory runs out, the kernel ends this process and not the service.
    Path("/proc/self/oom_score_adj").write_text("1000", encoding="ascii")
    _bound(resource.RLIMIT_AS, MOST_MEMORY)
    _bound(resource.RLIMIT_NPROC, 0)
    _bound(resource.RLIMIT_FSIZE, 0)
    _bound(resource.RLIMIT_CORE, 0)
    # At the hard limit the kernel sends SIGKILL, which would not tell why.
    _bound(resource.RLIMIT_CPU, MOST_CPU_SECONDS, MOST_CPU_SECONDS + 1)
    signal.alarm(MOST_SECONDS)


def answer(name: str) -> Document | Refusal:
    """The document of the file on the standard input, or why there is none."""
    try:
        return read_document(sys.stdin.buffer.read(), name)
    except DocumentError as error:
        return Refusal(error.reason, str(error))
    except MemoryError:
        return Refusal(Reason.TOO_LARGE, f"The file needs more than {MOST_MEMORY >> 20} MB of memory to be read.")
    except Exception as error:
        return Refusal(Reason.BROKEN, "The file is damaged: its reader failed.", _place(error, error.__traceback__))


def _bound(kind: int, soft: int, hard: int | None = None) -> None:
    _, allowed = resource.getrlimit(kind)
    limits = [most if allowed == resource.RLIM_INFINITY else min(most, allowed) for most in (soft, hard or soft)]
    resource.setrlimit(kind, (limits[0], limits[1]))


def _place(error: Exception, traceback: TracebackType | None) -> str:
    """The kind of the error and where it arose, without its message, which may quote the file."""
    while traceback and traceback.tb_next:
        traceback = traceback.tb_next
    where = f" at {traceback.tb_frame.f_code.co_filename}:{traceback.tb_lineno}" if traceback else ""
    return f"{type(error).__name__}{where}"


if __name__ == "__main__":
    main()
