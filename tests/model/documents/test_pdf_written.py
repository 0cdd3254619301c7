"""Tables as word processors and other programs set them, read from files that the tests write."""

from collections.abc import Callable

import pytest

from model.documents.pdf import read_pdf
from model.tables.cells import CellKind
from model.tables.forms import Layout, form
from model.tables.reading import read_tables
from tests.model.documents.written_pdf import Sheet, width, written

GRID = [["规章", "12", "3"], ["行政规范性文件", "1,045", ""], ["行政许可", "", "627"]]
XS = (60.0, 200.0, 260.0, 320.0)


def rows(*sheets: Sheet) -> list[list[str]]:
    """The rows of the tables of a file."""
    return [line.split("\t") for line in read_pdf(written(*sheets)).text.split("\n") if "\t" in line]


def ruled(sheet: Sheet, rule: Callable[[Sheet, float, float, float, float], None], text: Callable[..., None], spaces: str = "") -> None:
    """Draws the grid in cells of 20 points."""
    for number, row in enumerate(GRID):
        top = 100.0 + 20 * number
        for left, right, words in zip(XS, XS[1:], row, strict=False):
            for side in (
                (left, top, right, top),
                (left, top + 20, right, top + 20),
                (left, top, left, top + 20),
                (right, top, right, top + 20),
            ):
                rule(sheet, *side)
            text(left + 4, top + 14, spaces.join(words))


def stroked(sheet: Sheet, *side: float) -> None:
    sheet.stroke(*side)


def filled(sheet: Sheet, left: float, top: float, right: float, bottom: float) -> None:
    """A bar between the corners, which are squares, as Word draws it."""
    sheet.fill(left - 0.24, top - 0.24, left + 0.24, top + 0.24)
    sheet.fill(
        left + 0.24 * (top == bottom) - 0.24 * (left == right),
        top + 0.24 * (left == right) - 0.24 * (top == bottom),
        right + 0.24,
        bottom + 0.24,
    )


def doubled(sheet: Sheet, left: float, top: float, right: float, bottom: float) -> None:
    for off in (-0.75, 0.75):
        sheet.stroke(
            left + off * (left == right), top + off * (top == bottom), right + off * (left == right), bottom + off * (top == bottom)
        )


def dashed(sheet: Sheet, left: float, top: float, right: float, bottom: float) -> None:
    for place in range(0, round(right - left + bottom - top), 5):
        x, y = (left + place, top) if top == bottom else (left, top + place)
        sheet.stroke(x, y, min(x + 3, right), min(y + 3, bottom))


@pytest.mark.parametrize("rule", [stroked, filled, doubled, dashed])
def test_cells_are_found_however_their_lines_are_drawn(rule: Callable[..., None]) -> None:
    sheet = Sheet()
    ruled(sheet, rule, sheet.text)
    assert rows(sheet) == GRID


def test_pages_on_their_side_and_letters_set_one_by_one_are_read_as_others() -> None:
    sheet = Sheet(842, 595, turned=True)
    ruled(sheet, stroked, sheet.letters)
    assert rows(sheet) == GRID


def test_spaces_behind_every_character_of_a_table_part_no_numbers() -> None:
    sheet = Sheet()
    ruled(sheet, stroked, sheet.text, " ")
    assert rows(sheet) == GRID


def test_a_number_that_is_too_wide_for_its_cell_is_that_cell_s() -> None:
    sheet = Sheet()
    ruled(sheet, stroked, sheet.text)
    sheet.text(202, 154, "1234567890123")
    assert rows(sheet)[2] == ["行政许可", "1234567890123", "627"]


def columns(sheet: Sheet, top: float, lines: list[tuple[str, ...]], places: tuple[float, ...] = (180, 220, 260)) -> None:
    """A label at 60 points in each line, and words around the places."""
    for number, (label, *values) in enumerate(lines):
        sheet.text(60, top + 16 * number, label)
        for x, value in zip(places, values, strict=False):
            sheet.middle(x, top + 16 * number, value)


def test_a_table_without_lines_of_which_all_values_are_blank_is_one() -> None:
    sheet = Sheet()
    sheet.text(60, 80, "三、收到和处理政府信息公开申请情况")
    sheet.text(300, 110, "商业企业")
    sheet.text(360, 110, "总计")
    of_2021 = form("table3", Layout.OF_2021)
    for number, row in enumerate(of_2021.rows):
        sheet.text(100, 130 + 16 * number, row.label[:19])
        sheet.text(100, 137 + 16 * number, row.label[19:])
    (table,) = read_tables(read_pdf(written(sheet)).text)
    assert {cell.field for cell in table.cells} == set(of_2021.fields)
    assert {cell.kind for cell in table.cells} == {CellKind.BLANK}


def test_labels_around_a_value_are_no_blank_rows() -> None:
    sheet = Sheet()
    labels = [row.label for row in form("table3", Layout.OF_2021).rows[4:12]]
    columns(sheet, 100, [(label,) for label in labels])
    sheet.middle(260, 100 + 16 * 4 + 8, "1")
    assert not any(row[0] in labels[4:6] for row in rows(sheet))


def test_values_of_a_page_with_other_columns_are_not_taken_for_those_above_them() -> None:
    first, second, alike = Sheet(), Sheet(), Sheet()
    columns(first, 100, [("", "上年", "本年", "总计"), ("1.甲", "12", "3", "15"), ("2.乙", "7", "1", "8")])
    columns(second, 60, [("3.丙", "5", "5"), ("4.丁", "6", "6")], (192, 232))
    columns(alike, 60, [("3.丙", "", "5", "5"), ("4.丁", "", "6", "6")])
    assert rows(first, alike)[-2:] == [["3.丙", "", "5", "5"], ["4.丁", "", "6", "6"]]
    assert rows(first, second)[-2:] == [["3.丙", "5", "5"], ["4.丁", "6", "6"]]


def test_numbers_that_fill_their_columns_are_neither_cut_nor_make_two_columns_one() -> None:
    sheet = Sheet()
    for number, row in enumerate([("收到甲类申请", "5803", "90", "665"), ("其中", "122", "9", "131"), ("总计", "46", "10", "56")]):
        right = 120.3
        for words in row:
            sheet.text(right - width(words, 10), 100 + 16 * number, words)
            right += 20.3 if words != "90" else 15.1
    assert [row[-2:] for row in rows(sheet)[1:]] == [["9", "131"], ["10", "56"]]
    assert rows(sheet)[0][:2] == ["收到甲类申请", "5803"]


def test_numbers_strewn_over_a_page_are_no_table() -> None:
    sheet = Sheet()
    for number in range(300):
        sheet.text(60, 100 + 2 * number, "甲", 0.5)
        sheet.text(70 + number, 100 + 2 * number, "1", 0.5)
    assert not rows(sheet)


def test_a_note_that_a_narrow_cell_breaks_leaves_its_row_in_the_table() -> None:
    sheet = Sheet()
    columns(sheet, 100, [("", "制发", "废止", "现行"), ("规章", "1", "0", "4"), ("文件", "1", "0", "22（其中")])
    sheet.middle(260, 142, "修订2件）")
    assert rows(sheet)[-1] == ["文件", "1", "0", "22（其中修订2件）"]


def test_values_beside_a_later_line_of_a_note_stay_in_the_table() -> None:
    sheet = Sheet()
    columns(sheet, 100, [("", "制发", "废止", "现行"), ("规章", "1", "0", "4")])
    sheet.middle(260, 136, "3（其中联")
    columns(sheet, 149, [("文件", "1", "0", "合发文1件"), ("许可", "1", "0", "5")])
    assert [row[:3] for row in rows(sheet)[-2:]] == [["文件", "1", "0"], ["许可", "1", "0"]]


def test_parts_of_several_widths_that_touch_and_are_open_at_their_sides_keep_their_cells() -> None:
    sheet = Sheet()
    for top, right, middle, values in (
        (100, 330, 160, ("规章", "3")),
        (140.8, 190, 120, ("许可", "42")),
        (181.6, 260, 150, ("收费", "19")),
    ):
        for row, words in enumerate((("信息内容", "数量"), values)):
            sheet.text(64, top + 20 * row + 14, words[0])
            sheet.text(middle + 4, top + 20 * row + 14, words[1])
        for row in range(3):
            sheet.stroke(60, top + 20 * row, right, top + 20 * row)
        sheet.stroke(middle, top, middle, top + 40)
    assert [row[:2] for row in rows(sheet)] == [
        ["信息内容", "数量"],
        ["规章", "3"],
        ["信息内容", "数量"],
        ["许可", "42"],
        ["信息内容", "数量"],
        ["收费", "19"],
    ]


def test_a_label_that_touches_its_value_is_parted_from_it() -> None:
    sheet = Sheet()
    columns(sheet, 100, [("信息内容", "废止", "有效"), ("规章", "0", "4"), ("行政规范性文件", "/", "7")], (220, 260))
    for baseline, words in ((100, "制发"), (116, "/"), (132, "/")):
        sheet.text(130, baseline, words)
    assert rows(sheet)[1:] == [["规章", "/", "0", "4"], ["行政规范性文件", "/", "/", "7"]]


def test_the_heading_of_the_next_part_of_a_table_is_no_label() -> None:
    sheet = Sheet()
    columns(sheet, 100, [("信息内容", "上一年", "本年", "总数"), ("规章", "", "", "-"), ("规范性文件",)])
    sheet.text(150, 148, "第二十条第（五）项")
    columns(sheet, 164, [("信息内容", "上一年", "本年", "决定"), ("行政许可", "22", "1", "2"), ("行政处罚", "18", "4", "10")])
    assert [row for row in rows(sheet) if row[0] in {"规章", "行政许可"}] == [["规章", "", "", "-"], ["行政许可", "22", "1", "2"]]


def test_a_value_nearer_to_another_than_cells_mostly_are_is_one_of_its_own() -> None:
    sheet = Sheet()
    columns(sheet, 100, [("", "自然人", "其他", "总计"), ("1.甲", "5", "5", "10"), ("2.乙", "3", "0", "3")])
    sheet.text(60, 148, "3.丙")
    for left, words in ((172, "108"), (217, "5"), (227, "113")):
        sheet.text(left, 148, words)
    columns(sheet, 164, [("4.丁", "1", "0", "1")])
    assert rows(sheet)[3][0] == "3.丙"
