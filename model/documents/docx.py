"""Word documents (DOCX, ECMA-376 part 1, section 17)."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from lxml.etree import _Element, iterwalk

from model.documents.blocks import BlockWriter
from model.documents.document import Document, DocumentError, Reason
from model.documents.numbering import Numbering
from model.documents.ooxml import find, is_on, name_of, number_of, value_of
from model.documents.package import open_package
from model.documents.styles import Styles
from model.documents.superscripts import raised

_COMPOUND = bytes.fromhex("D0CF11E0A1B11AE1")
_LEFT_OUT = frozenset({"del", "moveFrom", "Fallback", "rt", "pPr", "rPr", "sdtPr"})
"""Deleted words, the second form of a drawing, what is printed above characters, and properties."""
_STRUCK = (("rPr", "strike"), ("rPr", "dstrike"))
_ROW_GONE = (("trPr", "del"), ("trPr", "hidden"))
_MARK_GONE = (("pPr", "rPr", "del"), ("pPr", "rPr", "moveFrom"), ("pPr", "rPr", "vanish"))
"""Properties of words that were taken back, of rows that are not there, and of marks behind which a paragraph goes on in the next one."""
_ELSEWHERE = frozenset({"altChunk", "subDoc"})
"""Places of other files whose text is part of the document's."""
_TEXTS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_CODE = re.compile(r"(?!D[89A-F])[0-9A-F]{4}", re.IGNORECASE)
"""A code point of w:sym, no surrogate. Those of symbol fonts are private ones and stay so: no letter takes their place."""


def read_docx(content: bytes) -> Document:
    """The body of a document: its paragraphs and tables in their order, text boxes behind the paragraph that holds them.

    Deleted, hidden and struck out words, prompts of controls that nobody filled in, notes, comments, headers and footers are left out.

    Raises:
        DocumentError: encrypted, unsupported (a .doc of Word 97, or a document that holds other files), too_large, too_deep, broken.
    """
    if content.startswith(_COMPOUND):
        raise _compound(content)
    package = open_package(content)
    styles = Styles(package.styles)
    return _Body(Numbering(package.numbering, styles), styles).read(package.document)


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

    def __init__(self, numbering: Numbering, styles: Styles) -> None:
        self._writer = BlockWriter()
        self._numbering = numbering
        self._styles = styles
        self._tables: list[_Columns] = []
        self._prompts = 0
        """The open controls that show no more than what to fill in."""
        self._codes: list[bool] = []
        """The open fields, and whether it is the code of each that is being read."""

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
        if name in _ELSEWHERE:
            raise DocumentError(Reason.UNSUPPORTED, "Parts of the document are other files inside it; open it in Word and save it again.")
        if name in _LEFT_OUT or self._is_hidden(element, name):
            return False
        if name == "p":
            self._open_paragraph(element)
        elif name == "sdt":
            self._prompts += _is_prompt(element)
        elif name == "fldChar":
            self._turn_field(value_of(element, "fldCharType"))
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
        elif not self._prompts and not any(self._codes):
            self._writer.write(_text(element, name))
        return True

    def _is_hidden(self, element: _Element, name: str) -> bool:
        """Whether a run, by its own properties before those of its style, or a paragraph or a row is not seen."""
        if name == "tr":
            return _has(element, _ROW_GONE)
        if name == "p":
            return self._styles.hides(value_of(find(element, "pPr", "pStyle")))
        if name != "r":
            return False
        if _has(element, _STRUCK):
            return True
        own = find(element, "rPr", "vanish")
        return is_on(own) if own is not None else self._styles.hides(value_of(find(element, "rPr", "rStyle")))

    def _open_paragraph(self, element: _Element) -> None:
        """Begins a paragraph, behind its number and what is left of one that has lost its end."""
        if not _has(element, _MARK_GONE):
            begun = self._writer.line
            self._writer.clear_line()
            self._writer.write(self._numbering.label(find(element, "pPr")) + begun)

    def _turn_field(self, kind: str | None) -> None:
        """Begins a field with its code, turns from that to its result, or ends it (ECMA-376 part 1, section 17.16.18)."""
        if kind == "begin":
            self._codes.append(True)
        elif kind == "separate" and self._codes:
            self._codes[-1] = False
        elif kind == "end" and self._codes:
            self._codes.pop()

    def _open_cell(self, properties: _Element | None) -> bool:
        """Begins a cell; False where it continues the one above or before it, or was deleted."""
        columns = self._tables[-1]
        column, merge, beside = columns.next, find(properties, "vMerge"), find(properties, "hMerge")
        columns.next += max(1, number_of(find(properties, "gridSpan"), default=1))
        if find(properties, "cellDel") is not None or (beside is not None and value_of(beside) != "restart" and column):
            return False
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
        if name == "p" and not _has(element, _MARK_GONE):
            # Fields of which the end is missing must not swallow the rest.
            self._codes = [False] * len(self._codes)
            self._writer.end_line()
        elif name == "sdt":
            self._prompts -= _is_prompt(element)
        elif name == "tbl":
            self._tables.pop()
            self._writer.close_table()
        elif name == "tc" and self._tables:
            self._writer.close_cell()
        elif name == "txbxContent":
            self._writer.close_box()


def _has(element: _Element, properties: Iterable[tuple[str, ...]]) -> bool:
    """Whether an element has one of some properties, which are on."""
    return any(is_on(find(element, *path)) for path in properties)


def _is_prompt(control: _Element) -> bool:
    """Whether a control (ECMA-376 part 1, section 17.5.2.39) shows what to fill in, and nothing was."""
    return _has(control, [("sdtPr", "showingPlcHdr")])


def _text(element: _Element, name: str) -> str:
    """The characters that an element of a run stands for."""
    if name == "t":
        place = value_of(find(element.getparent(), "rPr", "vertAlign"))
        return raised(element.text or "") if place == "superscript" else element.text or ""
    if name == "sym":
        code = value_of(element, "char") or ""
        return chr(int(code, 16)) if _CODE.fullmatch(code) else ""
    return _TEXTS.get(name, "")
