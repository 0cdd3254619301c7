import pytest

from model.documents.pdf import read_pdf
from model.tables.cells import CellKind
from model.tables.reading import read_tables
from model.tables.table import Table
from tests.model.documents.written_pdf import Sheet, written

_TOP = ((100, "行政复议"), (400, "行政诉讼"))
_MIDDLE = ((300, "未经复议直接起诉"), (480, "复议后起诉"))
_RESULTS = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计") * 3


def header(sheet: Sheet, top: float, characters: int) -> float:
    """The header of table 4 with so many characters in a line of its columns; where the next line may stand."""
    for baseline, words in ((top, _TOP), (top + 12, _MIDDLE)):
        for left, text in words:
            sheet.text(left, baseline, text, 8)
    lines = [[text[start : start + characters] for start in range(0, len(text), characters)] for text in _RESULTS]
    for column, parts in enumerate(lines):
        for number, part in enumerate(parts):
            sheet.text(40 + 34 * column, top + 24 + 12 * number, part, 8)
    return top + 36 + 12 * max(map(len, lines))


def tables(*sheets: Sheet) -> tuple[Table, ...]:
    return read_tables(read_pdf(written(*sheets)).text)


@pytest.mark.parametrize("characters", [4, 3, 1])
def test_the_header_alone_tells_of_a_table_without_values_however_it_is_broken(characters: int) -> None:
    sheet = Sheet()
    sheet.text(40, 80, "四、政府信息公开行政复议、行政诉讼情况")
    sheet.text(40, header(sheet, 100, characters) + 20, "五、存在的主要问题及改进情况")
    (table,) = tables(sheet)
    assert [cell.kind for cell in table.cells] == [CellKind.BLANK] * 15


def test_values_below_the_header_are_those_of_the_table() -> None:
    sheet = Sheet()
    sheet.text(40, 80, "四、政府信息公开行政复议、行政诉讼情况")
    below = header(sheet, 100, 4)
    for column in range(15):
        sheet.text(50 + 34 * column, below, "0", 8)
    sheet.text(40, below + 40, "五、存在的主要问题及改进情况")
    (table,) = tables(sheet)
    assert [cell.kind for cell in table.cells] == [CellKind.ZERO] * 15


def test_values_of_a_header_that_a_pages_end_parts_are_found_on_the_next() -> None:
    first, second = Sheet(), Sheet()
    first.text(40, 700, "四、政府信息公开行政复议、行政诉讼情况")
    header(first, 740, 4)
    for column, value in ((0, "3"), (4, "3"), (8, "2"), (9, "2")):
        second.text(50 + 34 * column, 60, value, 8)
    second.text(40, 120, "五、存在的主要问题及改进情况")
    (table,) = tables(first, second)
    assert [cell.value for cell in table.cells] == [3, *[None] * 3, 3, *[None] * 3, 2, 2, *[None] * 5]
    assert {cell.kind for cell in table.cells} == {CellKind.VALUE, CellKind.BLANK}


def test_a_header_at_the_end_of_a_file_says_nothing_of_its_values() -> None:
    sheet = Sheet()
    sheet.text(40, 80, "四、政府信息公开行政复议、行政诉讼情况")
    header(sheet, 100, 4)
    assert not any(cell.kind is CellKind.BLANK for table in tables(sheet) for cell in table.cells)
