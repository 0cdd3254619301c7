import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
import torch
from transformers import AutoModelForTokenClassification, AutoTokenizer

from model.fields import STATED
from model.labels import TAGS
from tests.training.passages import passages, source
from tests.training.runs import tiny_material, tiny_settings
from training.heads import kept_units
from training.material import Material, split_families
from training.rounding import Rounded
from training.run import CHECKPOINT, CURVES, DATA, ENVIRONMENT, LOG, MODEL, SETTINGS, Run, multiplies_bfloat16, new_optimiser
from training.settings import TrainSettings
from training.start import start_model


class KilledError(Exception):
    pass


@pytest.fixture(autouse=True)
def _one_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("training.run.usable_cpus", lambda: 1)


@pytest.fixture
def some(tmp_path: Path) -> Material:
    return tiny_material(tmp_path)


def weights(folder: Path) -> dict[str, torch.Tensor]:
    return dict(AutoModelForTokenClassification.from_pretrained(folder / "model").state_dict())


def test_a_run_leaves_a_model_that_loads_as_it_is(tmp_path: Path, some: Material) -> None:
    Run(tiny_settings(tmp_path), some, tmp_path / "run").run()
    model = AutoModelForTokenClassification.from_pretrained(tmp_path / "run" / "model")
    assert [model.config.id2label[number] for number in range(model.config.num_labels)] == [*TAGS, *STATED]
    ids = AutoTokenizer.from_pretrained(tmp_path / "run" / "model")("收到3件")["input_ids"]
    assert model(input_ids=torch.tensor([ids])).logits.shape == (1, 6, len(TAGS) + len(STATED))
    (entry,) = json.loads((tmp_path / "run" / "log.json").read_text(encoding="utf-8"))
    assert (entry["epoch"], 0 <= entry["dev_f1"] <= 1) == (1, True)


def test_training_lowers_the_loss(tmp_path: Path, some: Material) -> None:
    one = Run(tiny_settings(tmp_path, epochs=6, learning_rate=0.01, head_learning_rate=0.05), some, tmp_path / "run")
    one.run()
    assert one.log[-1]["loss"] < one.log[0]["loss"] / 2


@pytest.mark.skipif(not multiplies_bfloat16(), reason="the processor does not multiply bfloat16")
def test_half_precision_is_near_full_precision(tmp_path: Path, some: Material) -> None:
    losses = []
    for half in (True, False):
        one = Run(tiny_settings(tmp_path, bfloat16=half, epochs=3), some, tmp_path / f"run-{half}")
        one.run()
        losses.append(one.log[-1]["loss"])
    assert losses[0] != losses[1]
    assert losses[0] == pytest.approx(losses[1], rel=0.05)


@pytest.mark.parametrize("heads", [None, 1])
def test_a_killed_run_goes_on_to_the_same_weights(
    tmp_path: Path, some: Material, monkeypatch: pytest.MonkeyPatch, heads: int | None
) -> None:
    chosen = tiny_settings(tmp_path, epochs=1, heads=heads)
    first = Run(chosen, some, tmp_path / "whole")
    first.run()
    last = first.mends * first.steps // 2  # steps before the epoch in which it is killed
    killed = Run(chosen, some, tmp_path / "killed")
    step, steps = killed._step, iter(range(last + 3))

    def until_killed(batch: dict[str, torch.Tensor]) -> float:
        if next(steps, None) is None:
            raise KilledError
        return step(batch)

    monkeypatch.setattr(killed, "_step", until_killed)
    with pytest.raises(KilledError):
        killed.run()
    again = Run(chosen, some, tmp_path / "killed")
    assert (again.progress.epoch, again.progress.step) == (int(first.mends), 2)
    again.run()
    assert (again.losses, again.log[0]["loss"]) == (first.losses, first.log[0]["loss"])
    whole, resumed = weights(tmp_path / "whole"), weights(tmp_path / "killed")
    assert all(torch.equal(whole[name], resumed[name]) for name in whole)


def test_heads_are_emptied_for_a_last_epoch_and_stay_empty(tmp_path: Path, some: Material) -> None:
    one = Run(tiny_settings(tmp_path, heads=1), some, tmp_path / "run")
    attention = one.model.bert.encoder.layer[0].attention
    everything = len(kept_units(attention))
    one.run()
    assert len(kept_units(attention)) == everything // 2
    assert [entry["epoch"] for entry in one.log] == [1, 2]


def test_products_are_rounded_in_the_last_epoch_and_after_a_release(tmp_path: Path, some: Material) -> None:
    one = Run(tiny_settings(tmp_path, heads=1), some, tmp_path / "run")
    assert not any(isinstance(layer, Rounded) for layer in one.model.modules())
    one.run()
    assert all(isinstance(layer, Rounded) for layer in one.model.modules() if isinstance(layer, torch.nn.Linear))
    assert isinstance(one.model.classifier, Rounded)
    further = Run(tiny_settings(tmp_path), some, tmp_path / "further", tmp_path / "run" / "model")
    assert isinstance(further.model.classifier, Rounded)


def test_a_finished_run_started_again_changes_nothing(tmp_path: Path, some: Material) -> None:
    chosen = tiny_settings(tmp_path)
    Run(chosen, some, tmp_path / "run").run()
    first = weights(tmp_path / "run")
    Run(chosen, some, tmp_path / "run").run()
    assert all(torch.equal(first[name], value) for name, value in weights(tmp_path / "run").items())


def test_a_run_with_other_settings_is_not_gone_on_with(tmp_path: Path, some: Material) -> None:
    Run(tiny_settings(tmp_path), some, tmp_path / "run").run()
    with pytest.raises(ValueError, match="other settings"):
        Run(tiny_settings(tmp_path, seed=2), some, tmp_path / "run")


@pytest.mark.parametrize("families", [("a", "b"), ("d",), ()])
def test_a_corpus_without_training_or_development_passages_is_refused(tmp_path: Path, families: tuple[str, ...]) -> None:
    found = split_families(passages(tmp_path, *(source(f"{family}/1") for family in families)))
    with pytest.raises(ValueError, match="more families are needed"):
        Run(tiny_settings(tmp_path), Material(*found), tmp_path / "run")


def test_a_run_leaves_its_configuration_data_environment_log_and_curves_and_nothing_half_written(tmp_path: Path, some: Material) -> None:
    one = Run(tiny_settings(tmp_path, epochs=2), replace(some, hashes={"some.txt": "12ab"}), tmp_path / "run")
    one.run()
    folder = tmp_path / "run"
    assert {path.name for path in folder.iterdir()} == {CHECKPOINT, MODEL, SETTINGS, DATA, ENVIRONMENT, LOG, CURVES}
    assert TrainSettings.model_validate_json((folder / SETTINGS).read_text(encoding="utf-8")) == one.settings
    data = json.loads((folder / DATA).read_text(encoding="utf-8"))
    assert data == {"passages": {"train": 4, "dev": 1}, "reports": 0, "files": {"some.txt": "12ab"}}
    assert "torch" in json.loads((folder / ENVIRONMENT).read_text(encoding="utf-8"))["packages"]
    assert [entry["epoch"] for entry in json.loads((folder / LOG).read_text(encoding="utf-8"))] == [1, 2]
    assert (folder / CURVES).read_bytes().startswith(b"\x89PNG")


def test_the_same_settings_and_data_give_the_same_scores_twice(tmp_path: Path, some: Material) -> None:
    runs = [Run(tiny_settings(tmp_path, epochs=2), some, tmp_path / name) for name in ("one", "two")]
    for one in runs:
        one.run()
    assert runs[0].losses == runs[1].losses
    assert runs[0].evaluate() == runs[1].evaluate()


def test_progress_tells_steps_and_time_left_of_the_whole_run(tmp_path: Path, some: Material, capsys: pytest.CaptureFixture[str]) -> None:
    one = Run(tiny_settings(tmp_path, epochs=2), some, tmp_path / "run")
    one.run()
    last = capsys.readouterr().out.split("\r")[-1]
    assert re.search(rf"{len(one.losses)}/{one.steps} \[\d\d:\d\d<\d\d:\d\d.*epoch=2/2, loss=", last)


def test_a_run_with_other_data_is_not_gone_on_with(tmp_path: Path, some: Material) -> None:
    Run(tiny_settings(tmp_path), replace(some, hashes={"some.txt": "12"}), tmp_path / "run").run()
    with pytest.raises(ValueError, match="other data"):
        Run(tiny_settings(tmp_path), replace(some, hashes={"some.txt": "34"}), tmp_path / "run")


def test_the_classifier_has_a_rate_of_its_own_and_biases_do_not_decay(tmp_path: Path) -> None:
    chosen = tiny_settings(tmp_path, learning_rate=0.001, head_learning_rate=0.02, weight_decay=0.3)
    model, _ = start_model(chosen, None)
    groups = new_optimiser(model, chosen).param_groups
    rates = {id(value): (group["lr"], group["weight_decay"]) for group in groups for value in group["params"]}
    assert rates[id(model.classifier.weight)] == (0.02, 0.3)
    assert rates[id(model.classifier.bias)] == (0.02, 0.0)
    inner = dict(model.bert.named_parameters())
    assert rates[id(inner["encoder.layer.0.output.dense.weight"])] == (0.001, 0.3)
    assert rates[id(inner["encoder.layer.0.output.LayerNorm.weight"])] == (0.001, 0.0)
    assert len(rates) == len(list(model.parameters()))


def test_frozen_embeddings_stay(tmp_path: Path, some: Material) -> None:
    one = Run(tiny_settings(tmp_path, freeze_embeddings=True), some, tmp_path / "run")
    words = one.model.bert.embeddings.word_embeddings.weight
    before = words.clone()
    one.run()
    assert torch.equal(words, before)
