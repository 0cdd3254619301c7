"""Batches of examples: tokenised once into a `datasets.Dataset`, sorted by length, padded no further than needed."""

import random
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import torch
from datasets import Dataset
from transformers import PreTrainedTokenizerFast

from model.labels import TAGS

IGNORED = -100
"""The label of tokens that count for nothing: [CLS], [SEP] and padding."""

Row = dict[str, Any]
"""One example: lists with an item a token."""


def tokenise(examples: Iterable[dict[str, object]], tokenizer: PreTrainedTokenizerFast) -> Dataset:
    """Examples as rows of `input_ids`, `labels`, `stated` and `unknown`; a token is a character, between [CLS] and [SEP]."""

    def one(example: dict[str, Any]) -> Row:
        ids = tokenizer(example["text"])["input_ids"]
        labels, stated = [IGNORED, *example["tags"], IGNORED], [[], *example["stated"], []]
        return {"input_ids": ids, "labels": labels, "stated": stated, "unknown": example["unknown"]}

    return Dataset.from_list([one(example) for example in examples])


def length_batches(lengths: Sequence[int], budget: int, source: random.Random) -> list[list[int]]:
    """Indices in batches of like length, at most `budget` tokens with padding, in random order."""
    order = sorted(range(len(lengths)), key=lambda index: (lengths[index], source.random()))
    batches: list[list[int]] = []
    for index in reversed(order):
        if batches and lengths[batches[-1][0]] * (len(batches[-1]) + 1) <= budget:
            batches[-1].append(index)
        else:
            batches.append([index])
    source.shuffle(batches)
    return batches


def collate(rows: Sequence[Row], padding: int) -> dict[str, torch.Tensor]:
    """One batch of tensors, shape (rows, longest).

    Beside them `stated`, shape (n, 3): row, place and field of what figures state; and `unknown`, shape (rows, tags): whether the set that
    a row is from does not know a tag.
    """
    longest = max(len(row["input_ids"]) for row in rows)
    ids = torch.full((len(rows), longest), padding)
    labels = torch.full((len(rows), longest), IGNORED)
    unknown = torch.zeros((len(rows), len(TAGS)), dtype=torch.bool)
    stated: list[tuple[int, int, int]] = []
    for number, row in enumerate(rows):
        size = len(row["input_ids"])
        ids[number, :size] = torch.tensor(row["input_ids"])
        labels[number, :size] = torch.tensor(row["labels"])
        unknown[number, row["unknown"]] = True
        stated.extend((number, place, field) for place, fields in enumerate(row["stated"]) for field in fields)
    places = torch.tensor(stated, dtype=torch.long).reshape(-1, 3)
    return {"input_ids": ids, "attention_mask": (ids != padding).long(), "labels": labels, "stated": places, "unknown": unknown}


def hide_tokens(batch: dict[str, torch.Tensor], share: float, mask: int, source: random.Random) -> dict[str, torch.Tensor]:
    """The batch with about `share` of its characters behind the mask, in pairs, their labels kept.

    A tagger that has memorised the words of the corpus is of no use where they differ; one that had to do without some of them
    reads the company that they keep.
    """
    ids = batch["input_ids"]
    drawn = torch.rand(ids.shape, generator=torch.Generator().manual_seed(source.getrandbits(32))) < share / 2
    drawn[:, 1:] |= drawn[:, :-1].clone()
    return {**batch, "input_ids": ids.masked_fill(drawn & (batch["labels"] != IGNORED), mask)}


def batches(data: Dataset, budget: int, padding: int, source: random.Random) -> Iterator[dict[str, torch.Tensor]]:
    """The batches of one pass over the data."""
    rows = data.to_list()
    for indices in length_batches([len(row["input_ids"]) for row in rows], budget, source):
        yield collate([rows[index] for index in indices], padding)
