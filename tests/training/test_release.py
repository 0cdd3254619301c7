import json
from pathlib import Path

import pytest
import torch
from transformers import AutoModelForTokenClassification

from model.encoder import MODEL_FILE
from model.labels import LABELS, TAGS
from model.pipeline import Reader
from model.release import ReleaseError, load_release
from tests.training.trained import Trained


@pytest.fixture(scope="module")
def made(trained: Trained) -> Path:
    """The folder of a release."""
    return trained.registry.load("first").folder


def test_a_release_verifies_and_reads(made: Path) -> None:
    one = load_release(made)
    assert Reader(one).read("2023年收到申请3件。").model == one.name == "first"


def test_every_file_of_a_release_is_in_its_manifest(made: Path) -> None:
    files = json.loads((made / "manifest.json").read_text(encoding="utf-8"))["files"]
    assert set(files) == {path.name for path in (made).iterdir()} - {"manifest.json"}
    assert {MODEL_FILE, "model.safetensors", "config.json", "tokenizer.json", "labels.json", "README.md"} <= set(files)


def test_the_weights_of_a_release_load_as_they_are(made: Path) -> None:
    model = AutoModelForTokenClassification.from_pretrained(made)
    assert [model.config.id2label[number] for number in range(len(TAGS))] == list(TAGS)
    assert model.dtype == torch.float16


def test_the_card_names_base_data_scores_and_limits(made: Path) -> None:
    card = (made / "README.md").read_text(encoding="utf-8")
    assert all(f"\n## {part}\n" in card for part in ("Base", "Data", "Scores", "Entities by label", "Training", "Limits"))
    assert all(f"| {label.name} | {label.meaning} |" in card for label in LABELS)
    assert "| dev int8 |" in card
    assert "held-out int8" not in card


def test_a_release_that_was_tampered_with_is_refused(made: Path) -> None:
    path = made / "labels.json"
    kept = path.read_bytes()
    path.write_bytes(kept + b" ")
    try:
        with pytest.raises(ReleaseError, match=r"labels\.json"):
            load_release(made)
    finally:
        path.write_bytes(kept)
