from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import pytest
import torch
from numpy.typing import NDArray
from transformers import BertConfig, BertForTokenClassification

from model.encoder import OUTPUTS, Encoder, usable_cpus
from model.fields import STATED
from model.labels import TAGS
from tests.training.tiny import CHARACTERS
from training.encoder import SPECIALS, make_tokenizer
from training.export import FULL_LAYERS, export_int8, export_onnx

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
    model.train(False)
    return model


@pytest.fixture(scope="module")
def folder(model: BertForTokenClassification, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("onnx")
    export_onnx(model, folder / "model.onnx")
    export_int8(model, folder / "model.int8.onnx")
    make_tokenizer(VOCABULARY).save_pretrained(folder)
    return folder


def inputs(rows: int, length: int) -> Inputs:
    generator = np.random.default_rng(rows * 1000 + length)
    mask = np.ones((rows, length), np.int64)
    mask[-1, length - length // 3 :] = 0
    return {"input_ids": generator.integers(5, WORDS, (rows, length)), "attention_mask": mask}


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
    assert np.allclose(run(folder / "model.onnx", given), by_torch(model, given), atol=1e-4)


@pytest.mark.parametrize(("rows", "length"), [(1, 8), (3, 37), (2, 200)])
def test_the_int8_export_is_close(model: BertForTokenClassification, folder: Path, rows: int, length: int) -> None:
    given = inputs(rows, length)
    exact, close = by_torch(model, given), run(folder / "model.int8.onnx", given)
    assert np.abs(exact - close).mean() < 0.05 * exact.std()
    assert not np.array_equal(exact, close)


def test_the_products_behind_the_last_activations_stay_at_full_precision(folder: Path) -> None:
    graph = onnx.load(folder / "model.int8.onnx").graph
    shapes = {one.name: tuple(one.dims) for one in graph.initializer}
    full = [name for node in graph.node if node.op_type == "MatMul" for name in node.input if shapes.get(name) == (32, 16)]
    assert len(full) == FULL_LAYERS
    assert sum(node.op_type == "MatMulInteger" for node in graph.node) > LAYERS


def test_a_model_of_other_classes_is_not_exported(tmp_path: Path) -> None:
    other = BertForTokenClassification(
        BertConfig(vocab_size=9, hidden_size=4, num_hidden_layers=1, num_attention_heads=1, intermediate_size=4)
    )
    with pytest.raises(ValueError, match="train again"):
        export_onnx(other, tmp_path / "model.onnx")


def test_the_int8_export_is_smaller(folder: Path) -> None:
    assert (folder / "model.int8.onnx").stat().st_size < (folder / "model.onnx").stat().st_size


@pytest.mark.parametrize("text", ["收到申请3件", "件", "收 到\n", "💬", "[SEP]收[PAD]", "件" * 250])
def test_the_served_encoder_gives_logits_for_every_character(folder: Path, text: str) -> None:
    logits = Encoder(folder / "model.int8.onnx", folder / "tokenizer.json", 1).logits(text)
    assert (logits.tags.shape, logits.stated.shape) == ((len(text), len(TAGS)), (len(text), len(STATED)))
    assert np.isfinite(logits.tags).all()
    assert np.isfinite(logits.stated).all()


def test_at_least_one_cpu_may_be_used() -> None:
    assert usable_cpus() >= 1
