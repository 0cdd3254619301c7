import re
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from model.documents.pdf_furniture import without_furniture
from model.documents.pdf_lines import lines_of
from model.documents.pdf_paragraphs import PlacedLine, measures_of, paragraphs
from tests.model.documents.made_pdf import LATIN, glyphs, line


def texts(*pages: list[PlacedLine]) -> list[str]:
    lines = [one for page in pages for one in page]
    return paragraphs(lines, measures_of(lines))


def page(*lines: tuple[str, float], number: int = 0) -> list[PlacedLine]:
    return [PlacedLine(line(text, left, 20 * (place + 1)), number, 595) for place, (text, left) in enumerate(lines)]


def test_characters_drawn_twice_for_a_bold_look_are_read_once() -> None:
    drawn = glyphs("共11宗")
    again = [replace(glyph, left=glyph.left + 0.4, right=glyph.right + 0.4) for glyph in drawn]
    assert [found.text for found in lines_of([*drawn, *again])] == ["共11宗"]


def test_characters_are_read_from_left_to_right_whatever_order_they_are_drawn_in() -> None:
    drawn = [*glyphs("第一行", baseline=10), *glyphs("第二行", baseline=25)]
    assert [found.text for found in lines_of(reversed(drawn))] == ["第一行", "第二行"]


def test_a_raised_character_stays_in_its_line() -> None:
    drawn = [*glyphs("面积20"), *glyphs("2", left=30, baseline=-3, size=8), *glyphs("亩", left=35)]
    assert [found.text for found in lines_of(drawn)] == ["面积202亩"]


def test_numbers_far_from_each_other_are_parted_and_loosely_set_ones_are_not() -> None:
    far = [*glyphs("12"), *glyphs("34", left=20)]
    loose = [*glyphs("1"), *glyphs("2", left=8), *glyphs("宗", left=17)]
    assert [found.text for found in lines_of(far)] == ["12 34"]
    assert [found.text for found in lines_of(loose)] == ["12宗"]


WIDTH = 200
"""Of a line, 20 Chinese characters."""


def set_in_lines(text: str, numbers_whole: bool) -> list[tuple[str, float]]:
    """A paragraph in lines of one width, the first indented by two characters, with the place where each begins."""
    found, words, left = [], "", 20.0
    for word in re.findall(r"\d+|." if numbers_whole else ".", text):
        if left + width(words + word) > WIDTH and word not in "。,":
            found.append((words, left))
            words, left = "", 0.0
        words += word
    return [*found, (words, left)]


def width(text: str) -> float:
    return sum(5 if character in LATIN else 10 for character in text)


prose = st.lists(st.sampled_from(["收到", "申请,", "3392宗", "12345678人,", "同比增长"]), min_size=12, max_size=60).map(
    lambda words: "全年" + "".join(words) + "件。"
)


@settings(max_examples=200, deadline=None)
@given(st.lists(prose, min_size=1, max_size=6), st.booleans(), st.integers(3, 9))
def test_paragraphs_are_found_again_from_their_lines_over_page_ends(told: list[str], numbers_whole: bool, on_a_page: int) -> None:
    lines = [one for paragraph in told for one in set_in_lines(paragraph, numbers_whole)]
    pages = [page(*lines[start : start + on_a_page], number=start) for start in range(0, len(lines), on_a_page)]
    assert texts(*pages) == told


def test_a_number_that_a_line_end_cuts_is_whole_again() -> None:
    lines = set_in_lines("全市各级行政机关一年来共收公开申请3392宗,按时办结。", False)
    assert lines[0][0].endswith("申请33")
    assert texts(page(*lines)) == ["全市各级行政机关一年来共收公开申请3392宗,按时办结。"]


def test_headings_and_short_lines_stay_lines() -> None:
    lines = [
        ("一、总体情况", 0.0),
        *set_in_lines("全年" + "收到公开申请" * 8 + "。", True),
        ("某某市人民政府", 130.0),
        ("2024年1月8日", 140.0),
    ]
    assert texts(page(*lines)) == ["一、总体情况", "全年" + "收到公开申请" * 8 + "。", "某某市人民政府", "2024年1月8日"]


def test_latin_words_that_a_line_end_parts_stay_words() -> None:
    assert texts(page(("某某市政府门户网站 open", 0), ("government information", 0))) == ["某某市政府门户网站 open government information"]


def test_lines_of_another_size_or_further_down_are_no_part_of_a_paragraph() -> None:
    body = page(*set_in_lines("全年" + "收到公开申请" * 8 + "。", True))
    last = body[-1].line.baseline
    full = PlacedLine(line("收" * 20, 0, last + 20), 0, 595)
    heading = PlacedLine(line("二、主动公开政府信息的情况", 0, last + 40, 14), 0, 595)
    apart = [PlacedLine(line("开" * 20, 0, last + 100), 0, 595), PlacedLine(line("某某市", 0, last + 160), 0, 595)]
    assert texts([*body, full, heading, *apart])[-4:] == ["收" * 20, "二、主动公开政府信息的情况", "开" * 20, "某某市"]


def test_page_numbers_of_all_kinds_are_left_out() -> None:
    for mark in ("- 3 -", "— 3 —", "第3页 共9页", "第 3 页", "3", "3/9", "page 3 of 9", "-3-"):
        assert without_furniture([[line("正文", 0, 400), line(mark, 280, 800)]], [842]) == [[line("正文", 0, 400)]]


def test_headers_that_pages_repeat_are_left_out_and_text_in_the_middle_is_not() -> None:
    pages = [[line(f"年度报告 第{number}号", 0, 30), line("12", 0, 400), line("收到申请12宗", 0, 800 - 7 * number)] for number in range(3)]
    assert [[one.text for one in found] for found in without_furniture(pages, [842] * 3)] == [["12", "收到申请12宗"]] * 3


def test_values_of_a_table_at_the_foot_of_several_pages_stay() -> None:
    row = line("2" + " " * 40 + "2", 200, 780)
    assert without_furniture([[row], [row]], [842] * 2) == [[row], [row]]


def test_a_repeated_line_with_text_beyond_it_is_no_footer() -> None:
    pages = [[line(text, 0, 400), line("1.属于国家秘密", 0, 780), line(text, 0, 795)] for text in ("三安全一稳定", "第三方")]
    assert without_furniture(pages, [842] * 2) == pages


def test_a_number_at_the_foot_that_is_no_line_of_its_own_stays() -> None:
    assert [one.text for one in without_furniture([[line("收到申请12宗", 0, 800)]], [842])[0]] == ["收到申请12宗"]
