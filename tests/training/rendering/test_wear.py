import random

from model.tables.forms import Layout
from tests.training.rendering.drawing import grids_drawn, values_in
from training.rendering.grid import Grid, GridCell, Spans
from training.rendering.wear import drop_blanks, repeat_header, wear_labels

GRID = Grid(
    (
        (GridCell("信息内容"), GridCell("本年制发件数")),
        (GridCell("行政规范性文件"), GridCell("", field="a")),
        (GridCell("规章"), GridCell("3", field="b")),
    ),
    1,
)


def test_dropped_blanks_leave_no_trace() -> None:
    assert [[cell.text for cell in row] for row in drop_blanks(GRID).rows] == [
        ["信息内容", "本年制发件数"],
        ["行政规范性文件"],
        ["规章", "3"],
    ]


def test_worn_labels_lack_a_character_or_are_broken_and_values_stay() -> None:
    worn = [wear_labels(GRID, random.Random(seed)) for seed in range(200)]
    labels = {grid.rows[1][0].text for grid in worn}
    assert any("\n" in label for label in labels)
    assert any(len(label) == len("行政规范性文件") - 1 for label in labels)
    assert {tuple(values_in(grid)) for grid in worn} == {("3",)}


def test_a_header_is_repeated_among_the_rows() -> None:
    grids = [grid.without_spans(Spans.REPEATED) for grid in grids_drawn(2, Layout.OF_2019)]
    for grid in grids:
        again = repeat_header(grid, random.Random(2))
        assert len(again.rows) == len(grid.rows) + grid.headers
        assert again.rows.count(grid.rows[0]) > grid.rows.count(grid.rows[0])
        assert values_in(again) == values_in(grid)
