"""Files of any format that is read, told apart by what is in them."""

import re
from collections.abc import Callable

from model.documents.document import Document, DocumentError, Reason
from model.documents.docx import read_docx
from model.documents.html import read_html
from model.documents.pdf import read_pdf
from model.documents.plain import read_plain

_WORD = (b"PK\x03\x04", bytes.fromhex("D0CF11E0A1B11AE1"))
"""Zip archives, and the compound files of older Word, of which the reader says why they cannot be read."""
_FOREIGN = (
    (re.compile(rb"\s*\{\\rtf"), "an RTF document"),
    (re.compile(rb"\s*(?:MIME-Version:|From: <Saved by)", re.IGNORECASE), "a web archive (MHT)"),
    (re.compile(rb".{0,2048}?<(?:w:wordDocument|pkg:package)\b", re.DOTALL), "a Word document as flat XML"),
)
"""Formats of characters that would pass for a text or a page."""
_PAGE = re.compile(rb"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_TAG = re.compile(rb"</?(?:p|div|span|table|tr|td|br|h[1-6]|ul|li|font|strong)\b[^<>]{0,300}>", re.IGNORECASE)
_HEAD = 4096
_TAGS = 5
"""A text without <html> that has so many tags at its beginning is a piece of a page."""


def read_document(content: bytes, name: str | None = None) -> Document:
    """The text of a file; `name`, if given, is that of the file and decides only where its content leaves doubt.

    Raises:
        DocumentError: the file cannot be read or holds no text; its `reason` says why.
    """
    document = _reader(content, (name or "").lower())(content)
    if not document.text.strip():
        raise DocumentError(Reason.EMPTY, "The file holds no text.")
    return document


def _reader(content: bytes, name: str) -> Callable[[bytes], Document]:
    if content.startswith(_WORD):
        return read_docx
    # The PDF header may stand behind other bytes (ISO 32000-1, annex H, note 13).
    if b"%PDF-" in content[:1024]:
        return read_pdf
    for pattern, kind in _FOREIGN:
        if pattern.match(content):
            raise DocumentError(Reason.UNSUPPORTED, f"The file is {kind}, not a document that can be read.")
    # Servers that run scripts put hundreds of blank lines before a page.
    head = content.replace(b"\0", b"").lstrip()[:_HEAD]
    tags = len(_TAG.findall(head))
    if _PAGE.search(head) or tags >= _TAGS or (tags and name.endswith((".html", ".htm", ".shtml"))):
        return read_html
    return read_plain
