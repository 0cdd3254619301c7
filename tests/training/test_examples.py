import random
from pathlib import Path

import pytest

from model.characters import fold
from model.fields import STATED_IDS
from model.labels import TAG_IDS, TAGS
from tests.training.passages import passages, source
from training.corpus import read_corpus
from training.examples import dev_examples, draw_window, encode, epoch_examples, split_families
from training.passage import Passage
from training.tagged import Cell, TaggedText

CORPUS = Path(__file__).parents[2] / "data" / "corpus"
LIMIT = 120


@pytest.fixture
def some(tmp_path: Path) -> list[Passage]:
    return passages(tmp_path, *(source(f"family{number}/1") for number in range(6)))


def test_families_are_never_divided() -> None:
    train, dev = split_families(read_corpus(CORPUS))
    assert not {passage.family for passage in train} & {passage.family for passage in dev}
    assert 0.04 < len(dev) / (len(train) + len(dev)) < 0.25


def test_a_family_stays_on_its_side_when_others_are_added(tmp_path: Path) -> None:
    many = passages(tmp_path, *(source(f"family{number}/1") for number in range(40)))
    dev = {passage.family for passage in split_families(many)[1]}
    assert dev
    assert {passage.family for passage in split_families(many[:20])[1]} == dev & {passage.family for passage in many[:20]}


def test_examples_depend_on_the_seed_alone(some: list[Passage]) -> None:
    first, again, other = (list(epoch_examples(some, 2, seed, LIMIT)) for seed in (1, 1, 2))
    assert first == again
    assert first != other


def test_each_passage_leads_so_many_examples(some: list[Passage]) -> None:
    assert len(list(epoch_examples(some, 3, 1, LIMIT))) == 18
    assert len(list(dev_examples(some, 2, 1, LIMIT))) == 12


def test_examples_are_folded_tagged_and_no_longer_than_the_limit(some: list[Passage]) -> None:
    for example in [*epoch_examples(some, 4, 1, LIMIT), *dev_examples(some, 2, 1, LIMIT)]:
        text, tags = str(example["text"]), example["tags"]
        assert isinstance(tags, list)
        assert 0 < len(text) == len(tags) <= LIMIT
        assert fold(text) == text
        assert set(tags) <= set(range(len(TAGS)))


@pytest.mark.parametrize("seed", range(20))
def test_of_a_long_passage_one_of_its_windows_is_drawn(seed: int) -> None:
    sentence = TaggedText(map(Cell, "共收到12件。", ["O"] * 3 + ["B-REQUEST_COUNT", "I-REQUEST_COUNT", "B-UNIT", "O"]))
    long = sentence.joined(*[sentence] * 120)
    drawn = draw_window(long, random.Random(seed))
    assert 0 < len(drawn) < len(long)
    assert not drawn[0].continues
    assert drawn.text in long.text


def test_development_examples_do_not_depend_on_the_other_passages(some: list[Passage]) -> None:
    assert list(dev_examples(some[2:3], 2, 1, LIMIT)) == list(dev_examples(some, 2, 1, LIMIT))[4:6]


def test_an_example_holds_folded_text_and_ids() -> None:
    cells = TaggedText([Cell("３", "B-REQUEST_COUNT", ("requests.received", "requests.processed")), Cell("件", "B-UNIT")])
    assert encode(cells) == {
        "text": "5件",
        "tags": [TAG_IDS["B-REQUEST_COUNT"], TAG_IDS["B-UNIT"]],
        "stated": [[STATED_IDS["requests.received"], STATED_IDS["requests.processed"]], []],
    }
