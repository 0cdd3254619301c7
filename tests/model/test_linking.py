from dataclasses import dataclass
from decimal import Decimal
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.linking import FORBIDDEN, UNLINKED, Breaks, Rivals, assign, distance_cost, fits_share


@dataclass(frozen=True)
class Place:
    start: int
    end: int


def least_total(costs: list[list[float]]) -> float:
    columns: list[int | None] = [None, *range(len(costs[0]))]
    totals = []
    for choice in product(columns, repeat=len(costs)):
        taken = [column for column in choice if column is not None]
        if len(taken) == len(set(taken)):
            totals.append(sum(UNLINKED if column is None else costs[row][column] for row, column in enumerate(choice)))
    return min(totals)


matrices = st.integers(1, 4).flatmap(
    lambda columns: st.lists(
        st.lists(st.floats(-6, 2 * UNLINKED) | st.just(FORBIDDEN), min_size=columns, max_size=columns), min_size=1, max_size=4
    )
)


@settings(max_examples=150, deadline=None)
@given(matrices)
def test_the_assignment_has_the_least_total_cost(costs: list[list[float]]) -> None:
    chosen = assign(costs)
    taken = [column for column in chosen if column is not None]
    assert len(taken) == len(set(taken))
    total = sum(UNLINKED if column is None else costs[row][column] for row, column in enumerate(chosen))
    assert total == pytest.approx(least_total(costs))


def test_a_far_fetched_pair_is_left_alone() -> None:
    assert assign([[UNLINKED + 1], [FORBIDDEN]]) == [None, None]


def test_nothing_to_assign_gives_nothing() -> None:
    assert assign([]) == []
    assert assign([[]]) == [None]


def cost(text: str, name: str, figure: str, *rivals: str) -> float:
    def place(words: str) -> Place:
        return Place(text.index(words), text.index(words) + len(words))

    return distance_cost(Breaks(text), place(name), place(figure), Rivals([place(words) for words in rivals]))


@pytest.mark.parametrize(
    ("near", "far"),
    [("收到3件", "收到申请共3件"), ("收到3件", "收到,3件"), ("收到,3件", "收到;3件"), ("收到;3件", "收到。3件"), ("收到3件", "3件收到")],
)
def test_what_stands_between_costs(near: str, far: str) -> None:
    assert cost(near, "收到", "3") < cost(far, "收到", "3")


def test_rivals_between_cost_and_others_do_not() -> None:
    text = "甲乙1丙"
    assert cost(text, "甲", "1", "乙") > cost(text, "甲", "1") == cost(text, "甲", "1", "丙")


def test_a_list_in_its_order_costs_less_than_crossed() -> None:
    text = "甲、乙分别为1、2件"
    names, figures = ["甲", "乙"], ["1", "2"]

    def one(figure: str, name: str) -> float:
        return cost(text, name, figure, *names, *figures)

    assert assign([[one(figure, name) for name in names] for figure in figures]) == [0, 1]


@pytest.mark.parametrize(
    ("part", "whole", "share", "fits"),
    [
        (2936, 3392, "86.56", True),
        (2936, 3392, "86.55", True),
        (2936, 3392, "86.58", False),
        (1, 3, "33", True),
        (1, 3, "33.3", True),
        (1, 3, "35", False),
        (5, 6, "100", False),
        (5, 5, "100", False),
        (0, 7, "0.00", True),
        (3, 0, "100", False),
    ],
)
def test_a_share_fits_within_its_last_digit(part: int, whole: int, share: str, fits: bool) -> None:
    assert fits_share(Decimal(part), [Decimal(whole)], Decimal(share)) is fits


@given(st.integers(0, 400), st.lists(st.integers(0, 400)), st.decimals(0, 120, places=1) | st.integers(0, 120).map(Decimal))
def test_a_share_fits_where_it_fits_any_greater_whole(part: int, wholes: list[int], share: Decimal) -> None:
    unit = Decimal(1).scaleb(int(share.as_tuple().exponent))
    fits = any(whole > part and abs(Decimal(part) * 100 / whole - share) <= unit for whole in wholes)
    assert fits_share(Decimal(part), sorted(map(Decimal, wholes)), share) is fits


@settings(max_examples=100, deadline=None)
@given(lengths=st.lists(st.integers(1, 4), min_size=2, max_size=12), data=st.data())
def test_rivals_between_two_places_are_those_wholly_between(lengths: list[int], data: st.DataObject) -> None:
    places = [Place(sum(lengths[:number]), sum(lengths[: number + 1])) for number in range(len(lengths))]
    left, right = sorted(data.draw(st.lists(st.integers(0, len(places) - 1), min_size=2, max_size=2, unique=True)))
    some = [place for place in places if data.draw(st.booleans())]
    between = [place for place in some if places[left].end <= place.start and place.end <= places[right].start]
    assert Rivals(some).between(places[left].end, places[right].start) == len(between)
