from collections import Counter

import pytest
from hypothesis import given

from model.tables.forms import Layout
from tests.training.rendering.drawing import LAYOUTS, SEEDS, drawn_of, grids_drawn, values_in
from training.rendering.grid import Grid, GridCell, Spans


@given(SEEDS, LAYOUTS)
def test_every_cell_of_the_truth_is_in_a_grid_once(seed: int, layout: Layout) -> None:
    found = [(cell.field, cell.text) for grid in grids_drawn(seed, layout) for row in grid.rows for cell in row if cell.field]
    assert sorted(found) == sorted((field, cell.text) for field, cell in drawn_of(seed, layout).items())


@given(SEEDS, LAYOUTS)
def test_cells_and_their_spans_fill_a_rectangle(seed: int, layout: Layout) -> None:
    for grid in grids_drawn(seed, layout):
        covered = Counter(
            (row + down, column + right)
            for row, column, cell in grid.places()
            for down in range(cell.rows)
            for right in range(cell.columns)
        )
        assert set(covered.values()) == {1}
        assert len(covered) == grid.width * len(grid.rows)


def _table3(layout: Layout) -> Grid:
    grids = (grid for seed in range(99) for grid in grids_drawn(seed, layout))
    return next(grid for grid in grids if grid.width == 10 and len(grid.rows) == (26 if layout is Layout.OF_2019 else 28))


@pytest.mark.parametrize(("layout", "rows"), [(Layout.OF_2019, 20), (Layout.OF_2021, 22)])
def test_the_results_of_table_3_stand_beside_one_label(layout: Layout, rows: int) -> None:
    cell = next(cell for row in _table3(layout).rows for cell in row if cell.text == "三、本年度办理结果")
    assert cell.rows == rows


def test_groups_of_table_3_span_their_rows() -> None:
    spans = {cell.text: cell.rows for row in _table3(Layout.OF_2021).rows for cell in row}
    assert [spans[group] for group in ("（三）不予公开", "（四）无法提供", "（五）不予处理", "（六）其他处理")] == [8, 3, 5, 3]


def test_table_2_comes_as_one_table_or_as_one_for_each_paragraph() -> None:
    assert {len(list(grids_drawn(seed))) for seed in range(20)} == {3, 6}


GRID = Grid(
    ((GridCell("组", rows=2), GridCell("甲"), GridCell("1", columns=2, field="a")), (GridCell("乙"), GridCell("2", columns=2, field="b"))),
    0,
)


@pytest.mark.parametrize(
    ("spans", "rows"),
    [
        (Spans.ONCE, [["组", "甲", "1"], ["乙", "2"]]),
        (Spans.REPEATED, [["组", "甲", "1"], ["组", "乙", "2"]]),
        (Spans.BLANK, [["组", "甲", "1"], ["", "乙", "2"]]),
    ],
)
def test_a_copy_without_spans(spans: Spans, rows: list[list[str]]) -> None:
    assert [[cell.text for cell in row] for row in GRID.without_spans(spans).rows] == rows


@pytest.mark.parametrize("spans", list(Spans))
def test_a_copy_without_spans_keeps_the_values_in_order(spans: Spans) -> None:
    for grid in grids_drawn(1):
        assert values_in(grid.without_spans(spans)) == values_in(grid)
