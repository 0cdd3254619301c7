"""The text of a file, its builder, and the error of a file that cannot be read."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Reason(StrEnum):
    """Why a file cannot be read."""

    UNSUPPORTED = "unsupported"
    """Of a format that no reader knows."""
    ENCRYPTED = "encrypted"
    BROKEN = "broken"
    """Damaged, or not what it claims to be."""
    SCANNED = "scanned"
    """Pictures of pages without a text."""
    TOO_LARGE = "too_large"
    TOO_DEEP = "too_deep"
    """Nested beyond what any report needs."""
    EMPTY = "empty"
    """Without any text."""
    SLOW = "slow"
    """Not read within the time allowed."""


class DocumentError(ValueError):
    """A file that cannot be read; `reason` is for machines, the message for people."""

    def __init__(self, reason: Reason, message: str) -> None:
        super().__init__(message)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Document:
    """The text of a file: paragraphs and rows of tables on lines of their own, the cells of a row parted by tabs.

    A cell that spans several rows or columns stands once, where it begins.
    """

    text: str


_BREAK = re.compile(r"[^\S\u00a0\u3000 ]+")
_OPEN_GROUP = re.compile(r"(?<![\d,.])\d{1,3}(?:,\d{3})*,(\d{1,2})$")
_LINE_END = re.compile(r"\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")


def goes_on(before: str, after: str) -> bool:
    """Whether the second of two lines has the digits that a group of three behind a comma lacks in the first: 1,21 and 1.41."""
    group = _OPEN_GROUP.search(before)
    return group is not None and re.match(rf"\d{{{3 - len(group[1])}}}(?!\d)", after) is not None


def one_line(text: str) -> str:
    """The words of a cell without the line ends and tabs that broke them.

    Lines in a narrow cell break inside words and numbers (商业/企业), so nothing is put in their place; a space parts only what
    a reader would otherwise take for one number or one Latin word.
    """
    words = [word for word in (part.strip() for part in _BREAK.split(text)) if word]
    line = "".join(words[:1])
    for word in words[1:]:
        parted = line[-1].isascii() and word[0].isascii() and line[-1].isalnum() and word[0].isalnum()
        line += f" {word}" if parted and not goes_on(line, word) else word
    return line


class DocumentBuilder:
    """Puts paragraphs and tables into one text, in the order in which they are added."""

    def __init__(self) -> None:
        self._lines: list[str] = []

    def add_paragraph(self, text: str) -> None:
        """Appends the lines of the text, without the white space around each; blank lines are left out."""
        stripped = (line.strip() for line in _LINE_END.sub("\n", text).split("\n"))
        self._lines += filter(None, stripped)

    def add_table(self, rows: Iterable[Iterable[str]]) -> None:
        """Appends the cells of a table, row by row; a row without cells has no line of its own, a table without any text is left out."""
        cells = [[one_line(cell) for cell in row] for row in rows]
        if any(cell for row in cells for cell in row):
            self._lines += ("\t".join(row) for row in cells if row)

    def document(self) -> Document:
        """The document of all that was added."""
        return Document("\n".join(self._lines))
