import copy
from typing import Any

import numpy as np
import onnx
import pytest
import torch
from numpy.typing import NDArray
from onnx.reference import ReferenceEvaluator
from torch import nn

from training.rounding import Rounded, input_rounding, round_products, weight_rounding


def by_onnx(rows: NDArray[np.float32]) -> NDArray[np.float32]:
    made: Any = ReferenceEvaluator(
        onnx.parser.parse_model(
            """<ir_version: 10, opset_import: ["": 20]> rounding (float[a, b] rows) => (float[a, b] rounded) {
            steps, scale, zero = DynamicQuantizeLinear(rows)
            rounded = DequantizeLinear(steps, scale, zero)
        }"""
        )
    )
    (rounded,) = made.run(None, {"rows": rows})
    return np.asarray(rounded)


@pytest.mark.parametrize("shift", [-5.0, 0.0, 5.0])
def test_inputs_of_each_text_are_rounded_as_onnx_rounds_them(shift: float) -> None:
    texts = torch.randn(3, 7, 16, generator=torch.Generator().manual_seed(1)) * torch.tensor([1.0, 9.0, 0.1])[:, None, None] + shift
    rounded = (texts + input_rounding(texts)).numpy()
    for text, ours in zip(texts.numpy(), rounded, strict=True):
        assert np.allclose(ours, by_onnx(text), atol=1e-5)
        assert not np.array_equal(ours, text)


def test_a_text_of_noughts_stays_as_it_is() -> None:
    assert not input_rounding(torch.zeros(1, 3, 4)).any()


def test_weights_have_64_steps_to_either_side_for_each_output() -> None:
    weight = torch.randn(5, 40, generator=torch.Generator().manual_seed(1)) * torch.logspace(-3, 3, 5)[:, None]
    rounded = weight + weight_rounding(weight)
    steps = 64 * rounded / weight.abs().amax(1, keepdim=True)
    assert torch.allclose(steps, steps.round(), atol=1e-3)
    assert len(set(steps.round().flatten().tolist())) > 60


def test_what_is_learnt_is_kept_unrounded_and_learnt_as_if_nothing_were_rounded() -> None:
    torch.manual_seed(1)
    plain = nn.Sequential(nn.Linear(8, 4), nn.GELU(), nn.Linear(4, 2))
    rounded = copy.deepcopy(plain)
    round_products(rounded)
    assert [type(layer) for layer in rounded] == [Rounded, nn.GELU, Rounded]
    rows = torch.randn(2, 3, 8)
    for model in (plain, rounded):
        model(rows).sum().backward()
    for (name, value), (same, kept) in zip(plain.named_parameters(), rounded.named_parameters(), strict=True):
        assert (name, value.tolist()) == (same, kept.tolist())
        assert value.grad is not None
        assert kept.grad is not None
        assert torch.allclose(value.grad, kept.grad, rtol=0.2, atol=0.05)
    assert not torch.equal(plain(rows), rounded(rows))
