"""The gate at work: releases that were trained, on passages that the smallest BERT learns, and on the same with their labels shuffled."""

import re
import shutil
from pathlib import Path

import pytest

from model.encoder import MODEL_FILE
from tests.training.passages import RECEIVED, passages, source
from tests.training.runs import FAMILIES, tiny_settings
from training.material import Material, split_families
from training.promote import main
from training.registry import Registry
from training.release import make_release
from training.run import Run

SHUFFLED = {
    "REQUEST_EVENT": "CHANNEL_CATEGORY",
    "CHANNEL_CATEGORY": "REQUEST_EVENT",
    "REQUEST_COUNT": "CHANNEL_COUNT",
    "CHANNEL_COUNT": "REQUEST_COUNT",
}


def release(folder: Path, name: str, text: str) -> None:
    """Trains on a passage in four families, and adds the release to the registry."""
    (folder / name).mkdir()
    train, dev = split_families(passages(folder / name, *(source(f"{family}/1", text) for family in FAMILIES)))
    settings = tiny_settings(folder, epochs=4, learning_rate=0.01, head_learning_rate=0.05, hidden_share=0.0)
    Run(settings, Material(train, dev), folder / "runs" / name).run()
    make_release(folder / "runs" / name, folder / name, folder / "nothing", Registry(folder / "releases"), name)


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("gate")
    for name in ("heldout", "nothing"):
        (folder / name).mkdir()
    passages(folder / "heldout", *(source(f"held/{number}") for number in range(12)))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("training.run.usable_cpus", lambda: 1)
        release(folder, "right", RECEIVED)
        release(folder, "shuffled", re.sub("|".join(SHUFFLED), lambda label: SHUFFLED[label[0]], RECEIVED))
    return folder


@pytest.fixture
def folder(trained: Path, tmp_path: Path) -> Path:
    """A copy of the releases, none of which is current, and of the held-out passages."""
    return Path(shutil.copytree(trained, tmp_path / "copy"))


def promote(folder: Path, *arguments: str) -> int:
    return main([*arguments, "--releases", str(folder / "releases"), "--heldout", str(folder / "heldout")])


def test_a_model_of_shuffled_labels_is_refused_and_the_right_one_is_not(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    registry = Registry(folder / "releases")
    assert promote(folder, "right", "--why", "the first") == 0
    assert promote(folder, "shuffled") == 1
    told = capsys.readouterr().err
    assert re.search("refused: the F1 of (facts|entities) on the held-out set is lower by 0", told)
    assert (registry.current(), len(registry.history())) == ("right", 1)
    assert promote(folder, "shuffled", "--force", "--why", "to see it fail") == 0
    change = registry.history()[-1]
    assert change.reasons
    assert (change.release, change.why, registry.current()) == ("shuffled", "to see it fail", "shuffled")
    assert all("on the held-out set is lower by" in reason for reason in change.reasons)
    assert promote(folder, "right") == 0
    assert registry.history()[-1].reasons == ()


def test_force_needs_a_reason_and_makes_nothing_current_that_does_not_verify(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        promote(folder, "right", "--force")
    (folder / "releases" / "right" / MODEL_FILE).write_bytes(b"other weights")
    assert promote(folder, "right", "--force", "--why", "hurry") == 1
    assert "its hash differs" in capsys.readouterr().err
    assert Registry(folder / "releases").current() is None


def test_without_held_out_passages_nothing_passes(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert promote(folder, "shuffled") == 0
    (folder / "heldout" / "some.txt").unlink()
    assert promote(folder, "right") == 1
    assert "there are no held-out passages in" in capsys.readouterr().err


def test_beside_a_current_release_that_is_damaged_another_one_needs_force(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert promote(folder, "shuffled") == 0
    (folder / "releases" / "shuffled" / MODEL_FILE).write_bytes(b"other weights")
    assert promote(folder, "right") == 1
    assert "cannot be compared with the current release" in capsys.readouterr().err
    assert promote(folder, "right", "--force", "--why", "the current one is damaged") == 0
    assert Registry(folder / "releases").current() == "right"
