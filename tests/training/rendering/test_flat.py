import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.tables.forms import Layout
from tests.training.rendering.drawing import LAYOUTS, SEEDS, grids_drawn, stand_in_order, values_in
from training.rendering.flat import (
    Habits,
    Shape,
    bar_ends,
    bar_rows,
    bare_lines,
    bars_alone,
    draw_habits,
    flatten,
    one_line,
    spaced_lines,
    tabbed,
)
from training.rendering.grid import Grid, GridCell, Spans
from training.rendering.typeset import Placing

GRID = Grid(
    ((GridCell("项"), GridCell("数"), GridCell("数")), (GridCell("甲"), GridCell("1", field="a"), GridCell("", field="b"))),
    1,
)
HABITS = Habits(Spans.ONCE, Placing.BETWEEN, edge="| ", ends=2, rule=True, bar=" |", separator=" | ")
SOURCE = random.Random(1)


@given(SEEDS, LAYOUTS, st.sampled_from(list(Shape)), st.booleans())
def test_each_shape_keeps_all_printed_values_in_order(seed: int, layout: Layout, shape: Shape, dropped: bool) -> None:
    source = random.Random(seed)
    habits = draw_habits(source)
    for grid in grids_drawn(seed, layout):
        assert stand_in_order(values_in(grid), flatten(grid, shape, source, habits, dropped))


def test_bar_rows_end_with_empty_cells() -> None:
    assert bar_rows(GRID, SOURCE, HABITS) == "| 项 | 数 | 数 | |\n|---|---|---|\n| 甲 | 1 |  | |"


def test_bars_at_line_ends() -> None:
    assert bar_ends(GRID, SOURCE, HABITS) == "项 |\n数 |\n数 |\n甲 |\n1 |\n|"


def test_bars_on_lines_of_their_own() -> None:
    assert bars_alone(GRID, SOURCE, HABITS) == "项\n|\n数\n|\n数\n|\n甲\n|\n1\n|\n|"


def test_lines_with_blank_lines_between() -> None:
    assert spaced_lines(GRID, SOURCE, HABITS) == "项\n\n数\n\n数\n\n甲\n\n1\n\n"


def test_bare_lines_leave_out_blanks_and_repeated_labels() -> None:
    assert bare_lines(GRID, SOURCE, HABITS) == "项\n数\n甲\n1"


def test_tabs() -> None:
    assert tabbed(GRID, SOURCE, HABITS) == "项\t数\t数\n甲\t1\t"


def test_one_line() -> None:
    assert one_line(GRID, SOURCE, HABITS) == "项 | 数 | 数 | 甲 | 1 | "


@pytest.mark.parametrize("shape", [Shape.BAR_ROWS, Shape.SPACED_LINES, Shape.PDF])
def test_page_numbers_stand_between_rows_now_and_then(shape: Shape) -> None:
    texts = [
        flatten(grid, shape, random.Random(seed), draw_habits(random.Random(seed))) for seed in range(12) for grid in grids_drawn(seed)
    ]
    paged = [
        text
        for text in texts
        if any(f"{left}{page}{right}" in text for left, right in (("- ", " -"), ("— ", " —"), ("第", "页")) for page in range(2, 10))
    ]
    assert 0 < len(paged) < len(texts)
