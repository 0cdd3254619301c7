import random

import pytest

from model.tables.forms import Form
from tests.model.tables.layouts import FORM_2019, FORM_2021, REQUESTS, Numbers, Rows, cells_of, expected_of, rows_of, spaces, values_of

HEADERS = "勾稽关系 申请人情况 商业企业 社会公益组织 法律服务机构\n"
"""Enough for the table to be found where no label of a row is whole."""
DIFFERENT: Numbers = {row.name: (place, 0, 0, 0, 0, 0, place) for place, row in enumerate(FORM_2021.rows, start=1)}
"""No two rows are alike."""


def damaged(printed: Form, share: float, seed: int, numbers: Numbers = REQUESTS) -> Rows:
    """Rows of table 3 of which that share of the characters of labels is unreadable."""
    source = random.Random(seed)
    rows = rows_of(printed, numbers)
    return [("".join("口" if one > "一" and source.random() < share else one for one in label), cells) for label, cells in rows]


@pytest.mark.parametrize("printed", [FORM_2019, FORM_2021], ids=["2019", "2021"])
@pytest.mark.parametrize("seed", range(4))
def test_neighbouring_damaged_labels_are_told_by_their_count(printed: Form, seed: int) -> None:
    rows = damaged(printed, 0.5, seed)
    text = spaces([*rows_of(printed, REQUESTS)[:4], *rows[4:15], *rows_of(printed, REQUESTS)[15:]])
    assert values_of(text) == expected_of(printed, REQUESTS)


@pytest.mark.parametrize("seed", range(4))
def test_where_a_row_is_missing_too_no_cell_is_wrong(seed: int) -> None:
    rows = list(damaged(FORM_2021, 0.9, seed))
    del rows[4 + seed]
    found = values_of(HEADERS + spaces(rows))
    expected = expected_of(FORM_2021, REQUESTS)
    assert all(value is None or value == expected[field] for field, value in found.items())


def test_letters_behind_damaged_labels_do_not_end_the_table() -> None:
    text = spaces(rows_of(FORM_2021, REQUESTS)).replace("3.其他 0 0 0 0 0 0 0\n(七)总计", "3.其他 O 0 0 0 O 0 0\n(七)总汁")
    assert values_of(text.replace("结转下", "结砖下")) == expected_of(FORM_2021, REQUESTS)


@pytest.mark.parametrize("seed", range(2))
def test_rows_left_of_the_longer_form_are_not_counted_as_those_of_the_shorter(seed: int) -> None:
    rows = [row for place, row in enumerate(damaged(FORM_2021, 0.9, seed, DIFFERENT)) if place not in {12, 18}]
    found = values_of(HEADERS + spaces(rows))
    expected = expected_of(FORM_2021, DIFFERENT)
    assert len(rows) == len(FORM_2019.rows)
    assert all(value is None or value == expected.get(field) for field, value in found.items())


def test_a_single_row_beside_blank_headers_is_not_told_by_its_place() -> None:
    headers = "勾稽关系 | 申请人情况 | |\n自然人 | 法人或其他组织 | 总计 | |\n商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | |"
    found = cells_of(f"{headers}\n口、上年口口府信口口开申请数口 | 1 | / | / | / | / | / | 1 | |\n五、存在的主要问题")
    assert all(cell.value is None for cell in found.values())
