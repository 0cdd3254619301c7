"""Labels of rows that lines or a page's end may have broken."""

import re
from functools import cache

from model.characters import fold
from model.tables.forms import Layout, form

NUMBER = r"[(（]?[一二三四五六七八九十\d]{1,3}"
"""Pattern of the number of a label or a paragraph, without the mark behind it."""
ORDINAL = re.compile(rf"{NUMBER}[)）.、．]")
"""What labels and paragraphs that are numbered begin with, before they are folded: 一、 （三） 2．"""


def is_whole(label: str) -> bool:
    """Whether a row of the statutory tables has this label, so that what follows is no part of it."""
    return bare(label) in _labels()


def label_before(text: str) -> int:
    """How many characters the longest label has with which a folded text begins, 0 where it begins with none."""
    return max((len(label) for label in _labels() if text.startswith(label)), default=0)


def begins_group(label: str) -> bool:
    """Whether the heading of several rows of the statutory tables begins so, so that values beside it are of one of these."""
    return any(group.startswith(bare(label)) for group in _groups())


def is_heading(text: str) -> bool:
    """Whether it is printed above the header of one of the stacked parts of table 2: 第二十条第(五)项."""
    return bare(text) in _headings()


def bare(text: str) -> str:
    """A text that was printed, folded and without spaces."""
    return "".join(fold(text).split())


@cache
def _groups() -> frozenset[str]:
    return frozenset(bare(row.group) for layout in Layout for row in form("table3", layout).rows if row.group)


@cache
def _headings() -> frozenset[str]:
    return frozenset(bare(row.group) for layout in Layout for row in form("table2", layout).rows)


@cache
def _labels() -> frozenset[str]:
    return frozenset(bare(row.label) for table in ("table2", "table3") for layout in Layout for row in form(table, layout).rows)
