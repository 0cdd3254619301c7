"""PDF files written operator by operator (ISO 32000-1), set as programs other than LibreOffice and Chromium set them."""

from collections.abc import Sequence
from dataclasses import dataclass, field

_FONT = (
    "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>",
    "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /W [1 95 500] /FontDescriptor 5 0 R"
    " /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> >>",
    "<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0"
    " /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>",
)
"""Objects 3 to 5: a font that readers bring with them, Chinese characters as wide as high and others half as wide."""


@dataclass
class Sheet:
    """A page that is written, its places in points from the upper left corner; where `turned`, its box lies on its side."""

    width: float = 595
    height: float = 842
    turned: bool = False
    operators: list[str] = field(default_factory=list)

    def text(self, left: float, baseline: float, words: str, size: float = 10) -> None:
        """Words from a place on."""
        code = words.encode("utf-16-be").hex()
        self.operators.append(f"BT /F {size} Tf 1 0 0 1 {left:.2f} {self.height - baseline:.2f} Tm <{code}> Tj ET")

    def letters(self, left: float, baseline: float, words: str, size: float = 10) -> None:
        """Words of which every character is set apart."""
        for character in words:
            self.text(left, baseline, character, size)
            left += width(character, size)

    def middle(self, x: float, baseline: float, words: str, size: float = 10) -> None:
        """Words around a place."""
        self.text(x - width(words, size) / 2, baseline, words, size)

    def fill(self, left: float, top: float, right: float, bottom: float) -> None:
        """A black rectangle."""
        self.operators.append(f"{left:.2f} {self.height - bottom:.2f} {right - left:.2f} {bottom - top:.2f} re f")

    def stroke(self, left: float, top: float, right: float, bottom: float) -> None:
        """A line."""
        self.operators.append(f"0.5 w {left:.2f} {self.height - top:.2f} m {right:.2f} {self.height - bottom:.2f} l S")


def width(words: str, size: float) -> float:
    """The width of words in points."""
    return sum(size / 2 if character.isascii() else size for character in words)


def written(*sheets: Sheet) -> bytes:
    """The file of some pages."""
    pages = [part for number, sheet in enumerate(sheets) for part in _page(sheet, 7 + 2 * number)]
    kids = " ".join(f"{6 + 2 * number} 0 R" for number in range(len(sheets)))
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", f"<< /Type /Pages /Kids [{kids}] /Count {len(sheets)} >>", *_FONT, *pages]
    content, places = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(content))
        content += f"{number} 0 obj\n{one}\nendobj\n".encode()
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    trailer = f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(content)}\n%%EOF\n"
    return content + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{trailer}".encode()


def _page(sheet: Sheet, content: int) -> Sequence[str]:
    drawn = "\n".join(sheet.operators)
    box, turn = f"[0 0 {sheet.width} {sheet.height}]", 0
    if sheet.turned:
        box, turn, drawn = f"[0 0 {sheet.height} {sheet.width}]", 90, f"q 0 1 -1 0 {sheet.height} 0 cm\n{drawn}\nQ"
    resources = "/Resources << /Font << /F 3 0 R >> >>"
    page = f"<< /Type /Page /Parent 2 0 R /MediaBox {box} /Rotate {turn} {resources} /Contents {content} 0 R >>"
    return page, f"<< /Length {len(drawn)} >>\nstream\n{drawn}\nendstream"
