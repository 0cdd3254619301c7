"""Writes `model/documents/fonts/mark.ttf`: `python -m tests.model.documents.mark_font`."""

import io

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import newTable
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable

from model.documents.pdf_fonts import FONTS

_ASCENT, _DESCENT, _EM = 880, -120, 1000
_MARK = 100
"""The mark is narrower than any character, so that the widths that a file tells of its characters hold."""
_CHARACTERS = range(0x21, 0x30000)
_CODE_PAGES = 1 << 0 | 1 << 17 | 1 << 18 | 1 << 19 | 1 << 20
"""Latin, Japanese, simplified Chinese, Korean and traditional Chinese (OpenType, table OS/2, ulCodePageRange1)."""


def mark_font() -> bytes:
    """The font as a TrueType file, the same every time."""
    builder = FontBuilder(_EM, isTTF=True)
    builder.setupGlyphOrder([".notdef", "mark"])
    builder.font["cmap"] = _one_glyph_for_all()
    builder.setupGlyf({".notdef": TTGlyphPen(None).glyph(), "mark": _mark()})
    builder.setupHorizontalMetrics(dict.fromkeys((".notdef", "mark"), (_EM, 0)))
    builder.setupHorizontalHeader(ascent=_ASCENT, descent=_DESCENT)
    builder.setupNameTable({"familyName": "Nianbao Mark", "styleName": "Regular"})
    builder.setupOS2(usWinAscent=_ASCENT, usWinDescent=-_DESCENT, ulCodePageRange1=_CODE_PAGES)
    builder.setupPost()
    builder.updateHead(created=0, modified=0)
    builder.font.recalcTimestamp = False
    file = io.BytesIO()
    builder.save(file)
    return file.getvalue()


def _mark() -> object:
    pen = TTGlyphPen(None)
    pen.moveTo((0, _DESCENT))
    for corner in ((0, _ASCENT), (_MARK, _ASCENT), (_MARK, _DESCENT)):
        pen.lineTo(corner)
    pen.closePath()
    return pen.glyph()


def _one_glyph_for_all() -> object:
    """A character map of format 13 (many to one), which takes one line for all characters."""
    many = CmapSubtable.newSubtable(13)
    many.platformID, many.platEncID, many.language, many.format = 3, 10, 0, 13
    many.reserved = many.length = many.nGroups = 0
    many.cmap = dict.fromkeys(_CHARACTERS, "mark")
    table = newTable("cmap")
    table.tableVersion, table.tables = 0, [many]
    return table


if __name__ == "__main__":
    (FONTS / "mark.ttf").write_bytes(mark_font())
