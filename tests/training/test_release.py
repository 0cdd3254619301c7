import json
from pathlib import Path

import pytest
import torch
from transformers import AutoModelForTokenClassification

from model.encoder import MODEL_FILE
from model.labels import LABELS, TAGS
from model.pipeline import Reader
from model.release import ReleaseError, load_release
from tests.training.passages import passages, source
from tests.training.tiny import save_bert
from training import release
from training.settings import TrainSettings
from training.train import Run

FAMILIES = ("a", "b", "c", "d", "e")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("release")
    found = passages(folder, *(source(f"{family}/1") for family in FAMILIES))
    small = {"epochs": 1, "fillings": 1, "max_characters": 100, "layers": None, "base": str(save_bert(folder / "base"))}
    Run(TrainSettings.model_validate(small), found, folder / "run").run()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(release, "RELEASES", folder / "releases")
        one = release.make_release(folder / "run", folder, folder / "nothing held out", "tiny")
        release.point_current(one)
    return folder / "releases"


def test_a_release_verifies_and_reads(made: Path) -> None:
    one = load_release(made / "current")
    assert (one.name, one.folder) == ("tiny", (made / "tiny").resolve())
    assert Reader(one).read("2023年收到申请3件。").model == "tiny"


def test_every_file_of_a_release_is_in_its_manifest(made: Path) -> None:
    files = json.loads((made / "tiny" / "manifest.json").read_text(encoding="utf-8"))["files"]
    assert set(files) == {path.name for path in (made / "tiny").iterdir()} - {"manifest.json"}
    assert {MODEL_FILE, "model.safetensors", "config.json", "tokenizer.json", "labels.json", "README.md"} <= set(files)


def test_the_weights_of_a_release_load_as_they_are(made: Path) -> None:
    model = AutoModelForTokenClassification.from_pretrained(made / "tiny")
    assert [model.config.id2label[number] for number in range(len(TAGS))] == list(TAGS)
    assert model.dtype == torch.float16


def test_the_card_names_base_data_scores_and_limits(made: Path) -> None:
    card = (made / "tiny" / "README.md").read_text(encoding="utf-8")
    assert all(f"\n## {part}\n" in card for part in ("Base", "Data", "Scores", "Entities by label", "Training", "Limits"))
    assert all(f"| {label.name} | {label.meaning} |" in card for label in LABELS)
    assert "| dev int8 |" in card
    assert "held-out int8" not in card


def test_a_release_that_was_tampered_with_is_refused(made: Path) -> None:
    path = made / "tiny" / "labels.json"
    kept = path.read_bytes()
    path.write_bytes(kept + b" ")
    with pytest.raises(ReleaseError, match=r"labels\.json"):
        load_release(made / "tiny")
    path.write_bytes(kept)


def test_pointing_at_another_release_leaves_the_old_one(made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(release, "RELEASES", made)
    (made / "other").mkdir()
    release.point_current(made / "other")
    assert (made / "current").resolve() == (made / "other").resolve()
    release.point_current(made / "tiny")
    assert load_release(made / "current").name == "tiny"
