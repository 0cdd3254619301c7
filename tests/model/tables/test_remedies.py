from collections.abc import Callable

import pytest

from model.tables.cells import CellKind
from model.tables.forms import Layout, form
from model.tables.reading import read_tables
from tests.model.tables.layouts import (
    REMEDIES,
    Numbers,
    Rows,
    bar_ends,
    bars,
    cells_of,
    expected_of,
    of_table4,
    row_values,
    rows_of,
    spaces,
    tabs,
    values_of,
)

TABLE4 = form("table4", Layout.OF_2021)

VALUES_OF_TABLE4 = [str(number) for row in REMEDIES.values() for number in row]


def in_row(cells: str) -> str:
    """Table 4 with these cells in its row of values."""
    *headers, _ = of_table4().splitlines()
    return "\n".join([*headers, cells])


@pytest.mark.parametrize("separator", ["\n", " | ", " |\n", "\n|\n", " ", "\n\n"])
@pytest.mark.parametrize(
    "labels", ["行政复议\n行政诉讼", "行政复议 |\n行政诉讼 |\n|||||", "行政复议行政诉讼", "四、政府信息公开行政复议、行政诉讼情况"]
)
def test_table_4_is_read_without_headers(labels: str, separator: str) -> None:
    assert values_of(f"{labels}\n{separator.join(VALUES_OF_TABLE4)}\n\n五、存在问题") == expected_of(TABLE4, REMEDIES)


@pytest.mark.parametrize("after", ["\n", "\n未经复议直接起诉 "])
def test_table_4_is_read_from_the_blocks_below_its_labels(after: str) -> None:
    first, second, third = (" ".join(VALUES_OF_TABLE4[start : start + 5]) for start in (0, 5, 10))
    assert values_of(f"行政复议\n{first}\n行政诉讼{after}{second}\n{third}\n五、存在问题") == expected_of(TABLE4, REMEDIES)


def test_bars_that_pad_the_headers_of_table_4_are_no_blank_cells() -> None:
    results = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
    headers = " |\n".join(["行政复议", "行政诉讼", "||||||", *results, "未经复议直接起诉", "复议后起诉", "||||||", *results * 2, "|||||"])
    cells = cells_of(headers + "\n|\n2 |\n|\n|\n2 |\n1 |\n|\n|\n|\n1 |\n|\n|\n|\n|\n|")
    assert row_values(cells, "table4.reviews") == [None, 2, None, None, 2]
    assert row_values(cells, "table4.litigation_direct") == [1, None, None, None, 1]


def test_table_4_is_read_from_one_row() -> None:
    assert values_of(of_table4()) == expected_of(TABLE4, REMEDIES)


@pytest.mark.parametrize("way", [bars, tabs, spaces, bar_ends])
def test_table_4_is_read_from_three_rows(way: Callable[[Rows], str]) -> None:
    header = [("结果维持", ["结果纠正", "其他结果", "尚未审结", "总计"])]
    assert values_of(way([*header, *rows_of(TABLE4, REMEDIES)])) == expected_of(TABLE4, REMEDIES)


def test_blank_cells_of_table_4_stay_in_their_columns() -> None:
    cells = cells_of(in_row("| 1 | | 2 | | 3 | 4 | | | | 4 | | 5 | | | 5 |"))
    assert row_values(cells, "table4.reviews") == [1, None, 2, None, 3]
    assert row_values(cells, "table4.litigation_after_review") == [None, 5, None, None, 5]


def test_a_block_of_table_4_that_does_not_add_up_is_read_as_printed() -> None:
    assert row_values(cells_of(in_row("| 10 | 1 | 0 | 0 | 0 | 3 | 1 | 0 | 1 | 6 | 0 | 0 | 0 | 0 | 0 |")), "table4.reviews") == [
        10,
        1,
        0,
        0,
        0,
    ]


LAST_YEAR: Numbers = {"reviews": (3, 0, 1, 0, 4), "litigation_direct": (0, 0, 0, 0, 0), "litigation_after_review": (1, 0, 0, 0, 1)}


@pytest.mark.parametrize(("first", "second"), [("2022年", "2023年"), ("上年", "本年")])
def test_of_two_tables_4_one_after_the_other_the_earlier_is_no_own_one(first: str, second: str) -> None:
    earlier, own = read_tables(f"{first}\n{of_table4(LAST_YEAR)}\n{second}\n{of_table4()}")
    assert (earlier.former, own.former) == (True, False)
    assert {cell.field: cell.value for cell in own.cells} == expected_of(TABLE4, REMEDIES)


@pytest.mark.parametrize("separator", [" | ", "\t", " "])
@pytest.mark.parametrize(("first", "second"), [("2022年", "2023年"), ("上年", "本年"), ("2022", "2023"), ("", "")])
def test_of_two_rows_of_table_4_neither_is_claimed(first: str, second: str, separator: str) -> None:
    headers = of_table4().splitlines()[:-1]
    rows = [
        [year, *(str(value) for row in numbers.values() for value in row)] for year, numbers in ((first, LAST_YEAR), (second, REMEDIES))
    ]
    text = "\n".join([*(line.strip("| ").replace(" | ", separator) for line in headers), *(separator.join(row).strip() for row in rows)])
    cells = cells_of(text)
    assert cells["table4.reviews.upheld"].candidates in {(3, 119), (119, 3)}
    assert {cell.value for cell in cells.values()} <= {None, 0}


def test_values_that_nothing_explains_leave_a_table_of_unreadable_cells() -> None:
    """A total that is wrong, where blank cells left no trace."""
    cells = cells_of(in_row("3 1 9 2 2"))
    assert len(cells) == 15
    assert {cell.kind for cell in cells.values()} == {CellKind.UNREADABLE}


@pytest.mark.parametrize("cells", ["1 1 0 0 0", of_table4().splitlines()[-1]])
def test_equal_tables_each_have_their_own_places(cells: str) -> None:
    text = "".join(f"{in_row(cells)}\n五、存在的主要问题和改进情况\n{'工作有待加强。' * 100}\n" for _ in range(3))
    first, *others = read_tables(text)
    for table in (first, *others):
        assert [text[cell.start : cell.end] for cell in table.cells if cell.start is not None] == [
            str(cell.value) for cell in table.cells if cell.start is not None
        ]
        assert [cell._replace(start=None, end=None) for cell in table.cells] == [
            cell._replace(start=None, end=None) for cell in first.cells
        ]
    assert len({table.start for table in (first, *others)}) == 3
