import pytest

from model.checks import check_record
from model.merging import build_record
from model.pipeline import Reading
from model.tables.facts import table_facts
from model.tables.reading import read_tables
from training.planted import KINDS, planted_reports, verdicts
from training.rendering.flat import Shape
from training.rendering.text import report_text

_PER_KIND = 3


def read(text: str) -> Reading:
    """The tables of a text alone, which needs no model."""
    tables = read_tables(text)
    facts = tuple(fact for table in tables for fact in table_facts(text, table, 0.9))
    record = build_record(facts, tables)
    return Reading(record, facts, (), (), tuple(check_record(record)), "", "")


def readings(kind: str) -> list[set[str]]:
    return [
        verdicts(read(report_text(planted.report, Shape.TABS, source)), planted.meant)
        for planted, source in planted_reports(kind, "tabs", _PER_KIND)
    ]


def test_reports_without_a_fault_raise_no_alarm() -> None:
    assert all("reported" not in found for found in readings("no fault"))


@pytest.mark.parametrize("kind", ["a result changed", "a digit lost"])
def test_an_error_is_reported_in_its_place(kind: str) -> None:
    assert all({"reported", "in place"} <= found for found in readings(kind))


@pytest.mark.parametrize("kind", ["a number split", "a row shifted", "a column shifted"])
def test_a_misreading_is_never_silent(kind: str) -> None:
    assert all(found & {"reported", "healed", "open"} for found in readings(kind))


def test_drawn_faults_are_the_same_every_time() -> None:
    for kind in KINDS:
        (first, _), (second, _) = (next(planted_reports(kind, "tabs", 1)) for _ in range(2))
        assert first == second
        assert bool(first.meant) == (kind != "no fault")
