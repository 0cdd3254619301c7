import random

import pytest

from training.rendering.grid import Grid, GridCell
from training.rendering.typeset import Placing, typeset

LABEL = "2.其他法律行政法规禁止公开"
GRID = Grid(((GridCell(LABEL), GridCell("0", field="a"), GridCell("17", field="b")),), 0)


@pytest.mark.parametrize(
    ("placing", "lines"),
    [
        (Placing.BETWEEN, ["2.其他法律行政法规禁止", "0 17", "公开"]),
        (Placing.BESIDE, ["2.其他法律行政法规禁止 0 17", "公开"]),
        (Placing.ABOVE, ["0 17", "2.其他法律行政法规禁止", "公开"]),
    ],
)
def test_a_long_label_wraps_around_its_values(placing: Placing, lines: list[str]) -> None:
    assert typeset(GRID, placing, random.Random(1)) == lines


def test_narrow_headers_are_interleaved_character_by_character() -> None:
    names = ("结果维持", "结果纠正") + ("其他结果",) * 13
    grid = Grid((tuple(map(GridCell, names)), tuple(GridCell("0", field=str(place)) for place in range(15))), 1)
    lines = next(lines for seed in range(20) if len(lines := typeset(grid, Placing.BETWEEN, random.Random(seed))) == 5)
    assert [line.replace(" ", "")[:3] for line in lines] == ["结结其", "果果他", "维纠结", "持正果", "000"]


def test_the_label_of_a_group_floats_to_the_middle_of_its_rows() -> None:
    rows = tuple(
        (*((GridCell("组", rows=3),) if not place else ()), GridCell(f"行{place}"), GridCell("7", field=str(place))) for place in range(3)
    )
    assert typeset(Grid(rows, 0), Placing.BETWEEN, random.Random(1)) == ["行0 7", "组 行1 7", "行2 7"]


def test_blank_values_leave_no_trace() -> None:
    grid = Grid(((GridCell("规章"), GridCell("", field="a"), GridCell("3", field="b")),), 0)
    assert typeset(grid, Placing.BETWEEN, random.Random(1)) == ["规章 3"]
