"""Labels of rows that lines or a page's end may have broken."""

from functools import cache

from model.characters import fold
from model.tables.forms import Layout, form


def is_whole(label: str) -> bool:
    """Whether a row of the statutory tables has this label, so that what follows is no part of it."""
    return "".join(fold(label).split()) in _labels()


@cache
def _labels() -> frozenset[str]:
    return frozenset(fold(row.label) for table in ("table2", "table3") for layout in Layout for row in form(table, layout).rows)
