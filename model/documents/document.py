"""The text of a file with the places of its tables' cells, its builder, and the error of a file that cannot be read."""

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
class GridCell:
    """A cell of a table: `text[start:end]` of the document is what stands in it, start == end where that is nothing.

    The spans are at least 1 and count the rows and columns that the cell covers; rows never beyond the grid's last.
    """

    start: int
    end: int
    row_span: int
    column_span: int


@dataclass(frozen=True, slots=True)
class Grid:
    """A table, row by row; a cell stands once, in the row and at the place where it begins, however far it spans."""

    rows: tuple[tuple[GridCell, ...], ...]


@dataclass(frozen=True, slots=True)
class Document:
    """The text of a file, and its tables in the order of the text; offsets are code points of `text`."""

    text: str
    grids: tuple[Grid, ...] = ()


@dataclass(frozen=True, slots=True)
class CellText:
    """A cell that is yet to be placed: its words, and the rows and columns that it covers, at least 1."""

    text: str
    row_span: int = 1
    column_span: int = 1


_BREAK = re.compile(r"[^\S\u00a0\u3000 ]+")
_LINE_END = re.compile(r"\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")


def one_line(text: str) -> str:
    """The words of a cell without the line ends and tabs that broke them.

    Lines in a narrow cell break inside words and numbers (商业/企业), so nothing is put in their place; a space parts only what
    a reader would otherwise take for one number or one Latin word.
    """
    words = [word for word in (part.strip() for part in _BREAK.split(text)) if word]
    line = "".join(words[:1])
    for word in words[1:]:
        parted = line[-1].isascii() and word[0].isascii() and line[-1].isalnum() and word[0].isalnum()
        line += f" {word}" if parted else word
    return line


class DocumentBuilder:
    """Puts paragraphs and tables into one text, in the order in which they are added.

    Every line of a paragraph and every row of a table stands on a line of its own; a row's cells are parted by tabs.
    """

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._grids: list[Grid] = []

    def add_paragraph(self, text: str) -> None:
        """Appends the lines of the text, without the white space around each; blank lines are left out."""
        for line in _LINE_END.sub("\n", text).split("\n"):
            if stripped := line.strip():
                self._append(f"{stripped}\n")

    def add_table(self, rows: Iterable[Iterable[CellText]]) -> None:
        """Appends a table; a row without cells has no line of its own, a table without any text is left out."""
        cells = [[CellText(one_line(cell.text), cell.row_span, cell.column_span) for cell in row] for row in rows]
        if any(cell.text for row in cells for cell in row):
            self._grids.append(Grid(tuple(self._row(row, len(cells) - number) for number, row in enumerate(cells))))

    def document(self) -> Document:
        """The document of all that was added."""
        return Document("".join(self._parts).removesuffix("\n"), tuple(self._grids))

    def _row(self, cells: list[CellText], rows_left: int) -> tuple[GridCell, ...]:
        placed = []
        for number, cell in enumerate(cells):
            start = self._length
            self._append(cell.text)
            placed.append(GridCell(start, self._length, min(cell.row_span, rows_left), cell.column_span))
            if number < len(cells) - 1:
                self._append("\t")
        if cells:
            self._append("\n")
        return tuple(placed)

    def _append(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)
