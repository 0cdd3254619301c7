import pytest

from model.checks.ledger import ledger_of
from model.checks.table2 import BOUNDS, check_table2
from model.facts import Check, Status
from model.record import Cell, Record
from model.tables.cells import CellKind
from tests.model.tables.records import left_out, of_cells

ITEMS = {"table2.licences.prev_items": 5, "table2.licences.change": -2}
DOCUMENTS = {"table2.normative_docs.made": 4, "table2.normative_docs.disclosed": 3, "table2.normative_docs.total": 20}
IN_FORCE = {"table2.normative_docs.issued": 22, "table2.normative_docs.repealed": 5, "table2.normative_docs.in_force": 235}


def only(record: Record) -> Check:
    (check,) = check_table2(ledger_of(record))
    return check


def test_both_layouts_have_bounds_and_each_its_own_rule() -> None:
    rules = [bound.rule for bound in BOUNDS]
    assert len(set(rules)) == len(rules)
    assert {"table2.items.fees", "table2.items.coercion", "table2.disclosed.regulations", "table2.in_force.normative_docs"} <= set(rules)


@pytest.mark.parametrize(
    ("values", "found"), [(ITEMS, 3), (ITEMS | {"table2.licences.change": -5}, 0), (DOCUMENTS, 3), (IN_FORCE, 17)], ids=str
)
def test_what_is_within_its_bound_passes(values: dict[str, int], found: int) -> None:
    check = only(of_cells(values))
    assert (check.status, check.expected, check.found) == (Status.PASS, None, found)


def test_items_below_zero_fail() -> None:
    check = only(of_cells(ITEMS | {"table2.licences.change": -6}))
    assert (check.rule, check.status, check.expected, check.found) == ("table2.items.licences", Status.FAIL, 0, -1)
    assert "不可能为负" in check.message
    assert "cannot be" in check.message_en


def test_items_placed_by_sums_do_not_fail() -> None:
    record = of_cells(ITEMS | {"table2.licences.change": -6})
    record.cells["table2.licences.change"] = Cell(kind=CellKind.VALUE, inferred=True)
    assert only(record).status is Status.UNSURE


@pytest.mark.parametrize(
    ("values", "words"),
    [(DOCUMENTS | {"table2.normative_docs.total": 2}, "撤下"), (IN_FORCE | {"table2.normative_docs.in_force": 16}, "自然失效")],
    ids=["2019", "2021"],
)
def test_documents_beyond_their_bound_may_have_a_reason(values: dict[str, int], words: str) -> None:
    check = only(of_cells(values))
    assert (check.status, check.difference) == (Status.UNSURE, 1)
    assert words in check.message


def test_blank_cells_count_as_zero() -> None:
    check = only(left_out(of_cells(DOCUMENTS), "table2.normative_docs.total"))
    assert (check.status, check.expected) == (Status.UNSURE, 0)
    assert "空格按0计" in check.message


def test_an_unreadable_cell_leaves_the_bound_unchecked() -> None:
    check = only(left_out(of_cells(DOCUMENTS), "table2.normative_docs.total", kind=CellKind.UNREADABLE))
    assert (check.status, check.expected) == (Status.NOT_APPLICABLE, None)
    assert "table2.normative_docs.total" in check.fields


def test_what_prose_alone_says_of_documents_is_no_row() -> None:
    assert check_table2(ledger_of(of_cells({}, {"table2.normative_docs.in_force": 137}))) == []
