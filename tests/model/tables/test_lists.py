import time
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.tables.forms import form
from model.tables.lists import with_lists_parted
from tests.model.tables.layouts import DISCLOSED_2021, FORM_2021, REQUESTS, Rows, expected_of, rows_of, values_of


def listed(mark: str, before: str = " ", behind: str = "") -> Callable[[Rows], str]:
    return lambda rows: "\n".join(f"{label}{before}{mark.join(cells)}{behind}" for label, cells in rows)


@pytest.mark.parametrize(
    "way",
    [
        *(listed("，"), listed("、"), listed("；"), listed("、", "")),
        *(listed("，", "："), listed(",", "：", "。"), listed("：")),
        *(listed("，", "（", "）"), listed(" ", "（", "）"), listed(", ", "[", "]"), listed("、", "【", "】")),
    ],
)
@pytest.mark.parametrize("end", ["\n", " "], ids=["lines", "one line"])
def test_cells_that_a_mark_parts_are_read(way: Callable[[Rows], str], end: str) -> None:
    text = way(rows_of(FORM_2021, REQUESTS)).replace("\n", end)
    assert values_of(text) == expected_of(FORM_2021, REQUESTS)


@pytest.mark.parametrize("way", [listed("，", "："), listed("、", "（", "）")])
def test_rows_of_one_cell_stand_beside_lists(way: Callable[[Rows], str]) -> None:
    printed = form("table2", FORM_2021.layout)
    expected = expected_of(printed, {**DISCLOSED_2021, "fees": (0,)})
    assert values_of(way(rows_of(printed, DISCLOSED_2021))) == {**expected, "table2.fees.amount": 7730.28}


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("规章 3、0、4", "规章\t3\t0\t4"),
        ("规章(3 0 4)", "规章\t3\t0\t4 "),
        ("许可,3,0", "许可,3,0"),
        ("规章 3 0 4", "规章 3 0 4"),
        ("许可 1,137,290", "许可 1,137,290"),
        ("收到3、4、5件", "收到3、4、5件"),
        ("第二十条(一)、(二)、(三)项 3、0", "第二十条(一)、(二)、(三)项 3、0"),
    ],
)
def test_tabs_part_lists_of_cells_and_no_others(text: str, read: str) -> None:
    assert with_lists_parted(text) == read


@given(st.text(st.sampled_from("规章13,、;:()[] \n。")))
def test_digits_and_words_stay_in_their_places(text: str) -> None:
    parted = with_lists_parted(text)
    assert len(parted) == len(text)
    assert all(one == other for one, other in zip(text, parted, strict=True) if one not in ",、;:()[] 。")


@pytest.mark.parametrize(
    "text", ["章1、" * 20_000, "章" + " 1" * 40_000, "章(1 1 1" * 10_000, "章:1\n" * 20_000, "1,1,1" + "章    ::    " * 9_000]
)
def test_hostile_text_is_parted_in_bounded_time(text: str) -> None:
    begun = time.process_time()
    with_lists_parted(text)
    assert time.process_time() - begun < 5
