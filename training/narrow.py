"""Narrower feed-forward layers: of their neurons those are kept that the texts stir most, as the next layer feels it.

A neuron's weight is the root of its mean square over the texts times the norm of the weights that read it (Wanda, arXiv 2306.11695, taken a
neuron at a time). Two thirds of the products of a BERT are in these layers.
"""

from collections.abc import Sequence
from typing import Any

import torch
from torch import nn
from transformers import BertModel

from training.stirred import stirred


def narrow(encoder: BertModel, batches: Sequence[dict[str, torch.Tensor]], neurons: int) -> None:
    """Keeps so many neurons of each feed-forward layer, in their order.

    Args:
        batches: `input_ids` and `attention_mask` of texts like those that will be read, each of shape (texts, tokens).

    Raises:
        ValueError: more neurons than there are.
    """
    if neurons > encoder.config.intermediate_size:
        raise ValueError(f"neurons {neurons} of a base that has {encoder.config.intermediate_size} in a layer")
    layers: Any = encoder.encoder.layer
    for layer, found in zip(layers, stirred(encoder, batches, [layer.output.dense for layer in layers]), strict=True):
        inward, outward = layer.intermediate.dense, layer.output.dense
        weights = found.square.sqrt() * outward.weight.detach().norm(dim=0)
        kept = weights.topk(neurons).indices.sort().values
        layer.intermediate.dense = linear(inward.weight[kept], inward.bias[kept])
        layer.output.dense = linear(outward.weight[:, kept], outward.bias)
    encoder.config.intermediate_size = neurons


def linear(weight: torch.Tensor, bias: torch.Tensor) -> nn.Linear:
    """A layer with copies of these weights, shape (outputs, inputs), and biases."""
    rows, columns = weight.shape
    made = nn.Linear(columns, rows)
    made.weight, made.bias = nn.Parameter(weight.detach().clone()), nn.Parameter(bias.detach().clone())
    return made
