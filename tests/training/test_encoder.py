from pathlib import Path

import pytest
import torch
from transformers import AutoTokenizer, BertModel, PreTrainedTokenizerBase

from tests.training.tiny import LONGEST, save_bert
from training.encoder import SPECIALS, character_rows, load_base, make_tokenizer

SENTENCEPIECES = {
    "<s>": 0,
    "<pad>": 1,
    "</s>": 2,
    "<unk>": 3,
    "▁": 4,
    "▁收": 5,
    "到": 6,
    "▁到": 7,
    "收到": 8,
    "▁a": 9,
    "b": 10,
    "▁年": 11,
    "年": 12,
}
WORDPIECES = {
    "[PAD]": 0,
    "[UNK]": 1,
    "[CLS]": 2,
    "[SEP]": 3,
    "[MASK]": 4,
    "收": 5,
    "##收": 6,
    "##年": 7,
    "年": 8,
    "##ing": 9,
    "##件": 10,
    "A": 11,
    "a": 12,
}


def rows(pieces: dict[str, int]) -> dict[str, int]:
    vocabulary, numbers = character_rows(pieces)
    assert len(set(vocabulary)) == len(vocabulary) == len(numbers)
    return dict(zip(vocabulary, numbers, strict=True))


def test_characters_take_the_rows_of_sentence_pieces() -> None:
    found = rows(SENTENCEPIECES)
    assert {name: found[name] for name in ("收", "到", "年", "b", " ", "\n")} == {"收": 5, "到": 6, "年": 12, "b": 10, " ": 4, "\n": 2}
    assert "收到" not in found


def test_characters_take_the_rows_of_word_pieces() -> None:
    found = rows(WORDPIECES)
    assert {name: found[name] for name in ("收", "年", "件", " ", "\n")} == {"收": 5, "年": 8, "件": 10, " ": 3, "\n": 3}
    assert not {"##ing", "ing"} & set(found)


def test_specials_come_first_under_the_names_of_bert() -> None:
    assert character_rows(SENTENCEPIECES)[0][:5] == character_rows(WORDPIECES)[0][:5] == list(SPECIALS)
    assert [rows(SENTENCEPIECES)[name] for name in SPECIALS] == [1, 3, 0, 2, 3]


def test_upper_case_falls_back_on_lower_case() -> None:
    assert (rows(SENTENCEPIECES)["A"], rows(SENTENCEPIECES)["B"]) == (9, 10)
    assert rows(WORDPIECES)["A"] == 11
    assert "C" not in rows(SENTENCEPIECES)


@pytest.fixture
def tokenizer() -> PreTrainedTokenizerBase:
    return make_tokenizer([*SPECIALS, *"收到3件A \n"])


@pytest.mark.parametrize("text", ["收到3件", "收 到\n3", "  \n\n", "33", "收💬到", "", "Aa", "收[SEP]到[PAD]", "[UNK]"])
def test_a_token_is_a_character(tokenizer: PreTrainedTokenizerBase, text: str) -> None:
    ids = tokenizer(text)["input_ids"]
    assert len(ids) == len(text) + 2
    assert (ids[0], ids[-1]) == (2, 3)


def test_spaces_line_ends_and_digits_have_ids_of_their_own(tokenizer: PreTrainedTokenizerBase) -> None:
    assert tokenizer("3 3\nx")["input_ids"] == [2, 7, 10, 7, 11, 1, 3]


def test_the_tokenizer_survives_saving(tokenizer: PreTrainedTokenizerBase, tmp_path: Path) -> None:
    tokenizer.save_pretrained(tmp_path)
    loaded = AutoTokenizer.from_pretrained(tmp_path)
    text = "收到 33件\nA?[SEP]"
    assert loaded(text)["input_ids"] == tokenizer(text)["input_ids"]
    assert loaded.pad_token_id == 0


def test_any_local_bert_can_be_the_base(tmp_path: Path) -> None:
    model, tokenizer = load_base(str(save_bert(tmp_path)))
    base = BertModel.from_pretrained(tmp_path, add_pooling_layer=False)
    old = AutoTokenizer.from_pretrained(tmp_path).convert_tokens_to_ids(["[CLS]", *"收到申请3件", "[SEP]"])
    with torch.inference_mode():
        expected = base(input_ids=torch.tensor([old])).last_hidden_state
        found = model(input_ids=torch.tensor([tokenizer("收到申请3件")["input_ids"]])).last_hidden_state
    assert torch.allclose(found, expected, atol=1e-6)


def test_the_vocabulary_is_cut_to_characters(tmp_path: Path) -> None:
    model, tokenizer = load_base(str(save_bert(tmp_path)))
    vocabulary = tokenizer.get_vocab()
    assert "abc" not in vocabulary
    assert model.config.vocab_size == len(vocabulary) == model.embeddings.word_embeddings.num_embeddings
    assert model.config.max_position_embeddings == LONGEST


def test_the_layers_named_are_kept_in_their_order(tmp_path: Path) -> None:
    folder = save_bert(tmp_path, layers=3)
    whole, part = load_base(str(folder))[0].state_dict(), load_base(str(folder), [2, 0])[0].state_dict()
    names = [name for name in whole if name.startswith("encoder.layer.0.")]
    assert len([name for name in part if name.startswith("encoder.")]) == 2 * len(names)
    for name in names:
        assert torch.equal(part[name], whole[name.replace(".0.", ".2.", 1)])
        assert torch.equal(part[name.replace(".0.", ".1.", 1)], whole[name])


@pytest.mark.parametrize("layers", [[1], [-1], []])
def test_layers_that_the_base_has_not_are_refused(tmp_path: Path, layers: list[int]) -> None:
    with pytest.raises(ValueError, match="layers 0 to 0"):
        load_base(str(save_bert(tmp_path)), layers)


def test_nothing_is_dropped_out(tmp_path: Path) -> None:
    model, _ = load_base(str(save_bert(tmp_path)))
    assert {module.p for module in model.modules() if isinstance(module, torch.nn.Dropout)} <= {0.0}
