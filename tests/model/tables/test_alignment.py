import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.tables.alignment import Reading, adds_up, displaced, ended_alike, of_years, readings, value_of, zeros_in_totals, zeros_totalled
from model.tables.pieces import Piece
from tests.model.tables.rows import Numbers, pieces, told


def of_row(*cells: str, width: int = 4) -> set[Numbers]:
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


def test_a_row_without_cells_or_without_sum_has_no_reading() -> None:
    assert of_row() == set()
    assert of_row("3", "1") == set()


def test_a_row_of_fewer_blank_cells_than_columns_is_blank() -> None:
    assert of_row("") == of_row("", "", "") == {(None, None, None, None)}


def test_blank_cells_cannot_be_trusted_where_rows_add_up_without_them_alone() -> None:
    first, second = readings([pieces("2", "1", "3", ""), pieces("1", "", "", "1", line=1)], 4, adds_up)
    assert told(first) == {(2, 1, None, 3), (2, None, 1, 3), (None, 2, 1, 3)}
    assert told(second) == {(1, None, None, 1), (None, 1, None, 1), (None, None, 1, 1)}


def test_blank_cells_cannot_be_trusted_where_cells_are_known_to_be_dropped() -> None:
    (kept,), (torn,) = (readings([pieces("1", "3", "")], 3, anything, dropped) for dropped in (False, True))
    assert told(kept) == {(1, 3, None)}
    assert told(torn) == {(1, 3, None), (1, None, 3), (None, 1, 3)}


def test_one_row_without_its_blanks_is_a_bad_copy_where_more_rows_have_them_between_numbers() -> None:
    rows = [pieces("2", "1", "3", ""), *(pieces("1", "", "", "1", line=line) for line in (1, 2))]
    first, *others = readings(rows, 4, adds_up)
    assert told(first) == {(2, 1, None, 3), (2, None, 1, 3), (None, 2, 1, 3)}
    assert [told(other) for other in others] == [{(1, None, None, 1)}] * 2


def test_blank_cells_are_trusted_where_a_row_fails_in_every_reading() -> None:
    first, second = readings([pieces("2", "1", "9", ""), pieces("1", "", "", "1", line=1)], 4, adds_up)
    assert (told(first), told(second)) == ({(2, 1, 9, None)}, {(1, None, None, 1)})


def test_rows_end_with_as_many_blank_pieces_as_most_do() -> None:
    rows = [
        pieces("1", "0", "0", "1", "", line=0),
        pieces("2", "0", "0", "2", "", line=1),
        pieces("", "0", "0", "", "", line=2),
    ]
    found = ended_alike(rows, readings(rows, 4, adds_up), adds_up)
    assert told(found[2]) == {(None, 0, 0, None)}


def test_a_row_that_ends_unlike_most_may_lack_any_of_its_cells() -> None:
    full = [pieces("1", "0", "0", "1", "", line=line) for line in range(2)]
    rows = [*full, pieces("", "4", "1", "5", "", "", line=2)]
    *_, last = ended_alike(rows, readings(rows, 4, adds_up), adds_up)
    assert told(last) == {(None, 4, 1, 5), (4, None, 1, 5), (4, 1, None, 5)}


def test_the_ends_of_rows_say_nothing_where_all_stand_on_one_line() -> None:
    rows = [pieces("1", "0", "0", "1", ""), pieces("", "0", "0", "", "")]
    before = readings(rows, 4, adds_up)
    assert ended_alike(rows, before, adds_up) == before


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


ALONE = [pieces("", "", "", "0")] * 3


def test_a_lone_zero_beside_which_blanks_are_too_many_is_the_total_where_it_is_so_in_other_rows() -> None:
    found = zeros_in_totals(readings([*ALONE, pieces("", "", "", "0", "")], 4, adds_up))
    assert told(found[3]) == {(None, None, None, 0)}


@pytest.mark.parametrize("others", [ALONE[:2], [*ALONE, pieces("", "0", "", "")]], ids=["too few", "not all"])
def test_without_that_habit_a_lone_zero_may_be_of_either_column(others: list[tuple[Piece, ...]]) -> None:
    found = zeros_in_totals(readings([*others, pieces("", "", "", "0", "")], 4, adds_up))
    assert told(found[-1]) == {(None, None, None, 0), (None, None, 0, None)}


STANDING = [pieces("1", "", "0", "1", line=line) for line in range(3)]


@pytest.mark.parametrize(
    ("rows", "off"),
    [
        ([*STANDING, pieces("2", "0", "2", "")], {3}),
        ([*STANDING, pieces("2", "", "0", "2")], set()),
        ([*STANDING, pieces("2", "2")], set()),
        ([*STANDING, pieces("0", "0", "0", "")], set()),
        ([*STANDING[:1], pieces("2", "0", "2", "")], set()),
    ],
    ids=["off", "in line", "too short", "zeros", "no custom"],
)
def test_a_row_is_displaced_that_alone_is_read_otherwise_than_it_stands(rows: list[tuple[Piece, ...]], off: set[int]) -> None:
    assert displaced(rows, [found[:1] for found in readings(rows, 4, adds_up)]) == off


def zeros(*printed: str) -> tuple[Reading, ...]:
    """The ways to read a row of four columns in which so much was left."""
    (found,) = readings([pieces(*printed)], 4, adds_up)
    return found


def has_total(found: tuple[Reading, ...]) -> bool:
    return all(reading[-1] is not None for reading in found)


def test_a_table_whose_rows_of_zeros_have_few_of_them_prints_those_in_totals() -> None:
    rows = [zeros("0"), zeros("0", "0"), zeros("0"), zeros("2", "2"), zeros("0", "0", "0", "0")]
    found = zeros_totalled(rows)
    assert all(map(has_total, found))
    assert [len(left) for left in found[:3]] == [1, 3, 1]
    assert found[3:] == rows[3:]


@pytest.mark.parametrize(
    "rows",
    [
        [zeros("0"), zeros("0"), zeros("0", "0", "0")],
        [zeros("0"), zeros("0"), zeros("2", "2")],
        [zeros("/"), zeros("/"), zeros("/")],
    ],
    ids=["a row with more", "too few rows", "placeholders"],
)
def test_without_that_habit_any_zero_may_be_another_cell_s(rows: list[tuple[Reading, ...]]) -> None:
    assert zeros_totalled(rows) == rows


@pytest.mark.parametrize("cells", [("4", "0", "4", "7", "1", "8"), ("4", "7", "0", "1", "4", "8")], ids=["side by side", "in turn"])
def test_of_numbers_of_two_years_either_may_be_meant(cells: tuple[str, ...]) -> None:
    (found,) = readings([pieces(*cells)], 3, adds_up)
    assert told(found) == {(4, 0, 4), (7, 1, 8)}


def test_a_row_with_more_behind_it_is_read_by_its_sum() -> None:
    (found,) = readings([pieces("4", "1", "5", "12", "60")], 3, adds_up)
    assert told(found) == {(4, 1, 5)}


def test_the_row_of_a_year_stands_beside_those_of_others_or_in_turn_with_them() -> None:
    assert told(list(of_years(pieces("1", "2", "3", "4"), 2))) == {(1, 2), (3, 4), (1, 3), (2, 4)}
    assert told(list(of_years(pieces("1", "2"), 1))) == {(1,), (2,)}
    assert not list(of_years(pieces("1", "2", "3"), 2))
