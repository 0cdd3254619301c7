"""The trained model at full precision, as a tagger takes it."""

import torch
from transformers import BertForTokenClassification, PreTrainedTokenizerBase

from model.labels import TAGS
from model.logits import Encode, Logits


def full_logits(model: BertForTokenClassification, tokenizer: PreTrainedTokenizerBase) -> Encode:
    """The logits of a torch model, one stretch at a time."""

    def encode(folded: str) -> Logits:
        with torch.inference_mode():
            tags, stated = split_logits(model(input_ids=torch.tensor([tokenizer(folded)["input_ids"]])).logits[0, 1:-1])
        return Logits(tags.numpy(), stated.numpy())

    return encode


def split_logits(logits: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    """The classifier's columns parted into those of the tags and, behind them, those of the fields."""
    return logits[..., : len(TAGS)], logits[..., len(TAGS) :]
