"""How long int8 encoders of different shapes take, as multiples of the first one's; what they learnt makes no difference."""

import time
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import torch

from model.encoder import MODEL_FILE, TOKENIZER_FILE, Encoder
from model.tagger import whole_logits
from training.bench.texts import sample_text
from training.export import export_int8
from training.heads import keep_heads
from training.narrow import narrow
from training.settings import TrainSettings
from training.start import start_model

_TOKENS = (4, 128)
"""Of the texts by which neurons and heads are chosen: how many, and how long each is."""

Shape = tuple[int | None, int | None, int | None]


def shape(settings: TrainSettings) -> Shape:
    """How many layers, heads a layer and neurons a layer are kept; None where all are."""
    return (None if settings.layers is None else len(settings.layers), settings.heads, settings.neurons)


def encoder_times(rows: Mapping[str, TrainSettings], rounds: int) -> dict[str, float]:
    """Each row's least time on the sample, as a multiple of the first row's; encoders of all shapes are timed in turn."""
    shapes = {shape(settings): settings for settings in rows.values()}
    text = sample_text()
    times: dict[Shape, float] = {}
    with TemporaryDirectory() as folder:
        encoders = {one: _untrained(settings, Path(folder) / str(number)) for number, (one, settings) in enumerate(shapes.items())}
        for _ in range(rounds):
            for one, encoder in encoders.items():
                begun = time.perf_counter()
                whole_logits(text, encoder.logits)
                times[one] = min(times.get(one, float("inf")), time.perf_counter() - begun)
    first = times[shape(next(iter(rows.values())))]
    return {name: round(times[shape(settings)] / first, 2) for name, settings in rows.items()}


def _untrained(settings: TrainSettings, folder: Path) -> Encoder:
    """The int8 encoder that training with these settings would lead to, but for what its weights are."""
    model, tokenizer = start_model(settings, None)
    source = torch.Generator().manual_seed(settings.seed)
    ids = torch.randint(5, model.config.vocab_size, _TOKENS, generator=source)
    batch = {"input_ids": ids, "attention_mask": torch.ones_like(ids)}
    if settings.neurons is not None:
        narrow(model.bert, [batch], settings.neurons)
    if settings.heads is not None:
        keep_heads(model.bert, [batch], settings.heads)
    tokenizer.save_pretrained(folder)
    export_int8(model, folder / MODEL_FILE)
    return Encoder(folder / MODEL_FILE, folder / TOKENIZER_FILE)
