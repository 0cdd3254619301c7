import random

import pytest
from hypothesis import given

from model.tables.cells import CellKind
from model.tables.forms import Layout, result_rows
from tests.training.rendering.drawing import LAYOUTS, SEEDS, drawn_of
from training.rendering.draw import Size, draw_tables, form_of


@given(SEEDS, LAYOUTS)
def test_rows_of_tables_3_and_4_add_up(seed: int, layout: Layout) -> None:
    drawn = drawn_of(seed, layout)
    for form in (form_of("table3", drawn), form_of("table4", drawn)):
        for row in form.rows:
            *parts, total = (drawn[form.field(row, column)].value for column in row.columns)
            assert sum(parts) == total


@given(SEEDS, LAYOUTS)
def test_results_make_the_total_and_carry_over_balances_in_every_column(seed: int, layout: Layout) -> None:
    drawn = drawn_of(seed, layout)
    form = form_of("table3", drawn)
    for column in form.rows[0].columns:
        received, carried_in, total, carried_out = (
            drawn[f"table3.{row}.{column.name}"].value for row in ("received", "carried_in", "total", "carried_out")
        )
        assert sum(drawn[form.field(row, column)].value for row in result_rows(form)) == total
        assert received + carried_in == total + carried_out


@given(SEEDS)
def test_items_of_the_2019_form_never_fall_below_zero(seed: int) -> None:
    drawn = drawn_of(seed, Layout.OF_2019)
    for row in ("licences", "other_services", "penalties", "coercion", "fees"):
        assert drawn[f"table2.{row}.prev_items"].value + drawn[f"table2.{row}.change"].value >= 0


@given(SEEDS, LAYOUTS)
def test_what_is_printed_shows_the_value(seed: int, layout: Layout) -> None:
    for field, cell in drawn_of(seed, layout).items():
        if cell.printed.kind is CellKind.VALUE and cell.printed.unit is None and cell.printed.note is None:
            assert cell.text.strip("+-增减").replace(",", "") == str(abs(cell.value)), field
        elif not cell.value:
            assert cell.text in {"0", "", "/", "-"}


def test_the_same_source_draws_the_same() -> None:
    assert drawn_of(7) == drawn_of(7)


def test_some_2021_reports_keep_the_single_row_of_others() -> None:
    layouts = {form_of("table3", drawn_of(seed)).layout for seed in range(40)}
    assert layouts == set(Layout)


@pytest.mark.parametrize(("size", "low", "high"), [(Size.TOWN, 0, 5), (Size.PROVINCE, 3000, 15000)])
def test_the_size_bounds_the_requests(size: Size, low: int, high: int) -> None:
    assert low <= draw_tables(random.Random(3), Layout.OF_2021, size)["table3.received.total"].value <= high


def test_zeros_are_printed_in_every_way_and_mixed_in_some_tables() -> None:
    printed = [
        {cell.text for field, cell in drawn_of(seed).items() if field.startswith("table3") and cell.printed.kind is not CellKind.VALUE}
        for seed in range(60)
    ]
    assert set().union(*printed) == {"0", "", "/", "-"}
    assert any(len(texts) > 1 for texts in printed)


def test_most_cells_are_zero() -> None:
    cells = [cell for seed in range(20) for cell in drawn_of(seed).values()]
    assert sum(not cell.value for cell in cells) > 0.6 * len(cells)
