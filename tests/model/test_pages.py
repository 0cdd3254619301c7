import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.characters import fold
from model.numbers import find_numbers
from model.pages import without_pages
from model.units import find_unit

HEADER = "桐山县人民政府信息公开年报"


def read(text: str) -> list[str]:
    """The lines that are left, without the spaces at their edges."""
    return [line.strip(" ") for line in without_pages(text, fold(text)).split("\n")]


@pytest.mark.parametrize("number", ["—1—", "- 12 -", "第 4 页", "第 4 页 共 9 页", "第4页/共9页", "\f", "—1—\n\n\f", "\f— 2 —"])
def test_a_sentence_runs_on_over_the_end_of_a_page(number: str) -> None:
    assert read(f"当面申请4件，占\n{number}\n\n28.6%；") == ["当面申请4件,占", "28.6%;"]


def test_a_figure_that_the_end_of_a_page_cuts_is_one_with_its_scale_and_unit() -> None:
    text = "浏览 512.3\n—1—\n\n\f万\n—2—\n次"
    folded = without_pages(text, fold(text))
    (number,) = find_numbers(folded)
    assert (number.plain, text[number.start : number.end]) == (5123000, "512.3\n—1—\n\n\f万")
    assert find_unit(folded, number.end) == (text.index("次"), len(text))


def test_a_form_feed_is_one_line_end() -> None:
    assert read("占\f28.6%") == ["占", "28.6%"]


@pytest.mark.parametrize("line", ["1", "2023", "第3条", "- 3 - 件", "办结第 4 页13件"])
def test_what_may_be_a_figure_or_a_sentence_stays(line: str) -> None:
    assert read(f"收到\n{line}\n办结") == ["收到", line, "办结"]


def pages(*parts: str) -> str:
    return "".join(f"{part}\n\n—{number}—\n\n\f" for number, part in enumerate(parts, 1))


def test_a_header_that_comes_back_goes_with_the_page_numbers() -> None:
    text = pages("甲县收到申请", f"{HEADER}\n\n第 02 期\n14件,办结", f"{HEADER}\n\n第 02 期\n13件。")
    assert read(text) == ["甲县收到申请", "14件,办结", "13件。", ""]


def test_so_does_a_footer() -> None:
    assert read(pages(f"收到\n{HEADER}", f"14件,\n{HEADER}", "办结")) == ["收到", "14件,", "办结", ""]


def test_the_lines_at_the_head_of_the_text_count_and_stay() -> None:
    assert read(pages(f"{HEADER}\n第 02 期\n收到", f"{HEADER} 第 02 期\n14件。")) == [HEADER, "第 02 期", "收到", "14件。", ""]


def test_a_header_that_slipped_into_its_page_goes_as_well() -> None:
    text = pages("收到", f"{HEADER}\n第 02 期\n14件,", f"{HEADER}\n第 02 期\n办结", f"{HEADER}\n13件,\n第 02 期\n结转1件。")
    assert read(text) == ["收到", "14件,", "办结", "13件,", "结转1件。", ""]


def test_a_line_alone_on_its_page_is_beside_one_page_only() -> None:
    assert read(pages("收到", "申请14件", "办结13件")) == ["收到", "申请14件", "办结13件", ""]


def test_a_line_beside_one_break_alone_stays() -> None:
    assert read(pages("收到", f"{HEADER}\n14件", f"办结\n{HEADER}\n13件。")) == ["收到", HEADER, "14件", "办结", HEADER, "13件。", ""]


@pytest.mark.parametrize("cell", ["0", "14", "其他", "1,234"])
def test_values_and_short_labels_of_tables_stay(cell: str) -> None:
    assert read(pages("收到", f"{cell}\n甲", f"{cell}\n乙")) == ["收到", cell, "甲", cell, "乙", ""]


def test_a_line_that_a_page_has_twice_is_no_header() -> None:
    text = pages("收到", "信息内容\n规章\n信息内容\n许可", "信息内容\n处罚")
    assert read(text).count("信息内容") == 3


@given(st.text(st.sampled_from("甲县年报1-—第页\f\n\t 　")))
def test_nothing_but_spaces_takes_the_place_of_anything(text: str) -> None:
    folded = fold(text)
    found = without_pages(text, folded)
    assert len(found) == len(folded)
    assert all(new == old or new in " \n" for new, old in zip(found, folded, strict=True))


def test_many_lines_on_two_pages_alike_take_little_time() -> None:
    page = "\n".join(f"{HEADER}{number}" for number in range(5000))
    assert len(read(f"{page}\n\f{page}")) > 9000
