from collections.abc import Sequence
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.tables.alignment import Reading, Sum, adds_up, ended_alike, readings, settle, value_of
from model.tables.cells import read_cell
from model.tables.pieces import Piece

Told = tuple[int | float | None, ...]


def pieces(*cells: str, line: int = 0) -> tuple[Piece, ...]:
    """Pieces of a row, each at a place of its own."""
    return tuple(
        Piece(100 * line + 3 * place, 100 * line + 3 * place + len(cell), line, read_cell(cell)) for place, cell in enumerate(cells)
    )


def numbers(reading: Reading) -> Told:
    return tuple(piece.printed.value if piece and piece.printed else None for piece in reading)


def told(found: Sequence[Reading]) -> set[Told]:
    return {numbers(reading) for reading in found}


def of_row(*cells: str, width: int = 4) -> set[Told]:
    (found,) = readings([pieces(*cells)], width, adds_up)
    return told(found)


def anything(_reading: Reading) -> bool:
    return True


def test_a_missing_or_blank_cell_adds_nothing() -> None:
    assert [value_of(piece) for piece in (None, *pieces("", "/", "0", "-3", "2.5"))] == [0, 0, 0, 0, -3, 2.5]


def test_a_full_row_is_read_as_it_stands_even_if_it_does_not_add_up() -> None:
    assert of_row("3", "1", "", "9") == {(3, 1, None, 9)}


def test_blank_cells_at_the_ends_are_beside_the_row_where_only_one_window_is_left() -> None:
    assert of_row("", "3", "1", "0", "4", "") == {(3, 1, 0, 4)}


def test_windows_are_told_apart_by_the_sum_of_the_row() -> None:
    assert of_row("", "3", "1", "4", "") == {(None, 3, 1, 4)}
    assert of_row("", "", "5", "", "5", "") == {(None, 5, None, 5)}


def test_several_windows_that_add_up_all_stay() -> None:
    assert of_row("", "0", "0", "", "") == {(None, 0, 0, None), (0, 0, None, None)}


def test_a_number_cut_in_two_is_joined_where_the_row_adds_up_then() -> None:
    assert of_row("2", "0", "1", "0", "21") == {(20, 1, 0, 21)}


def test_a_row_too_long_that_nothing_explains_has_no_reading() -> None:
    assert of_row("2", "3", "1", "1", "50") == set()
    assert of_row("2", "3", "1", "1", "5", "6") == set()


def test_dropped_cells_are_placed_by_the_sum_of_the_row() -> None:
    assert of_row("2", "1", "1", "4") == {(2, 1, 1, 4)}
    assert of_row("2", "1", "3") == {(2, 1, None, 3), (2, None, 1, 3), (None, 2, 1, 3)}
    assert of_row("3", "3") == {(3, None, None, 3), (None, 3, None, 3), (None, None, 3, 3)}


def test_a_row_without_values_or_without_sum_has_no_reading() -> None:
    assert of_row() == set()
    assert of_row("3", "1") == set()


def test_blank_cells_cannot_be_trusted_where_rows_add_up_without_them_alone() -> None:
    first, second = readings([pieces("2", "1", "3", ""), pieces("1", "", "", "1", line=1)], 4, adds_up)
    assert told(first) == {(2, 1, None, 3), (2, None, 1, 3), (None, 2, 1, 3)}
    assert told(second) == {(1, None, None, 1), (None, 1, None, 1), (None, None, 1, 1)}


def test_blank_cells_are_trusted_where_a_row_fails_in_every_reading() -> None:
    first, second = readings([pieces("2", "1", "9", ""), pieces("1", "", "", "1", line=1)], 4, adds_up)
    assert (told(first), told(second)) == ({(2, 1, 9, None)}, {(1, None, None, 1)})


def test_rows_end_with_as_many_blank_pieces_as_most_do() -> None:
    rows = [
        pieces("1", "0", "0", "1", "", line=0),
        pieces("2", "0", "0", "2", "", line=1),
        pieces("", "0", "0", "", "", line=2),
    ]
    found = ended_alike(rows, readings(rows, 4, adds_up))
    assert told(found[2]) == {(None, 0, 0, None)}


def test_the_ends_of_rows_say_nothing_where_all_stand_on_one_line() -> None:
    rows = [pieces("1", "0", "0", "1", ""), pieces("", "0", "0", "", "")]
    before = readings(rows, 4, adds_up)
    assert ended_alike(rows, before) == before


WHOLE = (Sum((0, 1), (2,)),)


def settled(*rows: tuple[str, ...], sums: tuple[Sum, ...] = WHOLE) -> list[set[Told]] | None:
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


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(ROW, st.booleans()), min_size=4, max_size=4), st.booleans())
def test_what_is_left_holds_every_reading_of_every_full_solution(rows: list[tuple[tuple[int, int, int], bool]], holds: bool) -> None:
    sums = (Sum((0, 1), (2,)), Sum((0, 2), (3,)))
    values = [list(row) for row, _ in rows]
    if holds:
        values[2] = [first + second for first, second in zip(values[0], values[1], strict=True)]
        values[3] = [first + second for first, second in zip(values[0], values[2], strict=True)]
    cells = [pieces(*printed(row, dropped), line=line) for line, (row, (_, dropped)) in enumerate(zip(values, rows, strict=True))]
    found = [left or ((None,) * 4,) for left in readings(cells, 4, adds_up)]
    solutions = [choice for choice in product(*found) if adds_to_zero(choice, sums)]
    left = settle(found, sums)
    if left is None:
        assert not solutions
        return
    for row, readings_left in enumerate(left):
        assert {choice[row] for choice in solutions} <= set(readings_left) <= set(found[row])
    assert solutions or not holds


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(0, 9), min_size=3, max_size=5).filter(any))
def test_what_was_printed_is_among_the_readings_of_a_row(row: list[int]) -> None:
    whole = tuple(number or None for number in (*row, sum(row)))
    (found,) = readings([pieces(*(str(number) for number in whole if number))], len(whole), adds_up)
    assert whole in told(found)


@pytest.mark.parametrize("width", [2, 3])
def test_without_an_identity_every_place_is_possible(width: int) -> None:
    (found,) = readings([pieces("5")], width, anything)
    assert len(found) == width
