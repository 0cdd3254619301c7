from dataclasses import replace

import pytest

from model.tables.forms import Layout, form
from model.tables.mending import in_order, parted, rejoined, unrepeated
from model.tables.runs import Run
from tests.model.tables.layouts import DISCLOSED_2021, FORM_2021, REQUESTS, WAYS, bars, expected_of, rows_of, spaces, table3, values_of
from tests.model.tables.rows import pieces

CUT = table3(way=spaces).replace("20 2 0 1 0 0 23", "20 2 0{}1 0 0 23")


def run(*cells: str, before: str = "") -> Run:
    return Run(pieces(*cells), before, "")


@pytest.mark.parametrize("cut", ["\n", "\n- 7 -\n", "\n第 6 页\n"])
def test_a_row_cut_in_two_by_a_line_or_a_page_is_read(cut: str) -> None:
    assert values_of(CUT.format(cut)) == expected_of(FORM_2021, REQUESTS)


@pytest.mark.parametrize(
    "runs",
    [
        [run("1", "0", "0"), run("0", "0", "0", "1", before="重复申请")],
        [run("1", "0", "0"), run("0", "0", "0", "2")],
        [run("1", "0", "0"), run("0", "0", "1")],
        [run("0", "0", "0"), run("0", "0", "0", "0")],
        [run("1", "0", "0", "0", "1"), run("", "2")],
    ],
    ids=["words between", "no sum", "too few", "zeros", "blanks"],
)
def test_runs_that_make_no_row_stay_apart(runs: list[Run]) -> None:
    assert rejoined(runs) == runs


def test_zeros_cut_in_two_are_a_row_where_rows_with_numbers_are_cut_too() -> None:
    cut = [run("1", "0", "0", before="甲"), run("0", "0", "0", "1")]
    zeros = [run("0", "0", before="乙"), run("0", "0", "0", "0", "0")]
    assert [len(one.pieces) for one in rejoined([*cut, *cut, *zeros])] == [7, 7, 7]
    assert [len(one.pieces) for one in rejoined([*cut, *zeros])] == [7, 2, 5]


def test_rows_of_table_2_may_stand_in_another_order() -> None:
    regulations, documents, licences, penalties, coercion, fees = rows_of(form("table2", Layout.OF_2021), DISCLOSED_2021)
    header = "第二十条第(一)项\n信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数\n"
    moved = [documents, regulations, coercion, penalties, licences, fees]
    as_in_the_form = values_of(header + bars([regulations, documents, licences, penalties, coercion, fees]))
    assert values_of(header + bars(moved)) == as_in_the_form


def test_rows_of_which_one_comes_twice_stay_in_their_order() -> None:
    runs = [run("1", before="行政强制"), run("2", before="行政处罚"), run("3", before="行政强制")]
    assert in_order(form("table2", Layout.OF_2021), runs) == runs


HEADERS_2019 = "上一年项目数量本年增减本年增减行政事业性收费"


@pytest.mark.parametrize(
    ("before", "printed", "left"),
    [
        (HEADERS_2019, ("9", "-2", "-2"), 2),
        ("采购项目数量采购总金额采购总金额政府集中采购", ("19", "1953.14", "1953.14"), 2),
        (HEADERS_2019, ("9", "-2", "2"), 3),
        (HEADERS_2019, ("9", "9", "-2"), 3),
        ("上一年项目数量本年增减行政事业性收费", ("9", "-2", "-2"), 3),
    ],
    ids=["fees", "procurement", "two values", "another column", "header once"],
)
def test_a_merged_cell_that_comes_again_as_its_header_does_is_one(before: str, printed: tuple[str, ...], left: int) -> None:
    (one,) = unrepeated(form("table2", Layout.OF_2019), [run(*printed, before=before)])
    assert [piece.printed for piece in one.pieces] == [piece.printed for piece in pieces(*printed)[:left]]


@pytest.mark.parametrize("lost", [(5, 6), (4, 5, 6, 7), (16, 17), (5, 6, 13)])
@pytest.mark.parametrize("way", WAYS)
def test_rows_of_zeros_whose_labels_are_lost_are_told_by_their_number(way: str, lost: tuple[int, ...]) -> None:
    rows = [("" if place in lost else label, cells) for place, (label, cells) in enumerate(rows_of(FORM_2021, REQUESTS))]
    assert values_of(WAYS[way](rows)) == expected_of(FORM_2021, REQUESTS)


def test_values_that_are_no_whole_rows_stay_together() -> None:
    row, zeros = run(*"1000001", before="甲"), run(*"0000000")
    assert parted([row, row, run(*"00000000000001")])[2:] == [run(*"00000000000001")]
    assert parted([row, row, replace(zeros, pieces=zeros.pieces * 2)])[2:] == [zeros, zeros]
    assert parted([replace(zeros, pieces=zeros.pieces * 2)] * 2) == [replace(zeros, pieces=zeros.pieces * 2)] * 2
