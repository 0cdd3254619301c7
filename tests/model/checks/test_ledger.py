import pytest

from model.checks.ledger import ledger_of
from model.facts import Source
from model.record import Cell, Record, Value
from model.tables.cells import CellKind
from tests.model.checks.records import report, stated

CELL, OTHER, LAST = (f"table3.received.{column}" for column in ("natural_person", "business", "total"))


def test_figures_are_those_of_prose_in_the_order_of_the_contract() -> None:
    record = report({"requests.processed": 3, CELL: stated(3, source=Source.TABLE), "requests.received": 4})
    assert [field for field, _ in ledger_of(record).figures] == ["requests.received", "requests.processed"]


def test_counts_and_shares_are_numbers_of_prose_and_cells() -> None:
    counts: dict[str, float | Value] = {"requests.received": 4, CELL: stated(3, source=Source.TABLE), "requests.processed": stated("若干")}
    ledger = ledger_of(report(counts, share={"requests.answer_rate": 99.5}))
    assert {field: figure.number for field, figure in ledger.counts.items()} == {"requests.received": 4, CELL: 3}
    assert list(ledger.shares) == ["requests.answer_rate"]


def test_cells_are_there_with_a_number_or_without() -> None:
    record = report({CELL: stated(3, source=Source.TABLE), "requests.received": 3})
    record.cells = {OTHER: Cell(kind=CellKind.BLANK), LAST: Cell(kind=CellKind.UNREADABLE)}
    ledger = ledger_of(record)
    assert ledger.cells == {CELL, OTHER, LAST}
    assert ledger.blank == {OTHER}


@pytest.mark.parametrize(("source", "number"), [(Source.PROSE, 4), (Source.TABLE, None)])
def test_told_is_what_prose_states(source: Source, number: int | None) -> None:
    told = ledger_of(report({"requests.received": stated(4, source=source)})).told("requests.received")
    assert (told.number if told else None) == number


def test_nothing_is_told_of_a_field_without_a_number() -> None:
    assert ledger_of(Record()).told("requests.received") is None
    assert ledger_of(report({}, share={"requests.received": 50})).told("requests.received") is None
    assert ledger_of(report({"requests.received": stated("若干")})).told("requests.received") is None
