import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.tables.cells import CellKind
from model.tables.torn import values_of_torn
from tests.model.tables.layouts import FORM_2021, REQUESTS, Rows, bars, cells_of, expected_of, rows_of, spaces, tabs, values_of

TWO_ROWS = [("3", "1"), ("0", "0"), ("0", "0"), ("0", "0"), ("0", "0"), ("0", "0"), ("3", "1")]


def _with_row(name: str, cells: list[str]) -> Rows:
    """Rows of table 3, one of them with other cells."""
    names = [row.name for row in FORM_2021.rows]
    return [(label, cells if names[place] == name else old) for place, (label, old) in enumerate(rows_of(FORM_2021, REQUESTS))]


@given(st.integers(0, 10**6), st.integers(0, 10**6))
def test_a_cell_of_two_numbers_may_hold_either_or_one_that_was_broken(first: int, second: int) -> None:
    found = values_of_torn(f"{first} {second}", True)
    assert {first, second} <= set(found)
    assert not first or int(f"{first}{second}") in found


@given(st.integers(0, 10**9))
def test_a_number_as_it_is_printed_is_not_torn(number: int) -> None:
    assert values_of_torn(str(number), True) == values_of_torn(f"{number:,}", True) == ()


@pytest.mark.parametrize(("cell", "values"), [("00", {0, None}), ("01", {0, 1}), ("010", {0, 10}), ("1,00", {100, None})])
def test_digits_behind_a_leading_zero_or_cut_at_a_comma_are_no_number(cell: str, values: set[int | None]) -> None:
    assert set(values_of_torn(cell, False)) == values


@pytest.mark.parametrize(
    ("cell", "values"),
    [("O", (0,)), ("〇", (0,)), ("l2", (12,)), ("3O", (30,)), ("OA", ()), ("OO", ()), ("lO", (10,)), ("l", (1, None)), ("Ⅱ", ())],
)
def test_letters_that_look_like_digits_are_these(cell: str, values: tuple[int | None, ...]) -> None:
    assert values_of_torn(cell, False) == values


def test_a_row_with_letters_for_digits_keeps_its_columns() -> None:
    cells = cells_of(bars(_with_row("received", ["26", "3", "O", "l", "〇", "2", "32"])))
    assert [cells[f"table3.received.{name}"].value for name in ("natural_person", "research", "nonprofit", "total")] == [26, 0, 1, 32]
    assert cells["table3.received.nonprofit"].inferred
    assert values_of(bars(_with_row("received", ["26", "3", "O", "l", "〇", "2", "33"])))["table3.received.total"] is None


def test_numbers_between_bars_are_of_two_cells() -> None:
    assert values_of_torn("3 1", False) == ()


def test_a_broken_number_is_one_where_the_sums_of_rows_and_columns_leave_nothing_else() -> None:
    torn = _with_row("received", ["2 6", "3", "0", "1", "0", "2", "3 2"])
    assert values_of(tabs(torn)) == expected_of(FORM_2021, REQUESTS)


def test_zeros_of_two_rows_are_not_read() -> None:
    cells = cells_of(tabs(_with_row("denied.internal", ["00"] * 7)))
    row = [cell for field, cell in cells.items() if field.startswith("table3.denied.internal.")]
    assert {(cell.kind, cell.candidates) for cell in row} == {(CellKind.UNREADABLE, (0, None))}


def test_digits_without_end_are_read_in_bounded_time() -> None:
    assert values_of_torn("0" * 10**6, True) == values_of_torn("1 " * 10**6 + "1", True) == ()


def test_a_row_that_could_be_read_in_too_many_ways_is_unreadable() -> None:
    cells = cells_of(tabs(_with_row("denied.internal", ["1 2"] * 7)))
    row = [cell for field, cell in cells.items() if field.startswith("table3.denied.internal.")]
    assert {(cell.kind, cell.candidates) for cell in row} == {(CellKind.UNREADABLE, ())}


@pytest.mark.parametrize("gap", ["", " "])
def test_a_label_of_two_rows_leaves_both_unreadable(gap: str) -> None:
    rows = [(label, cells) for label, cells in rows_of(FORM_2021, REQUESTS)]
    place = [row.name for row in FORM_2021.rows].index("other.no_correction")
    label = f"{rows[place][0]}{rows[place + 1][0]}"
    melted = [*rows[:place], (label, [gap.join(pair) for pair in TWO_ROWS]), *rows[place + 2 :]]
    found = cells_of(tabs(melted))
    doubtful = {field for field in found if field.startswith(("table3.other.no_correction.", "table3.other.fee_unpaid."))}
    assert len(doubtful) == 14
    assert {found[field].kind for field in doubtful} == {CellKind.UNREADABLE}
    assert {cell.kind for field, cell in found.items() if field not in doubtful} <= {CellKind.VALUE, CellKind.ZERO}


@pytest.mark.parametrize(("cell", "values"), [("零", (0,)), ("一", (1, None)), ("三", (3, None)), ("十", (10, None))])
def test_a_lone_chinese_numeral_is_a_number_or_part_of_something_else(cell: str, values: tuple[int | None, ...]) -> None:
    assert values_of_torn(cell, True) == values


def test_sums_tell_whether_a_stroke_is_a_one_or_a_dash() -> None:
    granted = cells_of(tabs(_with_row("granted", ["20", "2", "0", "一", "0", "0", "23"])))
    assert granted["table3.granted.nonprofit"].value == 1
    internal = cells_of(tabs(_with_row("denied.internal", ["一"] * 7)))
    assert {cell.value for field, cell in internal.items() if field.startswith("table3.denied.internal.")} == {None}


@pytest.mark.parametrize("row", ["26 3 O l 〇 2 32", "26 3 0 1 O 2 32", "O 3 0 1 0 2 6"])
def test_letters_for_digits_cost_nothing_where_nothing_parts_cells_and_sums_agree(row: str) -> None:
    digits = row.translate(str.maketrans("Ol〇", "010"))
    assert values_of(spaces(_with_row("received", row.split()))) == values_of(spaces(_with_row("received", digits.split())))


@pytest.mark.parametrize("mark", ["o ", "○ ", "l "])
def test_a_mark_before_a_label_is_no_number(mark: str) -> None:
    text = spaces(_with_row("received", ["26", "3", "0", "1", "0", "2", "32"]))
    assert values_of("\n".join(mark + line for line in text.splitlines())) == values_of(text)


@pytest.mark.parametrize(
    ("cell", "tabbed", "values"),
    [("3 353", False, {3353, None}), ("1'050", True, {1050, None}), ("12 34", False, set()), ("3 3531", False, set())],
)
def test_thousands_may_be_parted_by_spaces_between_bars_and_by_apostrophes(cell: str, tabbed: bool, values: set[int | None]) -> None:
    assert set(values_of_torn(cell, tabbed)) == values


@pytest.mark.parametrize("mark", [" ", "\u00a0", "\u2009", "'", "’"])
def test_sums_tell_that_thousands_are_of_one_number(mark: str) -> None:
    large = {**REQUESTS, "received": (2600, 1003, 0, 1, 0, 2, 3606), "carried_in": (0,) * 7, "total": (2600, 1003, 0, 1, 0, 2, 3606)}
    large |= {"granted": (2593, 1003, 0, 1, 0, 0, 3597), "carried_out": (0,) * 7}
    cells = [(label, [f"{int(cell):,}".replace(",", mark) for cell in row]) for label, row in rows_of(FORM_2021, large)]
    assert values_of(bars(cells)) == expected_of(FORM_2021, large)
