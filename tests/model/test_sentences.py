import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.mentions import find_mentions
from model.sentences import sections, within, zones
from tests.support import marked


def pieces(text: str) -> list[str]:
    return [text[start:end] for start, end in zones(text)]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("收到3件。答复3件。", ["收到3件。", "答复3件。"]),
        ("收到3件!答复3件?", ["收到3件!", "答复3件?"]),
        ('称"已答复。"收到3件', ['称"已答复。"', "收到3件"]),
        ("收到3件\n答复3件", ["收到3件\n答复3件"]),
        ("收到3件;\n答复3件", ["收到3件;\n", "答复3件"]),
        ("如下:\n收到3件", ["如下:\n", "收到3件"]),
        ("收到3件\n二、答复3件", ["收到3件\n", "二、答复3件"]),
        ("收到3件\n(二)答复", ["收到3件\n", "(二)答复"]),
        ("收到3件\n2.答复", ["收到3件\n", "2.答复"]),
        ("占\n2.5%", ["占\n2.5%"]),
        ("占\n            2.5%", ["占\n            2.5%"]),
        ("收到3件\n            2.答复", ["收到3件\n", "            2.答复"]),
        ("收到3件\n\n答复", ["收到3件\n", "\n答复"]),
        ("", []),
    ],
)
def test_sentences_end_at_stops_and_at_line_ends_that_close(text: str, sentences: list[str]) -> None:
    assert pieces(text) == sentences


@settings(max_examples=100, deadline=None)
@given(st.text(st.sampled_from('收3。!\n;:一、(2)." ')))
def test_zones_and_sections_tile_the_text(text: str) -> None:
    assert "".join(pieces(text)) == text
    assert "".join(text[start:end] for start, end in sections(text)) == text


def test_a_section_begins_at_a_heading_of_the_first_level() -> None:
    text = "一、总体情况\n(一)收到\n二、诉讼\n三、其他"
    assert [text[start:end] for start, end in sections(text)] == ["一、总体情况\n(一)收到\n", "二、诉讼\n", "三、其他"]


def test_a_section_of_a_report_on_one_line_begins_at_its_glued_heading() -> None:
    first, second = "一、总体情况2023年,收到3件。", "二、政府信息公开行政复议、行政诉讼情况 未发生。"
    assert [(first + second)[start:end] for start, end in sections(first + second)] == [first, second]


@pytest.mark.parametrize("values", ["", " 3 0 0 0 0 0 3", "\t3\t0\t0\t0\t0\t0\t3", " | 1.属于国家秘密 | 30 | 0 | 0 | 0 | 0 | 0 | 30 |"])
@pytest.mark.parametrize(
    "label",
    ["一、本年新收政府信息公开申请数量", "三、本年度办理结果", "| 四、结转下年度继续办理", "第二十条第(五)项", "| 第二十条第(六)项"],
)
def test_a_row_of_a_table_begins_no_section(label: str, values: str) -> None:
    text = f"三、收到和处理政府信息公开申请情况\n收到申请3件。\n{label}{values}\n上述3件中,答复3件。\n四、诉讼"
    assert [text[start:end] for start, end in sections(text)] == [text[:-4], text[-4:]]


def test_a_heading_glued_to_a_row_of_a_table_begins_a_section() -> None:
    row, heading = "一、概述\n四、结转下年度继续办理 0 0 0 0 0 0 0 ", "四、政府信息公开行政复议、行政诉讼情况 未发生。"
    assert [(row + heading)[start:end] for start, end in sections(row + heading)][-1].endswith(heading)
    assert len(list(sections(row + heading))) == 2


def test_empty_lines_are_searched_for_headings_in_bounded_time() -> None:
    text = "一、总体情况" + "\n" * 30_000 + "二、诉讼"
    begun = time.process_time()
    assert [text[start:end] for start, end in sections(text)] == [text[:-4], text[-4:]]
    assert time.process_time() - begun < 2


def test_what_begins_in_a_stretch_is_within_it() -> None:
    text, entities, _ = marked("[收到|REQUEST_EVENT][3|REQUEST_COUNT=requests.received]件,[答复|REQUEST_EVENT]")
    categories = find_mentions(text, entities).categories
    assert [text[one.start : one.end] for one in within(categories, 0, len(text))] == ["收到", "答复"]
    assert [text[one.start : one.end] for one in within(categories, 1, 6)] == ["答复"]
    assert list(within(categories, 1, 5)) == []


@pytest.mark.parametrize("text", ["字" * 5000, "收到申请3件," * 900, "一" * 900 + ";" + "二" * 900])
def test_a_text_without_an_end_is_parted_all_the_same(text: str) -> None:
    found = zones(text)
    assert [text[start:end] for start, end in found] != [text]
    assert "".join(text[start:end] for start, end in found) == text
    assert max(end - start for start, end in found) <= 800
