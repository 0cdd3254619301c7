from dataclasses import replace
from pathlib import Path

from model.labels import TAG_IDS
from tests.training.passages import passages, source
from tests.training.runs import tiny_material
from training.corpus import read_corpus
from training.filling import Filled
from training.markup import Span
from training.material import split_families

CORPUS = Path(__file__).parents[2] / "data" / "corpus"


def test_families_are_never_divided() -> None:
    train, dev = split_families(read_corpus(CORPUS))
    assert not {passage.family for passage in train} & {passage.family for passage in dev}
    assert 0.04 < len(dev) / (len(train) + len(dev)) < 0.25


def test_a_family_stays_on_its_side_when_others_are_added(tmp_path: Path) -> None:
    many = passages(tmp_path, *(source(f"family{number}/1") for number in range(40)))
    dev = {passage.family for passage in split_families(many)[1]}
    assert dev
    assert {passage.family for passage in split_families(many[:20])[1]} == dev & {passage.family for passage in many[:20]}


def test_a_set_alone_knows_all_that_is_to_be_learnt(tmp_path: Path) -> None:
    assert tiny_material(tmp_path).unknown_to_passages == []


def test_a_label_that_the_corpus_lacks_is_unknown_to_it_and_known_to_the_reports_that_bring_it(tmp_path: Path) -> None:
    material = tiny_material(tmp_path, Filled("主题", (Span(0, 2, "TOPIC"),)))
    assert material.unknown_to_passages == [TAG_IDS["B-TOPIC"], TAG_IDS["I-TOPIC"]]
    assert TAG_IDS["B-TOPIC"] not in material.unknown_to_reports
    assert TAG_IDS["B-YEAR"] in material.unknown_to_reports


def test_a_label_of_the_release_that_no_set_has_is_unknown_to_both(tmp_path: Path) -> None:
    material = replace(tiny_material(tmp_path), released=frozenset({"AMOUNT"}))
    assert TAG_IDS["I-AMOUNT"] in material.unknown_to_passages
    assert TAG_IDS["I-AMOUNT"] in material.unknown_to_reports
