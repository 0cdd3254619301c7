import random
import re
from itertools import pairwise
from pathlib import Path

import pytest

from tests.training.passages import passage
from training.filling import Filled, fill
from training.markup import Span
from training.tagged import TaggedText, plain, tagged
from training.variation import (
    approximate_counts,
    break_lines,
    join_lines,
    leave_pinyin,
    lose_brackets,
    lose_characters,
    mark_beginning,
    scatter_spaces,
    space_numbers,
    spell_counts,
    vary,
)

NOISES = (
    *(space_numbers, break_lines, lose_characters, lose_brackets, mark_beginning, scatter_spaces, leave_pinyin, join_lines),
    *(spell_counts, approximate_counts, vary),
)


def spans_of(text: TaggedText) -> list[tuple[str, str]]:
    """Label and words of every span, spaces and page numbers inside a span taken as they are."""
    found: list[tuple[str, str]] = []
    for cell in text:
        if cell.begins:
            found.append((cell.label, cell.character))
        elif cell.continues:
            found[-1] = (found[-1][0], found[-1][1] + cell.character)
    return found


def is_bio(tags: list[str]) -> bool:
    return all(here[0] != "I" or before[1:] == here[1:] for before, here in pairwise(["O", *tags]))


@pytest.fixture
def text(tmp_path: Path) -> TaggedText:
    return tagged(fill(passage(tmp_path), random.Random(1)))


def test_spans_become_tags() -> None:
    text = tagged(Filled("共12件3", (Span(1, 3, "REQUEST_COUNT"), Span(3, 4, "UNIT"), Span(4, 5, "REQUEST_COUNT"))))
    assert text.tags == ["O", "B-REQUEST_COUNT", "I-REQUEST_COUNT", "B-UNIT", "B-REQUEST_COUNT"]


def test_overlapping_spans_are_refused() -> None:
    with pytest.raises(ValueError, match="overlapping spans at 1"):
        tagged(Filled("共12件", (Span(0, 2, "UNIT"), Span(1, 3, "UNIT"))))


@pytest.mark.parametrize("noise", NOISES, ids=lambda noise: noise.__name__)
@pytest.mark.parametrize("seed", range(15))
def test_tags_stay_with_their_characters(text: TaggedText, noise: object, seed: int) -> None:
    assert callable(noise)
    noisy = noise(text, random.Random(seed))
    assert is_bio(noisy.tags)
    assert {len(cell.character) for cell in noisy} == {1}
    assert all(cell.begins for cell in noisy if cell.stated)


@pytest.mark.parametrize("noise", [space_numbers, mark_beginning, scatter_spaces], ids=lambda noise: noise.__name__)
@pytest.mark.parametrize("seed", range(15))
def test_every_span_survives_added_spaces(text: TaggedText, noise: object, seed: int) -> None:
    assert callable(noise)
    noisy = spans_of(noise(text, random.Random(seed)))
    assert [(label, words.replace(" ", "")) for label, words in noisy] == spans_of(text)


@pytest.mark.parametrize("seed", range(15))
def test_only_whole_characters_of_units_and_marks_are_lost(text: TaggedText, seed: int) -> None:
    lost = lose_characters(text, random.Random(seed))
    assert [span for span in spans_of(lost) if span[0] != "UNIT"] == [span for span in spans_of(text) if span[0] != "UNIT"]
    assert lost.text.translate(str.maketrans("", "", "年件。")) == text.text.translate(str.maketrans("", "", "年件。"))


def test_the_noise_changes_texts() -> None:
    one = plain("2019年收到(受理)申请33件。\n").joined(COUNTED)
    assert {noise.__name__ for noise in NOISES if any(noise(one, random.Random(seed)) != one for seed in range(9))} == {
        noise.__name__ for noise in NOISES
    }


def test_what_is_inserted_in_a_span_becomes_part_of_it() -> None:
    text = tagged(Filled("共12件", (Span(1, 3, "REQUEST_COUNT"),)))
    assert text.insert(2, "\n").tags == ["O", "B-REQUEST_COUNT", "I-REQUEST_COUNT", "I-REQUEST_COUNT", "O"]
    assert text.insert(1, " ").tags == ["O", "O", "B-REQUEST_COUNT", "I-REQUEST_COUNT", "O"]
    assert text.insert(3, " ").tags == ["O", "B-REQUEST_COUNT", "I-REQUEST_COUNT", "O", "O"]


def test_numbers_are_spaced_only_at_their_edges() -> None:
    spaced = {space_numbers(plain("共3392件,占1.5%"), random.Random(seed)).text for seed in range(20)}
    assert "共 3392 件,占 1.5%" in spaced
    assert all("3392" in one and "1.5%" in one for one in spaced)


COUNTED = tagged(
    Filled(
        "收到2件,答复13件,占13%",
        (Span(2, 3, "REQUEST_COUNT"), Span(3, 4, "UNIT"), Span(7, 9, "REQUEST_COUNT"), Span(9, 10, "UNIT")),
    )
)


def test_small_counts_are_spelt() -> None:
    seen = {spell_counts(COUNTED, random.Random(seed)).text for seed in range(30)}
    assert seen == {"收到2件,答复13件,占13%", "收到两件,答复13件,占13%", "收到2件,答复十三件,占13%", "收到两件,答复十三件,占13%"}
    assert all(spans_of(spell_counts(COUNTED, random.Random(seed)))[2][1] in {"13", "十三"} for seed in range(30))


def test_approximations_stand_outside_the_figure() -> None:
    seen = {approximate_counts(COUNTED, random.Random(seed)).text for seed in range(200)}
    assert {"收到2件,答复13余件,占13%", "收到2件,答复约13件,占13%"} <= seen
    assert all(spans_of(approximate_counts(COUNTED, random.Random(seed))) == spans_of(COUNTED) for seed in range(40))


def test_half_brackets_are_left() -> None:
    seen = {lose_brackets(plain("收到(含3件)"), random.Random(seed)).text for seed in range(30)}
    assert seen == {"收到(含3件)", "收到含3件)", "收到(含3件", "收到含3件"}


def test_pinyin_stands_in_brackets_behind_a_character() -> None:
    left = leave_pinyin(plain("收到3件"), random.Random(2)).text
    assert re.sub(r"\([a-z]+\)", "", left) == "收到3件"
    assert re.search(r"[收到件]\([a-z]+\)", left)


def test_a_report_can_come_on_one_line() -> None:
    assert join_lines(plain("一、概述\n收到3件"), random.Random(1)).text == "一、概述 收到3件"


@pytest.mark.parametrize("seed", range(40))
def test_a_page_never_ends_inside_a_number(seed: int) -> None:
    broken = break_lines(plain("12,345.6%" * 4), random.Random(seed)).text
    assert re.sub(r"\n+(?:(?:- )?\d(?: -)?\n)?", "", broken) == "12,345.6%" * 4


@pytest.mark.parametrize("noise", NOISES, ids=lambda noise: noise.__name__)
def test_a_single_character_can_be_varied(noise: object) -> None:
    assert callable(noise)
    for seed in range(10):
        assert isinstance(noise(plain("无"), random.Random(seed)), TaggedText)
