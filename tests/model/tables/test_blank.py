import pytest

from model.tables.cells import CellKind
from model.tables.forms import Layout, form
from model.tables.own import own_tables
from model.tables.reading import read_tables
from tests.model.tables.layouts import (
    FORM_2021,
    REMEDIES,
    REQUESTS,
    WAYS,
    Numbers,
    expected_of,
    of_table4,
    rows_of,
    spaces,
    table3,
)

BLANK: Numbers = {row.name: [""] * 7 for row in FORM_2021.rows}


@pytest.mark.parametrize("way", WAYS)
def test_a_table_without_any_value_is_the_office_s_own_and_blank(way: str) -> None:
    text = f"三、申请情况\n{table3(BLANK, WAYS[way])}\n附:某中心\n{table3(REQUESTS, WAYS[way])}\n四、其他"
    blank, other = read_tables(text)
    assert {cell.kind for cell in blank.cells} == {CellKind.BLANK}
    assert own_tables([blank, other]) == (blank,)


def test_headers_alone_are_no_blank_table_where_a_label_is_missing_or_a_number_or_nothing_follows() -> None:
    rows = rows_of(FORM_2021, BLANK)
    assert read_tables(spaces([*rows[:9], *rows[10:]])) == ()
    headers = "\n".join(of_table4().replace("|", " ").splitlines()[:-1])
    assert {cell.kind for table in read_tables(f"{headers}\n五、存在的主要问题") for cell in table.cells} == {CellKind.BLANK}
    assert not any(cell.kind is CellKind.BLANK for table in read_tables(headers) for cell in table.cells)
    assert not any(cell.kind is CellKind.BLANK for table in read_tables(f"{headers}\n合计 某 \n3 件") for cell in table.cells)


def test_headers_alone_that_come_again_above_values_take_nothing_from_them() -> None:
    headers = "\n".join(of_table4().replace("|", " ").splitlines()[:-1])
    tables = read_tables(f"{headers}\n某市水务局年度报告\n{of_table4()}\n五、存在的主要问题")
    values = {cell.field: cell.value for table in own_tables(tables) for cell in table.cells if cell.value is not None}
    assert values == expected_of(form("table4", Layout.OF_2021), REMEDIES)
