"""The documents of files given on the command line."""

import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from service.faults import invalid
from service.interchange import UnreadableError, decode, parse
from service.schemas import Document
from service.text import flaw


class InputError(ValueError):
    """A file or a document that cannot be read; the message says why."""


@dataclass(frozen=True, slots=True)
class Source:
    """The bytes of one document, and the place (file, or file:line) that messages name."""

    place: str
    content: bytes
    is_line: bool

    def document(self) -> tuple[str, str]:
        """The document's id and text. A file's text leaves out the byte order mark, and nothing else.

        Raises:
            InputError: it is not UTF-8, or no text that can be read; of a line, not {"id", "text"}.
        """
        try:
            return self._line() if self.is_line else self._file()
        except UnreadableError as error:
            raise InputError(f"{error.message} ({error.location})" if error.location else error.message) from error

    def _line(self) -> tuple[str, str]:
        value = parse(self.content)
        try:
            document = Document.model_validate(value)
        except ValidationError as error:
            raise InputError(str(invalid(error.errors(include_input=False), value).detail)) from error
        return document.id, document.text

    def _file(self) -> tuple[str, str]:
        text = decode(self.content)
        if found := flaw(text):
            raise InputError(f"the text {found}")
        return self.place, text


def sources(name: str) -> Iterator[Source]:
    """The documents of a file: one a line of a .jsonl file, blank lines left out, or the whole file; `-` is the standard input.

    Raises:
        InputError: the file cannot be read.
    """
    shown = os.fsencode(name).decode("utf-8", "replace")
    try:
        if name.endswith(".jsonl"):
            yield from _lines(Path(name), shown)
        else:
            content = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
            yield Source(shown, content, is_line=False)
    except OSError as error:
        raise InputError(str(error.strerror)) from error


def _lines(path: Path, shown: str) -> Iterator[Source]:
    with path.open("rb") as lines:
        for number, line in enumerate(lines, start=1):
            if line.strip():
                yield Source(f"{shown}:{number}", line.rstrip(b"\r\n"), is_line=True)
