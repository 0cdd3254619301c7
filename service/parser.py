"""Files read apart from the service, so that none takes it down.

Each file has a new process, which bounds what a hostile one can do: endless loops and files that take minutes (CPU and wall time),
archives and pages that grow without end (address space, size of the answer), crashes and endless recursion of native parsers
(only the process dies), many files at once (no more processes than CPUs), leaks and corruption that would reach the next file
(no process has one). The process inherits no socket, no open file but the one it reads, and no environment, hence no secret in it;
it is killed, with all it started, when its time is over or the caller has gone. It still runs as the same user: code that takes over
a native parser could read this user's files, reach the network, or as root leave its process group behind.
"""

import logging
import os
import re
import signal
import sys
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext, suppress
from subprocess import DEVNULL
from typing import BinaryIO

import anyio
from anyio.abc import ByteReceiveStream, Process
from pydantic import TypeAdapter, ValidationError

from model.cpus import usable_cpus
from model.documents.document import Document, DocumentError, Reason
from service.parser_process import Refusal

COMMAND = (sys.executable, "-I", "-m", "service.parser_process")
SECONDS = 20.0
"""From the start of the process to the end of its answer."""
MOST_OUTPUT = 32 << 20
"""Bytes of an answer: ten times the longest text that is read by default."""

_ENDING = re.compile(r"\.[a-z0-9]{1,8}\Z", re.IGNORECASE)
_OUT_OF_TIME = {-signal.SIGXCPU, -signal.SIGALRM}
_ANSWER: TypeAdapter[Document | Refusal] = TypeAdapter(Document | Refusal)

logger = logging.getLogger(__name__)


class Parser:
    """Reads files, as many at once as there are CPUs; the others wait.

    Args:
        command: the program that is given a file as its standard input and the ending of the file's name as its last argument.
        seconds: the time that a file may take, not counting that in which it waits for others.
        timed: what a stage is run within, given its name: `queued_to_parse`, `parsing`.
    """

    def __init__(
        self,
        command: Sequence[str] = COMMAND,
        seconds: float = SECONDS,
        timed: Callable[[str], AbstractContextManager[object]] = nullcontext,
    ) -> None:
        self._command = command
        self._seconds = seconds
        self._timed = timed
        self._places = anyio.CapacityLimiter(usable_cpus())

    async def read(self, file: BinaryIO, name: str) -> Document:
        """The text of a file.

        Args:
            file: a file with a descriptor, which the process reads itself from its current position.
            name: its name, of which only the ending is used, and only where the content leaves doubt about the format.

        Raises:
            DocumentError: it cannot be read; slow or too_large where it broke the bounds, broken where its reader crashed.
        """
        ending = _ENDING.search(name)
        with self._timed("queued_to_parse"):
            await self._places.acquire()
        try:
            with self._timed("parsing"):
                output, code = await self._run(file, ending[0] if ending else "")
        finally:
            self._places.release()
        if code != 0:
            raise self._crash(code)
        return _document(output)

    async def _run(self, file: BinaryIO, ending: str) -> tuple[bytearray, int]:
        """What the process wrote, and its exit code."""
        command = [*self._command, ending]
        async with await anyio.open_process(command, stdin=file, stderr=DEVNULL, env={}, start_new_session=True) as process:
            try:
                with anyio.fail_after(self._seconds):
                    return await _output(process), await process.wait()
            except TimeoutError as error:
                raise self._too_slow() from error
            finally:
                with suppress(ProcessLookupError):
                    os.killpg(process.pid, signal.SIGKILL)

    def _too_slow(self) -> DocumentError:
        return DocumentError(Reason.SLOW, f"The file was not read within {self._seconds:g} seconds.")

    def _crash(self, code: int) -> DocumentError:
        if code in _OUT_OF_TIME:
            return self._too_slow()
        logger.warning("the process that read a file ended with code %d", code)
        return DocumentError(Reason.BROKEN, "The file is damaged: its reader crashed.")


async def _output(process: Process) -> bytearray:
    stream: ByteReceiveStream | None = process.stdout
    assert stream is not None
    output = bytearray()
    async for chunk in stream:
        output += chunk
        if len(output) > MOST_OUTPUT:
            raise DocumentError(Reason.TOO_LARGE, "The file holds more text than any report.")
    return output


def _document(output: bytearray) -> Document:
    """The document that a process answered; DocumentError where it answered that there is none, or nonsense."""
    try:
        answer = _ANSWER.validate_json(output)
    except ValidationError as error:
        raise DocumentError(Reason.BROKEN, "The file is damaged: its reader gave no answer.") from error
    if isinstance(answer, Document):
        return answer
    if answer.fault:
        logger.error("a reader of files failed: %s", answer.fault)
    raise DocumentError(answer.reason, answer.message)
