import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.tables.forms import APPLICANTS, RESULTS, Form, Layout, form
from model.tables.named import without_names
from tests.model.tables.layouts import FORM_2019, FORM_2021, REMEDIES, REQUESTS, expected_of, rows_of, values_of

NAMES = [column.zh for column in APPLICANTS]


@pytest.mark.parametrize("printed", [FORM_2019, FORM_2021], ids=["2019", "2021"])
@pytest.mark.parametrize(("mark", "unit", "end"), [("，", "件", "。"), ("、", "", ""), ("", "", "；"), ("；", "件", "。")])
def test_values_with_the_names_of_their_columns_are_cells(printed: Form, mark: str, unit: str, end: str) -> None:
    rows = rows_of(printed, REQUESTS)
    text = "\n".join(f"{label}：{mark.join(n + cell + unit for n, cell in zip(NAMES, cells, strict=True))}{end}" for label, cells in rows)
    assert values_of(text) == expected_of(printed, REQUESTS)


def test_the_blocks_of_table_4_may_be_told_so() -> None:
    blocks = zip(["行政复议", "未经复议直接起诉", "复议后起诉"], REMEDIES.values(), strict=True)
    told = [f"{label}：" + "，".join(f"{c.zh}{value}件" for c, value in zip(RESULTS, values, strict=True)) for label, values in blocks]
    assert values_of("。\n".join([*told, ""])) == expected_of(form("table4", Layout.OF_2021), REMEDIES)


def test_a_sentence_alone_is_no_table() -> None:
    assert values_of("行政复议：结果维持2件，结果纠正2件，其他结果1件，尚未审结2件，总计7件。") == {}


@pytest.mark.parametrize("text", ["规章:本年制发3件,本年废止0件。", "自然人3件,总计3件", "现行有效137件"])
def test_rows_without_the_names_of_all_columns_stay(text: str) -> None:
    assert without_names(text) == text


def test_names_units_and_marks_are_out_of_the_way() -> None:
    assert without_names("规章:本年制发3件,本年废止0件,现行有效12件。").split() == ["规章", "3", "0", "12"]


@given(st.lists(st.sampled_from(["本年制发", "本年废止", "现行有效", "3", "件", ",", ":", "\n"])).map("".join))
def test_numbers_stay_in_their_places(text: str) -> None:
    parted = without_names(text)
    assert len(parted) == len(text)
    assert [one for one in parted if one.isdigit()] == [one for one in text if one.isdigit()]
