import random
from decimal import Decimal
from pathlib import Path

import pytest

from model.facts import Kind
from tests.training.passages import RECEIVED, passage
from training.filling import GoldFact, chinese_numeral, fill, print_number, with_units
from training.markup import MarkupError, Span

FORMS = ("", ":,", ":full", ":sp", ":wan1")
CHANNELS = ("requests.by_channel.online", "requests.by_channel.mail")


def values(facts: tuple[GoldFact, ...]) -> dict[str, int | float | str]:
    return {fact.field: fact.value for fact in facts}


@pytest.mark.parametrize("seed", range(12))
def test_figures_of_a_filling_add_up_and_read_back(tmp_path: Path, seed: int) -> None:
    filled = fill(passage(tmp_path), random.Random(seed))
    facts = values(filled.facts)
    assert facts["requests.received"] == sum(int(facts[name]) for name in CHANNELS)
    assert facts["year"] in {2019, 2020}
    assert all(filled.text[span.start : span.end].strip() for span in filled.spans)


@pytest.mark.parametrize("seed", range(12))
def test_an_inconsistent_filling_changes_a_derived_figure(tmp_path: Path, seed: int) -> None:
    facts = values(fill(passage(tmp_path), random.Random(seed), consistent=False).facts)
    assert facts["requests.received"] != sum(int(facts[name]) for name in CHANNELS)


def test_the_same_seed_fills_the_same(tmp_path: Path) -> None:
    one = passage(tmp_path)
    assert fill(one, random.Random(3)) == fill(one, random.Random(3)) != fill(one, random.Random(4))


def test_units_behind_counts_are_labelled(tmp_path: Path) -> None:
    filled = fill(passage(tmp_path, RECEIVED.replace("件", "{件/宗}", 1)), random.Random(2))
    units = [filled.text[span.start : span.end] for span in filled.spans if span.label == "UNIT"]
    assert len(units) == 3
    assert units[0] in {"件", "宗"}
    assert units[1:] == ["件", "件"]


def test_shares_and_changes_have_no_unit() -> None:
    text = "占12%人,增加4件,3件"
    spans = [Span(1, 4, "SHARE"), Span(8, 10, "CHANGE"), Span(11, 12, "REQUEST_COUNT")]
    assert with_units(text, spans) == [*spans, Span(12, 13, "UNIT")]


def test_a_unit_that_another_span_holds_is_left_to_it() -> None:
    spans = [Span(0, 1, "WORK_COUNT"), Span(1, 4, "WORK_ITEM")]
    assert with_units("3名学员", spans) == spans


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("[{a}|REQUEST_COUNT=requests.received@previous]", ("requests.received", Kind.COUNT, 40, "previous")),
        ("[{p}%|SHARE=requests.received]", ("requests.received", Kind.SHARE, 12.5, "current")),
        ("下降[{p}%|CHANGE=requests.received:-p]", ("requests.received", Kind.CHANGE, -12.5, "current")),
        ("[{p}倍|CHANGE=requests.received#ratio]", ("requests.received", Kind.RATIO, 12.5, "current")),
        ("[无|NIL=reviews.total]", ("reviews.total", Kind.COUNT, 0, "current")),
        ("[均|ALL=requests.processed:a]", ("requests.processed", Kind.COUNT, 40, "current")),
        ("[{a:cn}|REQUEST_COUNT=requests.received]", ("requests.received", Kind.COUNT, 40, "current")),
        ("[{w:wan1}|DISCLOSURE_COUNT=website.visits]", ("website.visits", Kind.COUNT, 123000, "current")),
        ("[{p}|AMOUNT=fees.amount:p*10000]", ("fees.amount", Kind.AMOUNT, 125000, "current")),
        ("[{year}|YEAR=year]", ("year", Kind.DATE, 2017, "current")),
        ("[{year}年1月1日|PERIOD=period.start]", ("period.start", Kind.DATE, "2017-01-01", "current")),
        ("[青川县教育局|ISSUER=issuer]", ("issuer", Kind.TEXT, "青川县教育局", "current")),
    ],
)
def test_gold_values(tmp_path: Path, text: str, fact: tuple[object, ...]) -> None:
    header = "layout: pre2019\nlevel: county\nissuer: bureau\nyear: 2017-2017\n"
    one = passage(tmp_path, text, "a = int(40, 40)\np = pct(1, 8, 1)\nw = int(123000, 123000)\n", header)
    (gold,) = fill(one, random.Random(1)).facts
    assert (gold.field, gold.kind, gold.value, gold.time) == fact


@pytest.mark.parametrize("text", ["[若干|REQUEST_COUNT=requests.received]", "[年底|PERIOD=period.end]", "{b}", "{n:roman}", "{N}"])
def test_what_cannot_be_filled_is_a_mistake(tmp_path: Path, text: str) -> None:
    with pytest.raises(MarkupError):
        fill(passage(tmp_path, text, "n = int(1, 2)\n"), random.Random(1))


def test_a_wording_is_chosen_once(tmp_path: Path) -> None:
    filled = fill(passage(tmp_path, "{件/宗}" * 20, ""), random.Random(1))
    assert filled.text in {"件" * 20, "宗" * 20}


def test_names_stay_the_same_within_a_passage(tmp_path: Path) -> None:
    filled = fill(passage(tmp_path, "{office}|{office}|{place}".replace("|", ","), ""), random.Random(1))
    first, second, place = filled.text.split(",")
    assert first == second
    assert first.startswith(place)


@pytest.mark.parametrize(
    "text", ["[3|REQUEST_COUNT=requests.received:n]", *(f"[{{n{form}}}|REQUEST_COUNT=requests.received]" for form in FORMS)]
)
def test_a_negative_count_is_noticed_in_whatever_form_it_is_printed(tmp_path: Path, text: str) -> None:
    assert fill(passage(tmp_path, text, "n = 0 - 8000\n"), random.Random(1)).has_negative_count


@pytest.mark.parametrize("text", ["[-|NIL=requests.received]", "[2019-2020年8件|REQUEST_COUNT=requests.received:8]"])
def test_a_dash_is_no_sign(tmp_path: Path, text: str) -> None:
    assert not fill(passage(tmp_path, text, ""), random.Random(1)).has_negative_count


@pytest.mark.parametrize(
    ("value", "form", "printed"),
    [
        (1234567, ",", "1,234,567"),
        (39, "full", "３９"),
        (Decimal("2.50"), "full", "２．５０"),
        (7, "sp", " 7 "),
        (123456, "wan1", "12.3万"),
        (123456, "wan2", "12.35万"),
        (Decimal("0.50"), "plain", "0.50"),
    ],
)
def test_forms_of_numbers(value: int | Decimal, form: str, printed: str) -> None:
    assert print_number(value, form) == printed


@pytest.mark.parametrize(
    ("value", "numeral"),
    [
        (0, "零"),
        (5, "五"),
        (10, "十"),
        (15, "十五"),
        (20, "二十"),
        (101, "一百零一"),
        (110, "一百一十"),
        (1001, "一千零一"),
        (9999, "九千九百九十九"),
    ],
)
def test_chinese_numerals(value: int, numeral: str) -> None:
    assert chinese_numeral(value) == numeral


@pytest.mark.parametrize("value", [-1, 10_000])
def test_numbers_without_a_chinese_numeral_are_a_mistake(value: int) -> None:
    with pytest.raises(MarkupError):
        chinese_numeral(value)
