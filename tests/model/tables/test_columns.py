from collections.abc import Sequence

import pytest

from model.tables.cells import CellKind
from model.tables.forms import APPLICANTS
from model.tables.reading import read_tables
from tests.model.tables.layouts import FORM_2021, REQUESTS, cells_of, expected_of, the_table, values_of

EXPECTED = expected_of(FORM_2021, REQUESTS)
NAMES = [column.zh for column in APPLICANTS]
COLUMNS = [column.name for column in APPLICANTS]


def by_columns(headings: Sequence[str], columns: Sequence[str] = COLUMNS) -> str:
    """Table 3 as a list of all rows for each column, each below its heading."""
    lists = [
        "\n".join([heading, *(f"{row.label} {EXPECTED[f'table3.{row.name}.{column}']}" for row in FORM_2021.rows)])
        for heading, column in zip(headings, columns, strict=True)
    ]
    return "三、收到和处理政府信息公开申请情况\n" + "\n".join(lists)


@pytest.mark.parametrize("heading", ["【{}】", "{}:", "法人或其他组织—{}"])
def test_a_list_of_rows_for_each_kind_of_applicant_is_a_column(heading: str) -> None:
    text = by_columns([heading.format(name) for name in NAMES])
    table = the_table(text)
    assert {cell.field: cell.value for cell in table.cells} == EXPECTED
    assert all(text[cell.start : cell.end] == str(cell.value) for cell in table.cells)


def test_columns_in_another_order_are_told_by_their_names() -> None:
    columns = [column.name for column in reversed(APPLICANTS)]
    assert values_of(by_columns([f"【{name}】" for name in reversed(NAMES)], columns)) == EXPECTED


def test_columns_without_names_are_those_of_the_form_if_rows_add_up() -> None:
    assert values_of(by_columns(["甲"] * len(NAMES))) == EXPECTED
    total_first = [APPLICANTS[-1].name, *(column.name for column in APPLICANTS[:-1])]
    assert set(values_of(by_columns(["甲"] * len(NAMES), total_first)).values()) == {None}


@pytest.mark.parametrize("missing", range(len(NAMES)))
def test_where_a_column_is_missing_nothing_is_claimed(missing: int) -> None:
    kept = [place for place in range(len(NAMES)) if place != missing]
    cells = cells_of(by_columns([NAMES[place] for place in kept], [APPLICANTS[place].name for place in kept]))
    assert {cell.kind for cell in cells.values()} == {CellKind.UNREADABLE}


def test_labels_without_numbers_above_the_lists_are_no_column() -> None:
    labels = "\n".join(row.label for row in FORM_2021.rows)
    lists = by_columns([f"【{name}】" for name in NAMES])
    (found,) = (table for table in read_tables(f"{labels}\n以上为填报项目。\n{lists}") if any(cell.value for cell in table.cells))
    assert {cell.field: cell.value for cell in found.cells} == EXPECTED


def test_one_number_a_row_is_no_row_of_the_form() -> None:
    assert not cells_of(by_columns(["各类申请"], ["total"]))
