"""The trained model at full precision, as a tagger takes it."""

import numpy as np
import torch
from numpy.typing import NDArray
from transformers import BertForTokenClassification, PreTrainedTokenizerBase

from model.tagger import Logits


def full_logits(model: BertForTokenClassification, tokenizer: PreTrainedTokenizerBase) -> Logits:
    """The logits of a torch model, one stretch at a time."""

    def encode(folded: str) -> NDArray[np.float32]:
        with torch.inference_mode():
            logits: NDArray[np.float32] = model(input_ids=torch.tensor([tokenizer(folded)["input_ids"]])).logits[0, 1:-1].numpy()
        return logits

    return encode
