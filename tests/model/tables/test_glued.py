import pytest

from model.tables.forms import Layout, form
from model.tables.glued import cut
from model.tables.pieces import pieces_of
from tests.model.tables.layouts import (
    FORM_2021,
    REMEDIES,
    REQUESTS,
    Rows,
    cells_of,
    expected_of,
    of_table4,
    rows_of,
    spaces,
    table3,
    values_of,
)
from tests.model.tables.rows import numbers

HEADER = "第二十条第(一)项\n信息内容 本年制发件数 本年废止件数 现行有效件数\n"


ZEROS = "重复申请 0 0 0 0 0 0 0"


def glued(rows: Rows) -> str:
    return "\n".join(label + "".join(cells) for label, cells in rows)


def test_rows_of_digits_are_cut_as_their_sums_tell() -> None:
    small = {
        "received": (5, 0, 0, 1, 0, 2, 8),
        "granted": (4, 0, 0, 1, 0, 2, 7),
        "total": (4, 0, 0, 1, 0, 2, 7),
        "carried_out": (1, 0, 0, 0, 0, 0, 1),
    }
    assert values_of(table3(small, glued)) == expected_of(FORM_2021, small)


def test_numbers_of_several_digits_are_cut_where_all_sums_hold() -> None:
    cells = cells_of(table3(REQUESTS, glued))
    expected = expected_of(FORM_2021, REQUESTS)
    assert all(cell.value in {None, expected[field]} for field, cell in cells.items())
    assert cells["table3.received.total"].value == 32


def test_where_sums_contradict_each_other_only_as_many_digits_as_cells_are_cut() -> None:
    cells = cells_of(table3({"received": (11, 1, 0, 0, 0, 0, 12), "total": (3, 0, 0, 0, 0, 0, 3)}, glued))
    assert {cells[f"table3.received.{name}"].value for name in ("natural_person", "research", "total")} == {None}
    assert cells["table3.total.total"].value == 3


def test_zeros_that_are_not_as_many_as_cells_are_none() -> None:
    text = table3(REQUESTS, spaces).replace(ZEROS, "重复申请 00000")
    assert not any(cell.value is not None for field, cell in cells_of(text).items() if ".repeat." in field)


def test_table_2_is_cut_behind_leading_zeros_alone() -> None:
    values = values_of(HEADER + "规章000\n行政规范性文件0012\n行政许可69\n行政处罚0\n行政强制3\n行政事业性收费1000000")
    assert [values[f"table2.regulations.{name}"] for name in ("issued", "repealed", "in_force")] == [0, 0, 0]
    assert [values[f"table2.normative_docs.{name}"] for name in ("issued", "repealed", "in_force")] == [0, 0, 12]
    assert (values["table2.licences.decisions"], values["table2.fees.amount"]) == (69, 1_000_000)


def test_a_large_number_of_table_2_is_not_cut() -> None:
    rows = rows_of(form("table2", Layout.OF_2019), {"procurement": (1_000_000,)})
    header = "信息内容 本年新制作数量 本年新公开数量 对外公开总数量\n"
    assert values_of(header + spaces(rows))["table2.procurement.amount"] is None


def test_fifteen_digits_are_the_cells_of_table_4() -> None:
    *headers, _ = of_table4(REMEDIES).splitlines()
    digits = "100010020210214"
    assert list(values_of("\n".join(headers).replace("|", " ") + f"\n{digits}").values()) == list(map(int, digits))


@pytest.mark.parametrize(("digits", "ways"), [("0000000", 1), ("1000001", 1), ("10000010", 2), ("000", 0), ("1" * 40, 0)])
def test_no_number_of_a_cut_begins_with_a_zero_but_zero_itself(digits: str, ways: int) -> None:
    (piece,) = pieces_of(digits, 0, len(digits))
    found = list(cut(piece, 7))
    assert len(found) == ways
    assert all("".join(str(number) for number in numbers(one)) == digits for one in found)
