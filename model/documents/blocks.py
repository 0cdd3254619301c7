"""Paragraphs and nested tables as a reader comes upon them, and how they are laid out as one text."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from model.documents.document import Document, DocumentBuilder, DocumentError, Reason

DEEPEST = 256
"""Tables in tables; generators of pages nest ten at most."""
_PROSE = 200
"""Characters of a cell that is a column of the page, not a cell: notes in statutory tables have 60 at most."""


@dataclass(slots=True)
class Cell:
    """A cell with what stands in it."""

    blocks: list["str | Table"] = field(default_factory=list)

    @property
    def flows(self) -> bool:
        """Whether it holds a table or long prose, as the cells do by which a page is laid out."""
        texts = [block for block in self.blocks if isinstance(block, str)]
        return len(texts) < len(self.blocks) or sum(map(len, texts)) > _PROSE


@dataclass(slots=True)
class Table:
    """A table, row by row, each cell where it begins."""

    rows: list[list[Cell]] = field(default_factory=list)


class BlockWriter:
    """Takes text and tables in the order of a file and nests them.

    Raises:
        DocumentError: too_deep, from `open_table`.
    """

    def __init__(self) -> None:
        self._lists: list[list[str | Table]] = [[]]
        self._tables: list[Table] = []
        self._line: list[str] = []
        self._lines: list[list[str]] = []
        self._behind: list[str | Table] = []

    @property
    def line(self) -> str:
        """The open line."""
        return "".join(self._line)

    def write(self, text: str) -> None:
        """Adds to the open line."""
        if text:
            self._line.append(text)

    def clear_line(self) -> None:
        """Takes back the open line."""
        self._line = []

    def end_line(self) -> None:
        """Ends the open line and puts what stands beside it behind it."""
        if text := self.line.strip():
            self._lists[-1].append(text)
        self.clear_line()
        if not self._lines:
            self._lists[-1] += self._behind
            self._behind = []

    def open_table(self) -> None:
        """Begins a table, in the open cell if there is one."""
        self.end_line()
        if len(self._tables) == DEEPEST:
            raise DocumentError(Reason.TOO_DEEP, f"The file nests more than {DEEPEST} tables.")
        self._tables.append(Table())

    def close_table(self) -> None:
        """Ends the innermost open table and puts it behind its caption."""
        self.end_line()
        self._lists[-1].append(self._tables.pop())

    def open_row(self) -> None:
        """Begins a row of the innermost open table."""
        self.end_line()
        self._tables[-1].rows.append([])

    def open_cell(self) -> None:
        """Begins a cell of the last row, the first if there is none."""
        if not self._tables[-1].rows:
            self.open_row()
        self.end_line()
        cell = Cell()
        self._tables[-1].rows[-1].append(cell)
        self._lists.append(cell.blocks)

    def close_cell(self) -> None:
        """Ends the innermost open cell."""
        self.end_line()
        self._lists.pop()

    def open_box(self) -> None:
        """Begins a box that is anchored in the open line and stands behind it."""
        self._lines.append(self._line)
        self._line = []
        self._lists.append([])

    def close_box(self) -> None:
        """Ends the innermost open box."""
        self.end_line()
        self._behind += self._lists.pop()
        self._line = self._lines.pop()

    def document(self) -> Document:
        """All that was written, laid out."""
        self.end_line()
        return lay_out(self._lists[0])


def lay_out(blocks: list[str | Table]) -> Document:
    """The blocks as one text; the rows of tables of data are lines, the cells of others flow as blocks."""
    builder = DocumentBuilder()
    stack: list[Iterator[str | list[list[Cell]] | Table]] = [iter(blocks)]
    while stack:
        block = next(stack[-1], None)
        if block is None:
            stack.pop()
        elif isinstance(block, str):
            builder.add_paragraph(block)
        elif isinstance(block, Table):
            stack.append(_flow(block))
        else:
            builder.add_table([map(_text, row) for row in block])
    return builder.document()


def _flow(table: Table) -> Iterator[str | list[list[Cell]] | Table]:
    """The rows of data between rows that flow, and the blocks of those."""
    one_column = all(len(row) < 2 for row in table.rows)
    data: list[list[Cell]] = []
    for row in table.rows:
        if one_column or any(cell.flows for cell in row):
            if data:
                yield data
            data = []
            yield from (block for cell in row for block in cell.blocks)
        else:
            data.append(row)
    if data:
        yield data


def _text(cell: Cell) -> str:
    return "\n".join(block for block in cell.blocks if isinstance(block, str))
