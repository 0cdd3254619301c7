from dataclasses import replace
from pathlib import Path

from tests.training.evaluation.made import perfect, with_facts
from training.evaluation.certainty import certainty


def test_facts_all_right_and_sure_are_calibrated(tmp_path: Path) -> None:
    sure = [with_facts(one, [replace(fact, confidence=1.0) for fact in one.facts]) for one in perfect(tmp_path)]
    found = certainty(sure)
    assert (found.error, found.threshold, found.unreviewed, found.unreviewed_precision) == (0, 1, 1, 1)


def test_doubt_about_right_facts_is_an_error_of_calibration(tmp_path: Path) -> None:
    doubting = [with_facts(one, [replace(fact, confidence=0.6, needs_review=True) for fact in one.facts]) for one in perfect(tmp_path)]
    found = certainty(doubting)
    assert round(found.error, 6) == 0.4
    assert found.unreviewed == 0
    assert found.threshold == 0.6


def test_a_right_value_at_a_wrong_place_is_wrong(tmp_path: Path) -> None:
    moved = [
        with_facts(one, [replace(fact, start=fact.start + 1, confidence=1.0) for fact in one.facts if fact.field != "year"])
        for one in perfect(tmp_path)
    ]
    assert certainty(moved).error == 1


def test_no_facts_are_no_error(tmp_path: Path) -> None:
    found = certainty([with_facts(one, []) for one in perfect(tmp_path)])
    assert (found.error, found.bins, found.curve) == (0, (), ())
