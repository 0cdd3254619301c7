"""How near the encoder comes to the most int8 operations a second that this machine is seen to do."""

import json
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from time import perf_counter

import numpy as np
import onnx
import onnxruntime
from onnx import TensorProto, helper, numpy_helper

from model.cpus import usable_cpus
from model.pool import EncoderPool, Job
from model.release import Release
from model.selftest import open_encoder
from model.tagger import plan

_SIDE = 2048
_TURNS = 7


@dataclass(frozen=True, slots=True)
class Peak:
    """Operations a second: of the encoder (median), and of a product of large int8 matrices (the best)."""

    encoder: float
    product: float

    @property
    def share(self) -> float:
        """The part of the peak that the encoder reaches."""
        return self.encoder / self.product


class Encoding:
    """The encoder of a release at work as it is when it serves: one window a thread, one thread a CPU."""

    def __init__(self, release: Release) -> None:
        encoder, precision = open_encoder(release)
        self._pool = EncoderPool(encoder, usable_cpus())
        self._config = json.loads((release.folder / "config.json").read_text(encoding="utf-8"))
        kept = release.manifest["settings"].get("heads") if precision == "int8" else None
        self._heads = kept or self._config["num_attention_heads"]

    def peak(self, texts: Sequence[str]) -> Peak:
        """The speed of encoding all windows of the texts, in turn with the product of matrices."""
        windows = [stretch for text in texts for stretch in plan(text).stretches]
        operations = sum(window_operations(len(window) + 2, self._config, self._heads) for window in windows)
        product = int8_product()
        turns = [(_seconds(lambda: deque(Job(self._pool).encode(windows), 0)), _seconds(product)) for _ in range(_TURNS)]
        return Peak(operations / median(one for one, _ in turns), 2 * _SIDE**3 / min(one for _, one in turns))


def window_operations(tokens: int, config: Mapping[str, int], heads: int) -> float:
    """Operations of one window: two a weight and token in the layers' matrices, and the two products of attention.

    Args:
        tokens: of the window.
        config: of the model.
        heads: of attention in a layer that are worked out; the int8 export leaves empty ones out.
    """
    hidden, inner, layers = config["hidden_size"], config["intermediate_size"], config["num_hidden_layers"]
    attended = hidden // config["num_attention_heads"] * heads
    return tokens * layers * (8 * hidden * attended + 4 * hidden * inner + 4 * attended * tokens)


def int8_product() -> Callable[[], object]:
    """A product of two int8 matrices of 2048 by 2048, on all CPUs, by the library that runs the encoder."""
    source = np.random.default_rng(0)
    shape = (_SIDE, _SIDE)
    graph = helper.make_graph(
        [helper.make_node("MatMulInteger", ["rows", "weights"], ["product"])],
        "product",
        [helper.make_tensor_value_info("rows", TensorProto.UINT8, shape)],
        [helper.make_tensor_value_info("product", TensorProto.INT32, shape)],
        [numpy_helper.from_array(source.integers(-64, 64, shape, np.int8), "weights")],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 21)], ir_version=10)
    onnx.checker.check_model(model)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = usable_cpus()
    session = onnxruntime.InferenceSession(model.SerializeToString(), options, providers=["CPUExecutionProvider"])
    rows = source.integers(0, 255, shape, np.uint8)
    return lambda: session.run(None, {"rows": rows})


def _seconds(work: Callable[[], object]) -> float:
    begun = perf_counter()
    work()
    return perf_counter() - begun
