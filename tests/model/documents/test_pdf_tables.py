from hypothesis import given, settings
from hypothesis import strategies as st

from model.documents.pdf_continuation import continued, with_whole_labels
from model.documents.pdf_geometry import Page, Rule
from model.documents.pdf_lattice import Box, lattices_of
from model.documents.pdf_tables import Table, TableCell, joined, ruled_tables
from tests.model.documents.made_pdf import glyphs

XS = (0.0, 50.0, 100.0, 150.0)


def table(*rows: tuple[str, ...], full: bool = False, **more: bool) -> Table:
    """A table of cells that span nothing."""
    cells = tuple(
        TableCell(text, number, 1, XS[column], XS[column + 1], full) for number, row in enumerate(rows) for column, text in enumerate(row)
    )
    return Table(0, 100, XS[: len(rows[0]) + 1], len(rows), cells, **more)


def texts(found: Table | None) -> list[list[str]] | None:
    return None if found is None else found.texts()


def sides(boxes: list[Box], wide: float = 40, high: float = 20) -> list[Rule]:
    """The lines around boxes."""
    found = []
    for box in boxes:
        left, right = box.column * wide, (box.column + box.columns) * wide
        top, bottom = box.row * high, (box.row + box.rows) * high
        found += [
            Rule(False, top, left, right),
            Rule(False, bottom, left, right),
            Rule(True, left, top, bottom),
            Rule(True, right, top, bottom),
        ]
    return found


@st.composite
def tilings(draw: st.DrawFn) -> list[Box]:
    """Boxes that fill a field, such that each row and column begins one."""
    rows, columns = draw(st.integers(1, 5)), draw(st.integers(2, 5))
    free = {(row, column) for row in range(rows) for column in range(columns)}
    boxes = []
    for place in sorted(free):
        if place in free:
            wide = draw(st.integers(1, 3))
            box = Box(*place, 1, min(wide, columns - place[1]))
            fields = {(place[0], place[1] + more) for more in range(box.columns)}
            if not fields <= free:
                box, fields = Box(*place, 1, 1), {place}
            below = {(row + 1, column) for row, column in fields}
            if below <= free and draw(st.booleans()):
                box, fields = Box(*place, 2, box.columns), fields | below
            free -= fields
            boxes.append(box)
    return boxes


@settings(max_examples=200, deadline=None)
@given(tilings())
def test_cells_are_found_again_from_the_lines_around_them(boxes: list[Box]) -> None:
    starts = {box.column for box in boxes} | {box.column + box.columns for box in boxes}
    levels = {box.row for box in boxes} | {box.row + box.rows for box in boxes}
    columns, rows = sorted(starts), sorted(levels)
    expected = [
        Box(
            rows.index(box.row),
            columns.index(box.column),
            rows.index(box.row + box.rows) - rows.index(box.row),
            columns.index(box.column + box.columns) - columns.index(box.column),
        )
        for box in boxes
    ]
    found = lattices_of(sides(boxes))
    if len(columns) < 3 or len(boxes) < 2:
        assert found == []
    else:
        assert [list(lattice.boxes) for lattice in found] == [expected]


def test_a_frame_around_text_and_a_line_under_words_are_no_tables() -> None:
    frame = sides([Box(0, 0, 10, 10)])
    assert lattices_of([*frame, Rule(False, 50, 20, 90)]) == []


def test_a_table_open_at_its_sides_has_its_outer_columns_and_its_title_row() -> None:
    rules = [Rule(False, y, 0, 120) for y in (0, 20, 40, 60)] + [Rule(True, x, 20, 60) for x in (40, 80)]
    page = Page(
        200, 200, tuple(glyphs("标题", 30, 15) + glyphs("甲", 5, 35) + glyphs("3", 50, 35) + glyphs("4", 90, 55)), tuple(rules), False
    )
    tables, outside = ruled_tables(page)
    assert outside == []
    assert [texts(found) for found in tables] == [
        [["标题"], ["甲", "3", ""], ["", "", "4"]],
    ]


def test_words_that_wrap_in_a_cell_are_joined_and_numbers_under_each_other_are_not() -> None:
    assert joined("商业", "企业", False) == "商业企业"
    assert joined("1,2", "34", True) == "1,234"
    assert joined("12", "34", False) == "12 34"
    assert joined("open", "data", True) == "open data"


def test_headers_that_the_next_page_repeats_stand_once() -> None:
    before = table(("名称", "数量"), ("甲", "1"))
    after = table(("名称", "数量"), ("乙", "2"))
    assert texts(continued(before, after)) == [["名称", "数量"], ["甲", "1"], ["乙", "2"]]


def test_tables_of_other_columns_are_not_continued() -> None:
    assert continued(table(("名称", "数量"), ("甲", "1")), table(("甲", "乙", "丙"))) is None


def test_a_row_that_the_page_end_cuts_is_whole_again() -> None:
    before = table(("1.要求行政机关", "12", ""), full=True)
    after = table(("重新出具信息", "", ""), ("2.重复申请", "3", ""))
    assert texts(continued(before, after)) == [["1.要求行政机关重新出具信息", "12", ""], ["2.重复申请", "3", ""]]


def test_a_row_that_no_line_closes_on_either_page_is_whole_again() -> None:
    before = table(("1.要求", "12", "5"), open_bottom=True)
    after = table(("重新出具", "", ""), ("2.重复申请", "3", ""), open_top=True)
    assert texts(continued(before, after)) == [["1.要求重新出具", "12", "5"], ["2.重复申请", "3", ""]]
    assert texts(continued(before, table(("2.重复申请", "3", ""), open_top=True))) == [["1.要求", "12", "5"], ["2.重复申请", "3", ""]]


def test_a_numbered_label_that_the_page_end_cuts_is_whole_though_its_line_is_short() -> None:
    before = table(("8.属", "12", ""))
    after = table(("于行政查询事项", "", ""), ("9.其他", "3", ""))
    assert texts(continued(before, after)) == [["8.属于行政查询事项", "12", ""], ["9.其他", "3", ""]]


def test_a_number_that_the_page_end_cuts_is_whole_and_numbers_of_two_rows_are_not_joined() -> None:
    before = table(("76", "11", "9"), full=True)
    assert texts(continued(before, table(("", "9", "")))) == [["76", "119", "9"]]
    assert texts(continued(before, table(("乙", "9", "")))) == [["76", "11", "9"], ["乙", "9", ""]]


def test_rows_that_no_page_end_cuts_stay_two() -> None:
    rows = [["规章", "", ""], ["行政规范性文件", "3", "4"]]
    assert texts(continued(table(("规章", "", "")), table(("行政规范性文件", "3", "4")))) == rows
    ordinal = continued(table(("1.属于国家秘密", "", ""), full=True), table(("2.其他", "3", "4")))
    assert texts(ordinal) == [["1.属于国家秘密", "", ""], ["2.其他", "3", "4"]]


def test_a_label_over_rows_of_two_pages_is_one() -> None:
    before = Table(0, 9, XS[:3], 2, (TableCell("结果", 0, 2, 0, 50), TableCell("甲", 0, 1, 50, 100), TableCell("乙", 1, 1, 50, 100)))
    after = Table(0, 9, XS[:3], 2, (TableCell("", 0, 2, 0, 50), TableCell("丙", 0, 1, 50, 100), TableCell("丁", 1, 1, 50, 100)))
    assert texts(continued(before, after)) == [["结果", "甲"], ["乙"], ["丙"], ["丁"]]


def test_a_label_that_covers_all_rows_of_a_page_has_its_column() -> None:
    rules = [Rule(True, x, 0, 60) for x in (0, 40, 80, 120)] + [Rule(False, y, 40, 120) for y in (0, 20, 40, 60)]
    (lattice,) = lattices_of(rules)
    assert lattice.boxes[0] == Box(0, 0, 3, 1)
    assert len(lattice.boxes) == 7


def test_a_blank_cell_under_a_tall_label_is_part_of_it() -> None:
    cells = (TableCell("结果", 0, 3, 0, 50), *(TableCell(str(row), row, 1, 50, 100) for row in range(4)), TableCell("", 3, 1, 0, 50))
    assert texts(with_whole_labels(Table(0, 9, XS[:3], 4, cells))) == [["结果", "0"], ["1"], ["2"], ["3"]]


def test_a_row_without_a_number_is_not_the_rest_of_a_label_that_is_whole() -> None:
    before = table(("行政规范性文件", "12", "5"), full=True)
    assert texts(continued(before, table(("其他主动公开文件", "", "")))) == [["行政规范性文件", "12", "5"], ["其他主动公开文件", "", ""]]
