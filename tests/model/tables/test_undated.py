import pytest

from model.tables.facts import table_facts
from model.tables.own import own_tables
from model.tables.reading import read_tables
from tests.model.tables.layouts import Numbers, of_table4, table3
from tests.model.tables.records import record_of

OTHER: Numbers = {"received": (5, 4, 0, 0, 0, 0, 9), "granted": (5, 4, 0, 0, 0, 0, 9), "total": (5, 4, 0, 0, 0, 0, 9)}
SECTION = "三、收到和处理政府信息公开申请情况"


@pytest.mark.parametrize("between", ["", SECTION])
def test_two_tables_in_a_row_without_a_year_need_review_and_are_neither_of_the_record(between: str) -> None:
    text = f"{SECTION}\n{table3(OTHER)}\n{between}\n{table3()}"
    tables = read_tables(text)
    assert [table.undated for table in tables] == [True, True]
    assert own_tables(tables) == ()
    assert all(fact.needs_review for table in tables for fact in table_facts(text, table, 0.5))
    assert "table3.received.total" not in record_of(text).figures


def test_two_equal_tables_are_one() -> None:
    tables = read_tables(f"{SECTION}\n{table3()}\n{table3()}")
    assert [table.undated for table in tables] == [False, False]


def test_of_two_tables_in_a_row_the_one_that_prose_repeats_is_this_years() -> None:
    first, second = read_tables(f"{SECTION}\n{table3(OTHER)}\n{table3()}", {"requests.received": 32, "requests.processed": 32})
    assert (first.undated, second.undated) == (True, False)


@pytest.mark.parametrize("between", ["附件:区机关事务管理局年度报告", "2023年度", "上年情况"])
def test_tables_below_an_office_or_a_year_are_not_in_doubt(between: str) -> None:
    tables = read_tables(f"{SECTION}\n{table3()}\n{between}\n{table3(OTHER)}")
    assert not any(table.undated for table in tables)


def test_headings_repeated_between_tables_are_passed_over_in_proportion_to_their_length() -> None:
    between = "行政复议行政诉讼" * 60 + "人员"  # every heading of remedies is one word or two: 2 ** 60 ways
    assert not any(table.undated for table in read_tables(f"{SECTION}\n{table3()}\n{between}\n{table3(OTHER)}"))


def test_tables_of_different_kinds_are_not_in_doubt() -> None:
    assert not any(table.undated for table in read_tables(f"{SECTION}\n{table3()}\n四、行政复议和行政诉讼情况。\n{of_table4()}"))
