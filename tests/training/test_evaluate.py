from pathlib import Path

import pytest

from model.facts import Entity
from tests.training.passages import passages, source
from training.evaluate import bio_tags, evaluate, fill_all, table
from training.filling import Filled

NIL = "[未发生|NIL=reviews.total,litigation.total][行政复议|REMEDY]、[行政诉讼|REMEDY]。"


@pytest.fixture
def texts(tmp_path: Path) -> list[Filled]:
    return fill_all(passages(tmp_path, source("a/1"), source("a/2", NIL, "")), 2)


def entities_of(filled: Filled) -> list[Entity]:
    return [Entity(span.label, span.start, span.end, filled.text[span.start : span.end], 1.0) for span in filled.spans]


def test_a_perfect_tagger_scores_one(texts: list[Filled]) -> None:
    gold = {filled.text: entities_of(filled) for filled in texts}
    scores = evaluate(texts, gold.__getitem__)
    assert scores.entities["overall"]["f1"] == 1
    assert scores.facts.f1 == scores.facts_with_span.f1 == 1
    assert scores.facts.right == 12
    assert scores.passages == 4


def test_an_empty_tagger_scores_nothing(texts: list[Filled]) -> None:
    scores = evaluate(texts, lambda text: [])
    assert scores.entities["overall"] == {"precision": 0, "recall": 0, "f1": 0}
    assert (scores.facts.right, scores.facts.missed, scores.facts.invented) == (0, 12, 0)


def test_a_tagger_that_misses_a_label_loses_its_facts(texts: list[Filled]) -> None:
    gold = {filled.text: [one for one in entities_of(filled) if one.label != "YEAR"] for filled in texts}
    scores = evaluate(texts, gold.__getitem__)
    assert (scores.facts.right, scores.facts.missed) == (10, 2)
    assert scores.entities["YEAR"]["recall"] == 0


def test_fillings_are_the_same_every_time(tmp_path: Path) -> None:
    some = passages(tmp_path, source("a/1"), source("a/2"))
    assert fill_all(some, 3) == fill_all(some, 3)
    assert len({filled.text for filled in fill_all(some, 3)}) == 6


def test_scores_become_json_and_a_table(texts: list[Filled]) -> None:
    scores = evaluate(texts, lambda text: [])
    plain = scores.as_json()
    assert (plain["passages"], plain["facts"]["missed"], plain["facts_with_span"]["f1"]) == (4, 12, 0)
    assert table(scores).startswith("4 passages\n")
    assert "entities overall" in table(scores)


def test_entities_become_tags() -> None:
    entities = [Entity("UNIT", 1, 3, "人次", 1.0), Entity("YEAR", 3, 4, "9", 1.0)]
    assert bio_tags(5, entities) == ["O", "B-UNIT", "I-UNIT", "B-YEAR", "O"]
