import random
from decimal import Decimal

import pytest

from training.markup import MarkupError
from training.slots import Draw, rounded


def draw(seed: int = 1, **slots: str) -> Draw:
    return Draw(slots, random.Random(seed), {"year": 2019})


@pytest.mark.parametrize(
    ("source", "value"),
    [
        ("3", 3),
        ("2.5", Decimal("2.5")),
        ("year - 1", 2018),
        ("-year", -2019),
        ("2 + 3 * 4", 14),
        ("7 // 2", 3),
        ("pct(2936, 3392, 2)", Decimal("86.56")),
        ("pct(1, 8, 1)", Decimal("12.5")),
        ("pct(1, 8, 0)", Decimal(13)),
        ("growth(90, 120, 1)", Decimal("-25.0")),
        ("round(1234, -2)", 1200),
        ("round(2.345, 2)", Decimal("2.35")),
        ("max(1, 5)", 5),
        ("min(1, 5)", 1),
        ("abs(3 - 5)", 2),
    ],
)
def test_expressions(source: str, value: object) -> None:
    assert draw().evaluate(source) == value


def test_a_slot_is_drawn_once() -> None:
    one = draw(a="int(0, 10**6)".replace("10**6", "1000000"), b="a", c="a - b")
    assert one.value("a") == one.value("b")
    assert one.value("c") == 0


def test_slots_need_no_order() -> None:
    one = draw(n="a + b", a="int(2, 2)", b="int(3, 3)")
    assert one.value("n") == 5


@pytest.mark.parametrize("seed", range(20))
def test_draws_stay_in_their_range(seed: int) -> None:
    one = draw(seed, a="int(3, 7)", b="dec(1.5, 2.5, 1)")
    assert 3 <= one.value("a") <= 7
    assert Decimal("1.5") <= one.value("b") <= Decimal("2.5")
    assert Decimal(one.value("b")).as_tuple().exponent == -1


def test_the_same_seed_draws_the_same() -> None:
    assert [draw(5, a="int(0, 9999)").value("a") for _ in range(3)] == [draw(5, a="int(0, 9999)").value("a")] * 3


def test_derived_slots_are_those_worked_out_from_others() -> None:
    assert draw(a="int(1, 2)", n="a + 1", d="dec(0, 1, 1)", p="pct(a, n, 1)").derived() == ["n", "p"]


def test_a_disturbed_slot_is_wrong_by_so_much() -> None:
    one = draw(a="int(4, 4)", n="a + 1")
    one.disturb("n", 3)
    assert (one.value("n"), one.value("a")) == (8, 4)


@pytest.mark.parametrize(("figure", "by", "wrong"), [(2, -3, 5), (3, -3, 0), (0, -1, 1), (-5, -3, -8)])
def test_a_disturbed_slot_does_not_fall_below_zero(figure: int, by: int, wrong: int) -> None:
    one = draw(n=f"{figure} + 0")
    one.disturb("n", by)
    assert one.value("n") == wrong


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("x", "unknown slot 'x'"),
        ("1 +", "cannot read the expression"),
        ("1 / 0", "cannot work out"),
        ("pct(1, 0, 2)", "cannot work out"),
        ("int(5, 1)", "cannot work out"),
        ("open(1)", "not allowed"),
        ("year.bit_length()", "not allowed"),
        ("'a'", "not allowed"),
        ("2 ** 9", "not allowed"),
        ("max()", "cannot work out"),
    ],
)
def test_what_cannot_be_worked_out_is_a_mistake(source: str, message: str) -> None:
    with pytest.raises(MarkupError, match=message):
        draw().evaluate(source)


def test_slots_in_a_circle_are_a_mistake() -> None:
    with pytest.raises(MarkupError, match="circle: a -> b -> a"):
        draw(a="b", b="a").value("a")


@pytest.mark.parametrize(
    ("value", "digits", "result"), [("0.125", 2, "0.13"), ("-0.125", 2, "-0.13"), ("1250", -2, "1300"), ("2.5", 0, "3")]
)
def test_rounding_is_half_up(value: str, digits: int, result: str) -> None:
    assert rounded(Decimal(value), digits) == Decimal(result)
