from fractions import Fraction

import pytest

from model.checks.wording import Phrase, fixed, joined, names, shown


@pytest.mark.parametrize(
    ("number", "places", "expected"),
    [
        (Fraction(25, 2), 0, "13"),
        (Fraction(-25, 2), 0, "-13"),
        (Fraction(-1, 100), 1, "0.0"),
        (Fraction(495, 10), 2, "49.50"),
        (Fraction(1, 200), 2, "0.01"),
        (Fraction(10**18), 2, "1000000000000000000.00"),
    ],
)
def test_fixed_digits_round_halves_away_from_zero(number: Fraction, places: int, expected: str) -> None:
    assert fixed(number, places) == expected


def test_shown_numbers_have_no_needless_digits() -> None:
    assert [shown(Fraction(number)) for number in ("3400", "0.5", "0.00001", "-2")] == ["3400", "0.5", "0", "-2"]


def test_both_languages_are_filled_and_joined() -> None:
    phrase = Phrase("{a}与{b}", "{a} and {b}").fill(a=Phrase("甲", "A"), b="{x}")
    assert joined([phrase, phrase], Phrase("、", ", ")) == Phrase("甲与{x}、甲与{x}", "A and {x}, A and {x}")


def test_fields_are_named_as_in_the_table() -> None:
    assert names(["requests.received", "reviews.total"]) == Phrase("新收申请、行政复议总数", "requests received, reviews, total")
