"""The encoder: an ONNX export, run by onnxruntime, one window at a time.

Windows are not put into batches. Dynamic quantisation takes its scale from the whole input, so a window would be read a little differently
in other company. Nor would it save time: on two cores the products of one window of 256 characters keep a core as busy as those of four;
only windows of 20 to 60 characters would gain, a tenth to a third of their own short time.
"""

from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from model.cpus import usable_cpus
from model.logits import Logits

MODEL_FILE = "model.int8.onnx"
FULL_MODEL_FILE = "model.fp32.onnx"
WEIGHTS_FILE = "model.safetensors"
"""Holds the weights that the fp32 file refers to."""
TOKENIZER_FILE = "tokenizer.json"
OUTPUTS = Logits._fields
"""The names of the export's outputs."""

Ids = NDArray[np.int64]
"""The tokens of a window, shape (1, characters + 2)."""


class Encoder:
    """Logits of the tags for a stretch of text; several threads may call it at once.

    Args:
        model: the ONNX file.
        tokenizer: the tokenizer's JSON file.
        threads: how many threads work on one window; None takes as many as the process may use.
    """

    def __init__(self, model: Path, tokenizer: Path, threads: int | None = None) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads or usable_cpus()
        options.inter_op_num_threads = 1
        # The arena keeps the most that any shape ever took, and windows come in hundreds of shapes.
        options.enable_cpu_mem_arena = False
        # In onnxruntime 1.32 these fused operators take longer than what they replace, the first six times as long.
        slow = ["SkipLayerNormFusion", "BiasGeluFusion"]
        self._session = onnxruntime.InferenceSession(str(model), options, providers=["CPUExecutionProvider"], disabled_optimizers=slow)
        # A token a character, whatever stands around it, needs no tokenizer once its vocabulary is known.
        of_file = Tokenizer.from_file(str(tokenizer))
        self._vocabulary = of_file.get_vocab()
        self._unknown = self._vocabulary["[UNK]"]
        self._begin, self._end = of_file.encode("").ids

    def tokens(self, folded: str) -> Ids:
        """The tokens of a folded text of at most 510 characters."""
        characters = [self._vocabulary.get(character, self._unknown) for character in folded]
        return np.array([[self._begin, *characters, self._end]], np.int64)

    def encode(self, ids: Ids) -> Logits:
        """The logits of the characters of a window."""
        return Logits(*(part[0, 1:-1] for part in self._session.run(list(OUTPUTS), {"input_ids": ids})))

    def logits(self, folded: str) -> Logits:
        """The logits of a folded text of at most 510 characters."""
        return self.encode(self.tokens(folded))
