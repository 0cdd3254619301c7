from pathlib import Path

from model.confidence import UNCALIBRATED, Calibration
from tests.training.evaluation.made import entities_of, texts
from tests.training.passages import passages, source
from training.evaluation.documents import fill_all, read_all


def test_fillings_are_the_same_every_time(tmp_path: Path) -> None:
    some = passages(tmp_path, source("a/1"), source("a/2"))
    assert fill_all(some, 3) == fill_all(some, 3)
    assert len({one.gold.text for one in fill_all(some, 3)}) == 6


def test_a_text_knows_the_passage_that_it_fills(tmp_path: Path) -> None:
    one = fill_all(passages(tmp_path, source("a/1")))[0]
    assert (one.name, one.keys["layout"], one.keys["level"]) == ("a/1", "2019", "county")


def test_the_confidence_of_facts_is_the_calibration_s(tmp_path: Path) -> None:
    some = texts(tmp_path)
    gold = {one.gold.text: entities_of(one.gold) for one in some}
    doubting = Calibration(fact=(0.0,) * len(UNCALIBRATED.fact), review_below=0.6)
    facts = [fact for one in read_all(some, gold.__getitem__, doubting) for fact in one.facts]
    assert {fact.confidence for fact in facts} == {0.5}
    assert all(fact.needs_review for fact in facts)
