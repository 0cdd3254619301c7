from typing import Any

import pytest

from model.facts import Basis, Entity, Fact, Kind, Source, Time
from model.record import Mention, build_record, merge, slot

FIELD = "requests.received"


def fact(value: float | str, start: int = 0, **more: Any) -> Fact:
    text = more.pop("text", str(value))
    plain: dict[str, Any] = {
        **{"field": FIELD, "kind": Kind.COUNT, "unit": "件", "name": None, "time": Time.CURRENT, "basis": Basis.STATED},
        **{"approximate": False, "confidence": 0.9, "source": Source.PROSE, "evidence": ()},
    }
    return Fact(value=value, text=text, start=start, end=start + len(text), **{**plain, **more})


def change(value: float, unit: str, text: str, **more: Any) -> Fact:
    return fact(value, kind=Kind.CHANGE, unit=unit, text=text, **more)


def test_an_exact_mention_is_taken_and_the_approximate_one_kept_with_its_place() -> None:
    value = merge([fact(3300, 5, text="3300余", approximate=True), fact(3392, 20)])
    assert (value.value, value.start, value.approximate) == (3392, 20, False)
    assert value.also == [Mention(value=3300, unit="件", text="3300余", start=5, end=10, approximate=True)]


def test_of_each_other_value_the_earliest_mention_is_kept_in_reading_order() -> None:
    value = merge([fact(3, 0), fact(4, 50, confidence=0.8), fact(5, 30, confidence=0.5), fact(3, 20), fact(4, 10, confidence=0.5)])
    assert [(other.value, other.start) for other in value.also] == [(4, 10), (5, 30)]


def test_of_earlier_years_the_last_one_is_taken() -> None:
    years = [Entity("PREVIOUS", place, place + len(printed), printed, 0.9) for place, printed in ((0, "２０２１年"), (10, "2022"))]
    mentions = [fact(number, 20 + number, time=Time.PREVIOUS, evidence=(year,)) for number, year in zip((188, 231), years, strict=True)]
    assert [merge(mentions).value, merge([*mentions, fact(240, 90, time=Time.PREVIOUS)]).value] == [231, 240]


@pytest.mark.parametrize(
    ("own", "words", "expected"),
    [
        (2021, "2020年", 5),
        (2021, "2019年", None),
        (2021, "２０１９年(件)", None),
        (2021, "2020年数量", 5),
        (2021, "二〇一九年度", None),
        (2021, "上年", 5),
        (2021, "前一年", 5),
        (2021, "前年", None),
        (None, "前年", None),
        (None, "2019年", 5),
    ],
)
def test_the_count_of_the_year_before_is_of_no_other_year(own: int | None, words: str, expected: int | None) -> None:
    year = [fact(own, field="year", kind=Kind.DATE)] if own else []
    earlier = fact(5, 30, time=Time.PREVIOUS, evidence=(Entity("PREVIOUS", 20, 20 + len(words), words, 0.9),))
    figures = build_record([fact(10, 10), earlier, *year]).figures[FIELD]
    assert (figures.previous and figures.previous.value) == expected


def test_mentions_of_one_value_leave_no_others() -> None:
    assert merge([fact(3), fact(3, 10), fact(3.0, 20)]).also == []


@pytest.mark.parametrize(("unit", "expected"), [("%", "growth"), ("倍", "growth"), ("件", "increase"), (None, "increase")])
def test_a_change_is_a_growth_where_it_is_a_rate(unit: str | None, expected: str) -> None:
    assert slot(fact(2, kind=Kind.CHANGE, unit=unit)) == expected


@pytest.mark.parametrize(
    ("value", "text", "expected"), [(1.4, "1.4倍", 140), (1.1, "1.1倍", 110), (2, "2倍", 200), (-0.125, "0.125倍", -12.5)]
)
def test_a_growth_by_a_multiple_is_kept_in_per_cent(value: float, text: str, expected: float) -> None:
    figures = build_record([change(value, "倍", text)]).figures[FIELD]
    assert figures.increase is None
    assert figures.growth
    assert (figures.growth.value, figures.growth.unit, figures.growth.text) == (expected, "%", text)


def test_a_growth_said_in_both_ways_is_one_value() -> None:
    growth = build_record([change(140, "%", "140%"), change(1.4, "倍", "1.4倍", start=20)]).figures[FIELD].growth
    assert growth
    assert (growth.text, growth.also) == ("140%", [])


def test_a_ratio_stays_a_multiple() -> None:
    ratio = build_record([fact(1.5, kind=Kind.RATIO, unit="倍", text="1.5倍")]).figures[FIELD].ratio
    assert ratio
    assert (ratio.value, ratio.unit) == (1.5, "倍")


def test_a_growth_of_a_topic_is_in_per_cent_too() -> None:
    (row,) = build_record([change(1.4, "倍", "1.4倍", field="requests.by_topic", name="征地")]).lists["requests.by_topic"]
    assert row.figures.growth
    assert row.figures.growth.value == 140
