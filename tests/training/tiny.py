"""A BERT small enough for tests: one layer, sixteen wide, random weights, in a folder as transformers saves it."""

from pathlib import Path

import torch
from transformers import BertConfig, BertModel, BertTokenizer

CHARACTERS = "年收到申请件其中网络信函局县市区镇乡0123456789,。、占均%一二三a"
LONGEST = 256


def save_bert(folder: Path, layers: int = 1) -> Path:
    """Writes the model and its word-piece vocabulary."""
    specials = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
    pieces = [*specials, *CHARACTERS, *(f"##{character}" for character in "年件23"), "abc", "##ing"]
    torch.manual_seed(7)
    config = BertConfig(
        vocab_size=len(pieces),
        hidden_size=16,
        num_hidden_layers=layers,
        num_attention_heads=2,
        intermediate_size=32,
        max_position_embeddings=LONGEST,
    )
    BertModel(config).save_pretrained(folder)
    BertTokenizer(vocab={piece: number for number, piece in enumerate(pieces)}).save_pretrained(folder)
    return folder
