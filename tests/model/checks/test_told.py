from itertools import chain

import pytest

from model.checks.ledger import ledger_of
from model.checks.told import check_told
from model.facts import Check, Source, Status
from model.names import NAMES
from model.record import Cell, Record
from model.tables.cells import CellKind
from model.tables.told import READINGS
from tests.model.checks.records import stated
from tests.model.tables.layouts import FORM_2019, FORM_2021, REMEDIES, REQUESTS, expected_of
from tests.model.tables.records import TABLE4, left_out, of_cells

CELLS = {**expected_of(FORM_2021, REQUESTS), **expected_of(TABLE4, REMEDIES), "table2.normative_docs.issued": 3}


def told(prose: dict[str, float], cells: dict[str, int] | None = None) -> dict[str, Check]:
    checks = check_told(ledger_of(of_cells(CELLS if cells is None else cells, prose)))
    return {check.rule.removeprefix("tables."): check for check in checks}


def test_every_reading_names_fields_of_the_contract() -> None:
    assert READINGS.keys() <= NAMES.keys()
    assert {cell for readings in READINGS.values() for cell in chain.from_iterable(readings)} <= NAMES.keys()
    assert all(readings and all(readings) for readings in READINGS.values())


@pytest.mark.parametrize(
    ("field", "value"),
    [
        *(("requests.received", 32), ("requests.carried_in", 2), ("requests.to_handle", 34), ("requests.processed", 32)),
        *(("requests.carried_out", 2), ("requests.by_applicant.natural_person", 26), ("requests.by_applicant.business", 3)),
        *(("requests.by_applicant.legal_person", 6), ("requests.outcome.granted", 23), ("requests.outcome.partial", 0)),
        *(("requests.outcome.granted_or_partial", 23), ("requests.outcome.unable", 9), ("requests.outcome.unable.not_held", 9)),
        *(("requests.outcome.denied", 0), ("reviews.total", 259), ("reviews.upheld", 119), ("litigation.total", 66)),
        *(("litigation.direct.total", 28), ("litigation.after_review.total", 38), ("litigation.pending", 15)),
        ("disclosure.normative_docs", 3),
    ],
)
def test_prose_that_repeats_the_table_agrees(field: str, value: int) -> None:
    check = told({field: value})[field]
    assert (check.status, check.expected, check.found, check.difference) == (Status.PASS, value, value, 0)
    assert "按此口径" not in check.message


@pytest.mark.parametrize(
    ("field", "value"),
    [
        *(("requests.received", 34), ("requests.by_applicant.natural_person", 28), ("requests.by_applicant.natural_person", 27)),
        *(("requests.by_applicant.legal_person", 5), ("litigation.total", 28)),
    ],
    ids=["received with carried in", "applicants with carried in", "applicants of those settled", "legal persons settled", "direct alone"],
)
def test_another_reading_of_the_words_may_agree_and_is_named(field: str, value: int) -> None:
    check = told({field: value})[field]
    assert (check.status, check.expected, check.found) == (Status.PASS, value, value)
    assert "按此口径" in check.message
    assert "in this reading" in check.message_en


def test_the_figures_used_are_named_with_their_cells() -> None:
    check = told({"requests.received": 34})["requests.received"]
    assert check.fields == ("requests.received", "table3.received.total", "table3.carried_in.total")


@pytest.mark.parametrize(
    ("field", "value", "cell"), [("requests.received", 17, 32), ("reviews.total", 170, 259), ("requests.outcome.granted", 22, 23)]
)
def test_another_scope_leaves_the_verdict_open(field: str, value: int, cell: int) -> None:
    check = told({field: value})[field]
    assert (check.status, check.expected, check.found, check.difference) == (Status.UNSURE, cell, value, value - cell)
    assert "口径不同或一处有误" in check.message
    assert "another scope" in check.message_en


def test_real_prose_and_tables_of_different_scope() -> None:
    assert told({"requests.received": 17}, {"table3.received.total": 95})["requests.received"].status is Status.UNSURE
    cells = {"table3.received.total": 713, "table3.carried_in.total": 36}
    assert [told({"requests.received": value}, cells)["requests.received"].status for value in (713, 749, 748)] == [
        Status.PASS,
        Status.PASS,
        Status.UNSURE,
    ]


def test_the_form_of_2019_has_its_other_results_in_one_row() -> None:
    cells = expected_of(FORM_2019, {**REQUESTS, "other": (1, 0, 0, 0, 0, 0, 1)})
    assert told({"requests.outcome.other": 1}, cells)["requests.outcome.other"].status is Status.PASS


def test_regulations_and_documents_are_told_in_either_layout() -> None:
    assert told({"disclosure.normative_docs": 22}, {"table2.normative_docs.made": 22})["disclosure.normative_docs"].status is Status.PASS
    cells = {"table2.normative_docs.made": 22, "table2.normative_docs.disclosed": 20}
    assert told({"disclosure.normative_docs": 20}, cells)["disclosure.normative_docs"].status is Status.PASS


def test_only_what_both_state_is_compared() -> None:
    assert told({}) == told({"requests.received": 32}, {}) == told({"requests.by_channel.online": 3}) == {}


def test_figures_of_the_table_are_not_prose() -> None:
    record = of_cells(CELLS, {"requests.received": stated(31, source=Source.TABLE)})
    assert check_told(ledger_of(record)) == []


def test_an_approximate_figure_agrees_within_its_margin() -> None:
    record = of_cells(CELLS, {"requests.received": stated(30, approximate=True)})
    assert [check.status for check in check_told(ledger_of(record))] == [Status.PASS]


def without(*cells: str, kind: CellKind | None) -> Record:
    return left_out(of_cells(CELLS, {"litigation.total": 28}), *cells, kind=kind)


def test_a_blank_cell_counts_as_zero_with_a_note() -> None:
    (check,) = check_told(ledger_of(without("table4.litigation_after_review.total", kind=CellKind.BLANK)))
    assert (check.status, check.expected) == (Status.PASS, 28)
    assert check.message.endswith("空格按0计")
    assert check.message_en.endswith("blank cells counted as 0")


@pytest.mark.parametrize("kind", [CellKind.UNREADABLE, None])
def test_a_reading_with_an_unknown_cell_is_left_out(kind: CellKind | None) -> None:
    (check,) = check_told(ledger_of(without("table4.litigation_after_review.total", kind=kind)))
    assert (check.status, check.fields) == (Status.PASS, ("litigation.total", "table4.litigation_direct.total"))
    assert "空格" not in check.message


def test_nothing_is_compared_with_blank_cells_alone() -> None:
    cells = ("table4.litigation_direct.total", "table4.litigation_after_review.total")
    assert check_told(ledger_of(without(*cells, kind=CellKind.BLANK))) == []


def test_an_unreadable_cell_leaves_its_field_unchecked() -> None:
    record = left_out(
        of_cells(CELLS, {"requests.by_applicant.natural_person": 26}), "table3.received.natural_person", kind=CellKind.UNREADABLE
    )
    checks = {check.rule: check for check in check_told(ledger_of(record))}
    check = checks["tables.requests.by_applicant.natural_person"]
    assert (check.status, check.expected, check.found) == (Status.NOT_APPLICABLE, None, 26)
    assert "table3.received.natural_person" in check.fields


def placed_by_prose(record: Record, *fields: str) -> Record:
    record.cells |= {field: Cell(kind=CellKind.VALUE, inferred=True, told=True) for field in fields}
    return record


def test_cells_that_prose_placed_do_not_confirm_it() -> None:
    record = of_cells(CELLS, {"requests.by_applicant.natural_person": 26})
    (check,) = check_told(ledger_of(placed_by_prose(record, "table3.received.natural_person")))
    assert (check.status, check.expected, check.found) == (Status.NOT_APPLICABLE, 26, 26)
    assert "不能互证" in check.message
    assert "neither confirms" in check.message_en


def test_another_reading_that_prose_did_not_place_confirms_it() -> None:
    cells = {**CELLS, "table3.received.natural_person": 27}
    record = of_cells(cells, {"requests.by_applicant.natural_person": 27})
    (check,) = check_told(ledger_of(placed_by_prose(record, "table3.received.natural_person")))
    assert (check.status, check.operands[-1].field) == (Status.PASS, "table3.total.natural_person")
