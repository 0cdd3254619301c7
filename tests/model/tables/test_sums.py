from collections.abc import Sequence
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.tables import solutions
from model.tables.alignment import Reading, adds_up, readings, value_of
from model.tables.sums import CellSum, Rows, Sum, settle
from tests.model.tables.rows import Numbers, pieces, told

WHOLE = (Sum((0, 1), (2,)),)


def settled(*rows: tuple[str, ...], sums: tuple[Sum, ...] = WHOLE) -> list[set[Numbers]] | None:
    cells = [pieces(*row, line=number) for number, row in enumerate(rows)]
    left = settle(readings(cells, 3, adds_up), sums)
    return None if left is None else [told(found) for found in left]


def test_columns_follow_from_the_sums_of_columns() -> None:
    assert settled(("3", "3"), ("1", "0", "1"), ("4", "0", "4")) == [{(3, None, 3)}, {(1, 0, 1)}, {(4, 0, 4)}]


def test_one_row_that_is_certain_settles_those_beside_it() -> None:
    assert settled(("3", "3"), ("1", "1"), ("3", "1", "4")) == [{(3, None, 3)}, {(None, 1, 1)}, {(3, 1, 4)}]


def test_readings_that_no_sum_tells_apart_stay_candidates() -> None:
    assert settled(("3", "3"), ("0", "0", "0"), ("3", "3")) == [{(3, None, 3), (None, 3, 3)}, {(0, 0, 0)}, {(3, None, 3), (None, 3, 3)}]


def test_rows_that_contradict_each_other_are_not_settled() -> None:
    assert settled(("3", "3"), ("1", "0", "1"), ("9", "0", "9")) is None


def test_the_balance_settles_what_the_results_leave_open() -> None:
    """Rows: received, carried in, granted, total, carried out."""
    sums = (Sum((2,), (3,)), Sum((0, 1), (3, 4)))
    received, carried_in, granted, total, carried_out = ("5", "2", "7"), ("1", "1"), ("5", "2", "7"), ("5", "2", "7"), ("0", "1", "1")
    assert settled(received, carried_in, granted, total, carried_out, sums=sums) == [
        {(5, 2, 7)},
        {(None, 1, 1)},
        {(5, 2, 7)},
        {(5, 2, 7)},
        {(0, 1, 1)},
    ]


ROW = st.tuples(st.integers(0, 3), st.integers(0, 3), st.integers(0, 3))


def printed(row: Sequence[int], dropped: bool) -> tuple[str, ...]:
    cells = [*row, sum(row)]
    return tuple(str(cell) for cell in cells if cell or not dropped)


def adds_to_zero(rows: Sequence[Reading], sums: Sequence[Sum]) -> bool:
    return all(
        sum(value_of(rows[row][column]) for row in one.plus) == sum(value_of(rows[row][column]) for row in one.minus)
        for one in sums
        for column in range(len(rows[0]))
    )


def choices(rows: Rows, sums: Sequence[Sum], told_sums: Sequence[CellSum]) -> list[tuple[Reading, ...]]:
    """All choices of one reading a row by which every sum holds; a row without readings makes up for what it may."""
    options = [found or ((None,) * 4,) for found in rows]
    free = {row for row, found in enumerate(rows) if not found}
    every: list[Sum | CellSum] = [*sums, *told_sums]
    return [choice for choice in product(*options) if all(_holds(choice, free, one) for one in every)]


def _holds(choice: Sequence[Reading], free: set[int], one: Sum | CellSum) -> bool:
    if isinstance(one, CellSum):
        rest = one.value - sum(value_of(choice[row][column]) for row, column in one.cells)
        return rest == 0 or (rest > 0 and any(row in free for row, _ in one.cells))
    rests = [
        sum(value_of(choice[row][column]) * ((row in one.plus) - (row in one.minus)) for row in range(len(choice))) for column in range(4)
    ]
    return all(rest == 0 or (rest > 0 and bool(free & set(one.minus))) or (rest < 0 and bool(free & set(one.plus))) for rest in rests)


CELL_SUMS = st.builds(
    CellSum,
    st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=1, max_size=3, unique=True).map(tuple),
    st.integers(0, 4).map(float),
)
SUMS = (Sum((0, 1), (2,)), Sum((0, 2), (3,)), Sum((1, 3), (0, 2)))


def cells_of(values: Sequence[Sequence[int]], dropped: Sequence[bool], unknown: int | None) -> Rows:
    """The readings of rows, zeros dropped in some of them, and of one none."""
    rows = [pieces(*printed(row, lost), line=line) for line, (row, lost) in enumerate(zip(values, dropped, strict=True))]
    found = [left or ((None,) * 4,) for left in readings(rows, 4, adds_up)]
    return [() if row == unknown else left for row, left in enumerate(found)]


@settings(max_examples=150, deadline=None)
@given(
    st.lists(ROW, min_size=4, max_size=4),
    st.lists(st.booleans(), min_size=4, max_size=4),
    st.booleans(),
    st.none() | st.integers(0, 3),
    st.lists(CELL_SUMS, max_size=2),
)
def test_what_is_left_are_the_readings_of_all_full_solutions(
    values: list[tuple[int, ...]], dropped: list[bool], holds: bool, unknown: int | None, cell_sums: list[CellSum]
) -> None:
    if holds:
        values[2] = tuple(map(sum, zip(values[0], values[1], strict=True)))
        values[3] = tuple(map(sum, zip(values[0], values[2], strict=True)))
    found = cells_of(values, dropped, unknown)
    sums = SUMS[: 2 + (not holds)]
    solutions_found = choices(found, sums, cell_sums)
    left = settle(found, sums, cell_sums)
    if left is None:
        assert not solutions_found
        return
    known = [row for row, readings_of_row in enumerate(found) if readings_of_row]
    assert all(set(left[row]) == {choice[row] for choice in solutions_found} for row in known)


@settings(max_examples=40, deadline=None)
@given(st.lists(ROW, min_size=4, max_size=4), st.lists(st.booleans(), min_size=4, max_size=4))
def test_with_too_many_partial_sums_no_reading_of_a_full_solution_is_lost(values: list[tuple[int, ...]], dropped: list[bool]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(solutions, "_MOST_SUMS", 0)
        values[2] = tuple(map(sum, zip(values[0], values[1], strict=True)))
        values[3] = tuple(map(sum, zip(values[0], values[2], strict=True)))
        found = cells_of(values, dropped, None)
        left = settle(found, SUMS[:2])
    assert left is not None
    for row, readings_left in enumerate(left):
        assert {choice[row] for choice in choices(found, SUMS[:2], ())} <= set(readings_left) <= set(found[row])


def test_readings_go_that_are_in_bounds_but_in_no_choice_of_all_rows() -> None:
    """One of two rows has the 2 in the first column; so neither 1 can stand there, whichever it is."""
    rows = [pieces("2", "2"), pieces("2", "2"), pieces("1", "1"), pieces("3", "2", "5")]
    left = settle(readings(rows, 3, adds_up), (Sum((0, 1, 2), (3,)),))
    assert left is not None
    assert told(left[2]) == {(1, None, 1)}
    assert told(left[0]) == told(left[1]) == {(2, None, 2), (None, 2, 2)}


def test_a_told_sum_of_cells_in_several_rows_settles_both() -> None:
    rows = readings([pieces("3", "3"), pieces("1", "1"), pieces("4", "4")], 3, adds_up)
    left = settle(rows, WHOLE, [CellSum(((0, 0), (1, 0)), 4)])
    assert left is not None
    assert [told(found) for found in left] == [{(3, None, 3)}, {(1, None, 1)}, {(4, None, 4)}]
    assert settle(rows, WHOLE, [CellSum(((0, 0), (1, 0)), 2)]) is None


def test_rows_of_which_nothing_is_known_are_left_so() -> None:
    assert settle([(), ()], (Sum((0,), (1,)),)) == [(), ()]
