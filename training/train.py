"""Fine-tunes the tagger: an explicit loop for two cores, with progress, checkpoints and a development score an epoch.

`python -m training.train --run runs/NAME` trains; started again on the same folder it goes on where it was.
"""

import argparse
import json
import os
import random
import sys
import time
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

import numpy as np
import torch
from datasets import disable_progress_bars
from torch.optim import AdamW
from tqdm import tqdm
from transformers import BertForTokenClassification, PreTrainedTokenizerFast, get_linear_schedule_with_warmup

from model.cpus import usable_cpus
from model.decoding import viterbi
from model.fields import STATED
from model.labels import TAGS
from model.tagger import number_mask
from training.batches import batches, hide_tokens, tokenise
from training.corpus import read_corpus
from training.encoder import load_base
from training.evaluation.scores import entity_scores
from training.examples import dev_examples, epoch_examples, split_families
from training.full import full_logits
from training.labelled.report import LabelledReport
from training.labelled.store import LabelledStore
from training.labelled_examples import labelled_examples
from training.loss import loss_of
from training.passage import Passage
from training.settings import TrainSettings, read_settings

CHECKPOINT = "checkpoint.pt"
DEV_FILLINGS = 2
RARE = -4.0
"""Where the logits of fields begin: a figure states one or two of a hundred."""


def new_model(settings: TrainSettings) -> tuple[BertForTokenClassification, PreTrainedTokenizerFast]:
    """The base encoder with an untrained classifier on top."""
    encoder, tokenizer = load_base(settings.base, settings.layers)
    config = encoder.config
    outputs = (*TAGS, *STATED)
    config.num_labels = len(outputs)
    config.id2label = dict(enumerate(outputs))
    config.label2id = {name: number for number, name in enumerate(outputs)}
    model = BertForTokenClassification(config)
    torch.nn.init.constant_(model.classifier.bias[len(TAGS) :], RARE)
    if not settings.random_start:
        model.bert.load_state_dict(encoder.state_dict())
    # Faster here than the fused kernel, whose bfloat16 is slow on processors.
    model.set_attn_implementation("eager")
    model.bert.embeddings.word_embeddings.weight.requires_grad = not settings.freeze_embeddings
    return model, tokenizer


def new_optimiser(model: BertForTokenClassification, settings: TrainSettings) -> AdamW:
    """AdamW with a rate of its own for the classifier, and no decay of biases and layer norms."""
    groups: list[dict[str, Any]] = []
    for head in (False, True):
        for decays in (False, True):
            chosen = [
                value
                for name, value in model.named_parameters()
                if value.requires_grad and name.startswith("classifier") == head and (value.dim() > 1) == decays
            ]
            rate = settings.head_learning_rate if head else settings.learning_rate
            groups.append({"params": chosen, "lr": rate, "weight_decay": settings.weight_decay if decays else 0.0})
    return AdamW(groups, fused=True)


def labelled_reports(path: Path | None) -> list[LabelledReport]:
    """The reports of the store in their current versions; none where no store is given.

    Raises:
        ValueError: there is no such store.
    """
    if path is None:
        return []
    if not path.is_file():
        raise ValueError(f"labelled: there is no store of labelled reports at {path}")
    return list(LabelledStore(path).current())


def multiplies_bfloat16() -> bool:
    """Whether the processor has instructions for it; without them it is slower than full precision."""
    able = torch.cpu.get_capabilities()
    return bool(able.get("avx512_bf16") or able.get("amx_bf16"))


@dataclass
class Progress:
    """Where a run stands; kept in its checkpoint."""

    epoch: int = 0
    step: int = 0
    """Steps done within the epoch."""


class Run:
    """One training run in a folder of its own."""

    def __init__(self, settings: TrainSettings, passages: list[Passage], folder: Path) -> None:
        torch.manual_seed(settings.seed)
        torch.set_num_threads(usable_cpus())
        self.settings = settings
        self.half = settings.bfloat16 and multiplies_bfloat16()
        self.folder = folder
        self.train, self.dev = split_families(passages)
        self.labelled = labelled_reports(settings.labelled)
        if not self.train or not self.dev:
            raise ValueError(f"{len(self.train)} passages for training and {len(self.dev)} for development; more families are needed")
        self.model, self.tokenizer = new_model(settings)
        self.optimiser = new_optimiser(self.model, settings)
        self.progress = Progress()
        self.log: list[dict[str, float]] = []
        steps = len(self._epoch_batches(0)) * settings.epochs
        self.schedule = get_linear_schedule_with_warmup(self.optimiser, int(steps * settings.warmup_share), steps)
        self._restore()

    def run(self) -> None:
        """Trains to the last epoch and leaves the model, its tokenizer and the log in the folder."""
        self.model.train()
        for epoch in range(self.progress.epoch, self.settings.epochs):
            loss = self._train_epoch(epoch)
            scores = self.evaluate()
            self.log.append({"epoch": epoch + 1, "loss": round(loss, 5), "dev_f1": round(scores["overall"]["f1"], 4), "time": time.time()})
            print(json.dumps(self.log[-1]), flush=True)
            self.progress = Progress(epoch + 1, 0)
            self._save()
        self.model.save_pretrained(self.folder / "model")
        self.tokenizer.save_pretrained(self.folder / "model")
        (self.folder / "settings.json").write_text(self.settings.model_dump_json(indent=2), encoding="utf-8")
        (self.folder / "log.json").write_text(json.dumps(self.log, indent=1), encoding="utf-8")

    def evaluate(self) -> dict[str, dict[str, float]]:
        """Entity scores on the development passages."""
        self.model.eval()
        encode = full_logits(self.model, self.tokenizer)
        gold, predicted = [], []
        for example in dev_examples(self.dev, DEV_FILLINGS, self.settings.seed, self.settings.max_characters):
            text, tags = str(example["text"]), example["tags"]
            assert isinstance(tags, list)
            gold.append([TAGS[tag] for tag in tags])
            predicted.append([TAGS[tag] for tag in viterbi(encode(text).tags, number_mask(text))])
        self.model.train()
        return entity_scores(gold, predicted)

    def _epoch_batches(self, epoch: int) -> list[dict[str, torch.Tensor]]:
        seed = self.settings.seed * 1000 + epoch
        examples = epoch_examples(self.train, self.settings.fillings, seed, self.settings.max_characters)
        further = labelled_examples(self.labelled, self.settings.fillings, seed, self.settings.max_characters)
        data = tokenise(chain(examples, further), self.tokenizer)
        padding, mask = int(self.tokenizer.pad_token_id or 0), int(self.tokenizer.mask_token_id or 0)
        source = random.Random(seed)
        drawn = batches(data, self.settings.batch_characters, padding, source)
        return [hide_tokens(batch, self.settings.hidden_share, mask, source) for batch in drawn]

    def _train_epoch(self, epoch: int) -> float:
        todo = self._epoch_batches(epoch)
        losses: list[float] = []
        bar = tqdm(todo, desc=f"epoch {epoch + 1}/{self.settings.epochs}", initial=self.progress.step, mininterval=5, file=sys.stdout)
        for number, batch in enumerate(todo):
            if number < self.progress.step:
                continue
            losses.append(self._step(batch))
            bar.update()
            bar.set_postfix(loss=f"{np.mean(losses[-20:]):.4f}", refresh=False)
            if (number + 1) % self.settings.checkpoint_steps == 0:
                self.progress = Progress(epoch, number + 1)
                self._save()
        bar.close()
        return float(np.mean(losses)) if losses else 0.0

    def _step(self, batch: dict[str, torch.Tensor]) -> float:
        with torch.autocast("cpu", torch.bfloat16, enabled=self.half):
            logits = self.model(input_ids=batch["input_ids"], attention_mask=batch["attention_mask"]).logits
        loss = loss_of(logits.float(), batch, self.settings.stated_weight)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        self.optimiser.step()
        self.schedule.step()
        self.optimiser.zero_grad()
        return float(loss.item())

    def _save(self) -> None:
        state = {
            "model": self.model.state_dict(),
            "optimiser": self.optimiser.state_dict(),
            "schedule": self.schedule.state_dict(),
            "progress": (self.progress.epoch, self.progress.step),
            "settings": self.settings.model_dump_json(),
            "log": self.log,
        }
        self.folder.mkdir(parents=True, exist_ok=True)
        half = self.folder / (CHECKPOINT + ".half")
        torch.save(state, half)
        os.replace(half, self.folder / CHECKPOINT)

    def _restore(self) -> None:
        path = self.folder / CHECKPOINT
        if not path.exists():
            return
        state = torch.load(path, weights_only=True)
        if state["settings"] != self.settings.model_dump_json():
            raise ValueError(f"{self.folder} holds a run with other settings; choose another folder or remove it")
        self.model.load_state_dict(state["model"])
        self.optimiser.load_state_dict(state["optimiser"])
        self.schedule.load_state_dict(state["schedule"])
        self.progress, self.log = Progress(*state["progress"]), state["log"]


def main(arguments: list[str] | None = None) -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description="Train the tagger.")
    parser.add_argument("--run", type=Path, required=True, help="folder of the run; goes on where it was if it exists")
    parser.add_argument("--config", type=Path, default=Path(__file__).with_name("train.toml"))
    parser.add_argument("--corpus", type=Path, default=Path("data/corpus"))
    parser.add_argument("--set", action="append", default=[], metavar="NAME=VALUE", help="overrides one setting, value as JSON")
    options = parser.parse_args(arguments)
    overrides = {name: json.loads(value) for name, _, value in (item.partition("=") for item in options.set)}
    settings = TrainSettings.model_validate(read_settings(options.config).model_dump() | overrides)
    disable_progress_bars()
    Run(settings, read_corpus(options.corpus), options.run).run()


if __name__ == "__main__":
    main()
