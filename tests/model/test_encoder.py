from pathlib import Path

import pytest
from tokenizers import Tokenizer

from model.encoder import MODEL_FILE, TOKENIZER_FILE, Encoder

CURRENT = Path(__file__).parent.parent.parent / "data/releases/current"


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return Encoder(CURRENT / MODEL_FILE, CURRENT / TOKENIZER_FILE, threads=1)


@pytest.mark.parametrize("text", ["", "收到申请55件,\n其中自然人 5件。", "[SEP]是五个字符", "未知𠮷字\t与\u0fff"])
def test_tokens_are_those_of_the_tokenizer_a_character_each(encoder: Encoder, text: str) -> None:
    tokenizer = Tokenizer.from_file(str(CURRENT / TOKENIZER_FILE))
    tokenizer.encode_special_tokens = True
    assert encoder.tokens(text).tolist() == [tokenizer.encode(text).ids]
    assert encoder.tokens(text).shape == (1, len(text) + 2)
