"""Word documents (DOCX, ECMA-376 part 1, section 17)."""

import re
from dataclasses import dataclass, field

from lxml.etree import _Element, iterwalk

from model.documents.blocks import BlockWriter
from model.documents.document import Document, DocumentError, Reason
from model.documents.numbering import Numbering
from model.documents.ooxml import find, is_on, name_of, number_of, value_of
from model.documents.package import open_package

_COMPOUND = bytes.fromhex("D0CF11E0A1B11AE1")
_LEFT_OUT = frozenset({"del", "moveFrom", "Fallback", "rt", "pPr", "rPr", "sdtPr"})
"""Deleted words, the second form of a drawing, what is printed above characters, and properties."""
_TEXTS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_CODE = re.compile(r"(?!D[89A-F])[0-9A-F]{4}", re.IGNORECASE)
"""A code point of w:sym, no surrogate. Those of symbol fonts are private ones and stay so: no letter takes their place."""


def read_docx(content: bytes) -> Document:
    """The body of a document: its paragraphs and tables in their order, text boxes behind the paragraph that holds them.

    Deleted words, hidden ones, notes, comments, headers and footers are left out.

    Raises:
        DocumentError: encrypted, unsupported (a .doc of Word 97 among them), too_large, too_deep, broken.
    """
    if content.startswith(_COMPOUND):
        raise _compound(content)
    package = open_package(content)
    return _Body(Numbering(package.numbering, package.styles)).read(package.document)


def _compound(content: bytes) -> DocumentError:
    """Why an OLE compound file, which starts no DOCX, cannot be read ([MS-OFFCRYPTO] 2.3.4, [MS-DOC] 2.1)."""
    if "EncryptedPackage".encode("utf-16-le") in content:
        return DocumentError(Reason.ENCRYPTED, "The document is protected by a password.")
    if "WordDocument".encode("utf-16-le") in content:
        return DocumentError(Reason.UNSUPPORTED, "The file is a .doc of Word 97 to 2003; save it as .docx.")
    return DocumentError(Reason.UNSUPPORTED, "The file is of an old Office format, not a DOCX document.")


@dataclass(slots=True)
class _Columns:
    """Where a table has got to: the column of its next cell, and the columns whose last cell may go on below."""

    next: int = 0
    merged: set[int] = field(default_factory=set)


class _Body:
    """Walks a document and writes what is seen of it."""

    def __init__(self, numbering: Numbering) -> None:
        self._writer = BlockWriter()
        self._numbering = numbering
        self._tables: list[_Columns] = []

    def read(self, root: _Element) -> Document:
        """The text of the body."""
        walk = iterwalk(root, events=("start", "end"))
        skipped = None
        for event, element in walk:
            if event == "start" and not self._enters(element):
                skipped = element
                walk.skip_subtree()
            elif event == "end" and element is not skipped:
                self._leave(element)
        return self._writer.document()

    def _enters(self, element: _Element) -> bool:
        """Begins what the element begins; whether what is in it is seen."""
        name = name_of(element)
        if name in _LEFT_OUT or is_on(find(element, "rPr", "vanish")) or find(element, "trPr", "del") is not None:
            return False
        if name == "p":
            self._writer.write(self._numbering.label(find(element, "pPr")))
        elif name == "tbl":
            self._writer.open_table()
            self._tables.append(_Columns())
        elif name == "tr" and self._tables:
            self._writer.open_row()
            self._tables[-1].next = number_of(find(element, "trPr", "gridBefore"))
        elif name == "tc" and self._tables:
            return self._open_cell(find(element, "tcPr"))
        elif name == "txbxContent":
            self._writer.open_box()
        else:
            self._writer.write(_text(element, name))
        return True

    def _open_cell(self, properties: _Element | None) -> bool:
        """Begins a cell; False where it continues the one above."""
        columns = self._tables[-1]
        column, merge = columns.next, find(properties, "vMerge")
        columns.next += max(1, number_of(find(properties, "gridSpan"), default=1))
        if merge is None:
            columns.merged.discard(column)
        elif value_of(merge) != "restart" and column in columns.merged:
            return False
        else:
            columns.merged.add(column)
        self._writer.open_cell()
        return True

    def _leave(self, element: _Element) -> None:
        name = name_of(element)
        if name == "p":
            self._writer.end_line()
        elif name == "tbl":
            self._tables.pop()
            self._writer.close_table()
        elif name == "tc" and self._tables:
            self._writer.close_cell()
        elif name == "txbxContent":
            self._writer.close_box()


def _text(element: _Element, name: str) -> str:
    """The characters that an element of a run stands for."""
    if name == "t":
        return element.text or ""
    if name == "sym":
        code = value_of(element, "char") or ""
        return chr(int(code, 16)) if _CODE.fullmatch(code) else ""
    return _TEXTS.get(name, "")
