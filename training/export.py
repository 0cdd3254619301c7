"""Exports a trained model to int8 ONNX.

Weights are quantised to seven bits a channel (`reduce_range`): with eight, processors without VNNI saturate and read
something else than those with it. Only matrix products and the embedding table are quantised.
"""

import tempfile
import warnings
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from transformers import BertForTokenClassification


class _Logits(torch.nn.Module):
    """The model as the service calls it: two inputs, logits out."""

    def __init__(self, model: BertForTokenClassification) -> None:
        super().__init__()
        self.model = model

    def forward(self, input_ids: torch.Tensor, attention_mask: torch.Tensor) -> torch.Tensor:
        logits: torch.Tensor = self.model(input_ids=input_ids, attention_mask=attention_mask).logits
        return logits


def export_onnx(model: BertForTokenClassification, path: Path) -> None:
    """Writes the fp32 ONNX file of a model, batch and length free."""
    model.eval()
    ids = torch.randint(5, 100, (2, 37))
    axes = {0: torch.export.Dim("batch"), 1: torch.export.Dim("length", max=model.config.max_position_embeddings)}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            _Logits(model),
            (ids, torch.ones_like(ids)),
            str(path),
            input_names=["input_ids", "attention_mask"],
            output_names=["logits"],
            dynamic_shapes=(axes, axes),
            dynamo=True,
            external_data=False,
            verbose=False,
        )


def export_int8(model: BertForTokenClassification, path: Path) -> None:
    """Writes the int8 ONNX file of a model."""
    with tempfile.TemporaryDirectory() as folder:
        full = Path(folder) / "model.onnx"
        export_onnx(model, full)
        quantize_dynamic(
            full,
            path,
            op_types_to_quantize=["MatMul", "Gemm", "Gather"],
            per_channel=True,
            reduce_range=True,
            weight_type=QuantType.QInt8,
        )
