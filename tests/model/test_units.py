import pytest

from model.units import UNITS, find_unit


def unit_of(text: str) -> str | None:
    """The unit behind the bar of `33|件`."""
    figure, rest = text.split("|")
    span = find_unit(figure + rest, len(figure))
    return (figure + rest)[slice(*span)] if span else None


@pytest.mark.parametrize("unit", UNITS)
def test_every_unit_is_found_behind_its_figure(unit: str) -> None:
    assert unit_of(f"共12|{unit},") == unit


@pytest.mark.parametrize(
    ("text", "unit"), [("80|人次参加", "人次"), ("3|万元", "万元"), ("3万|元", "元"), ("5|场次", "场次"), ("2|份,", "份")]
)
def test_the_longest_unit_wins(text: str, unit: str) -> None:
    assert unit_of(text) == unit


@pytest.mark.parametrize("text", ["100|余件", "100|多件", "100| 件", "100| 余 件", "100|\n件", "100|\n         件"])
def test_spaces_and_approximations_may_stand_between(text: str) -> None:
    assert unit_of(text) == "件"


@pytest.mark.parametrize("text", ["2019|年", "86.5%|,", "12|。件", "12|", "12|\n本年收到", "12|\n部门"])
def test_what_is_no_unit_is_not_taken(text: str) -> None:
    assert unit_of(text) is None
