from pathlib import Path

import pytest

from model.facts import Entity
from tests.training.evaluation.made import entities_of, perfect, texts
from training.evaluation.documents import Labelled, read_all
from training.evaluation.summary import bio_tags, summarise, table


@pytest.fixture
def some(tmp_path: Path) -> list[Labelled]:
    return texts(tmp_path)


def test_a_perfect_tagger_scores_one(tmp_path: Path) -> None:
    scores = summarise(perfect(tmp_path))
    assert scores.entities["overall"]["f1"] == 1
    assert scores.facts.f1 == scores.facts_with_span.f1 == 1
    assert scores.facts.right == 12
    assert scores.passages == 4


def test_an_empty_tagger_scores_nothing(some: list[Labelled]) -> None:
    scores = summarise(read_all(some, lambda text: []))
    assert scores.entities["overall"] == {"precision": 0, "recall": 0, "f1": 0}
    assert (scores.facts.right, scores.facts.missed, scores.facts.invented) == (0, 12, 0)


def test_a_tagger_that_misses_a_label_loses_its_facts(some: list[Labelled]) -> None:
    gold = {one.gold.text: [entity for entity in entities_of(one.gold) if entity.label != "YEAR"] for one in some}
    scores = summarise(read_all(some, gold.__getitem__))
    assert (scores.facts.right, scores.facts.missed) == (10, 2)
    assert scores.entities["YEAR"]["recall"] == 0


def test_scores_become_json_and_a_table(some: list[Labelled]) -> None:
    scores = summarise(read_all(some, lambda text: []))
    plain = scores.as_json()
    assert (plain["passages"], plain["facts"]["missed"], plain["facts_with_span"]["f1"]) == (4, 12, 0)
    assert table(scores).startswith("4 passages\n")
    assert "entities overall" in table(scores)


def test_entities_become_tags() -> None:
    entities = [Entity("UNIT", 1, 3, "人次", 1.0), Entity("YEAR", 3, 4, "9", 1.0)]
    assert bio_tags(5, entities) == ["O", "B-UNIT", "I-UNIT", "B-YEAR", "O"]
