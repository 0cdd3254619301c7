from itertools import pairwise, product

import numpy as np
import pytest
from numpy.typing import NDArray

from model.decoding import spans, viterbi
from model.labels import BY_NAME, LABELS, TAG_IDS, TAGS
from model.numbers import find_numbers
from model.tagger import number_mask

SOME = [TAG_IDS[tag] for tag in ("O", "B-ISSUER", "I-ISSUER", "B-REQUEST_COUNT", "I-REQUEST_COUNT")]


def is_allowed(path: tuple[int, ...], glued: NDArray[np.bool_]) -> bool:
    """BIO, and no span that begins or ends where a number goes on; written out anew, apart from the code under test."""
    names = ["O", *(TAGS[tag] for tag in path), "O"]
    for number, (before, here) in enumerate(pairwise(names)):
        if here.startswith("I-") and before not in {here, "B" + here[1:]}:
            return False
        in_number = number < len(path) and bool(glued[number])
        if in_number and (here.startswith("B-") or (before != "O" and not here.startswith("I-"))):
            return False
    return True


def best_of_all(logits: NDArray[np.float32], glued: NDArray[np.bool_], tags: list[int]) -> float:
    scores = [
        sum(float(logits[place, tag]) for place, tag in enumerate(path))
        for path in product(tags, repeat=len(logits))
        if is_allowed(path, glued)
    ]
    return max(scores)


def only_some(generator: np.random.Generator, length: int) -> NDArray[np.float32]:
    """Random logits under which only the tags of `SOME` can win."""
    logits = np.full((length, len(TAGS)), -1e6, np.float32)
    logits[:, SOME] = generator.normal(size=(length, len(SOME)), scale=3)
    return logits


@pytest.mark.parametrize("seed", range(40))
def test_the_path_is_the_best_of_all_that_are_allowed(seed: int) -> None:
    generator = np.random.default_rng(seed)
    length = int(generator.integers(1, 6))
    logits = only_some(generator, length)
    glued = generator.random(length) < 0.3
    glued[0] = False
    path = tuple(int(tag) for tag in viterbi(logits, glued))
    assert is_allowed(path, glued)
    score = sum(float(logits[place, tag]) for place, tag in enumerate(path))
    assert score == pytest.approx(best_of_all(logits, glued, SOME), abs=1e-4)


@pytest.mark.parametrize("seed", range(20))
def test_with_all_labels_and_long_texts_the_path_is_allowed(seed: int) -> None:
    generator = np.random.default_rng(seed)
    glued = generator.random(300) < 0.3
    glued[0] = False
    logits = generator.normal(size=(300, len(TAGS)), scale=4).astype(np.float32)
    assert is_allowed(tuple(int(tag) for tag in viterbi(logits, glued)), glued)


@pytest.mark.parametrize("between", [1, 60, 64, 70, 200])
def test_what_is_forbidden_in_two_places_is_mended_in_both(between: int) -> None:
    inside = np.zeros((3, len(TAGS)), np.float32)
    inside[:, TAG_IDS["I-UNIT"]] = 9
    nothing = np.zeros((between, len(TAGS)), np.float32)
    nothing[:, TAG_IDS["O"]] = 9
    logits = np.concatenate([nothing, inside, nothing, inside, nothing])
    unit = LABELS.index(BY_NAME["UNIT"])
    path = viterbi(logits, np.zeros(len(logits), np.bool_))
    assert spans(path) == [(unit, between, between + 3), (unit, 2 * between + 3, 2 * between + 6)]


@pytest.mark.parametrize("length", [40, 65, 130, 700])
def test_a_span_of_any_length_opens_with_its_first_character(length: int) -> None:
    logits = np.zeros((length + 9, len(TAGS)), np.float32)
    logits[:length, TAG_IDS["I-UNIT"]] = logits[length:, TAG_IDS["O"]] = 9
    assert [one[1:] for one in spans(viterbi(logits, np.zeros(len(logits), np.bool_)))] == [(0, length)]


def test_an_inside_tag_never_opens_a_span() -> None:
    logits = np.zeros((3, len(TAGS)), np.float32)
    logits[:, TAG_IDS["I-UNIT"]] = 9
    assert [TAGS[tag] for tag in viterbi(logits, np.zeros(3, np.bool_))] == ["B-UNIT", "I-UNIT", "I-UNIT"]


def test_a_number_is_tagged_whole_or_not_at_all() -> None:
    text = "共3,392宗"
    logits = np.zeros((len(text), len(TAGS)), np.float32)
    logits[2:4, TAG_IDS["B-REQUEST_COUNT"]] = 5
    logits[4, TAG_IDS["B-UNIT"]] = 5
    for _, start, end in spans(viterbi(logits, number_mask(text))):
        assert (start, end) in {(number.start, number.end) for number in find_numbers(text)} or not set(range(1, 6)) & set(
            range(start, end)
        )


def test_no_text_has_no_path() -> None:
    assert viterbi(np.zeros((0, len(TAGS)), np.float32), np.zeros(0, np.bool_)).shape == (0,)


@pytest.mark.parametrize("label", range(len(LABELS)), ids=[label.name for label in LABELS])
def test_spans_read_every_label_back(label: int) -> None:
    begin, inside = TAG_IDS[f"B-{LABELS[label].name}"], TAG_IDS[f"I-{LABELS[label].name}"]
    assert spans([0, begin, inside, begin, 0]) == [(label, 1, 3), (label, 3, 4)]


def test_a_span_may_end_with_the_text() -> None:
    assert spans([TAG_IDS["B-UNIT"], TAG_IDS["I-UNIT"]]) == [(LABELS.index(BY_NAME["UNIT"]), 0, 2)]
