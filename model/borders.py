"""Where cells part in the text of a table that is no statutory one: no figure and no name runs over such a place.

Tabs and bars part cells wherever they stand. White space between two numbers parts cells where it is wider than one space, where a
line is nothing but a number (a cell a line), and in a run of numbers that ends a line without marks (a row whose cells lost their
edges); elsewhere it may be what the end of a page or careless copying tore a number with.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from model.characters import keep_tabs
from model.units import UNIT_NAMES

_MARK = re.compile(r"[\t|│┃]")
_NUMBER = r"[-+]?\d[\d,.]*+%?"
_GAP = re.compile(r"(?<=[\d%])(?:(?P<wide>[^\S\n]{2,})|[^\S\n]*(?P<line_end>\n)\s*)(?=[-+]?\d)")
_LONE = re.compile(rf"[^\S\n]*{_NUMBER}[^\S\n]*")
# Only from the first number of a run on, so that a long one is looked at once; a unit on the next line says that a sentence goes on there.
_RUN = re.compile(rf"(?<![\d,.+-])(?<![\d,.%][^\S\n]){_NUMBER}(?:[^\S\n]{_NUMBER})++(?=[^\S\n]*(?:\n(?!\s*(?:{UNIT_NAMES})[,。;、()])|\Z))")
_SENTENCE = re.compile(r"[,。;:]")


def find_borders(text: str, folded: str) -> tuple[int, ...]:
    """The offsets of characters that part cells, one a border, in order.

    Args:
        text: as it was sent; folding makes a tab a space like any other.
        folded: its folded text.
    """
    marks = (match.start() for match in _MARK.finditer(keep_tabs(text, folded)))
    return tuple(sorted({*marks, *_gaps(folded), *_of_rows(folded)}))


def parted(folded: str, borders: tuple[int, ...]) -> str:
    """The folded text with a bar at each border, over which no number is read."""
    return "|".join(folded[before + 1 : border] for before, border in pairwise((-1, *borders, len(folded))))


def _gaps(folded: str) -> Iterator[int]:
    for match in _GAP.finditer(folded):
        if match["wide"] or _is_lone(folded, match.start()) or _is_lone(folded, match.end()):
            yield match.start("wide" if match["wide"] else "line_end")


def _is_lone(folded: str, offset: int) -> bool:
    """Whether the line around an offset is a number and nothing else."""
    start = folded.rfind("\n", 0, offset) + 1
    end = folded.find("\n", offset)
    return _LONE.fullmatch(folded, start, end if end >= 0 else len(folded)) is not None


def _of_rows(folded: str) -> Iterator[int]:
    for run in _RUN.finditer(folded):
        start = folded.rfind("\n", 0, run.start()) + 1
        if not _SENTENCE.search(folded, start, run.start()):
            yield from (offset for offset in range(*run.span()) if folded[offset].isspace())
