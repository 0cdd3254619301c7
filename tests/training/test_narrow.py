from pathlib import Path
from typing import Any

import pytest
import torch

from tests.training.tiny import save_bert
from training.encoder import load_base
from training.narrow import narrow

TEXTS = {"input_ids": torch.tensor([[2, 5, 6, 7, 3], [2, 6, 3, 0, 0]]), "attention_mask": torch.tensor([[1, 1, 1, 1, 1], [1, 1, 1, 0, 0]])}


def base(folder: Path) -> Any:
    return load_base(str(save_bert(folder)))[0]


def outputs(model: Any) -> torch.Tensor:
    with torch.inference_mode():
        states = model.eval()(**TEXTS).last_hidden_state
    return torch.as_tensor(states[TEXTS["attention_mask"].bool()])


def test_all_neurons_kept_change_nothing(tmp_path: Path) -> None:
    model = base(tmp_path)
    before = outputs(model)
    narrow(model, [TEXTS], model.config.intermediate_size)
    assert torch.equal(outputs(model), before)


def test_neurons_that_nothing_stirs_go_first_and_are_not_missed(tmp_path: Path) -> None:
    model = base(tmp_path)
    layer, half = model.encoder.layer[0], model.config.intermediate_size // 2
    with torch.no_grad():
        layer.intermediate.dense.weight[::2] = 0
        layer.intermediate.dense.bias[::2] = 0
    before, kept = outputs(model), layer.intermediate.dense.weight[1::2].clone()
    narrow(model, [TEXTS], half)
    assert torch.allclose(outputs(model), before, atol=1e-6)
    assert torch.equal(layer.intermediate.dense.weight, kept)


def test_neurons_that_no_one_reads_go_first(tmp_path: Path) -> None:
    model = base(tmp_path)
    layer, half = model.encoder.layer[0], model.config.intermediate_size // 2
    with torch.no_grad():
        layer.output.dense.weight[:, :half] = 0
    before = outputs(model)
    narrow(model, [TEXTS], half)
    assert torch.allclose(outputs(model), before, atol=1e-6)


def test_padding_stirs_nothing(tmp_path: Path) -> None:
    alone = {name: value[:, :3] for name, value in TEXTS.items()}
    kept = []
    for batch in (alone, {name: torch.nn.functional.pad(value, (0, 9)) for name, value in alone.items()}):
        model = base(tmp_path)
        narrow(model, [batch], 2)
        kept.append(model.encoder.layer[0].intermediate.dense.weight)
    assert torch.equal(*kept)


def test_the_model_is_saved_and_loaded_as_it_is(tmp_path: Path) -> None:
    model = base(tmp_path)
    narrow(model, [TEXTS], 2)
    model.save_pretrained(tmp_path / "narrow")
    assert torch.equal(outputs(type(model).from_pretrained(tmp_path / "narrow", add_pooling_layer=False)), outputs(model))


def test_more_neurons_than_there_are_are_refused(tmp_path: Path) -> None:
    model = base(tmp_path)
    with pytest.raises(ValueError, match="neurons 99999 of a base"):
        narrow(model, [TEXTS], 99999)
