from hypothesis import given
from hypothesis import strategies as st

from training.cell_confidence import PLACED, confidence, judged
from training.rendering.flat import Shape


def test_numbers_of_drawn_tables_are_counted() -> None:
    found = judged(Shape.TABS, 1)
    assert found["plain", True] > 100
    assert not found["plain", False]


def test_numbers_that_prose_placed_are_counted_apart() -> None:
    found = judged("bar_rows dropped", 6)
    assert set(found) == {(name, True) for name in PLACED}


@given(st.integers(0, 10**6), st.integers(0, 10**6))
def test_the_confidence_is_below_the_share_and_grows_with_evidence(right: int, wrong: int) -> None:
    cells = right + wrong
    found = confidence(right, cells)
    assert 0 <= found <= 1
    if cells:
        assert found <= right / cells
        assert confidence(2 * right, 2 * cells) >= found


def test_the_bound_is_wilson_s() -> None:
    assert confidence(0, 0) == 0
    assert confidence(990, 1000) == 0.9833
