import time
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.facts import Basis, Entity, Fact, Kind, Source, Time
from model.merging import build_record, decimals, merge, slot
from model.record import Mention, Record

FACT = Fact(
    field="requests.received",
    kind=Kind.COUNT,
    value=33,
    unit="件",
    name="收到",
    text="33",
    start=10,
    end=12,
    time=Time.CURRENT,
    basis=Basis.STATED,
    approximate=False,
    confidence=0.9,
    source=Source.PROSE,
    evidence=(),
)
NIL = replace(FACT, value=0, basis=Basis.NIL, text="未收到", end=13)
ROUGH = replace(FACT, value=30, approximate=True)


def fact(value: float | str, start: int = 0, **more: Any) -> Fact:
    text = more.pop("text", str(value))
    plain: dict[str, Any] = {
        **{"field": FACT.field, "kind": Kind.COUNT, "unit": "件", "name": None, "time": Time.CURRENT, "basis": Basis.STATED},
        **{"approximate": False, "confidence": 0.9, "source": Source.PROSE, "evidence": ()},
    }
    return Fact(value=value, text=text, start=start, end=start + len(text), **{**plain, **more})


def change(value: float, unit: str, text: str, **more: Any) -> Fact:
    return fact(value, kind=Kind.CHANGE, unit=unit, text=text, **more)


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        (FACT, replace(NIL, start=0, confidence=1.0)),
        (FACT, replace(FACT, basis=Basis.ALL, value=4, start=0)),
        (FACT, replace(ROUGH, start=0, confidence=1.0)),
        (replace(FACT, confidence=0.9), replace(FACT, value=34, confidence=0.7, start=0)),
        (replace(FACT, start=1), replace(FACT, value=34, start=2)),
        (replace(FACT, start=1, confidence=0.91), replace(FACT, value=34, start=2, confidence=0.94)),
    ],
    ids=["stated before nil", "stated before all", "exact before rough", "surer", "earlier", "steps of confidence"],
)
def test_the_preferred_mention_is_taken_and_the_other_kept(better: Fact, worse: Fact) -> None:
    for order in ([better, worse], [worse, better]):
        value = merge(order)
        assert (value.value, [other.value for other in value.also]) == (better.value, [worse.value])


@settings(max_examples=50, deadline=None)
@given(st.permutations([FACT, NIL, ROUGH, replace(FACT, value=3, start=4, confidence=0.4)]))
def test_the_order_of_facts_does_not_decide(facts: list[Fact]) -> None:
    count = build_record(facts).figures["requests.received"].count
    assert count is not None
    assert (count.value, {other.value for other in count.also}) == (33, {0, 30, 3})


def test_missing_is_not_zero() -> None:
    record = build_record([replace(NIL, field="reviews.total")])
    assert set(record.figures) == {"reviews.total"}
    figures = record.figures["reviews.total"]
    assert figures.count is not None
    assert (figures.count.value, figures.count.basis) == (0, Basis.NIL)
    assert (figures.share, figures.previous) == (None, None)


def test_a_value_tells_its_place_and_how_it_was_printed() -> None:
    value = merge([replace(FACT, kind=Kind.SHARE, value=49.5, unit="%", text="49.50%", end=16)])
    assert (value.start, value.end, value.text, value.unit, value.decimals, value.confidence) == (10, 16, "49.50%", "%", 2, 0.9)


@pytest.mark.parametrize(("text", "digits"), [("49.50%", 2), ("86%", 0), ("４９．５％", 1), ("3,392", 0), ("1.2万", 1), ("", 0)])
def test_printed_decimals_are_counted(text: str, digits: int) -> None:
    assert decimals(text) == digits


@pytest.mark.parametrize(
    ("fact", "attribute"),
    [
        (FACT, "count"),
        (replace(FACT, time=Time.PREVIOUS), "previous"),
        (replace(FACT, time=Time.CUMULATIVE), "cumulative"),
        (replace(FACT, kind=Kind.SHARE), "share"),
        (replace(FACT, kind=Kind.CHANGE, unit="%"), "growth"),
        (replace(FACT, kind=Kind.CHANGE, unit="件"), "increase"),
        (replace(FACT, kind=Kind.RATIO), "ratio"),
        (replace(FACT, kind=Kind.AMOUNT), "amount"),
        (replace(FACT, kind=Kind.SHARE, time=Time.PREVIOUS), None),
    ],
)
def test_each_kind_of_fact_has_its_slot(fact: Fact, attribute: str | None) -> None:
    assert slot(fact) == attribute
    if attribute is not None:
        figures = build_record([fact]).figures["requests.received"]
        assert [name for name, value in figures if value is not None] == [attribute]


def test_issuer_year_and_period_stand_at_the_top() -> None:
    facts = [
        replace(FACT, field="issuer", kind=Kind.TEXT, value="东莞市人民政府"),
        replace(FACT, field="year", kind=Kind.DATE, value=2019),
        replace(FACT, field="period.start", kind=Kind.DATE, value="2019-01-01"),
        replace(FACT, field="period.end", kind=Kind.DATE, value="2019-12-31"),
    ]
    record = build_record(facts)
    tops = [record.issuer, record.year, record.period_start, record.period_end]
    assert [value and value.value for value in tops] == ["东莞市人民政府", 2019, "2019-01-01", "2019-12-31"]
    assert record.figures == {}


def test_a_list_has_a_row_for_each_topic() -> None:
    topic = replace(FACT, field="disclosure.by_topic", name="财政")
    share = replace(topic, kind=Kind.SHARE, value=20)
    other = replace(topic, name="城建", value=5)
    again = replace(topic, value=7)
    rows = build_record([topic, share, other, again]).lists["disclosure.by_topic"]
    counts = [(row.name, row.figures.count and row.figures.count.value, row.figures.share is not None) for row in rows]
    assert counts == [("财政", 33, True), ("城建", 5, False), ("财政", 7, False)]


def test_a_list_of_many_topics_is_built_in_bounded_time() -> None:
    topics = [replace(FACT, field="disclosure.by_topic", name=f"事项{place}", start=place) for place in range(16_000)]
    begun = time.process_time()
    rows = build_record(topics).lists["disclosure.by_topic"]
    assert time.process_time() - begun < 2
    assert [row.name for row in rows] == [topic.name for topic in topics]


def test_figures_of_other_business_are_not_in_the_record() -> None:
    assert build_record([replace(FACT, field="other")]) == Record()


def named(value: str, confidence: float) -> Fact:
    return replace(FACT, field="issuer", kind=Kind.TEXT, value=value, text=value, unit=None, confidence=confidence)


@pytest.mark.parametrize(
    ("best", "others", "taken"),
    [
        ("望浦县", ["望浦县人民政府"], "望浦县人民政府"),
        ("交通局", ["望浦县交通局", "县交通局"], "望浦县交通局"),
        ("县交通局", ["望浦县交通局"], "望浦县交通局"),
        ("望浦县", ["望浦县交通局", "望浦县人民政府办公室"], "望浦县"),
        ("望浦县交通局", ["向社会公布望浦县交通局", "望浦县交通局办公室"], "望浦县交通局"),
    ],
)
def test_of_the_names_of_an_issuer_the_longest_that_says_the_same_is_taken(best: str, others: list[str], taken: str) -> None:
    value = merge([*(named(other, 0.6) for other in others), named(best, 0.9)])
    assert value.value == taken
    assert {mention.value for mention in value.also} == {best, *others} - {taken}


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
    figures = build_record([fact(10, 10), earlier, *year]).figures[FACT.field]
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
    figures = build_record([change(value, "倍", text)]).figures[FACT.field]
    assert figures.increase is None
    assert figures.growth
    assert (figures.growth.value, figures.growth.unit, figures.growth.text) == (expected, "%", text)


def test_a_growth_said_in_both_ways_is_one_value() -> None:
    growth = build_record([change(140, "%", "140%"), change(1.4, "倍", "1.4倍", start=20)]).figures[FACT.field].growth
    assert growth
    assert (growth.text, growth.also) == ("140%", [])


def test_a_ratio_stays_a_multiple() -> None:
    ratio = build_record([fact(1.5, kind=Kind.RATIO, unit="倍", text="1.5倍")]).figures[FACT.field].ratio
    assert ratio
    assert (ratio.value, ratio.unit) == (1.5, "倍")


def test_a_growth_of_a_topic_is_in_per_cent_too() -> None:
    (row,) = build_record([change(1.4, "倍", "1.4倍", field="requests.by_topic", name="征地")]).lists["requests.by_topic"]
    assert row.figures.growth
    assert row.figures.growth.value == 140
