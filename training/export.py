"""Exports a trained model to ONNX: the int8 graph that is served, and the fp32 graph that takes its place where int8 goes wrong.

Both take windows of one length, hence no mask: with nothing to hide, none is added to the scores of attention. Attention is one operator of
onnxruntime, which never holds the whole matrix of scores.

Weights are quantised to seven bits a channel (`reduce_range`): with eight, processors without VNNI saturate and read something else than
those with it. Only matrix products are quantised (an int8 embedding table cost a point of fact F1). onnxruntime gives the input of a
product one scale, which the outliers of a BERT stretch; the last epoch of training has the model learn with it (`training.rounding`).

Heads of attention that training emptied are left out; the fp32 graph keeps them, with all weights as they are stored.

The fp32 graph holds no weights: it refers to those of `model.safetensors` beside it, at half precision, which onnxruntime widens.
"""

import json
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import onnx
import torch
from onnx import TensorProto
from onnx.external_data_helper import set_external_data
from onnxruntime.quantization import QuantType, quantize_dynamic
from transformers import AttentionInterface, BertForTokenClassification

from model.encoder import OUTPUTS
from model.fields import STATED
from model.labels import TAGS
from training.full import split_logits
from training.heads import kept_units
from training.narrow import linear

_ATTENTION = "onnxruntime"


class _Served(torch.nn.Module):
    """The model as the service calls it: ids in, the logits of tags and of fields out."""

    def __init__(self, model: BertForTokenClassification) -> None:
        super().__init__()
        self.model = model

    def forward(self, input_ids: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        return split_logits(self.model(input_ids=input_ids).logits)


def _attend(
    _module: torch.nn.Module, query: torch.Tensor, key: torch.Tensor, value: torch.Tensor, _mask: None, **_: Any
) -> tuple[torch.Tensor, None]:
    """Attention as onnxruntime's operator, in the form in which transformers calls it: (batch, heads, length, width) in."""
    batch, heads, length, width = query.shape
    shape = (batch, length, heads * width)
    rows = [one.transpose(1, 2).reshape(shape) for one in (query, key, value)]
    mixed = torch.onnx.ops.symbolic(
        "com.microsoft::MultiHeadAttention", rows, {"num_heads": heads}, dtype=query.dtype, shape=shape, version=1
    )
    return mixed.reshape(batch, length, heads, width), None


AttentionInterface.register(_ATTENTION, _attend)


def export_int8(model: BertForTokenClassification, path: Path) -> None:
    """Writes the int8 ONNX file of a model, batch and length free.

    Raises:
        ValueError: its classes are not the tags and fields of this code, in their order.
    """
    with _empty_heads_left_out(model):
        full = _export(model, optimize=True)
    quantize_dynamic(
        full,
        path,
        op_types_to_quantize=["MatMul", "Gemm"],
        per_channel=True,
        reduce_range=True,
        weight_type=QuantType.QInt8,
        extra_options={"DefaultTensorType": TensorProto.FLOAT},
    )


def export_full(model: BertForTokenClassification, weights: Path, path: Path) -> None:
    """Writes the fp32 ONNX file of a model, batch and length free, whose weights stay in the file in which they were saved.

    Args:
        model: the model.
        weights: its weights as safetensors, at half precision, in the folder of `path`.
        path: the file to write.

    Raises:
        ValueError: its classes are not the tags and fields of this code, in their order.
    """
    # Only before its own optimisations does the exporter keep each weight whole and under its name.
    made = _export(model, optimize=False)
    graph = made.graph
    stored = _stored(weights)
    for weight in list(graph.initializer):
        place = stored.get(weight.name.removeprefix("model."))
        if place is None:
            continue
        half = TensorProto(name=f"{weight.name}.half", data_type=TensorProto.FLOAT16, dims=weight.dims, raw_data=b"0")
        set_external_data(half, weights.name, *place)
        half.ClearField("raw_data")
        graph.initializer.remove(weight)
        graph.initializer.append(half)
        graph.node.insert(0, onnx.helper.make_node("Cast", [half.name], [weight.name], to=TensorProto.FLOAT))
    onnx.save(made, path)


def _export(model: BertForTokenClassification, optimize: bool) -> onnx.ModelProto:
    if list((model.config.id2label or {}).values()) != [*TAGS, *STATED]:
        raise ValueError("the model has other labels or fields than this code; train again")
    model.eval()
    axes = {0: torch.export.Dim("batch"), 1: torch.export.Dim("length", max=model.config.max_position_embeddings)}
    with _attention_as_operator(model), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        program = torch.onnx.export(
            _Served(model),
            (torch.randint(5, 100, (2, 37)),),
            input_names=["input_ids"],
            output_names=list(OUTPUTS),
            dynamic_shapes=(axes,),
            dynamo=True,
            optimize=optimize,
            verbose=False,
        )
    assert program is not None
    made = program.model_proto
    # The exporter notes for each node where in the sources of torch it comes from.
    for node in made.graph.node:
        del node.metadata_props[:]
    return made


@contextmanager
def _attention_as_operator(model: BertForTokenClassification) -> Iterator[None]:
    """The model with attention as onnxruntime's operator, which torch itself cannot run, as long as the context lasts."""
    usual = model.config._attn_implementation
    model.set_attn_implementation(_ATTENTION)
    try:
        yield
    finally:
        model.set_attn_implementation(usual)


@contextmanager
def _empty_heads_left_out(model: BertForTokenClassification) -> Iterator[None]:
    """The model without the heads that say nothing, as long as the context lasts."""
    attentions: list[Any] = [layer.attention for layer in model.bert.encoder.layer]
    usual = [(one.self.query, one.self.key, one.self.value, one.output.dense) for one in attentions]
    for one in attentions:
        units, asked, reader = kept_units(one), one.self, one.output.dense
        for name in ("query", "key", "value"):
            setattr(asked, name, linear(getattr(asked, name).weight[units], getattr(asked, name).bias[units]))
        one.output.dense = linear(reader.weight[:, units], reader.bias)
    try:
        yield
    finally:
        for one, layers in zip(attentions, usual, strict=True):
            one.self.query, one.self.key, one.self.value, one.output.dense = layers


def _stored(weights: Path) -> Mapping[str, tuple[int, int]]:
    """Where each tensor of a safetensors file begins in it, and its length, in bytes.

    The format: eight bytes with the length of the header, the header (JSON), the tensors (github.com/huggingface/safetensors).
    """
    with weights.open("rb") as file:
        size = int.from_bytes(file.read(8), "little")
        header = json.loads(file.read(size))
    places = {name: about["data_offsets"] for name, about in header.items() if name != "__metadata__"}
    return {name: (8 + size + start, end - start) for name, (start, end) in places.items()}
