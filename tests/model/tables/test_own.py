import pytest

from model.tables.cells import CellKind
from model.tables.own import own_tables
from model.tables.reading import read_tables
from tests.model.tables.layouts import FORM_2021, REQUESTS, Numbers, bars, expected_of, of_table4, rows_of, spaces, table3
from tests.model.tables.records import record_of

OTHER: Numbers = {"received": (5, 4, 0, 0, 0, 0, 9), "granted": (5, 4, 0, 0, 0, 0, 9), "total": (5, 4, 0, 0, 0, 0, 9)}


def test_nothing_of_a_subordinate_office_fills_up_the_record() -> None:
    first, second = table3({**REQUESTS, "received": (26, "", 0, 0, 0, 0, 26)}), table3(OTHER)
    record = record_of(f"{first}\n附件:区机关事务管理局2023年度报告\n{second}")
    assert "table3.received.business" not in record.figures
    assert record.cells["table3.received.business"].kind is CellKind.BLANK
    total = record.figures["table3.received.total"].count
    assert total is not None
    assert (total.value, total.also) == (26, [])


@pytest.mark.parametrize("years", [(2022, 2023), (2023, 2022)], ids=["before", "behind"])
def test_the_table_of_the_year_before_has_figures_of_that_year(years: tuple[int, int]) -> None:
    tables = [OTHER if year == 2022 else REQUESTS for year in years]
    text = "\n".join(f"{year}年度收到和处理申请情况\n{table3(numbers)}" for year, numbers in zip(years, tables, strict=True))
    figures = record_of(text).figures["table3.received.total"]
    assert figures.count is not None
    assert figures.previous is not None
    assert (figures.count.value, figures.previous.value) == (32, 9)


def test_rows_behind_a_break_are_part_of_the_same_table() -> None:
    rows = rows_of(FORM_2021, REQUESTS)
    record = record_of(f"{bars(rows[:12])}\n(接上页。)\n{bars(rows[12:])}")
    assert record.figures["table3.received.total"].count is not None
    assert record.figures["table3.carried_out.total"].count is not None


@pytest.mark.parametrize("again", [11, 4, 0], ids=["zeros", "a row of table 3", "all rows before"])
def test_rows_printed_again_behind_a_break_are_part_of_the_same_table(again: int) -> None:
    rows = rows_of(FORM_2021, REQUESTS)
    record = record_of(f"{bars(rows[:12])}\n(接上页。)\n{bars(rows[again:])}")
    assert {field: figures.count and figures.count.value for field, figures in record.figures.items()} == expected_of(FORM_2021, REQUESTS)
    assert not record.cells.keys() & record.figures.keys()


def test_a_table_of_totals_alone_above_the_statutory_one_takes_nothing_from_it() -> None:
    totals = spaces([(label, cells[-1:]) for label, cells in rows_of(FORM_2021, REQUESTS)])
    record = record_of(f"{totals}\n三、收到和处理政府信息公开申请情况。\n{table3()}")
    assert {field: figures.count and figures.count.value for field, figures in record.figures.items()} == expected_of(FORM_2021, REQUESTS)
    assert not record.cells


def test_cells_that_the_office_left_blank_are_not_filled_up_from_another_table() -> None:
    record = record_of(f"{table3({}, nothing='')}\n附件:区机关事务管理局2023年度报告\n{table3(OTHER)}")
    assert not record.figures
    assert {cell.kind for cell in record.cells.values()} == {CellKind.BLANK}


def test_tables_of_different_kinds_are_all_own() -> None:
    tables = read_tables(f"{table3()}\n四、行政复议和行政诉讼情况。\n{of_table4()}")
    assert [table.name for table in own_tables(tables)] == ["table3", "table4"]


def test_a_table_that_agrees_with_one_left_out_is_not_own_for_that() -> None:
    own, other = read_tables(f"{table3()}\n附件:区机关事务管理局2023年度报告\n{table3(OTHER)}")
    assert own_tables((own, other, other)) == (own,)
    assert own_tables((other, own)) == (other,)
