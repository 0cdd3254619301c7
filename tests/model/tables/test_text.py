import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.characters import fold
from model.tables.text import table_text, without_guidance


def searched(text: str) -> str:
    return table_text(text, fold(text))


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


@pytest.mark.parametrize(
    ("text", "left"),
    [("规章\t１\n－ ３ －\n许可\t４", "规章\t1\n许可\t4"), ("许可\t\n- 3 -\n\t４", "许可\t\n\t4"), ("许可 - 4 -", "许可 - 4 -")],
)
def test_what_pages_repeat_is_out_of_the_way_and_tabs_stay(text: str, left: str) -> None:
    assert len(searched(text)) == len(text)
    assert searched(text).replace(" ", "") == left.replace(" ", "")


@pytest.mark.parametrize("rule", ["-" * 60, "=" * 3, "—" * 20, "+----------------+====+", "  ==== ===="])
def test_lines_drawn_between_rows_are_out_of_the_way(rule: str) -> None:
    assert searched(f"规章 1\n{rule}\n许可 4").split() == ["规章", "1", "许可", "4"]


@pytest.mark.parametrize("dash", ["-", "--", "-" * 12, "---- ----", "—— ——"])
def test_dashes_of_blank_cells_stay(dash: str) -> None:
    assert dash in searched(f"规章\n{dash}\n许可 4")


@given(st.text(st.sampled_from("规１1\t\n\f- 第页|　")))
def test_no_offset_moves(text: str) -> None:
    assert len(searched(text)) == len(text)
