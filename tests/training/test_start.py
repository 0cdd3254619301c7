import json
from pathlib import Path
from typing import Any

import torch
from transformers import AutoModelForTokenClassification

from model.fields import STATED
from model.labels import TAGS
from tests.training.runs import tiny_settings
from training.start import RARE, start_model

LACKING = 4
"""Tags of two labels, and as many fields, that an older release lacks."""


def started(folder: Path, release: Path | None = None) -> tuple[Any, Any]:
    return start_model(tiny_settings(folder), release)


def older_release(folder: Path) -> Any:
    """A model of fewer labels and fields, saved as a release is."""
    model, tokenizer = started(folder)
    names = [*TAGS[:-LACKING], *STATED[:-LACKING]]
    config = model.config
    config.num_labels, config.id2label, config.label2id = len(names), dict(enumerate(names)), {name: n for n, name in enumerate(names)}
    torch.manual_seed(5)
    auto: Any = AutoModelForTokenClassification
    old = auto.from_config(config).half()
    old.save_pretrained(folder / "old")
    tokenizer.save_pretrained(folder / "old")
    return old.float()


def test_fields_begin_as_rare(tmp_path: Path) -> None:
    model, _ = started(tmp_path)
    assert model.classifier.bias[len(TAGS) :].tolist() == [RARE] * len(STATED)
    assert model.classifier.bias[: len(TAGS)].abs().max() < 1


def test_a_run_from_an_older_release_keeps_the_rows_of_its_labels_and_widens_the_head(tmp_path: Path) -> None:
    old = older_release(tmp_path)
    new, tokenizer = started(tmp_path, tmp_path / "old")
    ids = torch.tensor([tokenizer("收到3件")["input_ids"]])
    old.eval(), new.eval()
    with torch.inference_mode():
        before, after = old(input_ids=ids).logits, new(input_ids=ids).logits
    kept = len(TAGS) - LACKING
    assert torch.allclose(after[..., :kept], before[..., :kept], atol=1e-6)
    assert torch.allclose(after[..., len(TAGS) : -LACKING], before[..., kept:], atol=1e-6)
    assert [new.config.id2label[number] for number in range(new.config.num_labels)] == [*TAGS, *STATED]
    assert new.dtype == torch.float32


def test_labels_that_were_added_begin_as_on_the_base(tmp_path: Path) -> None:
    older_release(tmp_path)
    torch.manual_seed(9)
    base, _ = started(tmp_path)
    new, _ = started(tmp_path, tmp_path / "old")
    assert new.classifier.bias[-LACKING:].tolist() == [RARE] * LACKING
    added = new.classifier.weight[len(TAGS) - LACKING : len(TAGS)]
    assert 0 < added.std() < 3 * base.classifier.weight.std()


def test_the_labels_of_a_release_are_named_in_its_configuration(tmp_path: Path) -> None:
    older_release(tmp_path)
    named = json.loads((tmp_path / "old" / "config.json").read_text(encoding="utf-8"))["id2label"]
    assert list(named.values()) == [*TAGS[:-LACKING], *STATED[:-LACKING]]
