from dataclasses import replace
from pathlib import Path

import pytest
from safetensors.torch import load_file

from model.fields import STATED
from tests.training.trained import Trained
from training.labelled.report import LabelledEntity, LabelledReport
from training.labelled.store import LabelledStore
from training.registry import Registry
from training.run import Run
from training.settings import TrainSettings, read_settings
from training.train import read_material


def test_a_release_is_made_of_settings_from_file_and_line_and_is_not_made_current(trained: Trained) -> None:
    settings = trained.settings("first")
    assert (settings.epochs, settings.seed, settings.fillings, settings.max_characters) == (1, 4, 1, 64)
    manifest = trained.registry.load("first").manifest
    assert (manifest["settings"]["seed"], list(manifest["corpus"]["files"])) == (4, ["some.txt"])
    assert manifest["stated"] == list(STATED)
    assert trained.registry.current() is None


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["first"], "there is a release first already"),
        (["current"], "cannot name a release"),
        (["next", "--set", "epoch=3"], "epoch: Extra inputs are not permitted"),
        (["next", "--set", "learning_rate=2"], "learning_rate: Input should be less than 1"),
        (["next", "--set", "epochs"], "a setting is given as NAME=VALUE"),
        (["next", "--set", "layers=[7]"], "layers [7] of a base that has layers 0 to 0"),
        (["next", "--set", "heads=3"], "heads 3 of a base that has 2 in a layer"),
        (["next", "--set", "replay_share=0.5"], "an epoch would have no examples"),
        (["next", "--heldout", "mistyped"], "No such file or directory: 'mistyped'"),
        (["next", "--from-release", "nobody"], "no release 'nobody'"),
        (["next", "--from-release", "first", "--set", "layers=[0]"], "layers: decided by the release"),
        (["next", "--from-release", "first"], "no labelled report"),
    ],
)
def test_what_cannot_be_trained_is_told_before_any_work(
    trained: Trained, arguments: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert trained.train(*arguments) == 1
    assert told in capsys.readouterr().err
    assert not (trained.folder / "runs" / "next").exists()
    assert trained.registry.names() == ["first"]


def test_what_a_release_decides_is_told_of_a_run_that_goes_on_from_it(trained: Trained, monkeypatch: pytest.MonkeyPatch) -> None:
    release = trained.registry.load("first")
    decided = {"base": "other", "layers": [2, 0], "neurons": 8, "random_start": True}
    other = {
        name: value for name, value in release.manifest["settings"].items() if name != "heads"
    }  # as before there was a choice of heads
    monkeypatch.setattr(Registry, "load", lambda *_: replace(release, manifest={**release.manifest, "settings": {**other, **decided}}))
    found: list[TrainSettings] = []
    monkeypatch.setattr("training.train.read_material", lambda *_: None)

    def keep(settings: TrainSettings, *_: object) -> None:
        found.append(settings)
        raise ValueError

    monkeypatch.setattr("training.train.Run", keep)
    assert trained.train("next", "--from-release", "first", "--set", "seed=5") == 1
    (one,) = found
    assert (one.base, one.layers, one.heads, one.neurons, one.random_start) == ("other", (2, 0), None, 8, True)
    assert (one.release, one.seed, one.replay_share) == ("first", 5, 0.5)


def test_from_a_release_a_run_goes_on_with_its_weights_on_the_labelled_reports_and_a_share_of_the_corpus(
    trained: Trained, tmp_path: Path
) -> None:
    store = LabelledStore(tmp_path / "labelled.sqlite")
    store.add(
        [
            LabelledReport(text=f"共收到{number}件", entities=(LabelledEntity(label="REQUEST_EVENT", start=1, end=3),))
            for number in range(30)
        ]
    )
    release = trained.registry.load("first")
    material = read_material(trained.folder / "corpus", tmp_path / "labelled.sqlite", tmp_path, release)
    assert 20 < len(material.reports) < 30
    assert {"some.txt", "release"} < set(material.hashes)
    settings = read_settings(trained.folder / "train.toml", {"release": "first"})
    run = Run(settings, material, tmp_path / "run", release.folder)
    released = load_file(release.folder / "model.safetensors")
    assert all(run.model.state_dict()[name].equal(value.float()) for name, value in released.items())
    run.run()
    assert not all(run.model.state_dict()[name].equal(value.float()) for name, value in released.items())
