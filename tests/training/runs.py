"""Training runs small enough for tests."""

from pathlib import Path

from tests.training.passages import passages, source
from tests.training.tiny import save_bert
from training.filling import Filled
from training.material import Material, split_families
from training.settings import TrainSettings

FAMILIES = ("a", "b", "c", "d", "e")
"""Of these `d` is for development."""


def tiny_settings(folder: Path, **other: object) -> TrainSettings:
    """Settings of a run on a base that is written into the folder."""
    base = str(save_bert(folder / "base"))
    small = {"epochs": 1, "fillings": 4, "max_characters": 100, "batch_characters": 220, "checkpoint_steps": 2, "layers": None}
    return TrainSettings.model_validate({"base": base, **small, **other})


def tiny_material(folder: Path, *reports: Filled) -> Material:
    """Five passages, written into the folder, and reports."""
    train, dev = split_families(passages(folder, *(source(f"{family}/1") for family in FAMILIES)))
    return Material(train, dev, reports)
