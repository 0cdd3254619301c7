"""How much the texts stir what a layer reads."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import torch
from torch import nn
from transformers import BertModel


@dataclass(frozen=True, slots=True)
class Stirred:
    """Of each input of a layer the mean and the mean square over all tokens that are no padding; both of shape (inputs,)."""

    mean: torch.Tensor
    square: torch.Tensor

    @property
    def variance(self) -> torch.Tensor:
        """The mean square of the distance from the mean."""
        return self.square - self.mean.square()


def stirred(encoder: BertModel, batches: Sequence[dict[str, torch.Tensor]], readers: Sequence[nn.Linear]) -> list[Stirred]:
    """What each of these layers of an encoder reads in texts.

    Args:
        batches: `input_ids` and `attention_mask` of texts like those that will be read, each of shape (texts, tokens).
    """
    inputs: dict[int, torch.Tensor] = {}
    hooks = [reader.register_forward_pre_hook(_keep_input(inputs, number)) for number, reader in enumerate(readers)]
    sums = [(torch.zeros(reader.in_features), torch.zeros(reader.in_features)) for reader in readers]
    tokens = 0
    with torch.inference_mode():
        for batch in batches:
            encoder(input_ids=batch["input_ids"], attention_mask=batch["attention_mask"])
            real = batch["attention_mask"].bool()
            tokens += int(real.sum())
            for number, (plain, squares) in enumerate(sums):
                read = inputs[number][real]
                plain.add_(read.sum(dim=0))
                squares.add_(read.square().sum(dim=0))
    for hook in hooks:
        hook.remove()
    return [Stirred(plain / tokens, squares / tokens) for plain, squares in sums]


def _keep_input(inputs: dict[int, torch.Tensor], number: int) -> Callable[..., None]:
    def keep(module: nn.Module, read: tuple[torch.Tensor, ...]) -> None:
        inputs[number] = read[0]

    return keep
