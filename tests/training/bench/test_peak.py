from typing import Any

import pytest
import torch
from torch.utils.flop_counter import FlopCounterMode
from transformers import BertConfig, BertModel

from training.bench.peak import window_operations


@pytest.mark.parametrize("heads", [4, 3])
@pytest.mark.parametrize("tokens", [1, 7, 128])
def test_operations_are_those_that_torch_counts_without_heads_that_are_left_out(tokens: int, heads: int) -> None:
    config = BertConfig(vocab_size=50, hidden_size=48, intermediate_size=112, num_hidden_layers=3, num_attention_heads=4)
    model = BertModel(config, add_pooling_layer=False)
    attended = heads * 48 // 4
    for layer in model.encoder.layer:
        attention: Any = layer.attention
        for name in ("query", "key", "value"):
            setattr(attention.self, name, torch.nn.Linear(48, attended))
        attention.output.dense = torch.nn.Linear(attended, 48)
    with FlopCounterMode(display=False) as counter, torch.no_grad():
        model(input_ids=torch.ones((1, tokens), dtype=torch.long))
    assert window_operations(tokens, config.to_dict(), heads) == counter.get_total_flops()
