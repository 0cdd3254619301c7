import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.tables.text import table_text, without_guidance


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("规章(设区的市提供2020年数据) 1", "规章 1"),
        ("处理决定数量(指2020年办件量,减用负值表示,如-8)", "处理决定数量"),
        ("(二)部分公开(区分处理的,只计这一情形) 3", "(二)部分公开(区分处理的,只计这一情形) 3"),
        ("规章 22(其中修订16件)", "规章 22(其中修订16件)"),
        ("第二十条第(一)项", "第二十条第(一)项"),
    ],
)
def test_guidance_behind_a_label_is_out_of_the_way(text: str, left: str) -> None:
    assert len(without_guidance(text)) == len(text)
    assert without_guidance(text).split() == left.split()


@pytest.mark.parametrize(("text", "left"), [("规章\t１\n－ ３ －\n许可\t４", "规章\t1\n\n许可\t4"), ("第3页\n许可 - 4 -", "\n许可 - 4 -")])
def test_lines_that_are_numbers_of_pages_become_blank_and_tabs_stay(text: str, left: str) -> None:
    assert [line.strip(" ") for line in table_text(text).split("\n")] == left.split("\n")


@given(st.text(st.sampled_from("规１1\t\n- 第页|　")))
def test_no_offset_moves(text: str) -> None:
    found = table_text(text)
    assert len(found) == len(text)
    assert [place for place, one in enumerate(found) if one in "\t\n"] == [place for place, one in enumerate(text) if one in "\t\n"]
