from model.documents.pdf_geometry import Glyph, Page, Rule
from model.documents.pdf_lattice import lattices_of
from model.documents.pdf_layout import without_layout
from model.documents.pdf_tables import ruled_tables
from tests.model.documents.made_pdf import glyphs

PROSE = [glyph for baseline in (30, 50, 70) for glyph in glyphs("收到政府信息公开申请", 20, baseline)]


def frame(left: float, top: float, right: float, bottom: float) -> list[Rule]:
    return [*(Rule(False, y, left, right) for y in (top, bottom)), *(Rule(True, x, top, bottom) for x in (left, right))]


def grid(left: float, top: float, columns: int, rows: int) -> list[Rule]:
    """The lines of a table whose cells are 50 points wide and 20 high."""
    right, bottom = left + 50 * columns, top + 20 * rows
    across = [Rule(True, left + 50 * column, top, bottom) for column in range(columns + 1)]
    return [*(Rule(False, top + 20 * row, left, right) for row in range(rows + 1)), *across]


def read(rules: list[Rule], *words: list[Glyph]) -> tuple[list[list[list[str]]], str]:
    """The rows of the tables of a page, and the characters outside of them."""
    tables, outside = ruled_tables(Page(500, 500, tuple(glyph for one in words for glyph in one), tuple(rules), False))
    return [table.texts() for table in tables], "".join(glyph.text for glyph in outside)


def test_a_table_in_a_cell_stands_alone_and_the_prose_around_it_flows() -> None:
    rules = [*frame(10, 10, 162, 300), *grid(11, 100, 3, 2), *grid(11, 200, 2, 2)]
    told = glyphs("甲", 20, 115), glyphs("3", 70, 115), glyphs("乙", 20, 215), glyphs("5", 70, 235)
    tables, outside = read(rules, PROSE, *told, glyphs("右", 140, 215), glyphs("完", 20, 290))
    assert tables == [[["甲", "3", ""], ["", "", ""]], [["乙", ""], ["", "5"]]]
    assert outside == "收到政府信息公开申请" * 3 + "右完"


def test_a_line_of_words_as_wide_as_its_table_stays_in_it() -> None:
    rules = [*grid(10, 100, 3, 1), *frame(10, 120, 160, 140), *grid(10, 140, 3, 1)]
    tables, outside = read(rules, glyphs("规章", 20, 115), glyphs("第二十条", 20, 135), glyphs("3", 70, 155))
    assert tables == [[["规章", "", ""], ["第二十条"], ["", "3", ""]]]
    assert outside == ""


def test_blank_cells_beside_all_rows_on_both_sides_are_margins_and_that_of_a_label_is_none() -> None:
    rules = [Rule(True, x, 100, 140) for x in (10, 30, 80, 130, 150)]
    rows = [Rule(False, y, 30, 130) for y in (100, 120, 140)]
    value = glyphs("3", 50, 115)
    assert read([*rules, *rows], value)[0] == [[["3", ""], ["", ""]]]
    labelled = [*rules[:4], *rows]
    assert read(labelled, value)[0] == [[["", "3", ""], ["", ""]]]


def test_lines_of_tables_below_each_other_stay_where_they_are() -> None:
    rules = [*frame(10, 10, 114, 300), *grid(12, 10, 2, 2), *grid(14, 180, 2, 2)]
    (lattice,) = lattices_of(rules)
    prose = [glyph for baseline in (90, 110, 130) for glyph in glyphs("收到申请", 20, baseline)]
    assert [part.xs[1] for part in without_layout(lattice, prose)] == [62, 64]
