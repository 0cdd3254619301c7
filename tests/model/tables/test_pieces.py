import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.tables.pieces import is_parted, pieces_of
from model.tables.text import without_markup


def told(text: str) -> list[str | int | float | None]:
    """Words of labels, numbers of values, None for cells without one."""
    return [piece.printed.value if piece.printed else text[piece.start : piece.end].strip() for piece in pieces_of(text, 0, len(text))]


@pytest.mark.parametrize(
    "text",
    [
        "| 规章 | 1 |  | 3 |\n| 许可 | 4 | 5 | 6 |",
        "规章 | 1 |  | 3\n许可 | 4 | 5 | 6",
        "规章 | 1 |  | 3 |\n许可 | 4 | 5 | 6 |",
        "|规章|1||3|\n|许可|4|5|6|",
        "规章\t1\t\t3\n许可\t4\t5\t6",
        "| 规章 | 1 |  | 3 |\n|---|---|---|---|\n| 许可 | 4 | 5 | 6 |",
        "规章 | 1 |  | 3\n---|:---:|---|---\n许可 | 4 | 5 | 6",
    ],
    ids=["framed", "unframed", "ended", "tight", "tabs", "ruled", "ruled unframed"],
)
def test_cells_between_separators_are_taken_as_they_are(text: str) -> None:
    assert told(text) == ["规章", 1, None, 3, "许可", 4, 5, 6]


def test_a_frame_hides_no_blank_first_cell() -> None:
    assert told("|  | 规章 | 1 |\n| 许可 |  | 2 |") == [None, "规章", 1, "许可", None, 2]
    assert told(" | 规章 | 1\n许可 |  | 2") == [None, "规章", 1, "许可", None, 2]


def test_blank_cells_at_the_end_of_a_row_are_kept_but_for_the_closing_bar() -> None:
    assert told("| 规章 | 1 | | |\n| 许可 | 2 | | |") == ["规章", 1, None, None, "许可", 2, None, None]
    assert told("规章\t1\t\t\n许可\t2\t\t") == ["规章", 1, None, None, "许可", 2, None, None]


@pytest.mark.parametrize("text", ["规章 |\n1 |\n|\n3 |\n许可 |\n4 |", "规章\n|\n1\n|\n|\n3\n|\n许可\n|\n4\n|"], ids=["ends", "alone"])
def test_bars_at_line_ends_part_cells_across_lines(text: str) -> None:
    assert told(text)[:6] == ["规章", 1, None, 3, "许可", 4]


def test_a_line_without_separators_in_a_barred_table_is_read_loosely() -> None:
    assert told("| 规章 | 1 | 2 |\n许可 3 4\n| 处罚 | 5 | 6 |") == ["规章", 1, 2, "许可", 3, 4, "处罚", 5, 6]


def test_numbers_glued_to_a_label_in_its_cell_are_values() -> None:
    assert told("| 规章 1 2 | 3 |\n| 许可 | 4 | 5 |") == ["规章", 1, 2, 3, "许可", 4, 5]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1.属于国家秘密 0 3", ["1.属于国家秘密", 0, 3]),
        ("2. 重复申请 1", ["2. 重复申请", 1]),
        ("2、重复申请 1", ["2、重复申请", 1]),
        ("1.属于国家秘密0 0\n2.其他法律禁止公开1 0", ["1.属于国家秘密", 0, 0, "2.其他法律禁止公开", 1, 0]),
        ("收费 3.14 1.属于国家秘密", ["收费", 3.14, "1.属于国家秘密"]),
        ("2022年 3 0\n2023 年度 2022 1", ["2022年", 3, 0, "2023 年度", 2022, 1]),
        ("结转2023年度 12022", ["结转2023年度", 12022]),
    ],
)
def test_the_ordinal_of_a_label_and_a_year_are_no_values(text: str, expected: list[str | float]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("规章 1 2 3", [1, 2, 3]),
        ("规章 1,234 12", [1234, 12]),
        ("许可 -35 +5 减3 增2", [-35, 5, -3, 2]),
        ("许可 --35 —7 -- 5", [-35, -7, None, 5]),
        ("许可 - / — 无 不适用 不涉及 0", [None] * 6 + [0]),
        ("收费 27.8元 3万元 5件 6宗 7起 8人次 约3万", [27.8, 3, 5, 6, 7, 8, 30_000]),
        ("许可 增加12 减少3项 ↑4 ↓5", [12, -3, 4, -5]),
        ("规章 3① 5* 7[1] 22【其中修订16件】 0. 1", [3, 5, 7, 22, 0, 1]),
        ("规章 22(其中修订16件) 3 (含自然失效1件) 235", [22, 3, 235]),
    ],
)
def test_loose_words_and_values_are_told_apart(text: str, expected: list[float | None]) -> None:
    assert told(text) == [text.split(maxsplit=1)[0], *expected]


def test_a_note_in_loose_text_stays_with_its_number() -> None:
    label, noted, plain = pieces_of("规章 22(其中修订16件) 235", 0, 18)
    assert label.printed is None
    assert noted.printed is not None
    assert (noted.printed.value, noted.printed.note) == (22, "其中修订16件")
    assert plain.printed is not None
    assert (plain.printed.value, plain.printed.note) == (235, None)


def test_an_unreadable_cell_is_words() -> None:
    assert told("| 规章 | 略 | 2 |\n| 许可 | 3 | 4 |") == ["规章", "略", 2, "许可", 3, 4]


def test_a_piece_tells_its_line_and_its_place() -> None:
    text = "规章 1\n\n许可 22"
    pieces = pieces_of(text, 0, len(text))
    assert [(text[piece.start : piece.end].strip(), piece.line) for piece in pieces] == [("规章", 0), ("1", 0), ("许可", 1), ("22", 1)]


def test_only_the_stretch_is_cut() -> None:
    text = "前文 9\n| 规章 | 1 |\n后文 9"
    assert [text[piece.start : piece.end] for piece in pieces_of(text, 5, 15)] == ["规章", "1"]


INDENTED = "规章 |\n\t\t1 |\n\t\t|\n\t\t3\xa0\n |\n\t\n许可 |\n\t\t4 |"


@pytest.mark.parametrize(
    "text",
    [INDENTED, INDENTED.replace("\t\t", "\t"), "规章 |\t1 |\t |\t3 |\n许可 |\t4 |\t5 |\t6 |"],
    ids=["cells on lines", "one tab", "in rows"],
)
def test_tabs_beside_bars_part_no_cells(text: str) -> None:
    assert told(text)[:6] == ["规章", 1, None, 3, "许可", 4]


def test_tabs_that_indent_lines_part_no_cells() -> None:
    assert told("规章\n\t1\n\t2\n许可\n\t\t4\n") == ["规章", 1, 2, "许可", 4]


def test_several_bars_on_a_line_pad_a_row_where_blank_cells_have_lines_of_their_own() -> None:
    assert told("总计 |\n||||\n|\n1 |\n|\n|\n许可 |\n4 |") == ["总计", None, 1, None, None, "许可", 4]
    assert told("规章 |\n|||\n1 |\n许可 |\n4 |")[:6] == ["规章", None, None, None, 1, "许可"]


@pytest.mark.parametrize(("text", "barred"), [("规章 | 1", True), ("规章\t1", True), ("规章 1", False), ("\t规章 1", False)])
def test_bars_and_tabs_part_cells(text: str, barred: bool) -> None:
    assert is_parted(text, 0, len(text)) == barred
    assert not is_parted(text, 0, 2)


@given(st.text(st.sampled_from("规章1.,23 |\t\n-/(件)、减")))
def test_pieces_stand_in_order_and_never_overlap(text: str) -> None:
    end = 0
    for piece in pieces_of(text, 0, len(text)):
        assert end <= piece.start <= piece.end <= len(text)
        end = piece.end


@given(st.lists(st.lists(st.sampled_from(["", "0", "12", "-", "规章"]), min_size=2, max_size=5), min_size=2, max_size=5))
def test_every_cell_of_a_framed_row_is_one_piece(rows: list[list[str]]) -> None:
    text = "\n".join(f"| {' | '.join(['表', *row])} |" for row in rows)
    assert [text[piece.start : piece.end] for piece in pieces_of(text, 0, len(text))] == [cell for row in rows for cell in ["表", *row]]


@pytest.mark.parametrize(
    "text",
    [
        "规章 │ 1 │  │ 3 │\n许可 │ 4 │ 5 │ 6 │",
        '<tr><td>规章</td><td class="a">1</td><td></td><td>3</td></tr><tr><td>许可</td><td>4</td><td>5</td><td>6</td></tr>',
        "规章&nbsp;| 1&nbsp;|&#160;| 3&nbsp;|\n许可&nbsp;| 4 | 5 | 6 |",
    ],
    ids=["boxes", "tags", "entities"],
)
def test_what_a_copy_leaves_of_the_source_of_a_page_parts_cells(text: str) -> None:
    plain = without_markup(text)
    assert len(plain) == len(text)
    assert told(plain) == ["规章", 1, None, 3, "许可", 4, 5, 6]


@pytest.mark.parametrize(("header", "cells"), [("自然人 | 法人 | 总计", 7), ("自然人 | 法人 | 总计 |", 6)])
def test_a_bar_that_ends_a_row_parts_a_blank_cell_where_other_rows_end_without_one(header: str, cells: int) -> None:
    text = f"{header}\n一、本年新收 | 7 | 2 | 0 | 0 | 0 | 1 | "
    assert sum(piece.printed is not None for piece in pieces_of(text, 0, len(text))) == cells
