"""The characters of a page, read with PDFium (https://pdfium.googlesource.com/pdfium, public/fpdf_text.h)."""

import ctypes
import math
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2.raw as pdfium

from model.documents.pdf_geometry import Frame, Glyph
from model.documents.pdf_raised import with_raised

_HYPHEN = 2
"""What PDFium says for a hyphen at a line's end."""
_STRAIGHT = 0.06
"""Text may be out of the quarter turns by so much (radians); what is turned further is a watermark or a stamp."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A character in PDF's space: its box from left to right and bottom to top, the point where it stands, its font, its direction."""

    text: str
    box: tuple[float, float, float, float]
    origin: tuple[float, float]
    size: float
    angle: float

    @property
    def quarters(self) -> int | None:
        """The quarter turns of its direction, None where it stands askew."""
        turns = self.angle / (math.pi / 2)
        return round(turns) % 4 if abs(turns - round(turns)) * math.pi / 2 <= _STRAIGHT else None


def drawn_characters(text_page: object) -> list[Drawn]:
    """The characters of PDFium's text page that stand straight, without those that PDFium adds (spaces and line ends between words)."""
    reader = _Reader(text_page)
    found = (reader.character(place) for place in range(pdfium.FPDFText_CountChars(text_page)))
    return [one for one in found if one is not None and one.quarters is not None]


def main_direction(characters: list[Drawn]) -> int:
    """The quarter turns of most characters."""
    counted = Counter(one.quarters for one in characters)
    return max(counted, key=lambda quarters: counted[quarters]) or 0 if counted else 0


def glyphs_of(characters: list[Drawn], frame: Frame) -> tuple[Glyph, ...]:
    """The characters as they stand on the page that is read."""
    return tuple(with_raised(_glyphs(characters, frame)))


def _glyphs(characters: list[Drawn], frame: Frame) -> Iterator[Glyph]:
    for one in characters:
        left, bottom, right, top = one.box
        (one_x, _), (other_x, _) = frame.place(left, bottom), frame.place(right, top)
        start, baseline = frame.place(*one.origin)
        left, right = min(one_x, other_x), max(one_x, other_x)
        if unicodedata.east_asian_width(one.text) in {"W", "F"}:
            # Of some fonts PDFium gives the box of what is drawn; such a character is as wide as high.
            left, right = min(left, start), max(right, start + one.size)
        yield Glyph(one.text, left, right, baseline, one.size)


class _Reader:
    """Asks PDFium for the characters of one page; keeps the boxes that its answers are written to."""

    def __init__(self, text_page: object) -> None:
        self._page = text_page
        self._box, self._matrix = pdfium.FS_RECTF(), pdfium.FS_MATRIX()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()

    def character(self, place: int) -> Drawn | None:
        text = _text_of(self._code(place))
        if text is None or pdfium.FPDFText_IsGenerated(self._page, place) == 1:
            return None
        pdfium.FPDFText_GetLooseCharBox(self._page, place, self._box)
        pdfium.FPDFText_GetCharOrigin(self._page, place, self._x, self._y)
        pdfium.FPDFText_GetMatrix(self._page, place, self._matrix)
        box, matrix = self._box, self._matrix
        size = abs(pdfium.FPDFText_GetFontSize(self._page, place)) * math.hypot(matrix.c, matrix.d)
        numbers = (box.left, box.bottom, box.right, box.top, self._x.value, self._y.value, size)
        if not all(map(math.isfinite, numbers)) or size <= 0:
            return None
        return Drawn(text, numbers[:4], (self._x.value, self._y.value), size, math.atan2(matrix.b, matrix.a))

    def _code(self, place: int) -> int:
        """The code of a character; PDFium gives one beyond U+FFFF in two halves, as UTF-16 does."""
        code = int(pdfium.FPDFText_GetUnicode(self._page, place))
        if not 0xD800 <= code < 0xDC00:
            return code
        low = int(pdfium.FPDFText_GetUnicode(self._page, place + 1))
        return 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00) if 0xDC00 <= low < 0xE000 else code


def _text_of(code: int) -> str | None:
    """The character of a code; None of what is no character, as PDFium gives where a font does not say what it draws."""
    if code == _HYPHEN:
        return "-"
    character = chr(code) if 0 < code <= 0x10FFFF else "\ufffd"
    if character == "\t":
        return " "
    return None if unicodedata.category(character) in {"Cc", "Cs", "Cn"} or character == "\ufffd" else character
