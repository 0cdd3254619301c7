from dataclasses import replace

import pytest

from model.facts import Basis, Fact, Kind, Source, Time
from model.tables.cells import CellKind
from model.tables.reading import read_tables
from model.tables.table import TableCell
from model.tables.told import Told, told_by
from tests.model.tables.layouts import FORM_2021, Numbers, of_table4, spaces, table3

ONE = (12, "", "", "", "", "", 12)
OF_ONE: Numbers = {"received": ONE, "granted": ONE, "total": ONE}
"""Twelve requests in one column, which nothing in the table tells from the others."""
BLANKS: Numbers = {row.name: [""] * 7 for row in FORM_2021.rows}

NATURAL = Fact(
    field="requests.by_applicant.natural_person",
    kind=Kind.COUNT,
    value=12,
    unit="件",
    name="自然人",
    text="12",
    start=0,
    end=2,
    time=Time.CURRENT,
    basis=Basis.STATED,
    approximate=False,
    confidence=0.99,
    source=Source.PROSE,
    evidence=(),
)


def cells(told: Told, numbers: Numbers = OF_ONE) -> dict[str, TableCell]:
    found = read_tables(table3({**BLANKS, **numbers}, way=spaces), told)
    return {cell.field: cell for table in found for cell in table.cells}


def values(told: Told, row: str, numbers: Numbers = OF_ONE) -> list[int | float | str | None]:
    found = [cell for field, cell in cells(told, numbers).items() if field.startswith(f"table3.{row}.")]
    return ["?" if cell.kind is CellKind.UNREADABLE else cell.value for cell in found]


def test_prose_tells_whose_requests_they_were() -> None:
    assert values({}, "received") == ["?"] * 6 + [12]
    for row in OF_ONE:
        assert values(told_by([NATURAL], ""), row) == [12, None, None, None, None, None, 12]


def test_cells_that_prose_placed_are_told_and_others_are_not() -> None:
    found = cells(told_by([NATURAL], ""))
    assert found["table3.received.natural_person"].told
    assert found["table3.received.business"].told
    assert not found["table3.received.total"].told
    assert not any(cell.told for cell in cells({"requests.received": 12}).values())


@pytest.mark.parametrize(
    "told",
    [
        {"requests.by_applicant.natural_person": 5},
        {"requests.by_applicant.business": 99},
        {"requests.received": 12},
        {"website.visits": 12},
    ],
)
def test_prose_that_no_reading_agrees_with_or_that_tells_no_column_changes_nothing(told: Told) -> None:
    assert cells(told) == cells({})


def test_organisations_together_exclude_natural_persons_alone() -> None:
    assert values({"requests.by_applicant.legal_person": 12}, "received") == [None, *["?"] * 5, 12]
    assert values({"requests.by_applicant.legal_person": 0}, "received") == [12, None, None, None, None, None, 12]


def test_a_count_of_requests_carried_in_as_well_places_both_rows() -> None:
    numbers: Numbers = {"received": ONE, "carried_in": (1, "", "", "", "", "", 1), "granted": (13, "", "", "", "", "", 13)}
    numbers = {**numbers, "total": numbers["granted"]}
    told = {"requests.by_applicant.natural_person": 13}
    assert values(told, "received", numbers)[:2] == [12, None]
    assert values(told, "carried_in", numbers)[:2] == [1, None]


def test_where_several_readings_of_a_figure_agree_only_what_all_leave_is_known() -> None:
    """Three by natural persons, of those received or of those carried in: of all that were settled at any rate."""
    three = (3, "", "", "", "", "", 3)
    both = (3, 3, "", "", "", "", 6)
    numbers: Numbers = {"received": three, "carried_in": three, "granted": both, "total": both}
    told = {"requests.by_applicant.natural_person": 3}
    assert values(told, "received", numbers)[0] == values(told, "carried_in", numbers)[0] == "?"
    assert values(told, "total", numbers)[0] == 3


def test_results_of_disputes_are_told() -> None:
    text = of_table4({"reviews": (3, "", "", "", 3), "litigation_direct": ("",) * 5, "litigation_after_review": ("",) * 5})
    text = text.replace(" |  |", "").replace("|  |", "|")
    (table,) = read_tables(text, {"reviews.upheld": 3, "reviews.total": 3})
    assert {cell.field: cell.value for cell in table.cells if cell.value} == {"table4.reviews.upheld": 3, "table4.reviews.total": 3}


def test_a_cell_may_be_told_under_its_own_name() -> None:
    text = "第二十条第(一)项\n信息内容 本年制发件数 本年废止件数 现行有效件数\n规章 0 0 0\n行政规范性文件 9 137\n行政许可 5"
    (table,) = read_tables(text, {"disclosure.normative_docs": 9, "table2.normative_docs.in_force": 137})
    found = {cell.field: cell.value for cell in table.cells}
    assert [found[f"table2.normative_docs.{column}"] for column in ("issued", "repealed", "in_force")] == [9, None, 137]


@pytest.mark.parametrize(
    "fact",
    [
        replace(NATURAL, kind=Kind.SHARE),
        replace(NATURAL, time=Time.PREVIOUS),
        replace(NATURAL, source=Source.TABLE),
        replace(NATURAL, approximate=True),
        replace(NATURAL, value=None),
    ],
)
def test_only_exact_counts_of_this_year_in_prose_tell(fact: Fact) -> None:
    assert told_by([fact], "") == {}


@pytest.mark.parametrize(
    ("words", "field", "told"),
    [
        ("收到村民(自然人)提出的申请", "requests.received", "requests.by_applicant.natural_person"),
        ("共收到申请8件,科研机构申请", "requests.received", "requests.by_applicant.research"),
        ("上年结转自然人申请", "requests.carried_in", "table3.carried_in.natural_person"),
        ("结转下年商业企业申请", "requests.carried_out", "table3.carried_out.business"),
    ],
)
def test_requests_before_which_one_applicant_is_named_are_that_applicant_s(words: str, field: str, told: str) -> None:
    fact = replace(NATURAL, field=field, start=len(words), end=len(words) + 2)
    assert told_by([fact], f"{words}12件") == {field: 12, told: 12}


@pytest.mark.parametrize(
    ("words", "field"),
    [
        ("收到自然人和商业企业申请", "requests.received"),
        ("收到自然人、法人申请", "requests.received"),
        ("除自然人外收到申请", "requests.received"),
        ("自然人申请3件,共收到申请", "requests.received"),
        ("自然人咨询。收到申请", "requests.received"),
        ("答复自然人申请", "requests.processed"),
    ],
)
def test_requests_of_several_applicants_or_of_one_named_elsewhere_are_nobody_s(words: str, field: str) -> None:
    fact = replace(NATURAL, field=field, start=len(words), end=len(words) + 2)
    assert told_by([fact], f"{words}12件") == {field: 12}


def test_a_field_with_several_figures_tells_nothing() -> None:
    assert told_by([NATURAL, replace(NATURAL, value=13)], "") == {}
    assert told_by([NATURAL, replace(NATURAL, start=9, end=11)], "") == {NATURAL.field: 12}
