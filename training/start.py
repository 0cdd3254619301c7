"""What a training run starts from: the base encoder under an untrained classifier, or the weights of a release.

The classes of a release are found by their names, so a label or a field that was added since keeps the rows of all others as they are,
and begins as it would on the base.
"""

import copy
from pathlib import Path

import torch
from transformers import BertForTokenClassification, BertModel, PreTrainedTokenizerFast

from model.fields import STATED
from model.labels import TAGS
from training.encoder import load_base
from training.heads import check_heads
from training.settings import TrainSettings

RARE = -4.0
"""Where the logits of fields begin: a figure states one or two of a hundred."""


def start_model(settings: TrainSettings, release: Path | None) -> tuple[BertForTokenClassification, PreTrainedTokenizerFast]:
    """The model that the settings ask for, and its tokenizer.

    Args:
        release: the folder of the release to go on from; None starts from the base.

    Raises:
        OSError: there is no such base.
        ValueError: the base is no BERT, lacks a layer, or has fewer heads in one.
    """
    model, tokenizer = _from_base(settings) if release is None else _from_release(release)
    # Faster here than the fused kernel, whose bfloat16 is slow on processors.
    model.set_attn_implementation("eager")
    model.bert.embeddings.word_embeddings.weight.requires_grad = not settings.freeze_embeddings
    return model, tokenizer


def _from_base(settings: TrainSettings) -> tuple[BertForTokenClassification, PreTrainedTokenizerFast]:
    encoder, tokenizer = load_base(settings.base, settings.layers)
    if settings.heads is not None:
        check_heads(encoder, settings.heads)
    return with_new_head(encoder, keep_weights=not settings.random_start), tokenizer


def _from_release(folder: Path) -> tuple[BertForTokenClassification, PreTrainedTokenizerFast]:
    released = BertForTokenClassification.from_pretrained(folder).float()
    rows = {name: number for number, name in (released.config.id2label or {}).items()}
    model = with_new_head(released.bert)
    kept = [(number, rows[name]) for number, name in enumerate((*TAGS, *STATED)) if name in rows]
    ours, theirs = (torch.tensor(numbers) for numbers in zip(*kept, strict=True))
    with torch.no_grad():
        model.classifier.weight[ours] = released.classifier.weight[theirs]
        model.classifier.bias[ours] = released.classifier.bias[theirs]
    return model, PreTrainedTokenizerFast.from_pretrained(folder)


def with_new_head(encoder: BertModel, keep_weights: bool = True) -> BertForTokenClassification:
    """The encoder under an untrained classifier of tags and fields; with weights of chance if they are not to be kept."""
    config = copy.deepcopy(encoder.config)
    outputs = (*TAGS, *STATED)
    config.num_labels = len(outputs)
    config.id2label = dict(enumerate(outputs))
    config.label2id = {name: number for number, name in enumerate(outputs)}
    model = BertForTokenClassification(config)
    torch.nn.init.constant_(model.classifier.bias[len(TAGS) :], RARE)
    if keep_weights:
        model.bert.load_state_dict(encoder.state_dict())
    return model
