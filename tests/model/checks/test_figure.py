from fractions import Fraction

import pytest

from model.checks.figure import LIMIT, exact, exponent, read
from model.record import Figures, Value


@pytest.mark.parametrize("value", [None, "3392", True, float("nan"), float("inf"), LIMIT, -LIMIT, 10**400])
def test_what_is_no_number_of_a_report_is_not_stated(value: object) -> None:
    assert exact(value) is None


def test_numbers_are_what_their_digits_say() -> None:
    assert [exact(value) for value in (0.1, 86.56, 3, -2)] == [Fraction(1, 10), Fraction(8656, 100), 3, -2]


@pytest.mark.parametrize(("value", "expected"), [(7870000, 4), (0.25, -2), (0, 0), (128, 0), (12.5, -1)])
def test_the_last_significant_digit_has_its_power(value: float, expected: int) -> None:
    assert exponent(value) == expected


@pytest.mark.parametrize(
    ("value", "margin"),
    [
        (Value(value=9000000, text="900万余", approximate=True), 10**6),
        (Value(value=128, text="128余", approximate=True), 1),
        (Value(value=13920000, text="1392万", decimals=0), 5000),
        (Value(value=12000, text="1.20万", decimals=2), 50),
        (Value(value=3392, text="3392"), 0),
        (Value(value=3392), 0),
        (Value(value=30000, text="三万"), 0),
    ],
)
def test_the_margin_is_that_of_the_print(value: Value, margin: int) -> None:
    figure = read("website.visits", "count", Figures(count=value))
    assert figure
    assert figure.margin == margin


@pytest.mark.parametrize(
    ("value", "step"),
    [
        (Value(value=49.5, decimals=2), "0.01"),
        (Value(value=86), "1"),
        (Value(value=86.56), "0.01"),
        (Value(value=60, text="六成", decimals=0), "10"),
        (Value(value=65, text="六成五", decimals=0), "1"),
    ],
)
def test_the_step_is_one_unit_of_the_last_printed_digit(value: Value, step: str) -> None:
    figure = read("requests.received", "share", Figures(share=value))
    assert figure
    assert figure.step == Fraction(step)
