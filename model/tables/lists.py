"""Rows whose cells are a list behind their label: 数量 3、0、0、0、0、0、3 or 数量(3 0 0 0 0 0 3)."""

import re

from model.tables.cells import PLACEHOLDERS

_CELL = rf"(?:[+-]?\d{{1,9}}(?:\.\d{{1,6}})?|{PLACEHOLDERS})"
_SPACE = r"[^\S\n]{0,4}"
_LIST = re.compile(
    rf"(?<=[\u4e00-\u9fff)\"])(?P<opening>{_SPACE}[:(\[【]{{0,2}}{_SPACE})"
    rf"(?P<cells>{_CELL}(?:(?P<mark>[^\S\n]?[,、;:][^\S\n]?|[^\S\n]{{1,3}})(?:{_CELL}?(?P=mark)){{0,20}}{_CELL})?)"
    rf"(?P<closing>{_SPACE}(?:[)\]】][。;,]?|[。;]?(?=\s|\||$)))",
    re.MULTILINE,
)
"""Cells that one mark parts, or spaces in brackets, and a single one behind a colon, up to a space where no bracket closes them."""
_MAY_BE_LISTS = re.compile(r"\d\s?[,、;:]\s?\d{1,9}\s?[,、;:]\s?\d|[(\[【]\s?\d+\s+\d+\s+\d|:\s?\d[\d.]*\s?\n[^\n:]{2,30}:\s?\d")
_BRACKET = re.compile(r"[(\[【]")
_ONE_NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+")


def with_lists_parted(folded: str) -> str:
    """The folded text with tabs for the marks of such lists, where one has three cells or two lines have numbers behind a colon.

    A number with commas for thousands stays one.
    """
    return _LIST.sub(_parted, folded) if _MAY_BE_LISTS.search(folded) else folded


def _parted(match: re.Match[str]) -> str:
    opening, cells, mark = match["opening"], match["cells"], match["mark"] or ":"
    in_brackets = _BRACKET.search(opening) is not None
    if _ONE_NUMBER.fullmatch(cells) or not (in_brackets if mark.isspace() else in_brackets or ":" in opening or mark in cells):
        return match.group()
    cells = cells.replace(mark, "\t".ljust(len(mark)))
    return "\t"[: len(opening)].rjust(len(opening)) + cells + " " * len(match["closing"])
