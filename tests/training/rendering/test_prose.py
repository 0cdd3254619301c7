import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.tables.forms import Layout
from model.tables.told import READINGS
from tests.training.rendering.drawing import LAYOUTS, SEEDS, drawn_of
from training.rendering.draw import Size
from training.rendering.prose import Stated, figures_of, filled, overview


def test_marks_are_filled_and_their_places_known() -> None:
    text, stated = filled("收到{requests.received}件，[均|requests.processed]已答复", {"requests.received": 12, "requests.processed": 12})
    assert text == "收到12件，均已答复"
    assert stated == (Stated("requests.received", 12, 2, 4), Stated("requests.processed", 12, 6, 7))


@given(SEEDS, LAYOUTS, st.sampled_from(Size))
def test_what_prose_states_some_reading_of_the_tables_makes(seed: int, layout: Layout, size: Size) -> None:
    drawn = drawn_of(seed, layout, size)
    for text, stated in overview(drawn, 2023, random.Random(seed)):
        assert "{" not in text
        for one in stated:
            readings = READINGS.get(one.field, ((one.field,),))
            sums = [sum(drawn[cell].value for cell in cells) for cells in readings if all(cell in drawn for cell in cells)]
            assert one.value in sums
            words = text[one.start : one.end]
            assert words == str(one.value) or words in {"未收到", "均", "全部"}


@pytest.mark.parametrize("seed", range(3))
def test_applicants_stated_one_by_one_make_a_total_of_the_table(seed: int) -> None:
    drawn = drawn_of(seed, size=Size.COUNTY)
    for number in range(20):
        stated = {one.field: one.value for _, found in overview(drawn, 2023, random.Random(number)) for one in found}
        told = [value for field, value in stated.items() if field.startswith("requests.by_applicant.")]
        totals = {drawn[f"table3.{row}.total"].value for row in ("received", "total")}
        assert not told or sum(told) in totals | {drawn["table3.received.total"].value + drawn["table3.carried_in.total"].value}


def test_figures_of_applicants_are_now_and_then_of_another_scope() -> None:
    drawn = drawn_of(3, size=Size.PROVINCE)
    found = {figures_of(drawn, random.Random(seed))["requests.by_applicant.natural_person"] for seed in range(60)}
    assert {drawn["table3.received.natural_person"].value, drawn["table3.total.natural_person"].value} <= found
