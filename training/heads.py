"""Fewer heads of attention: those are emptied whose words change least from token to token, as the next layer feels it.

What an emptied head said on average goes into the bias of the layer that reads it. A trained tagger hardly misses a third of its heads
("Are Sixteen Heads Really Better than One?", arXiv 1905.10650), so they go when all else is learnt, and a last epoch mends what that costs.
Their weights are zero, and stay so, for with nothing said and nobody to read it no gradient reaches them: the model keeps the shape of any
BERT, and the export leaves such heads out.
"""

from collections.abc import Sequence
from typing import Any

import torch
from transformers import BertModel

from training.stirred import Stirred, stirred


def check_heads(encoder: BertModel, heads: int) -> None:
    """Raises ValueError where a layer is to keep more heads than it has."""
    if heads > encoder.config.num_attention_heads:
        raise ValueError(f"heads {heads} of a base that has {encoder.config.num_attention_heads} in a layer")


def keep_heads(encoder: BertModel, batches: Sequence[dict[str, torch.Tensor]], heads: int) -> None:
    """Empties all but so many heads of each layer.

    Args:
        batches: `input_ids` and `attention_mask` of texts like those that will be read, each of shape (texts, tokens).
        heads: no more than there are (`check_heads`).
    """
    attentions: list[Any] = [layer.attention for layer in encoder.encoder.layer]
    found = stirred(encoder, batches, [attention.output.dense for attention in attentions])
    for attention, said in zip(attentions, found, strict=True):
        _empty(attention, said, heads)


def _empty(attention: Any, said: Stirred, heads: int) -> None:
    reader, width = attention.output.dense, attention.self.attention_head_size
    felt = said.variance * reader.weight.detach().square().sum(dim=0)
    dropped = felt.view(-1, width).sum(dim=1).argsort(descending=True)[heads:]
    units = (dropped[:, None] * width + torch.arange(width)).flatten()
    with torch.no_grad():
        reader.bias += reader.weight[:, units] @ said.mean[units]
        reader.weight[:, units] = 0
        for asked in (attention.self.query, attention.self.key, attention.self.value):
            asked.weight[units] = 0
            asked.bias[units] = 0


def kept_units(attention: Any) -> torch.Tensor:
    """Which of the units of an attention, in order, belong to heads that are not empty."""
    width, weight = attention.self.attention_head_size, torch.as_tensor(attention.output.dense.weight)
    read = weight.ne(0).any(dim=0).view(-1, width).any(dim=1)
    return read.repeat_interleave(width).nonzero().flatten()
