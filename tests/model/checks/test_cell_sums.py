import random

import pytest
from hypothesis import given, settings

from model.checks.cell_sums import check_cells, forms_in, identities
from model.checks.ledger import ledger_of
from model.facts import Check, Status
from model.record import Record
from model.tables.cells import CellKind
from model.tables.forms import Form, Layout, form
from tests.model.checks.records import report
from tests.model.tables.layouts import FORM_2019, FORM_2021, REMEDIES, REQUESTS, Numbers
from tests.model.tables.records import TABLE4, left_out, of_cells, of_drawn, of_remedies, of_requests
from tests.training.rendering.drawing import LAYOUTS, SEEDS
from training.rendering.draw import draw_tables

CITY_2025: Numbers = {
    "received": (13612, 252, 0, 45, 128, 32, 14069),
    "carried_in": (560, 0, 0, 0, 0, 0, 560),
    "granted": (5548 - 457, 252, 0, 45, 128, 32, 5548),
    "partial": (2168, 0, 0, 0, 0, 0, 2168),
    "denied.process": (730, 0, 0, 0, 0, 0, 730),
    "unable.not_held": (3421, 0, 0, 0, 0, 0, 3421),
    "not_processed.petition": (457, 0, 0, 0, 0, 0, 457),
    "other.other": (1486, 0, 0, 0, 0, 0, 1486),
    "total": (13353, 252, 0, 45, 128, 32, 13810),
    "carried_out": (819, 0, 0, 0, 0, 0, 819),
}
"""Totals of a city's report; its groups are one reason each here."""


def by_rule(record: Record) -> dict[str, Check]:
    checks = check_cells(ledger_of(record))
    found = {check.rule: check for check in checks}
    assert len(found) == len(checks)
    return found


def statuses(record: Record) -> set[Status]:
    return {check.status for check in check_cells(ledger_of(record))}


@pytest.mark.parametrize(("printed_form", "count"), [(FORM_2019, 23 + 14), (FORM_2021, 25 + 14), (TABLE4, 3)], ids=["23", "25", "table4"])
def test_a_form_has_an_identity_for_each_row_and_two_for_each_column(printed_form: Form, count: int) -> None:
    rules = [identity.rule for identity in identities(printed_form)]
    assert len(set(rules)) == len(rules) == count
    fields = {field for identity in identities(printed_form) for field in (*identity.left, *identity.right)}
    assert fields == set(printed_form.fields)


@pytest.mark.parametrize("printed_form", [FORM_2019, FORM_2021], ids=["23 rows", "25 rows"])
def test_every_identity_of_a_table_that_adds_up_holds(printed_form: Form) -> None:
    checks = by_rule(of_requests(REQUESTS, printed_form))
    assert checks.keys() == {identity.rule for identity in identities(printed_form)}
    assert {check.status for check in checks.values()} == {Status.PASS}
    assert not any(check.hypotheses for check in checks.values())


@settings(max_examples=15, deadline=None)
@given(SEEDS, LAYOUTS)
def test_every_identity_of_drawn_tables_holds(seed: int, layout: Layout) -> None:
    assert statuses(of_drawn(draw_tables(random.Random(seed), layout))) <= {Status.PASS}


@pytest.mark.parametrize(
    ("rule", "cells"),
    [
        ("table3.row.granted", {f"table3.granted.{column.name}" for column in FORM_2021.rows[0].columns}),
        ("table3.balance.total", {f"table3.{row}.total" for row in ("received", "carried_in", "total", "carried_out")}),
        (
            "table3.results.other",
            {f"table3.{row.name}.other" for row in FORM_2021.rows if row.name not in {"received", "carried_in", "carried_out"}},
        ),
    ],
)
def test_a_check_names_its_cells(rule: str, cells: set[str]) -> None:
    check = by_rule(of_requests())[rule]
    assert set(check.fields) == cells == {operand.field for operand in check.operands}


def test_the_verdict_is_worded_in_both_languages() -> None:
    check = by_rule(of_requests())["table3.row.received"]
    assert check.message == "一、本年新收政府信息公开申请数量:各列之和32等于总计32"
    assert check.message_en == "table3, received: the columns make 32, which is the total 32"
    assert (check.expected, check.found, check.difference) == (32, 32, 0)


def test_a_difference_fails_with_both_sums() -> None:
    check = by_rule(of_requests({**REQUESTS, "received": (26, 3, 0, 1, 0, 2, 33)}))["table3.row.received"]
    assert (check.status, check.expected, check.found, check.difference) == (Status.FAIL, 32, 33, 1)
    assert "相差1" in check.message
    assert "1 apart" in check.message_en


def test_one_wrong_part_breaks_its_row_and_its_column_alone() -> None:
    checks = by_rule(of_requests({**REQUESTS, "granted": (21, 2, 0, 1, 0, 0, 23)}))
    assert {rule for rule, check in checks.items() if check.status is not Status.PASS} == {
        "table3.row.granted",
        "table3.results.natural_person",
    }


def test_a_wrong_number_of_requests_carried_out_breaks_the_balance() -> None:
    checks = by_rule(of_requests({**REQUESTS, "carried_out": (2, 0, 0, 0, 0, 0, 2)}))
    assert {rule for rule, check in checks.items() if check.status is not Status.PASS} == {
        "table3.balance.natural_person",
        "table3.balance.business",
    }


def test_the_city_report_of_2025_balances() -> None:
    checks = by_rule(of_requests(CITY_2025))
    assert {check.status for check in checks.values()} == {Status.PASS}
    assert checks["table3.balance.total"].expected == 14069 + 560
    assert checks["table3.results.total"].found == 13810


@pytest.mark.parametrize("row", [(3746, 63, 0, 0, 19, 2, 3830), (13612, 252, 0, 45, 128, 32, 14069), (91, 0, 0, 0, 0, 0, 91)])
def test_rows_of_real_reports_add_up(row: tuple[int, ...]) -> None:
    assert by_rule(of_requests({**REQUESTS, "received": row}))["table3.row.received"].status is Status.PASS


@pytest.mark.parametrize(
    "block", [(376, 97, 196, 121, 790), (16, 1, 12, 27, 56), (74, 1, 30, 51, 156), (119, 25, 91, 24, 259), (0, 0, 0, 1, 1), (0, 0, 0, 0, 0)]
)
def test_blocks_of_real_reports_add_up(block: tuple[int, ...]) -> None:
    checks = by_rule(of_remedies({**REMEDIES, "litigation_after_review": block}))
    assert checks.keys() == {"table4.reviews", "table4.litigation_direct", "table4.litigation_after_review"}
    assert {check.status for check in checks.values()} == {Status.PASS}


@pytest.mark.parametrize(("block", "gap"), [((3, 1, 0, 1, 6), 1), ((10, 1, 0, 0, 0), -11)])
def test_a_block_of_table_4_that_does_not_add_up_fails_without_hypotheses(block: tuple[int, ...], gap: int) -> None:
    check = by_rule(of_remedies({**REMEDIES, "litigation_direct": block}))["table4.litigation_direct"]
    assert (check.status, check.difference, check.hypotheses) == (Status.FAIL, gap, ())


def test_the_column_of_93_results_against_a_total_of_95_fails() -> None:
    numbers: Numbers = {
        "received": (95, 0, 0, 0, 0, 0, 95),
        "granted": (93, 0, 0, 0, 0, 0, 95),
        "total": (95, 0, 0, 0, 0, 0, 95),
    }
    check = by_rule(of_requests(numbers))["table3.results.natural_person"]
    assert (check.status, check.expected, check.found) == (Status.FAIL, 93, 95)


BLANKS = [f"table3.received.{name}" for name in ("business", "research", "nonprofit", "legal_service", "other")]
ONE_KIND: Numbers = dict.fromkeys(("received", "granted", "total"), (26, 0, 0, 0, 0, 0, 26))


@pytest.mark.parametrize("kind", [CellKind.BLANK, CellKind.NOT_APPLICABLE])
def test_blank_cells_count_as_zero_and_are_named(kind: CellKind) -> None:
    check = by_rule(left_out(of_requests(ONE_KIND), *BLANKS, kind=kind))["table3.row.received"]
    assert (check.status, check.expected, check.found) == (Status.PASS, 26, 26)
    assert "空格按0计" in check.message
    assert "blank cells counted as 0" in check.message_en
    assert set(BLANKS) <= set(check.fields)


def test_a_blank_that_may_have_been_left_out_leaves_the_verdict_open() -> None:
    check = by_rule(left_out(of_requests(), "table3.granted.natural_person"))["table3.row.granted"]
    assert (check.status, check.expected, check.found) == (Status.UNSURE, 3, 23)
    assert "可能漏填" in check.message
    assert "may have been left out" in check.message_en
    assert [(change.field, change.found, change.proposed) for change in check.hypotheses[0].changes] == [
        ("table3.granted.natural_person", None, 20)
    ]


def test_a_blank_total_leaves_the_verdict_open() -> None:
    checks = by_rule(left_out(of_requests(), "table3.granted.total"))
    assert {rule for rule, check in checks.items() if check.status is Status.UNSURE} == {"table3.row.granted", "table3.results.total"}


def test_a_blank_on_the_side_that_is_too_much_excuses_nothing() -> None:
    record = left_out(of_requests({**REQUESTS, "granted": (25, 2, 0, 1, 0, 0, 23)}), "table3.granted.research")
    assert by_rule(record)["table3.row.granted"].status is Status.FAIL


@pytest.mark.parametrize("kind", [CellKind.UNREADABLE, None])
def test_a_cell_that_was_not_read_leaves_its_identities_unchecked(kind: CellKind | None) -> None:
    checks = by_rule(left_out(of_requests(), "table3.granted.research", kind=kind))
    unchecked = {rule: check for rule, check in checks.items() if check.status is not Status.PASS}
    assert unchecked.keys() == {"table3.row.granted", "table3.results.research"}
    for check in unchecked.values():
        assert check.status is Status.NOT_APPLICABLE
        assert (check.expected, check.found) == (None, None)
        assert "table3.granted.research" in check.fields
        assert "予以公开·科研机构" in check.message


def test_an_identity_of_which_nothing_is_known_has_no_check() -> None:
    fields = [field for field in FORM_2021.fields if field.startswith("table3.granted.")]
    assert "table3.row.granted" not in by_rule(left_out(of_requests(), *fields, kind=CellKind.UNREADABLE))


@pytest.mark.parametrize("printed_form", [FORM_2019, FORM_2021], ids=["23 rows", "25 rows"])
def test_the_form_is_the_one_whose_cells_are_there(printed_form: Form) -> None:
    assert list(forms_in(ledger_of(of_requests(REQUESTS, printed_form)))) == [printed_form]
    assert list(forms_in(ledger_of(of_remedies(REMEDIES)))) == [TABLE4]


def test_prose_alone_has_no_cells_to_check() -> None:
    assert check_cells(ledger_of(report({"requests.received": 3, "reviews.total": 1}))) == check_cells(ledger_of(Record())) == []


def test_table_2_has_no_identities() -> None:
    fields = form("table2", Layout.OF_2021).fields
    assert check_cells(ledger_of(of_cells(dict.fromkeys(fields, 3)))) == []
