"""What the tests of this folder share."""

import random
from collections.abc import Iterator

from hypothesis import strategies as st

from model.tables.forms import Layout
from training.rendering.draw import Drawn, Size, draw_tables
from training.rendering.grid import Grid, grids_of

TABLES = ("table2", "table3", "table4")
SEEDS = st.integers(0, 2**32)
LAYOUTS = st.sampled_from(list(Layout))


def drawn_of(seed: int, layout: Layout = Layout.OF_2021, size: Size | None = None) -> Drawn:
    return draw_tables(random.Random(seed), layout, size)


def grids_drawn(seed: int, layout: Layout = Layout.OF_2021, size: Size | None = None) -> Iterator[Grid]:
    drawn = drawn_of(seed, layout, size)
    for table in TABLES:
        yield from grids_of(table, drawn, random.Random(seed))


def values_in(grid: Grid) -> list[str]:
    """The texts of all cells that hold a value, in order, blanks left out."""
    return [cell.text for row in grid.rows for cell in row if cell.field and cell.text]


def stand_in_order(texts: list[str], whole: str) -> bool:
    """Whether the texts stand in a longer one, one behind the other."""
    position = 0
    for text in texts:
        found = whole.find(text, position)
        if found < 0:
            return False
        position = found + len(text)
    return True
