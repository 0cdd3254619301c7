import random

import pytest

from model.tables.forms import Form
from tests.model.tables.layouts import FORM_2019, FORM_2021, REQUESTS, Rows, expected_of, rows_of, spaces, values_of


def damaged(printed: Form, share: float, seed: int) -> Rows:
    """Rows of table 3 of which that share of the characters of labels is unreadable."""
    source = random.Random(seed)
    rows = rows_of(printed, REQUESTS)
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
    found = values_of("商业企业 社会公益组织 法律服务机构\n" + spaces(rows))
    expected = expected_of(FORM_2021, REQUESTS)
    assert all(value is None or value == expected[field] for field, value in found.items())


def test_letters_behind_damaged_labels_do_not_end_the_table() -> None:
    text = spaces(rows_of(FORM_2021, REQUESTS)).replace("3.其他 0 0 0 0 0 0 0\n(七)总计", "3.其他 O 0 0 0 O 0 0\n(七)总汁")
    assert values_of(text.replace("结转下", "结砖下")) == expected_of(FORM_2021, REQUESTS)
