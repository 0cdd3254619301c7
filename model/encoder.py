"""The served encoder: the int8 ONNX export, run by onnxruntime, one window at a time.

Windows are not batched: dynamic quantisation takes its scale from the whole input, so a window would be read a little
differently in other company.
"""

import os
from pathlib import Path

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from model.logits import Logits

MODEL_FILE = "model.int8.onnx"
TOKENIZER_FILE = "tokenizer.json"
OUTPUTS = Logits._fields
"""The names of the export's outputs."""


def usable_cpus() -> int:
    """CPUs that this process may use: its affinity, and its cgroup's quota where there is one."""
    allowed = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    try:
        quota, period = Path("/sys/fs/cgroup/cpu.max").read_text(encoding="ascii").split()
    except (OSError, ValueError):
        return allowed
    return allowed if quota == "max" else max(1, min(allowed, int(quota) // int(period)))


class Encoder:
    """Logits of the tags for a stretch of text."""

    def __init__(self, model: Path, tokenizer: Path, threads: int | None = None) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads or usable_cpus()
        options.inter_op_num_threads = 1
        options.enable_cpu_mem_arena = False
        self._session = onnxruntime.InferenceSession(str(model), options, providers=["CPUExecutionProvider"])
        self._tokenizer = Tokenizer.from_file(str(tokenizer))
        self._tokenizer.encode_special_tokens = True  # a text that says [SEP] means five characters

    def logits(self, folded: str) -> Logits:
        """The logits of a folded text of at most 510 characters."""
        ids = np.array([self._tokenizer.encode(folded).ids], np.int64)
        parts = self._session.run(list(OUTPUTS), {"input_ids": ids, "attention_mask": np.ones_like(ids)})
        return Logits(*(part[0, 1:-1] for part in parts))
