"""PDF files that tests make with PDFium, and parts of pages."""

import io
from collections.abc import Callable
from pathlib import Path

import pypdfium2

from model.documents.pdf_geometry import Glyph
from model.documents.pdf_lines import Line

FIXTURES = Path(__file__).parent / "pdf"
LATIN = frozenset("0123456789.,-% abcdefghijklmnopqrstuvwxyz/")


def glyphs(text: str, left: float = 0, baseline: float = 0, size: float = 10) -> list[Glyph]:
    """Characters side by side, Chinese ones as wide as high, others half as wide."""
    found = []
    for character in text:
        right = left + (size / 2 if character in LATIN else size)
        found.append(Glyph(character, left, right, baseline, size))
        left = right
    return found


def line(text: str, left: float = 0, baseline: float = 0, size: float = 10) -> Line:
    """A line of such characters."""
    return Line(tuple(glyphs(text, left, baseline, size)))


def pdf(draw: Callable[[pypdfium2.PdfDocument], None]) -> bytes:
    """A file of the pages that are drawn."""
    file = pypdfium2.PdfDocument.new()
    draw(file)
    return saved(file)


def saved(file: pypdfium2.PdfDocument) -> bytes:
    """The bytes of a file, which is closed."""
    target = io.BytesIO()
    file.save(target)
    file.close()
    return target.getvalue()


def blank_pages(count: int) -> bytes:
    """A file of pages on which nothing stands."""

    def draw(file: pypdfium2.PdfDocument) -> None:
        for _ in range(count):
            file.new_page(595, 842)

    return pdf(draw)


def pictured_pages(count: int) -> bytes:
    """A file of pages that are pictures."""

    def draw(file: pypdfium2.PdfDocument) -> None:
        for _ in range(count):
            page = file.new_page(595, 842)
            picture = pypdfium2.PdfImage.new(file)
            picture.set_bitmap(pypdfium2.PdfBitmap.new_native(8, 8, 4))
            picture.set_matrix(pypdfium2.PdfMatrix().scale(500, 700))
            page.insert_obj(picture)
            page.gen_content()

    return pdf(draw)


def repeated(name: str, times: int) -> bytes:
    """A fixture several times over."""
    source = pypdfium2.PdfDocument(FIXTURES / name)

    def draw(file: pypdfium2.PdfDocument) -> None:
        for _ in range(times):
            file.import_pages(source)

    try:
        return pdf(draw)
    finally:
        source.close()


def turned(name: str, quarters: int) -> bytes:
    """A fixture of which all that is drawn is turned to the left, as a landscape page is put on an upright one."""
    file = pypdfium2.PdfDocument(FIXTURES / name)
    for page in file:
        width, height = page.get_size()
        wide, high = (height, width) if quarters % 2 else (width, height)
        matrix = pypdfium2.PdfMatrix().translate(-width / 2, -height / 2).rotate(90 * quarters, ccw=True).translate(wide / 2, high / 2)
        for item in page.get_objects(max_depth=1):
            item.transform(matrix)
        page.set_mediabox(0, 0, wide, high)
        page.set_cropbox(0, 0, wide, high)
        page.gen_content()
    return saved(file)
