import time
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from model.facts import Basis, Fact, Kind, Source, Time
from model.record import Record, build_record, decimals, merge, slot

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


def test_the_record_survives_json() -> None:
    record = build_record([FACT, NIL, replace(FACT, field="disclosure.by_topic", name="财政")])
    assert Record.model_validate_json(record.model_dump_json()) == record


@pytest.mark.parametrize("data", [{"figures": {"requests.recieved": {}}}, {"lists": {"topics": []}}, {"figure": {}}])
def test_names_that_the_contract_has_not_are_refused(data: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Record.model_validate(data)


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
