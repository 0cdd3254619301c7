"""Text inside of HTML cells and paragraphs: escaped, and cut by inline tags as word processors leave it."""

import random
from collections.abc import Callable
from html import escape

from training.rendering.grid import Grid, GridCell

_CUT = 0.2
_BROKEN = 0.08
_SPAN = '<span lang="EN-US" style="font-size:10.5pt;font-family:宋体">{}</span>'

Inline = Callable[[str, random.Random], str]
"""Marks up the text of a cell or a paragraph."""


def plain_inline(text: str, source: random.Random) -> str:
    """The text; a long one is broken by a line break now and then."""
    if len(text) < 8 or source.random() >= _BROKEN:
        return escape(text)
    place = source.randrange(3, len(text) - 3)
    return f"{escape(text[:place])}<br>{escape(text[place:])}"


def word_inline(text: str, source: random.Random) -> str:
    """The text in spans, some of them cut in two in the middle of a number or a word."""
    if len(text) < 2 or source.random() >= _CUT:
        return _SPAN.format(escape(text))
    place = source.randrange(1, len(text))
    return _SPAN.format(escape(text[:place])) + _SPAN.format(f"{escape(text[place:])}<o:p></o:p>")


def table_html(grid: Grid, attributes: str, blank: str, inline: Inline, source: random.Random) -> str:
    """A table element; `blank` stands in empty cells."""
    rows = ("".join(_cell_html(cell, blank, inline, source) for cell in row) for row in grid.rows)
    return f"<table{attributes}>\n<tbody>\n" + "\n".join(f"<tr>{row}</tr>" for row in rows) + "\n</tbody>\n</table>"


def _cell_html(cell: GridCell, blank: str, inline: Inline, source: random.Random) -> str:
    spans = (f' rowspan="{cell.rows}"' if cell.rows > 1 else "") + (f' colspan="{cell.columns}"' if cell.columns > 1 else "")
    return f"<td{spans}>{inline(cell.text, source) if cell.text else blank}</td>"
