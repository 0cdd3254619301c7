"""Products as the int8 export works them out, so that the model learns with their rounding (quantisation-aware training, arXiv 1712.05877).

The inputs of a product have one scale for each text, as `DynamicQuantizeLinear` of ONNX gives it: 255 steps from the least value, or
nought, to the greatest. Weights have one for each output, of 64 steps to either side (seven bits). Gradients pass as if nothing were
rounded.
"""

import torch
from torch import nn
from torch.nn import functional

_STEPS, _WEIGHT_STEPS = 255, 64
_LEAST = 1e-12
"""Of a scale, so that a text of noughts has one."""


class Rounded(nn.Linear):
    """A linear layer that works with rounded inputs and weights; what it learns goes into the weights themselves.

    Args:
        layer: the layer whose weights and biases it takes.
    """

    def __init__(self, layer: nn.Linear) -> None:
        super().__init__(layer.in_features, layer.out_features, device="meta")
        self.weight, self.bias = layer.weight, layer.bias

    def forward(self, rows: torch.Tensor) -> torch.Tensor:
        """The product for inputs of shape (texts, tokens, inputs)."""
        return functional.linear(rows + input_rounding(rows), self.weight + weight_rounding(self.weight), self.bias)


def round_products(model: nn.Module) -> None:
    """Has all linear layers of a model round, from now on; they keep their names and parameters."""
    layers = [(name, layer) for name, layer in model.named_modules() if isinstance(layer, nn.Linear)]
    for name, layer in layers:
        model.set_submodule(name, Rounded(layer))


@torch.no_grad()
def input_rounding(rows: torch.Tensor) -> torch.Tensor:
    """What rounding adds to the inputs of a product, shape (texts, tokens, inputs)."""
    rows = rows.float()
    least, greatest = rows.amin((1, 2), keepdim=True).clamp(max=0), rows.amax((1, 2), keepdim=True).clamp(min=0)
    scale = ((greatest - least) / _STEPS).clamp(min=_LEAST)
    zero = torch.round(-least / scale)
    return (torch.clamp(torch.round(rows / scale) + zero, 0, _STEPS) - zero) * scale - rows


@torch.no_grad()
def weight_rounding(weight: torch.Tensor) -> torch.Tensor:
    """What rounding adds to weights, shape (outputs, inputs)."""
    scale = (weight.abs().amax(1, keepdim=True) / _WEIGHT_STEPS).clamp(min=_LEAST)
    return torch.round(weight / scale) * scale - weight
