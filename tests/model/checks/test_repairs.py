import random

import pytest
from hypothesis import given, settings

from model.checks.cell_sums import check_cells
from model.checks.ledger import ledger_of
from model.checks.repairs import repairs_of
from model.facts import Cause, Check, Hypothesis, Status
from model.record import Record
from model.tables.cells import CellKind
from model.tables.forms import Layout, form
from tests.model.tables.layouts import FORM_2019, FORM_2021, REMEDIES, REQUESTS, Numbers, cells_of, table3
from tests.model.tables.records import TABLE4, left_out, of_cells, of_remedies, of_requests
from tests.training.rendering.drawing import LAYOUTS, SEEDS
from training.rendering.draw import draw_tables, form_of
from training.rendering.faults import plant_error

ONE_KIND: Numbers = dict.fromkeys(("received", "granted", "total"), (0, 20, 0, 0, 0, 0, 20))


def failed(record: Record) -> dict[str, Check]:
    return {check.rule: check for check in check_cells(ledger_of(record)) if check.status is Status.FAIL}


def proposals(hypothesis: Hypothesis) -> dict[str, tuple[int | None, int]]:
    """Found and proposed number of each changed cell of table 3."""
    return {change.field.removeprefix("table3."): (change.found, change.proposed) for change in hypothesis.changes}


def told(record: Record, rule: str) -> list[tuple[Cause, dict[str, tuple[int | None, int]]]]:
    return [(hypothesis.cause, proposals(hypothesis)) for hypothesis in failed(record)[rule].hypotheses]


def test_a_table_that_adds_up_needs_no_repair() -> None:
    assert repairs_of(of_requests(), FORM_2021) == []
    assert repairs_of(of_requests(REQUESTS, FORM_2019), FORM_2019) == []


@pytest.mark.parametrize("rule", ["table3.row.granted", "table3.results.natural_person"])
def test_one_cell_that_mends_its_row_and_its_column_is_named_as_error_and_as_misreading(rule: str) -> None:
    change = {"granted.natural_person": (21, 20)}
    assert told(of_requests({**REQUESTS, "granted": (21, 2, 0, 1, 0, 0, 23)}), rule) == [(Cause.REPORT, change), (Cause.MISREAD, change)]


def test_a_wrong_total_of_a_row_is_found_in_the_column_of_totals() -> None:
    record = of_requests({**REQUESTS, "granted": (20, 2, 0, 1, 0, 0, 24)})
    assert told(record, "table3.row.granted")[0][1] == {"granted.total": (24, 23)}


def test_the_first_words_say_what_would_have_to_be() -> None:
    first, second = failed(of_requests({**REQUESTS, "granted": (21, 2, 0, 1, 0, 0, 23)}))["table3.row.granted"].hypotheses
    assert "若为20而不是21" in first.message
    assert "报告有误" in first.message
    assert "可能误读" in second.message
    assert "20 and not 21" in first.message_en


def test_a_row_that_fails_alone_is_not_repaired() -> None:
    """Its column holds already, so that no single cell of it mends both."""
    numbers: Numbers = {**REQUESTS, "granted": (21, 1, 0, 1, 0, 0, 22), "unable.not_held": (6, 1, 0, 0, 0, 2, 9)}
    assert [repair for repair in repairs_of(of_requests(numbers), FORM_2021) if repair.touches(["table3.unable.not_held.total"])] == []


def test_errors_in_two_rows_are_told_each_for_itself() -> None:
    numbers: Numbers = {**REQUESTS, "granted": (21, 2, 0, 1, 0, 0, 23), "unable.not_held": (7, 0, 0, 0, 0, 5, 9)}
    record = of_requests(numbers)
    assert told(record, "table3.row.granted")[0][1] == {"granted.natural_person": (21, 20)}
    assert told(record, "table3.row.unable.not_held")[0][1] == {"unable.not_held.other": (5, 2)}


def test_two_cells_that_could_each_be_wrong_are_not_chosen_between() -> None:
    """Both columns want one less, and so does the row."""
    numbers: Numbers = {**REQUESTS, "granted": (21, 3, 0, 1, 0, 0, 24)}
    assert all(not hypothesis for hypothesis in told(of_requests(numbers), "table3.row.granted"))


def test_digits_cut_in_two_are_joined() -> None:
    """The page has 0 20 0 0 0 0 20; the copy has 2 and 0 for the 20, and the total fell off the row."""
    record = of_requests({**ONE_KIND, "granted": (0, 2, 0, 0, 0, 0, 0)})
    ((cause, change),) = told(record, "table3.row.granted")
    assert (cause, change) == (Cause.MISREAD, {"granted.business": (2, 20), "granted.total": (0, 20)})
    (hypothesis,) = failed(record)["table3.row.granted"].hypotheses
    assert "数字可能被拆开" in hypothesis.message
    assert "cut into two" in hypothesis.message_en


@pytest.mark.parametrize(
    ("row", "side"), [((20, 0, 0, 0, 0, 20, 0), "右"), ((20, 0, 20, 0, 0, 0, 0), "左")], ids=["to the right", "to the left"]
)
def test_a_row_that_is_a_column_off_is_told(row: tuple[int, ...], side: str) -> None:
    record = of_requests({**ONE_KIND, "granted": row})
    (hypothesis,) = failed(record)["table3.row.granted"].hypotheses
    assert hypothesis.cause is Cause.MISREAD
    assert f"整行{side}移一列" in hypothesis.message
    assert proposals(hypothesis)["granted.business"][1] == proposals(hypothesis).get("granted.total", (20, 20))[1] == 20


def test_a_row_that_is_a_column_off_is_told_in_its_columns_too() -> None:
    record = of_requests({**ONE_KIND, "granted": (20, 0, 0, 0, 0, 20, 0)})
    checks = failed(record)
    assert {"table3.results.natural_person", "table3.results.business", "table3.results.total"} <= checks.keys()
    assert all(check.hypotheses for check in checks.values())


def test_a_row_of_which_a_part_is_a_column_off_is_told() -> None:
    """A zero was lost behind the businesses, and a blank ends the row: it should be 20, 2, 0, 1, 0, 0, 23."""
    record = of_requests({**REQUESTS, "granted": (20, 2, 1, 0, 0, 23, 0)})
    (hypothesis,) = failed(record)["table3.row.granted"].hypotheses
    assert hypothesis.cause is Cause.MISREAD
    assert proposals(hypothesis) == {
        "granted.research": (1, 0),
        "granted.nonprofit": (0, 1),
        "granted.other": (23, 0),
        "granted.total": (0, 23),
    }
    assert "自“科研机构”起右移一列" in hypothesis.message


def test_a_column_that_slipped_by_a_row_is_told_with_all_its_cells() -> None:
    numbers: Numbers = {
        "received": (9, 4, 0, 0, 0, 0, 13),
        "granted": (0, 4, 0, 0, 0, 0, 8),
        "partial": (4, 0, 0, 0, 0, 0, 5),
        "denied.state_secret": (5, 0, 0, 0, 0, 0, 0),
        "total": (9, 4, 0, 0, 0, 0, 13),
    }
    (hypothesis,) = failed(of_requests(numbers))["table3.row.partial"].hypotheses
    assert hypothesis.cause is Cause.MISREAD
    assert proposals(hypothesis) == {
        "granted.natural_person": (0, 4),
        "partial.natural_person": (4, 5),
        "denied.state_secret.natural_person": (5, 0),
    }
    assert "“自然人”列" in hypothesis.message


def test_a_failure_that_nothing_explains_has_no_hypotheses() -> None:
    record = of_requests({**REQUESTS, "total": (50, 40, 30, 1, 0, 2, 32)})
    assert failed(record)
    assert not any(check.hypotheses for check in failed(record).values())


def test_nothing_is_proposed_below_zero() -> None:
    """Other applicants granted would have to be −3 to mend their column; the businesses are left."""
    record = of_requests({**REQUESTS, "granted": (20, 5, 0, 1, 0, 0, 23), "unable.not_held": (7, 0, 0, 0, 0, 5, 12)})
    assert told(record, "table3.row.granted")[0][1] == {"granted.business": (5, 2)}


def test_blank_cells_are_zeros_that_may_be_changed() -> None:
    record = left_out(of_requests({**REQUESTS, "granted": (21, 2, 0, 1, 0, 0, 23)}), "table3.granted.research")
    assert told(record, "table3.row.granted")[0][1] == {"granted.natural_person": (21, 20)}


@pytest.mark.parametrize("kind", [CellKind.UNREADABLE, None])
def test_an_unknown_cell_hinders_only_the_repairs_of_its_row_and_column(kind: CellKind | None) -> None:
    record = of_requests({**REQUESTS, "granted": (21, 2, 0, 1, 0, 0, 23)})
    elsewhere = left_out(record, "table3.partial.research", kind=kind)
    assert told(elsewhere, "table3.row.granted")[0][1] == {"granted.natural_person": (21, 20)}
    for unknown in ("table3.partial.natural_person", "table3.granted.research"):
        assert repairs_of(left_out(record, unknown, kind=kind), FORM_2021) == []


def test_numbers_beyond_all_reports_and_fractions_are_not_repaired() -> None:
    values = dict.fromkeys(FORM_2021.fields, 0) | {"table3.granted.natural_person": 10**14}
    assert repairs_of(of_cells(values), FORM_2021) == []
    record = of_requests({**REQUESTS, "granted": (21, 2, 0, 1, 0, 0, 23)})
    count = record.figures["table3.granted.natural_person"].count
    assert count is not None
    count.value = 21.5
    assert repairs_of(record, FORM_2021) == []


def test_table_4_is_not_repaired() -> None:
    assert repairs_of(of_remedies({**REMEDIES, "reviews": (1, 0, 0, 0, 9)}), TABLE4) == []


def test_a_change_quotes_the_cell_where_it_stands() -> None:
    text = table3({**REQUESTS, "granted": (21, 2, 0, 1, 0, 0, 23)})
    cell = cells_of(text)["table3.granted.natural_person"]
    record = of_requests({**REQUESTS, "granted": (21, 2, 0, 1, 0, 0, 23)})
    count = record.figures[cell.field].count
    assert count is not None
    count.start, count.end = cell.start, cell.end
    (change,) = failed(record)["table3.row.granted"].hypotheses[0].changes
    assert (text[change.start : change.end], change.field) == ("21", "table3.granted.natural_person")


@settings(max_examples=15, deadline=None)
@given(SEEDS, LAYOUTS)
def test_a_planted_error_is_reported_with_the_right_number_for_its_cell(seed: int, layout: Layout) -> None:
    source = random.Random(seed)
    drawn, error = plant_error(draw_tables(source, layout), source)
    fields = form_of("table3", drawn).fields
    checks = failed(of_cells({field: int(drawn[field].value) for field in fields}))
    row, column = error.field.removeprefix("table3.").rsplit(".", 1)
    assert checks.keys() == {f"table3.row.{row}", f"table3.results.{column}"}
    for check in checks.values():
        first = check.hypotheses[0]
        assert {(change.field, change.found, change.proposed) for change in first.changes} == {(error.field, error.wrong, error.right)}


def test_other_tables_have_no_repairs() -> None:
    assert repairs_of(Record(), form("table2", Layout.OF_2021)) == []
