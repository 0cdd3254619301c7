"""The training loop: an explicit one for two cores, with progress, checkpoints and a development score an epoch."""

import json
import os
import random
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch.optim import AdamW
from tqdm import tqdm
from transformers import BertForTokenClassification, get_linear_schedule_with_warmup

from model.cpus import usable_cpus
from model.decoding import viterbi
from model.labels import TAGS
from model.tagger import number_mask
from training.batches import batches, hide_tokens, tokenise
from training.curves import draw_curves
from training.environment import environment
from training.evaluation.scores import entity_scores
from training.examples import dev_examples, epoch_examples
from training.full import full_logits
from training.heads import keep_heads
from training.loss import loss_of
from training.material import Material
from training.narrow import narrow
from training.rounding import round_products
from training.settings import TrainSettings
from training.start import start_model

CHECKPOINT = "checkpoint.pt"
_CHOSEN_BY = 100
"""Batches of the first epoch by which the heads and neurons are chosen that are kept."""
MENDING = 0.25
"""Of the learning rates, in the epoch in which the model learns to do without some of its heads and with rounded products."""
SETTINGS, DATA, ENVIRONMENT, LOG, CURVES, MODEL = "settings.json", "data.json", "environment.json", "log.json", "curves.png", "model"


def new_optimiser(model: BertForTokenClassification, settings: TrainSettings, share: float = 1.0) -> AdamW:
    """AdamW at this share of the rates, with a rate of its own for the classifier, and no decay of biases and layer norms."""
    groups: list[dict[str, Any]] = []
    for head in (False, True):
        for decays in (False, True):
            chosen = [
                value
                for name, value in model.named_parameters()
                if value.requires_grad and name.startswith("classifier") == head and (value.dim() > 1) == decays
            ]
            rate = settings.head_learning_rate if head else settings.learning_rate
            groups.append({"params": chosen, "lr": share * rate, "weight_decay": settings.weight_decay if decays else 0.0})
    return AdamW(groups, fused=True)


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
    """One training run in a folder of its own: configuration, data, environment, log, curves, checkpoint, and at last the model.

    Raises:
        OSError: the base or the release cannot be read.
        ValueError: there is nothing to train on or to score with, the base lacks what is to be kept of it, or the folder holds a run with
            other settings or data.
    """

    def __init__(self, settings: TrainSettings, material: Material, folder: Path, release: Path | None = None) -> None:
        torch.manual_seed(settings.seed)
        torch.set_num_threads(usable_cpus())
        self.settings = settings
        self.material = material
        self.half = settings.bfloat16 and multiplies_bfloat16()
        self.folder = folder
        if not material.train or not material.dev:
            counts = f"{len(material.train)} passages for training and {len(material.dev)} for development"
            raise ValueError(f"{counts}; more families are needed")
        self.model, self.tokenizer = start_model(settings, release)
        self.mends = settings.heads is not None and release is None
        """Whether an epoch follows the others in which the model learns to do without some of its heads and with rounded products."""
        first = self._epoch_batches(0)
        if not first:
            raise ValueError("an epoch would have no examples; with a replay_share there must be labelled reports")
        self._texts = first[:_CHOSEN_BY]
        if settings.neurons is not None and release is None:
            narrow(self.model.bert, self._texts, settings.neurons)
        if release is not None:
            round_products(self.model)
        self.optimiser = new_optimiser(self.model, settings)
        self.progress = Progress()
        self.log: list[dict[str, float]] = []
        self.losses: list[float] = []
        self.steps = len(first) * (settings.epochs + self.mends)
        """Steps of all epochs, if all are as long as the first."""
        steps = len(first) * settings.epochs
        self.schedule = get_linear_schedule_with_warmup(self.optimiser, int(steps * settings.warmup_share), steps)
        self._restore()

    def run(self) -> None:
        """Trains to the last epoch and leaves the model and its tokenizer in the folder."""
        self._describe()
        self.model.train()
        with tqdm(total=self.steps, initial=len(self.losses), desc="training", mininterval=5, file=sys.stdout) as bar:
            for epoch in range(self.progress.epoch, self.settings.epochs + self.mends):
                self._train_epoch(epoch, bar)
                self._end_epoch(epoch)
        self.model.save_pretrained(self.folder / MODEL)
        self.tokenizer.save_pretrained(self.folder / MODEL)

    def evaluate(self) -> dict[str, dict[str, float]]:
        """Entity scores on the development passages."""
        self.model.eval()
        encode = full_logits(self.model, self.tokenizer)
        gold, predicted = [], []
        for example in dev_examples(self.material.dev, self.settings.seed, self.settings.max_characters):
            text, tags = str(example["text"]), example["tags"]
            assert isinstance(tags, list)
            gold.append([TAGS[tag] for tag in tags])
            predicted.append([TAGS[tag] for tag in viterbi(encode(text).tags, number_mask(text))])
        self.model.train()
        return entity_scores(gold, predicted)

    def _describe(self) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        (self.folder / SETTINGS).write_text(self.settings.model_dump_json(indent=2), encoding="utf-8")
        for name, found in ((DATA, self._data()), (ENVIRONMENT, environment())):
            (self.folder / name).write_text(json.dumps(found, ensure_ascii=False, indent=1), encoding="utf-8")

    def _data(self) -> dict[str, Any]:
        counts = {"train": len(self.material.train), "dev": len(self.material.dev)}
        return {"passages": counts, "reports": len(self.material.reports), "files": dict(self.material.hashes)}

    def _epoch_batches(self, epoch: int) -> list[dict[str, torch.Tensor]]:
        seed = self.settings.seed * 1000 + epoch
        data = tokenise(epoch_examples(self.material, self.settings, seed), self.tokenizer)
        padding, mask = int(self.tokenizer.pad_token_id or 0), int(self.tokenizer.mask_token_id or 0)
        source = random.Random(seed)
        drawn = batches(data, self.settings.batch_characters, padding, source)
        return [hide_tokens(batch, self.settings.hidden_share, mask, source) for batch in drawn]

    def _train_epoch(self, epoch: int, bar: "tqdm[Any]") -> None:
        if epoch == self.settings.epochs and not self.progress.step:
            assert self.settings.heads is not None
            keep_heads(self.model.bert, self._texts, self.settings.heads)
            self._learn_anew()
        for number, batch in enumerate(self._epoch_batches(epoch)):
            if number < self.progress.step:
                continue
            self.losses.append(self._step(batch))
            self.progress = Progress(epoch, number + 1)
            bar.set_postfix(
                epoch=f"{epoch + 1}/{self.settings.epochs + self.mends}", loss=f"{np.mean(self.losses[-20:]):.4f}", refresh=False
            )
            bar.update()
            if self.progress.step % self.settings.checkpoint_steps == 0:
                self._save()

    def _learn_anew(self) -> None:
        """Rounded products, and an optimiser without memory of the heads that are gone, at a share of the rates, for the one epoch left."""
        round_products(self.model)
        self.optimiser = new_optimiser(self.model, self.settings, MENDING)
        self.schedule = get_linear_schedule_with_warmup(self.optimiser, 0, self.steps // (self.settings.epochs + 1))

    def _end_epoch(self, epoch: int) -> None:
        loss, scores = np.mean(self.losses[-self.progress.step :]), self.evaluate()
        self.log.append(
            {"epoch": epoch + 1, "loss": round(float(loss), 5), "dev_f1": round(scores["overall"]["f1"], 4), "time": time.time()}
        )
        print(json.dumps(self.log[-1]), flush=True)
        self.progress = Progress(epoch + 1, 0)
        self._save()
        (self.folder / LOG).write_text(json.dumps(self.log, indent=1), encoding="utf-8")
        draw_curves(self.folder / CURVES, self.losses, self.log)

    def _step(self, batch: Mapping[str, torch.Tensor]) -> float:
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
            "data": self._data(),
            "log": self.log,
            "losses": self.losses,
        }
        half = self.folder / (CHECKPOINT + ".half")
        torch.save(state, half)
        os.replace(half, self.folder / CHECKPOINT)

    def _restore(self) -> None:
        path = self.folder / CHECKPOINT
        if not path.exists():
            return
        state = torch.load(path, weights_only=True)
        for what, ours in (("settings", self.settings.model_dump_json()), ("data", self._data())):
            if state[what] != ours:
                raise ValueError(f"{self.folder} holds a run with other {what}; choose another name, or remove the folder")
        self.progress = Progress(*state["progress"])
        if self.progress.epoch == self.settings.epochs and self.progress.step:
            self._learn_anew()
        self.model.load_state_dict(state["model"])
        self.optimiser.load_state_dict(state["optimiser"])
        self.schedule.load_state_dict(state["schedule"])
        self.log, self.losses = state["log"], state["losses"]
