"""Narrower feed-forward layers: of their neurons those are kept that the texts stir most, as the next layer feels it.

A neuron's weight is the root of its mean square over the texts times the norm of the weights that read it (Wanda, arXiv 2306.11695, taken a
neuron at a time). Two thirds of the products of a BERT are in these layers.
"""

from collections.abc import Callable, Sequence
from typing import Any

import torch
from torch import nn
from transformers import BertModel


def narrow(encoder: BertModel, batches: Sequence[dict[str, torch.Tensor]], neurons: int) -> None:
    """Keeps so many neurons of each feed-forward layer, in their order.

    Args:
        batches: `input_ids` and `attention_mask` of texts like those that will be read, each of shape (texts, tokens).

    Raises:
        ValueError: more neurons than there are.
    """
    if neurons > encoder.config.intermediate_size:
        raise ValueError(f"neurons {neurons} of a base that has {encoder.config.intermediate_size} in a layer")
    stirred = _mean_squares(encoder, batches)
    layers: Any = encoder.encoder.layer
    for layer, squares in zip(layers, stirred, strict=True):
        inward, outward = layer.intermediate.dense, layer.output.dense
        weights = squares.sqrt() * outward.weight.detach().norm(dim=0)
        kept = weights.topk(neurons).indices.sort().values
        layer.intermediate.dense = _linear(inward.weight[kept], inward.bias[kept])
        layer.output.dense = _linear(outward.weight[:, kept], outward.bias)
    encoder.config.intermediate_size = neurons


def _mean_squares(encoder: BertModel, batches: Sequence[dict[str, torch.Tensor]]) -> list[torch.Tensor]:
    """For each layer the mean square of each neuron over all tokens that are no padding."""
    layers: Any = encoder.encoder.layer
    outputs: dict[int, torch.Tensor] = {}
    hooks = [layer.intermediate.register_forward_hook(_keep_output(outputs, number)) for number, layer in enumerate(layers)]
    sums = [torch.zeros(encoder.config.intermediate_size) for _ in layers]
    tokens = 0
    with torch.inference_mode():
        for batch in batches:
            encoder(input_ids=batch["input_ids"], attention_mask=batch["attention_mask"])
            real = batch["attention_mask"].bool()
            tokens += int(real.sum())
            for number, total in enumerate(sums):
                total.add_(outputs[number][real].square().sum(dim=0))
    for hook in hooks:
        hook.remove()
    return [total / tokens for total in sums]


def _keep_output(outputs: dict[int, torch.Tensor], number: int) -> Callable[..., None]:
    def keep(module: nn.Module, inputs: tuple[torch.Tensor, ...], output: torch.Tensor) -> None:
        outputs[number] = output

    return keep


def _linear(weight: torch.Tensor, bias: torch.Tensor) -> nn.Linear:
    rows, columns = weight.shape
    linear = nn.Linear(columns, rows)
    linear.weight, linear.bias = nn.Parameter(weight.detach().clone()), nn.Parameter(bias.detach().clone())
    return linear
