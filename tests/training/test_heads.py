from pathlib import Path
from typing import Any

import pytest
import torch

from tests.training.tiny import save_bert
from training.encoder import load_base
from training.heads import check_heads, keep_heads, kept_units

TEXTS = {"input_ids": torch.tensor([[2, 5, 6, 7, 3], [2, 6, 3, 0, 0]]), "attention_mask": torch.tensor([[1, 1, 1, 1, 1], [1, 1, 1, 0, 0]])}
WIDTH = 8


def base(folder: Path) -> Any:
    return load_base(str(save_bert(folder)))[0]


def outputs(model: Any) -> torch.Tensor:
    states = model(**TEXTS).last_hidden_state
    return torch.as_tensor(states[TEXTS["attention_mask"].bool()])


def kept(model: Any) -> list[int]:
    units: list[int] = kept_units(model.encoder.layer[0].attention).tolist()
    return units


def test_all_heads_kept_change_nothing(tmp_path: Path) -> None:
    model = base(tmp_path)
    before = outputs(model)
    keep_heads(model, [TEXTS], 2)
    assert torch.equal(outputs(model), before)
    assert kept(model) == list(range(2 * WIDTH))


@pytest.mark.parametrize("constant", [0, 1])
def test_a_head_that_says_the_same_of_every_token_goes_first_and_is_not_missed(tmp_path: Path, constant: int) -> None:
    model = base(tmp_path)
    attention = model.encoder.layer[0].attention
    units = slice(constant * WIDTH, (constant + 1) * WIDTH)
    with torch.no_grad():
        attention.self.value.weight[units] = 0
        attention.self.value.bias[units] = 3
    before = outputs(model)
    keep_heads(model, [TEXTS], 1)
    assert torch.allclose(outputs(model), before, atol=1e-5)
    assert kept(model) == list(range(2 * WIDTH))[(1 - constant) * WIDTH :][:WIDTH]


def test_a_head_that_no_one_reads_goes_first(tmp_path: Path) -> None:
    model = base(tmp_path)
    with torch.no_grad():
        model.encoder.layer[0].attention.output.dense.weight[:, :WIDTH] = 0
    before = outputs(model)
    keep_heads(model, [TEXTS], 1)
    assert torch.allclose(outputs(model), before, atol=1e-6)


def test_an_emptied_head_stays_empty_in_training(tmp_path: Path) -> None:
    model = base(tmp_path)
    keep_heads(model, [TEXTS], 1)
    attention = model.encoder.layer[0].attention
    left, before = kept(model), attention.self.value.weight.detach().clone()
    optimiser = torch.optim.AdamW(model.parameters(), lr=0.1, weight_decay=0.1, fused=True)
    for _ in range(3):
        optimiser.zero_grad()
        torch.autograd.backward(outputs(model).square().sum())
        optimiser.step()
    assert kept(model) == left
    assert not torch.equal(attention.self.value.weight[left], before[left])
    gone = [unit for unit in range(2 * WIDTH) if unit not in left]
    assert not attention.self.value.weight[gone].any()
    assert not attention.self.query.bias[gone].any()


def test_more_heads_than_there_are_are_refused(tmp_path: Path) -> None:
    check_heads(base(tmp_path), 2)
    with pytest.raises(ValueError, match="heads 3 of a base that has 2"):
        check_heads(base(tmp_path), 3)
