import random

import pytest

from model.characters import fold
from model.tables.cells import read_cell
from model.tables.forms import Layout
from tests.training.rendering.drawing import drawn_of
from training.rendering.printing import Habit, print_cell


@pytest.mark.parametrize(
    ("value", "habit", "text"),
    [
        (3, Habit(("0",), ("+", "-"), False), "+3"),
        (-3, Habit(("0",), ("增", "减"), False), "减3"),
        (-1113, Habit(("0",), ("", "-"), True), "-1,113"),
        (0, Habit(("/",), ("", "-"), False), "/"),
        (0, Habit(("",), ("", "-"), False), ""),
    ],
)
def test_a_change_is_printed_by_the_habit_of_the_office(value: int, habit: Habit, text: str) -> None:
    assert print_cell("table2.licences.change", value, habit, random.Random(1)).text == text


def test_units_and_notes_stand_in_cells_now_and_then() -> None:
    printed = [cell.printed for seed in range(60) for cell in drawn_of(seed).values()]
    assert any(one.note for one in printed)
    assert any(one.unit for one in printed)


@pytest.mark.parametrize("layout", list(Layout))
def test_the_reader_of_cells_finds_what_was_meant(layout: Layout) -> None:
    cells = {cell for seed in range(40) for cell in drawn_of(seed, layout).values()}
    assert [cell for cell in cells if read_cell(fold(cell.text)) != cell.printed] == []
