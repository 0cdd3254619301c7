import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from training.batches import IGNORED, batches, collate, hide_tokens, length_batches, tokenise
from training.encoder import SPECIALS, make_tokenizer

VOCABULARY = [*SPECIALS, *"收到3件\n "]


@settings(max_examples=100, deadline=None)
@given(lengths=st.lists(st.integers(1, 80), max_size=60), budget=st.integers(80, 400), seed=st.integers(0, 9))
def test_batches_hold_every_row_once_within_the_budget(lengths: list[int], budget: int, seed: int) -> None:
    found = length_batches(lengths, budget, random.Random(seed))
    assert sorted(index for batch in found for index in batch) == list(range(len(lengths)))
    assert all(max(lengths[index] for index in batch) * len(batch) <= budget for batch in found)


def test_rows_of_like_length_share_a_batch() -> None:
    lengths = [10, 50, 11, 49, 12, 48]
    found = [{lengths[index] for index in batch} for batch in length_batches(lengths, 150, random.Random(1))]
    assert sorted(found, key=min) == [{10, 11, 12}, {48, 49, 50}]


def test_a_row_over_the_budget_is_a_batch_of_its_own() -> None:
    assert sorted(length_batches([500, 3], 100, random.Random(1))) == [[0], [1]]


def test_the_order_depends_on_the_seed() -> None:
    lengths = list(range(1, 60))
    orders = {str(length_batches(lengths, 100, random.Random(seed))) for seed in (1, 1, 2)}
    assert len(orders) == 2


def test_a_token_is_a_character_between_ignored_ends() -> None:
    (row,) = tokenise(
        [{"text": "收3\n 日", "tags": [1, 2, 0, 0, 5], "stated": [[], [3, 8], [], [], []], "unknown": [5]}], make_tokenizer(VOCABULARY)
    ).to_list()
    unknown = VOCABULARY.index("[UNK]")
    assert row["input_ids"] == [2, *(VOCABULARY.index(character) for character in "收3\n "), unknown, 3]
    assert row["labels"] == [IGNORED, 1, 2, 0, 0, 5, IGNORED]
    assert row["unknown"] == [5]
    assert row["stated"] == [[], [], [3, 8], [], [], [], []]


def test_shorter_rows_are_padded_and_count_for_nothing() -> None:
    rows = [
        {"input_ids": [2, 7, 3], "labels": [IGNORED, 4, IGNORED], "stated": [[], [1, 6], []], "unknown": []},
        {"input_ids": [2, 3], "labels": [IGNORED] * 2, "stated": [[], []], "unknown": [2, 5]},
    ]
    batch = collate(rows, 0)
    assert batch["input_ids"].tolist() == [[2, 7, 3], [2, 3, 0]]
    assert batch["attention_mask"].tolist() == [[1, 1, 1], [1, 1, 0]]
    assert batch["labels"].tolist() == [[IGNORED, 4, IGNORED], [IGNORED] * 3]
    assert batch["unknown"].nonzero().tolist() == [[1, 2], [1, 5]]
    assert batch["stated"].tolist() == [[0, 1, 1], [0, 1, 6]]


@pytest.mark.parametrize("seed", [1, 2])
def test_one_pass_yields_every_example(seed: int) -> None:
    data = tokenise(
        ({"text": "收" * number, "tags": [1] * number, "stated": [[]] * number, "unknown": []} for number in range(1, 9)),
        make_tokenizer(VOCABULARY),
    )
    found = list(batches(data, 20, 0, random.Random(seed)))
    assert sorted(int(row.sum()) for batch in found for row in batch["attention_mask"]) == [3, 4, 5, 6, 7, 8, 9, 10]


def test_hidden_tokens_are_characters_in_pairs_and_keep_their_labels() -> None:
    rows = [
        {"input_ids": [2, *[7] * 400, 3], "labels": [IGNORED, *[1] * 400, IGNORED], "stated": [[]] * 402, "unknown": []},
        {"input_ids": [2, 7, 3], "labels": [IGNORED, 1, IGNORED], "stated": [[]] * 3, "unknown": []},
    ]
    batch = collate(rows, 0)
    hidden = hide_tokens(batch, 0.2, 4, random.Random(1))
    changed = hidden["input_ids"] != batch["input_ids"]
    assert set(hidden["input_ids"][changed].tolist()) == {4}
    assert 0.1 < changed[0].float().mean() < 0.3
    row = changed[0].tolist()
    alone = [place for place in range(2, 400) if row[place] and not row[place - 1] and not row[place + 1]]
    assert not alone
    assert not changed[batch["labels"] == IGNORED].any()
    assert hidden["labels"].equal(batch["labels"])
    assert hide_tokens(batch, 0.0, 4, random.Random(1))["input_ids"].equal(batch["input_ids"])
