"""The released model end to end: on a report of our own, and on any text."""

import json
from collections.abc import Callable
from concurrent.futures import CancelledError
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model import pipeline
from model.facts import Entity, Fact, Status
from model.pipeline import Reader
from model.release import load_release

ROOT = Path(__file__).parent.parent.parent
SAMPLE = ROOT / "data/samples/yunjin-2023.txt"
STATEMENTS = (
    "2023年，我局共收到政府信息公开申请３４件，",
    "其中自然人30件,占88.24%;法人4件。",
    "全年收到政府資訊公開申請12宗,予以公開9宗😀",
    "未发生行政复议、行政诉讼。\r\n",
    "主动公开信息1,234条，浏览量12.5万次\u200b；",
    "⼀、总体情况\n",
    "\ufeff索引号:000014349/2023-00012  ",
)


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(load_release(ROOT / "data/releases/current"))


def test_the_sample_report_is_read(reader: Reader) -> None:
    lines = SAMPLE.with_suffix(".facts.jsonl").read_text(encoding="utf-8").splitlines()
    stated = {tuple(json.loads(line).values()) for line in lines}
    facts = reader.read(SAMPLE.read_text(encoding="utf-8")).facts
    found = {(fact.field, fact.kind.value, fact.value, fact.unit, fact.start, fact.end) for fact in facts}
    assert len(stated & found) >= 0.97 * len(stated)
    # A wrong figure costs more than a missing one.
    wrong = {row for row in found - stated if row[0].startswith(("requests.", "reviews.", "litigation."))}
    assert not wrong


def test_the_checks_of_the_sample_report_pass(reader: Reader) -> None:
    checks = {check.rule: check.status for check in reader.read(SAMPLE.read_text(encoding="utf-8")).checks}
    for rule in ("sum.applicants", "sum.channels", "sum.outcomes", "sum.reviews", "sum.litigation", "balance"):
        assert checks[rule] is Status.PASS
    assert Status.FAIL not in checks.values()


@settings(max_examples=25, deadline=None)
@given(st.lists(st.one_of(st.sampled_from(STATEMENTS), st.text(max_size=20)), min_size=1, max_size=6).map("".join))
def test_every_quote_of_any_text_stands_where_it_says(reader: Reader, text: str) -> None:
    reading = reader.read(text)
    quoted: list[Fact | Entity] = [*reading.facts, *reading.entities]
    for one in quoted:
        assert text[one.start : one.end] == one.text
        assert one.text


def test_line_ends_of_windows_change_places_and_nothing_else(reader: Reader) -> None:
    text = SAMPLE.read_text(encoding="utf-8")
    sent = text.replace("\n", "\r\n")
    plain, reading = reader.read(text), reader.read(sent)
    assert len(reading.facts) == len(plain.facts)
    for one, other in zip(reading.facts, plain.facts, strict=True):
        assert sent[one.start : one.end] == one.text
        assert one.start == other.start + text.count("\n", 0, other.start)
        assert (one.field, one.value, one.confidence) == (other.field, other.value, other.confidence)
    assert [check.message for check in reading.checks] == [check.message for check in plain.checks]
    assert [(one.kind, one.section) for one in reading.segments] == [(one.kind, one.section) for one in plain.segments]
    assert reading.text_sha256 != plain.text_sha256


def test_digits_do_not_decide_what_a_figure_is(reader: Reader) -> None:
    def fields(number: int) -> list[str]:
        text = f"2023年,我局共收到政府信息公开申请{number}件,已全部答复。因信息公开被申请行政复议{number - 20}件。"
        return [fact.field for fact in reader.read(text).facts]

    assert fields(37) == fields(84) == fields(56)


def test_tagging_alone_gives_the_entities_of_the_whole_reading(reader: Reader) -> None:
    text = "2023年,我局共收到政府信息公开申请34件,其中自然人30件,占88.24%;法人4件。热线12345接听来电820个,门户网站改版。"
    assert reader.tag(text) == reader.read(text).entities


def test_a_long_text_is_read_to_its_end(reader: Reader) -> None:
    filler = "各部门按照职责分工推进政务公开工作。" * 300
    text = filler + "全年共收到政府信息公开申请37件。"
    (received,) = [fact for fact in reader.read(text).facts if fact.field == "requests.received"]
    assert (received.value, received.start) == (37, text.index("37"))


@pytest.mark.parametrize("stage", ["plan", "find_entities", "assemble", "tables_in"])
def test_a_text_that_is_given_up_during_a_stage_is_read_no_further(reader: Reader, monkeypatch: pytest.MonkeyPatch, stage: str) -> None:
    job = reader.job()
    whole: Callable[..., Any] = getattr(pipeline, stage)

    def given_up(*arguments: object) -> object:
        result = whole(*arguments)
        job.give_up()
        return result

    monkeypatch.setattr(pipeline, stage, given_up)
    with pytest.raises(CancelledError):
        reader.read("2023年,我局共收到政府信息公开申请34件。", job)
