import pytest

from model.checks.cell_sums import check_cells
from model.checks.ledger import ledger_of
from model.facts import Cause, Check, Status
from model.record import Cell
from model.tables.cells import CellKind
from tests.model.checks.records import stated
from tests.model.tables.layouts import FORM_2021, REMEDIES, REQUESTS, expected_of
from tests.model.tables.records import TABLE4, of_cells, of_requests


def litigation(told: dict[str, float], **wrong: int) -> Check:
    """The check of the block of reviews, some cells of which are wrong, beside what prose says."""
    cells = expected_of(TABLE4, REMEDIES) | {f"table4.reviews.{column}": value for column, value in wrong.items()}
    return next(check for check in check_cells(ledger_of(of_cells(cells, told))) if check.rule == "table4.reviews")


@pytest.mark.parametrize(
    ("told", "wrong", "cell"),
    [
        ({"reviews.total": 259.0}, {"total": 258}, ("table4.reviews.total", 258, 259)),
        ({"reviews.upheld": 119.0}, {"upheld": 120}, ("table4.reviews.upheld", 120, 119)),
    ],
    ids=["the total", "a part"],
)
def test_a_cell_that_prose_has_otherwise_is_named_where_that_mends_the_sum(
    told: dict[str, float], wrong: dict[str, int], cell: tuple[str, int, int]
) -> None:
    check = litigation(told, **wrong)
    assert check.status is Status.FAIL
    assert [one.cause for one in check.hypotheses] == [Cause.REPORT, Cause.MISREAD]
    assert [(one.field, one.found, one.proposed) for one in check.hypotheses[0].changes] == [cell]
    assert "文字如此说" in check.hypotheses[0].message


def test_prose_that_does_not_mend_the_sum_explains_nothing() -> None:
    assert litigation({"reviews.total": 300.0}, total=258).hypotheses == ()


def test_a_number_put_together_from_two_cells_is_told_where_its_sum_holds() -> None:
    record = of_requests()
    figures = record.figures["table3.granted.natural_person"]
    figures.count = stated(20, text="2 | 0")
    record.cells["table3.granted.natural_person"] = Cell(kind=CellKind.VALUE, inferred=True)
    checks = {check.rule: check for check in check_cells(ledger_of(record))}
    (hypothesis,) = checks["table3.row.granted"].hypotheses
    assert (checks["table3.row.granted"].status, hypothesis.cause) == (Status.PASS, Cause.MISREAD)
    assert "可能被拆开" in hypothesis.message


def test_sums_of_cells_that_were_placed_by_sums_do_not_fail() -> None:
    record = of_cells(expected_of(FORM_2021, {**REQUESTS, "granted": (21, 2, 0, 1, 0, 0, 23)}))
    record.cells["table3.granted.business"] = Cell(kind=CellKind.VALUE, inferred=True)
    checks = {check.rule: check for check in check_cells(ledger_of(record))}
    assert checks["table3.row.granted"].status is Status.UNSURE
    assert "可能误读" in checks["table3.row.granted"].message
    assert checks["table3.row.granted"].hypotheses


@pytest.mark.parametrize("held", [Cell(kind=CellKind.BLANK), Cell(kind=CellKind.UNREADABLE, candidates=[0, None])])
def test_a_displaced_row_is_told_with_the_numbers_that_it_was_read_as(held: Cell) -> None:
    record = of_requests()
    del record.figures["table3.granted.research"]
    fields = [f"table3.granted.{column.name}" for column in FORM_2021.rows[0].columns]
    record.cells = {field: Cell(kind=CellKind.VALUE, displaced=True) for field in fields}
    record.cells["table3.granted.research"] = held.model_copy(update={"displaced": True})
    checks = {check.rule: check for check in check_cells(ledger_of(record))}
    (hypothesis,) = checks["table3.row.granted"].hypotheses
    assert (checks["table3.row.granted"].status, hypothesis.cause) == (Status.PASS, Cause.MISREAD)
    assert {change.field: change.proposed for change in hypothesis.changes} == dict(zip(fields, REQUESTS["granted"], strict=True))
    assert "可能错列" in hypothesis.message
    assert not any(check.hypotheses for rule, check in checks.items() if rule != "table3.row.granted")
