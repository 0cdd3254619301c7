"""The documents of files given on the command line."""

import errno
import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from typing import BinaryIO

import anyio
from pydantic import ValidationError

from model.documents.document import DocumentError
from model.interchange import UnreadableError, first_value, parse
from model.text import mended
from service.faults import invalid
from service.parser import Parser
from service.schemas import Document

FILES = 'HTML, DOCX, PDF or plain text, - for the standard input; or .jsonl with {"id", "text"} a line'
"""Which files hold documents."""


class InputError(ValueError):
    """A file or a document that cannot be read; the message says why."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a .jsonl file, and its place (file:line) that messages name."""

    place: str
    content: bytes

    def document(self) -> Document:
        """The document of the line.

        Raises:
            InputError: the line is no JSON in UTF-8, not {"id", "text"}, or holds no text that can be read.
        """
        try:
            value = parse(self.content)
            return Document.model_validate(value)
        except UnreadableError as error:
            raise InputError(f"{error.message} ({error.location})" if error.location else error.message) from error
        except ValidationError as error:
            raise InputError(str(invalid(error.errors(include_input=False), value).detail)) from error


@dataclass(frozen=True, slots=True)
class Given:
    """A document of the files: its name, its text, and whether it is a file of its own rather than a line of one."""

    id: str
    text: str
    is_file: bool


def documents(names: Iterable[str]) -> Iterator[Given | InputError]:
    """The documents of files, each read when it is asked for; where one cannot be read an error that names its place."""
    parser = Parser()
    for name in names:
        try:
            if name.lower().endswith(".jsonl"):
                yield from _documents_of_lines(name)
            else:
                yield Given(shown(name), text_of(name, parser), is_file=True)
        except InputError as error:
            yield InputError(f"{shown(name)}: {error}")


def shown(name: str) -> str:
    """The name of a file as it can be printed."""
    return os.fsencode(name).decode("utf-8", "replace")


def lines(name: str) -> Iterator[Line]:
    """The lines of a .jsonl file, blank ones left out.

    Raises:
        InputError: the file cannot be read.
    """
    try:
        with Path(name).open("rb") as file:
            for number, line in enumerate(file, start=1):
                if line.strip():
                    yield Line(f"{shown(name)}:{number}", line.rstrip(b"\r\n"))
    except OSError as error:
        raise InputError(str(error.strerror)) from error


def _documents_of_lines(name: str) -> Iterator[Given | InputError]:
    for line in lines(name):
        try:
            document = line.document()
        except InputError as error:
            yield InputError(f"{line.place}: {error}")
        else:
            yield Given(document.id, document.text, is_file=False)


def content_of(name: str) -> bytes:
    """The bytes of a file; `-` is the standard input.

    Raises:
        InputError: the file cannot be read.
    """
    try:
        return _standard_input().read() if name == "-" else Path(name).read_bytes()
    except OSError as error:
        raise InputError(str(error.strerror)) from error


def text_of(name: str, parser: Parser) -> str:
    """The text of a file of any format that is read; `-` is the standard input.

    Raises:
        InputError: the file cannot be read, or begins with a JSON object, which no report does but JSON Lines do.
    """
    try:
        with _opened(name) as file:
            text = mended(anyio.run(parser.read, file, name).text)
    except OSError as error:
        raise InputError(str(error.strerror)) from error
    except DocumentError as error:
        raise InputError(f"{error.reason}: {error}") from error
    if _begins_with_object(text):
        raise InputError("holds JSON, not a report; JSON Lines are read from a file whose name ends in .jsonl")
    return text


def _begins_with_object(text: str) -> bool:
    try:
        value, _ = first_value(text.lstrip(), 0)
    except UnreadableError:
        return False
    return isinstance(value, dict)


def _opened(name: str) -> BinaryIO:
    if name == "-":
        return _copied(_standard_input())
    file = Path(name).open("rb")  # noqa: SIM115 - the caller closes it
    if Path(name).is_file():
        return file
    with file:
        return _copied(file)


def _standard_input() -> BinaryIO:
    if sys.stdin is None:
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))
    return sys.stdin.buffer


def _copied(pipe: BinaryIO) -> BinaryIO:
    """All that comes out of the pipe, as a file: what fills it may take its time, which is not the parser's."""
    copy: BinaryIO = TemporaryFile()  # noqa: SIM115 - the caller closes it
    shutil.copyfileobj(pipe, copy)
    copy.seek(0)
    return copy
