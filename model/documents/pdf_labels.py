"""Labels of rows that lines or a page's end may have broken."""

from functools import cache

from model.characters import fold
from model.tables.forms import Layout, form


def is_whole(label: str) -> bool:
    """Whether a row of the statutory tables has this label, so that what follows is no part of it."""
    return "".join(fold(label).split()) in _labels()


def begins_group(label: str) -> bool:
    """Whether the heading of several rows of the statutory tables begins so, so that values beside it are of one of these."""
    begun = "".join(fold(label).split())
    return any(group.startswith(begun) for group in _groups())


@cache
def _groups() -> frozenset[str]:
    return frozenset(fold(row.group) for layout in Layout for row in form("table3", layout).rows if row.group)


@cache
def _labels() -> frozenset[str]:
    return frozenset(fold(row.label) for table in ("table2", "table3") for layout in Layout for row in form(table, layout).rows)
