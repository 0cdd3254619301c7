"""The font that PDFium draws with where a file does not bring its own, the same on every machine."""

import ctypes
from functools import cache
from pathlib import Path

import pypdfium2.raw as pdfium

FONTS = Path(__file__).parent / "fonts"
"""Holds one font, which has the same mark for every character; `tests/model/documents/mark_font.py` writes it."""


@cache
def use_own_font() -> object:
    """Starts PDFium anew with `FONTS` in place of the fonts of the machine; what it returns must outlive PDFium.

    PDFium leaves out text objects of which it draws nothing, as where a file brings no Chinese font and the machine has none, and boxes the
    characters of whichever font it finds. To be called before any file is opened.
    """
    paths = (ctypes.c_char_p * 2)(str(FONTS).encode(), None)
    config = pdfium.FPDF_LIBRARY_CONFIG(version=2)
    config.m_pUserFontPaths = ctypes.cast(paths, type(config.m_pUserFontPaths))
    pdfium.FPDF_DestroyLibrary()
    pdfium.FPDF_InitLibraryWithConfig(config)
    return paths
