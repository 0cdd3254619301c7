import random
from collections import Counter
from pathlib import Path

import pytest

from model.characters import fold
from model.fields import STATED_IDS
from model.labels import TAG_IDS, TAGS
from model.windows import cut
from tests.model.tables.layouts import table3
from tests.training.passages import passages, source
from training.examples import _leads, dev_examples, encode, epoch_examples, windows_of
from training.filling import Filled
from training.markup import Span
from training.material import Material
from training.passage import Passage
from training.settings import TrainSettings
from training.tagged import Cell, TaggedText, plain, tagged

LIMIT = 120
SENTENCE = TaggedText(map(Cell, "共收到12件。", ["O"] * 3 + ["B-REQUEST_COUNT", "I-REQUEST_COUNT", "B-UNIT", "O"]))
REPORT = Filled("共收到12件。" * 120, tuple(Span(7 * number + 3, 7 * number + 5, "REQUEST_COUNT") for number in range(120)))


@pytest.fixture
def some(tmp_path: Path) -> list[Passage]:
    return passages(tmp_path, *(source(f"family{number}/1") for number in range(6)))


def examples_of(some: list[Passage], fillings: int, seed: int, *reports: Filled, share: float | None = None) -> list[dict[str, object]]:
    settings = TrainSettings.model_validate({"fillings": fillings, "max_characters": LIMIT, "replay_share": share})
    return list(epoch_examples(Material(some, [], reports), settings, seed))


def test_examples_depend_on_the_seed_alone(some: list[Passage]) -> None:
    first, again, other = (examples_of(some, 2, seed) for seed in (1, 1, 2))
    assert first == again
    assert first != other


def test_each_passage_leads_so_many_examples(some: list[Passage]) -> None:
    assert len(examples_of(some, 3, 1)) == 18
    assert len(list(dev_examples(some, 1, LIMIT))) == 6


def test_examples_are_folded_tagged_and_no_longer_than_the_limit(some: list[Passage]) -> None:
    for example in [*examples_of(some, 4, 1, REPORT), *dev_examples(some, 1, LIMIT)]:
        text, tags = str(example["text"]), example["tags"]
        assert isinstance(tags, list)
        assert 0 < len(text) == len(tags) <= LIMIT
        assert fold(text) == text
        assert set(tags) <= set(range(len(TAGS)))


def test_a_long_text_is_read_in_its_windows_none_of_which_begins_within_a_span() -> None:
    long = TaggedText(SENTENCE.joined(*[SENTENCE] * 120))
    found = windows_of(long)
    assert len(found) == 4
    assert all(0 < len(one) < len(long) and not one[0].continues and one.text in long.text for one in found)


def test_windows_inside_of_a_statutory_table_are_left_out() -> None:
    text = f"{REPORT.text}\n{table3()}"
    found = windows_of(plain(text))
    assert found[0].text.startswith("共收到12件。")
    assert len(found) < len(cut(fold(text)))


def test_labelled_reports_are_read_window_by_window_as_often_as_passages(some: list[Passage]) -> None:
    windows = len(windows_of(tagged(REPORT)))
    assert len(examples_of(some, 3, 1, REPORT, REPORT)) == 3 * (len(some) + 2 * windows)


@pytest.mark.parametrize("share", [0.0, 0.25, 0.5, 0.9])
def test_with_replay_so_much_of_the_corpus_is_drawn_as_makes_up_the_share(some: list[Passage], share: float) -> None:
    reports = 4 * len(windows_of(tagged(REPORT)))
    found = examples_of(some, 4, 1, REPORT, share=share)
    assert 1 - reports / len(found) == pytest.approx(share, abs=0.03)


def test_replayed_passages_come_again_when_all_have_come(some: list[Passage]) -> None:
    leads = list(_leads(some, 15, random.Random(3)))
    assert sorted(Counter(one.name for one in leads).values()) == [2, 2, 2, 3, 3, 3]


def test_examples_of_a_set_tell_the_tags_that_it_does_not_know(some: list[Passage]) -> None:
    *of_passages, last = examples_of(some, 1, 1, Filled("无", (Span(0, 1, "NIL"),)))
    assert [example["unknown"] for example in of_passages] == [[TAG_IDS["B-NIL"], TAG_IDS["I-NIL"]]] * len(some)
    unknown = last["unknown"]
    assert isinstance(unknown, list)
    assert {TAGS[one][2:] for one in unknown} == {"YEAR", "REQUEST_EVENT", "REQUEST_COUNT", "CHANNEL_CATEGORY", "CHANNEL_COUNT", "UNIT"}


def test_development_examples_do_not_depend_on_the_other_passages(some: list[Passage]) -> None:
    assert list(dev_examples(some[2:3], 1, LIMIT)) == list(dev_examples(some, 1, LIMIT))[2:3]


def test_an_example_holds_folded_text_and_ids() -> None:
    cells = TaggedText([Cell("３", "B-REQUEST_COUNT", ("requests.received", "requests.processed")), Cell("件", "B-UNIT")])
    assert encode(cells) == {
        "text": "5件",
        "tags": [TAG_IDS["B-REQUEST_COUNT"], TAG_IDS["B-UNIT"]],
        "stated": [[STATED_IDS["requests.received"], STATED_IDS["requests.processed"]], []],
        "unknown": [],
    }
