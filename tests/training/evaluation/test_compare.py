from dataclasses import replace

import pytest

from model.facts import Basis, Fact, Kind, Source, Time
from training.evaluation.compare import Tally, differences, is_core, key, tally, verdicts_on
from training.filling import GoldFact

GOLD = GoldFact("requests.received", Kind.COUNT, 33, "current", 4, 6)
FOUND = Fact(
    *("requests.received", Kind.COUNT, 33, "件", "收到", "33", 4, 6),
    time=Time.CURRENT,
    basis=Basis.STATED,
    approximate=False,
    confidence=0.9,
    source=Source.PROSE,
    evidence=(),
)


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ([FOUND], Tally(1, 0, 0)),
        ([], Tally(0, 1, 0)),
        ([replace(FOUND, value=34)], Tally(0, 1, 1)),
        ([replace(FOUND, field="requests.processed")], Tally(0, 1, 1)),
        ([replace(FOUND, kind=Kind.SHARE)], Tally(0, 1, 1)),
        ([FOUND, replace(FOUND, start=20, end=22)], Tally(1, 0, 0)),
        ([replace(FOUND, start=20, end=22)], Tally(1, 0, 0)),
        ([FOUND, replace(FOUND, field="other", value=9)], Tally(1, 0, 0)),
    ],
    ids=["right", "missed", "value", "field", "kind", "told twice", "elsewhere", "other business"],
)
def test_field_kind_and_value_must_agree(found: list[Fact], expected: Tally) -> None:
    assert tally([GOLD], found) == expected


def test_the_place_counts_where_it_is_asked_for() -> None:
    assert tally([GOLD], [replace(FOUND, start=20, end=22)], with_span=True) == Tally(0, 1, 1)
    assert tally([GOLD], [FOUND], with_span=True) == Tally(1, 0, 0)


def test_a_decimal_is_compared_to_six_places() -> None:
    gold = replace(GOLD, kind=Kind.SHARE, value=86.56)
    assert key(gold) == key(replace(FOUND, kind=Kind.SHARE, value=86.560000001))
    assert key(gold) != key(replace(FOUND, kind=Kind.SHARE, value=86.5601))


def test_differences_name_what_was_missed_and_invented() -> None:
    right, missed, invented = differences([GOLD], [replace(FOUND, value=34)])
    assert not right
    assert list(missed) == [key(GOLD)]
    assert list(invented) == [("requests.received", Kind.COUNT, 34)]


@pytest.mark.parametrize(("field", "core"), [("requests.received", True), ("other", False), ("disclosure.by_topic", False)])
def test_free_figures_are_no_core(field: str, core: bool) -> None:
    assert is_core(field) is core


def test_scores_of_a_tally() -> None:
    one = Tally(right=6, missed=2, invented=4)
    assert (one.precision, one.recall) == (0.6, 0.75)
    assert one.f1 == pytest.approx(2 / 3)
    assert one + Tally(1, 1, 1) == Tally(7, 3, 5)
    assert (Tally().precision, Tally().recall, Tally().f1) == (0, 0, 0)


def test_a_fact_is_right_at_its_place_but_a_year_anywhere() -> None:
    year = replace(GOLD, field="year", kind=Kind.DATE, value=2023)
    read = replace(FOUND, field="year", kind=Kind.DATE, value=2023, start=40, end=44)
    found = [FOUND, replace(FOUND, start=20, end=22), read, replace(read, value=2022)]
    assert verdicts_on(found, [GOLD, year]) == [True, False, True, False]
