from dataclasses import replace
from pathlib import Path

from model.facts import Basis
from tests.training.evaluation.made import perfect, with_facts
from training.evaluation.verdicts import stated_facts, verdicts


def test_a_perfect_reading_has_all_records_and_verdicts_right(tmp_path: Path) -> None:
    found = verdicts(perfect(tmp_path))
    assert (found.records, found.records_right) == (4, 4)
    assert found.checks == found.checks_right > 0


def test_one_wrong_figure_makes_its_record_and_its_checks_wrong(tmp_path: Path) -> None:
    one, *rest = perfect(tmp_path)
    wrong = [replace(fact, value=1_000_000) if fact.field == "requests.received" else fact for fact in one.facts]
    found = verdicts([with_facts(one, wrong), *rest])
    assert found.records_right == 3
    assert found.checks_right < found.checks


def test_stated_facts_have_the_basis_and_unit_that_the_text_gives(tmp_path: Path) -> None:
    counted, _, negated, _ = perfect(tmp_path)
    assert {fact.basis for fact in stated_facts(negated)} == {Basis.NIL}
    assert {fact.unit for fact in stated_facts(counted) if fact.field.startswith("requests.by_channel")} == {"件"}
