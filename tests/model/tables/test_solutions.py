import numpy as np

from model.tables.solutions import occurring


def test_readings_that_lead_to_no_end_do_not_occur() -> None:
    rows = [np.array([[1.0], [2.0], [9.0]]), np.array([[-2.0], [-3.0]])]
    found = occurring(rows, np.zeros(1), np.zeros(1))
    assert found is not None
    assert [flags.tolist() for flags in found] == [[False, True, False], [True, False]]


def test_a_sum_without_bounds_binds_nothing() -> None:
    rows = [np.array([[1.0], [2.0]])]
    found = occurring(rows, np.array([-np.inf]), np.array([np.inf]))
    assert found is not None
    assert found[0].all()


def test_a_constant_sum_out_of_bounds_leaves_nothing() -> None:
    rows = [np.array([[1.0, 0.0], [1.0, 1.0]])]
    found = occurring(rows, np.zeros(2), np.zeros(2))
    assert found is not None
    assert not found[0].any()


def test_too_many_partial_sums_are_not_followed() -> None:
    rows = [np.array([[float(2**row)], [0.0]]) for row in range(20)]
    assert occurring(rows, np.zeros(1), np.full(1, 2.0**20)) is None


def test_equal_partial_sums_are_followed_as_one() -> None:
    rows = [np.array([[1.0], [0.0]]) for _ in range(100)]
    found = occurring(rows, np.full(1, 50.0), np.full(1, 50.0))
    assert found is not None
    assert all(flags.all() for flags in found)
