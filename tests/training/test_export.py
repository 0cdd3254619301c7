import copy
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import onnxruntime
import pytest
import torch
from numpy.typing import NDArray
from onnx import TensorProto
from transformers import BertConfig, BertForTokenClassification

from model.encoder import OUTPUTS, WEIGHTS_FILE, Encoder
from model.fields import STATED
from model.labels import TAGS
from tests.training.tiny import CHARACTERS
from training.encoder import SPECIALS, make_tokenizer
from training.export import export_full, export_int8
from training.heads import keep_heads
from training.rounding import round_products

VOCABULARY = [*SPECIALS, *CHARACTERS, " ", "\n"]
LAYERS = 3
WORDS = 128  # the export is traced with ids below 100

Inputs = dict[str, NDArray[np.int64]]


@pytest.fixture(scope="module")
def model() -> BertForTokenClassification:
    torch.manual_seed(3)
    config = BertConfig(
        vocab_size=WORDS,
        hidden_size=16,
        num_hidden_layers=LAYERS,
        num_attention_heads=2,
        intermediate_size=32,
        max_position_embeddings=256,
        initializer_range=0.3,
    )
    config.id2label = dict(enumerate((*TAGS, *STATED)))
    model = BertForTokenClassification(config)
    for weights in model.parameters():
        weights.data = weights.data.half().float()  # as a release rounds them
    model.train(False)
    return model


@pytest.fixture(scope="module")
def folder(model: BertForTokenClassification, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("onnx")
    export_int8(model, folder / "model.int8.onnx")
    stored: Any = copy.deepcopy(model)
    stored.half().save_pretrained(folder)
    export_full(model, folder / WEIGHTS_FILE, folder / "model.fp32.onnx")
    make_tokenizer(VOCABULARY).save_pretrained(folder)
    return folder


def inputs(rows: int, length: int) -> Inputs:
    generator = np.random.default_rng(rows * 1000 + length)
    return {"input_ids": generator.integers(5, WORDS, (rows, length))}


def run(path: Path, given: Inputs) -> NDArray[np.float32]:
    outputs = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"]).run(list(OUTPUTS), given)
    return np.concatenate([np.asarray(output) for output in outputs], axis=-1)


def by_torch(model: BertForTokenClassification, given: Inputs) -> NDArray[np.float32]:
    with torch.inference_mode():
        output = model(**{name: torch.from_numpy(value) for name, value in given.items()}).logits
    return np.asarray(output)


@pytest.mark.parametrize(("rows", "length"), [(1, 8), (3, 37), (2, 200)])
def test_the_export_gives_what_torch_gives_at_any_shape(model: BertForTokenClassification, folder: Path, rows: int, length: int) -> None:
    given = inputs(rows, length)
    assert np.allclose(run(folder / "model.fp32.onnx", given), by_torch(model, given), atol=1e-4)


@pytest.mark.parametrize(("rows", "length"), [(1, 8), (3, 37), (2, 200)])
def test_the_int8_export_is_close(model: BertForTokenClassification, folder: Path, rows: int, length: int) -> None:
    given = inputs(rows, length)
    exact, close = by_torch(model, given), run(folder / "model.int8.onnx", given)
    assert np.abs(exact - close).mean() < 0.05 * exact.std()
    assert not np.array_equal(exact, close)


def test_every_product_is_of_int8_and_attention_is_one_operator(folder: Path) -> None:
    kinds = Counter(node.op_type for node in onnx.load(folder / "model.int8.onnx").graph.node)
    assert (kinds["MatMul"], kinds["Softmax"], kinds["MultiHeadAttention"]) == (0, 0, LAYERS)
    assert kinds["MatMulInteger"] == 6 * LAYERS + 1


def test_heads_that_training_emptied_are_left_out_and_not_missed(model: BertForTokenClassification, tmp_path: Path) -> None:
    emptied = copy.deepcopy(model)
    given = inputs(2, 30)
    keep_heads(emptied.bert, [{"input_ids": torch.from_numpy(given["input_ids"]), "attention_mask": torch.ones(2, 30)}], 1)
    export_int8(emptied, tmp_path / "model.int8.onnx")
    graph = onnx.load(tmp_path / "model.int8.onnx").graph
    heads = [node.attribute[0].i for node in graph.node if node.op_type == "MultiHeadAttention"]
    assert heads == [1] * LAYERS
    exact, close = by_torch(emptied, given), run(tmp_path / "model.int8.onnx", given)
    assert np.abs(exact - close).mean() < 0.05 * exact.std()


def test_training_rounds_products_as_the_int8_export_does(model: BertForTokenClassification, folder: Path) -> None:
    given = inputs(1, 40)
    rounded = copy.deepcopy(model)
    round_products(rounded)
    served = run(folder / "model.int8.onnx", given)
    plain, close = by_torch(model, given), by_torch(rounded, given)
    assert np.abs(close - served).mean() < 0.2 * np.abs(plain - served).mean()


def test_the_fp32_export_holds_no_weights_and_tells_nothing_of_where_it_was_made(folder: Path) -> None:
    graph = onnx.load(folder / "model.fp32.onnx", load_external_data=False).graph
    held = [weight for weight in graph.initializer if weight.data_location != TensorProto.EXTERNAL and len(weight.dims) > 1]
    assert all(weight.data_type == TensorProto.INT64 for weight in held)
    assert b"site-packages" not in (folder / "model.fp32.onnx").read_bytes()


def test_an_export_leaves_the_model_as_it_was(model: BertForTokenClassification, tmp_path: Path) -> None:
    given = inputs(1, 8)
    before = by_torch(model, given)
    export_int8(model, tmp_path / "model.int8.onnx")
    assert np.array_equal(by_torch(model, given), before)


def test_a_model_of_other_classes_is_not_exported(tmp_path: Path) -> None:
    other = BertForTokenClassification(
        BertConfig(vocab_size=9, hidden_size=4, num_hidden_layers=1, num_attention_heads=1, intermediate_size=4)
    )
    with pytest.raises(ValueError, match="train again"):
        export_int8(other, tmp_path / "model.int8.onnx")


@pytest.mark.parametrize("text", ["收到申请3件", "件", "收 到\n", "💬", "[SEP]收[PAD]", "件" * 250])
def test_the_served_encoder_gives_logits_for_every_character(folder: Path, text: str) -> None:
    logits = Encoder(folder / "model.int8.onnx", folder / "tokenizer.json", 1).logits(text)
    assert (logits.tags.shape, logits.stated.shape) == ((len(text), len(TAGS)), (len(text), len(STATED)))
    assert np.isfinite(logits.tags).all()
    assert np.isfinite(logits.stated).all()
