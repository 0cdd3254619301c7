"""The font that PDFium draws with where a file does not bring its own, the same on every machine."""

import ctypes
import os
from functools import cache
from pathlib import Path

import pypdfium2.raw as pdfium
from pypdfium2.internal.bases import ObjectTracker

FONTS = Path(__file__).parent / "fonts"
"""Holds one font, which has the same mark for every character; `tests/model/documents/mark_font.py` writes it."""


def use_own_font() -> None:
    """Starts PDFium anew, once, with `FONTS` in place of the fonts of the machine; not while a file is open, which would not survive it.

    PDFium leaves out text objects of which it draws nothing, as where a file brings no Chinese font and the machine has none, and boxes the
    characters of whichever font it finds. To be called before a file is opened, by the one thread that calls PDFium.
    """
    if not any(ObjectTracker.values()):
        _start_anew()


@cache
def _start_anew() -> object:
    """What PDFium was given: its memory must outlive it."""
    paths = (ctypes.c_char_p * 2)(os.fsencode((FONTS / "mark.ttf").resolve(strict=True).parent), None)
    config = pdfium.FPDF_LIBRARY_CONFIG(version=2)
    config.m_pUserFontPaths = ctypes.cast(paths, type(config.m_pUserFontPaths))
    pdfium.FPDF_DestroyLibrary()
    pdfium.FPDF_InitLibraryWithConfig(config)
    return paths
