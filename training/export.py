"""Exports a trained model to int8 ONNX.

Weights are quantised to seven bits a channel (`reduce_range`): with eight, processors without VNNI saturate and read
something else than those with it. Only matrix products are quantised (an int8 embedding table cost a point of fact F1), and not those
behind the activations of the last layers, whose outliers one scale for a whole input cannot hold: they made half of the error of logits.
"""

import tempfile
import warnings
from pathlib import Path

import onnx
import torch
from onnx import TensorProto
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.transformers import optimizer
from transformers import BertForTokenClassification

from model.encoder import OUTPUTS
from model.fields import STATED
from model.labels import TAGS
from training.full import split_logits

FULL_LAYERS = 2
"""Of so many last layers the second product of the feed-forward stays at full precision."""


class _Served(torch.nn.Module):
    """The model as the service calls it: two inputs, the logits of tags and of fields out."""

    def __init__(self, model: BertForTokenClassification) -> None:
        super().__init__()
        self.model = model

    def forward(self, input_ids: torch.Tensor, attention_mask: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        return split_logits(self.model(input_ids=input_ids, attention_mask=attention_mask).logits)


def export_onnx(model: BertForTokenClassification, path: Path) -> None:
    """Writes the fp32 ONNX file of a model, batch and length free.

    Raises:
        ValueError: its classes are not the tags and fields of this code, in their order.
    """
    if list((model.config.id2label or {}).values()) != [*TAGS, *STATED]:
        raise ValueError("the model has other labels or fields than this code; train again")
    model.eval()
    # Written out step by step, attention leaves patterns that the fusion below knows.
    model.set_attn_implementation("eager")
    ids = torch.randint(5, 100, (2, 37))
    axes = {0: torch.export.Dim("batch"), 1: torch.export.Dim("length", max=model.config.max_position_embeddings)}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            _Served(model),
            (ids, torch.ones_like(ids)),
            str(path),
            input_names=["input_ids", "attention_mask"],
            output_names=list(OUTPUTS),
            dynamic_shapes=(axes, axes),
            dynamo=True,
            external_data=False,
            verbose=False,
        )


def export_int8(model: BertForTokenClassification, path: Path) -> None:
    """Writes the int8 ONNX file of a model, its layer norms and activations fused."""
    with tempfile.TemporaryDirectory() as folder:
        full, fused = Path(folder) / "model.onnx", Path(folder) / "fused.onnx"
        export_onnx(model, full)
        config = model.config
        graph = optimizer.optimize_model(str(full), "bert", config.num_attention_heads, config.hidden_size)
        graph.save_model_to_file(str(fused))
        quantize_dynamic(
            fused,
            path,
            op_types_to_quantize=["MatMul", "Gemm"],
            nodes_to_exclude=_products(fused, (config.intermediate_size, config.hidden_size))[-FULL_LAYERS:],
            per_channel=True,
            reduce_range=True,
            weight_type=QuantType.QInt8,
            extra_options={"DefaultTensorType": TensorProto.FLOAT},
        )


def _products(path: Path, shape: tuple[int, int]) -> list[str]:
    """The names of the matrix products of an ONNX file by weights of a shape, first layer first."""
    graph = onnx.load(path).graph
    weights = {one.name for one in graph.initializer if tuple(one.dims) == shape}
    return [node.name for node in graph.node if node.op_type in {"MatMul", "Gemm"} and weights.intersection(node.input)]
