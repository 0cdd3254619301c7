import random
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from tests.training.passages import RECEIVED, passage, passages, source
from training.examples import draw_passage
from training.rewording import category_names, swap_categories, taiwanise
from training.tagged import Cell, TaggedText, plain

NAMES = {"CHANNEL_CATEGORY": ["传真", "电子邮件"]}


def text() -> TaggedText:
    tags = ["B-CHANNEL_CATEGORY", "I-CHANNEL_CATEGORY", "B-CHANNEL_COUNT", "B-UNIT", "O", "B-CHANNEL_CATEGORY", "I-CHANNEL_CATEGORY"]
    return TaggedText(map(Cell, "网络3件和信函", tags))


def test_names_of_categories_are_gathered_by_label_without_slots(tmp_path: Path) -> None:
    names = category_names(passages(tmp_path, source("a/1"), source("a/2", RECEIVED.replace("信函", "{信函/邮寄}"))))
    assert names["CHANNEL_CATEGORY"] == ["信函", "网络"]
    assert names["TOPIC"] == []


@given(st.randoms(use_true_random=False))
def test_swapping_changes_names_and_nothing_else(chance: random.Random) -> None:
    swapped = swap_categories(text(), NAMES, chance)
    spans = "".join(cell.character if cell.label.endswith("CATEGORY") else "|" for cell in swapped)
    first, last = spans.split("|||")
    assert {first, last} <= {"网络", "信函", *NAMES["CHANNEL_CATEGORY"]}
    assert [tag for tag in swapped.tags if tag.startswith("B-")] == [tag for tag in text().tags if tag.startswith("B-")]
    rest = [(cell.character, cell.tag) for cell in swapped if not cell.label.endswith("CATEGORY")]
    assert rest == [("3", "B-CHANNEL_COUNT"), ("件", "B-UNIT"), ("和", "O")]


@given(st.randoms(use_true_random=False))
def test_without_other_names_nothing_changes(chance: random.Random) -> None:
    assert swap_categories(text(), {}, chance) == text()


def test_taiwan_says_it_in_words_of_the_same_length() -> None:
    one = plain("门户网站公开信息,邮箱收到文件")
    said = {taiwanise(one, random.Random(seed)).text for seed in range(40)}
    assert "入口网站公开资讯,信箱收到档案" in said
    assert {len(other) for other in said} == {len(one)}


def test_swapped_examples_stay_examples(tmp_path: Path) -> None:
    one = passage(tmp_path)
    drawn = [draw_passage(one, NAMES, random.Random(seed)) for seed in range(60)]
    assert any("传真" in text.text for text in drawn)
    assert all(cell.begins for text in drawn for cell in text if cell.stated)


@given(st.randoms(use_true_random=False))
def test_what_figures_state_is_not_known_once_names_are_swapped(chance: random.Random) -> None:
    stating = TaggedText(
        cell._replace(stated=("requests.by_channel.online",)) if cell.label == "CHANNEL_COUNT" else cell for cell in text()
    )
    swapped = swap_categories(stating, NAMES, chance)
    assert any(cell.stated for cell in swapped) == (swapped.text == stating.text)
    assert [cell.stated for cell in taiwanise(stating, chance)] == [cell.stated for cell in stating]
