"""PDF files: the text layer, the tables that ruling lines or columns of numbers form, and why a file cannot be read."""

import threading
from collections.abc import Iterator

import pypdfium2
import pypdfium2.raw as pdfium

from model.documents.document import Document, DocumentBuilder, DocumentError, Reason
from model.documents.pdf_continuation import continued, with_whole_labels
from model.documents.pdf_fonts import use_own_font
from model.documents.pdf_furniture import without_furniture
from model.documents.pdf_geometry import Frame, Page
from model.documents.pdf_glyphs import drawn_characters, glyphs_of, main_direction
from model.documents.pdf_lines import Line, lines_of
from model.documents.pdf_loose import loose_tables
from model.documents.pdf_paragraphs import PlacedLine, measures_of, paragraphs
from model.documents.pdf_rules import drawing_of
from model.documents.pdf_tables import Table, ruled_tables

MOST_PAGES = 500
MOST_CHARACTERS = 250_000
"""Reports have 30,000; the service takes no longer text by default than 200,000, and more takes too long to read."""

_ALONE = threading.Lock()
"""PDFium may be called from one thread at a time."""

_Item = PlacedLine | Table


def read_pdf(content: bytes) -> Document:
    """The text of a PDF file with its tables.

    Raises:
        DocumentError: encrypted, broken, too_large (over 500 pages or 250,000 characters), scanned (pictures without a text) or empty.
    """
    with _ALONE:
        use_own_font()
        pages = _pages(content)
    if not any(glyph.text.strip() for page in pages for glyph in page.glyphs):
        raise _without_text(pages)
    document = _document(pages)
    if not document.text:
        # Page numbers and the mark of a scanning program are all the text there is.
        raise _without_text(pages)
    return document


def _without_text(pages: list[Page]) -> DocumentError:
    if any(page.pictured for page in pages):
        return DocumentError(Reason.SCANNED, "The PDF holds pictures of pages without a text; it needs character recognition (OCR) first.")
    return DocumentError(Reason.EMPTY, "The PDF holds no text.")


def _pages(content: bytes) -> list[Page]:
    try:
        file = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        raise _unopened(error) from error
    try:
        count = len(file)
        if count > MOST_PAGES:
            raise DocumentError(Reason.TOO_LARGE, f"The PDF has {count} pages; no more than {MOST_PAGES} are read.")
        return list(_read_pages(file, count))
    except pypdfium2.PdfiumError as error:
        raise DocumentError(Reason.BROKEN, "A page of the PDF is damaged.") from error
    finally:
        file.close()


def _unopened(error: pypdfium2.PdfiumError) -> DocumentError:
    if error.err_code in {pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY}:
        return DocumentError(Reason.ENCRYPTED, "The PDF is encrypted and cannot be opened without its password.")
    return DocumentError(Reason.BROKEN, "The file is damaged or no PDF.")


def _read_pages(file: pypdfium2.PdfDocument, count: int) -> Iterator[Page]:
    characters = 0
    for number in range(count):
        page = _read_page(file[number])
        characters += len(page.glyphs)
        _check_size(characters)
        yield page


def _check_size(characters: int) -> None:
    if characters > MOST_CHARACTERS:
        raise DocumentError(Reason.TOO_LARGE, f"The PDF has more than {MOST_CHARACTERS:,} characters.")


def _read_page(page: pypdfium2.PdfPage) -> Page:
    text_page = page.get_textpage()
    try:
        _check_size(text_page.count_chars())
        characters = drawn_characters(text_page)
        drawing = drawing_of(page)
        left, bottom, right, top = page.get_cropbox()
    finally:
        text_page.close()
        page.close()
    frame = Frame(left, bottom, right, top, main_direction(characters))
    return Page(*frame.size, glyphs_of(characters, frame), drawing.rules(frame), drawing.pictured)


def _document(pages: list[Page]) -> Document:
    builder = DocumentBuilder()
    items = _items(pages)
    measures = measures_of(item for item in items if isinstance(item, PlacedLine))
    lines: list[PlacedLine] = []
    for item in (*items, None):
        if isinstance(item, PlacedLine):
            lines.append(item)
            continue
        for paragraph in paragraphs(lines, measures):
            builder.add_paragraph(paragraph)
        lines = []
        if item is not None:
            builder.add_table(with_whole_labels(item).texts())
    return builder.document()


def _items(pages: list[Page]) -> list[_Item]:
    """Lines and tables of all pages in the order of reading; a table that goes on over a page's end is one."""
    ruled = [ruled_tables(page) for page in pages]
    lines = without_furniture([lines_of(outside) for _, outside in ruled], [page.height for page in pages])
    found: list[_Item] = []
    for number, (page, (tables, _), outside) in enumerate(zip(pages, ruled, loose_tables(lines), strict=True)):
        on_page = sorted([*outside, *tables], key=_top)
        placed = [item if isinstance(item, Table) else PlacedLine(item, number, round(page.width)) for item in on_page]
        if found and placed and isinstance(found[-1], Table) and isinstance(placed[0], Table):
            whole = continued(found[-1], placed[0])
            if whole is not None:
                found[-1:], placed = [whole], placed[1:]
        found += placed
    return found


def _top(item: Line | Table) -> float:
    return item.top if isinstance(item, Table) else item.baseline - item.size
