import pytest

from model.tables.forms import APPLICANTS, Form
from tests.model.tables.layouts import FORM_2019, FORM_2021, REQUESTS, expected_of, rows_of, values_of

NAMES = [column.zh for column in APPLICANTS]


def turned_rows(printed: Form) -> list[list[str]]:
    rows = rows_of(printed, REQUESTS)
    columns = [[name, *(cells[place] for _, cells in rows)] for place, name in enumerate(NAMES)]
    return [["申请人", *(label for label, _ in rows)], *columns]


def tabbed(rows: list[list[str]]) -> str:
    return "\n".join("\t".join(row) for row in rows)


@pytest.mark.parametrize("printed", [FORM_2019, FORM_2021], ids=["2019", "2021"])
@pytest.mark.parametrize("shift", [0, 3], ids=["in order", "in another order"])
def test_each_line_is_a_column(printed: Form, shift: int) -> None:
    header, *lines = turned_rows(printed)
    ordered = [header, *lines[shift:], *lines[:shift]]
    expected = expected_of(printed, REQUESTS)
    assert values_of(tabbed(ordered)) == expected
    assert values_of("\n".join(f"| {' | '.join(row)} |" for row in ordered)) == expected


@pytest.mark.parametrize("lost", ["自然人", "其他", "总计"])
def test_without_a_line_nothing_is_read(lost: str) -> None:
    rows = [row for row in turned_rows(FORM_2021) if row[0] != lost]
    assert set(values_of(tabbed(rows)).values()) <= {None}


def test_without_headers_no_line_is_taken_for_a_row() -> None:
    assert set(values_of("商业企业 社会公益组织 法律服务机构 申请人情况 勾稽关系\n" + tabbed(turned_rows(FORM_2021)[1:])).values()) <= {
        None
    }


def test_a_row_of_too_many_zeros_is_not_read() -> None:
    text = tabbed([[label, *cells] for label, cells in rows_of(FORM_2021, REQUESTS)])
    assert values_of(text)["table3.other.other.natural_person"] == 0
    longer = text.replace("3.其他\t0", "3.其他\t1\t0\t0")
    assert values_of(longer)["table3.other.other.natural_person"] is None
