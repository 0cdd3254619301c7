import json
from pathlib import Path

import pytest
import torch
from transformers import AutoModelForTokenClassification, AutoTokenizer

from model.fields import STATED
from model.labels import TAGS
from tests.training.labelled.made import REPORT
from tests.training.passages import passages, source
from tests.training.tiny import save_bert
from training.examples import split_families
from training.labelled.store import LabelledStore
from training.passage import Passage
from training.settings import TrainSettings
from training.train import CHECKPOINT, RARE, Run, main, multiplies_bfloat16, new_model, new_optimiser

FAMILIES = ("a", "b", "c", "d", "e")


class KilledError(Exception):
    pass


def settings(folder: Path, **other: object) -> TrainSettings:
    base = str(save_bert(folder / "base"))
    small = {"epochs": 1, "fillings": 4, "max_characters": 100, "batch_characters": 220, "checkpoint_steps": 2, "layers": None}
    return TrainSettings.model_validate({"base": base, **small, **other})


@pytest.fixture(autouse=True)
def _one_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("training.train.usable_cpus", lambda: 1)


@pytest.fixture
def some(tmp_path: Path) -> list[Passage]:
    found = passages(tmp_path, *(source(f"{family}/1") for family in FAMILIES))
    assert [passage.family for passage in split_families(found)[1]] == ["d"]
    return found


def weights(folder: Path) -> dict[str, torch.Tensor]:
    return dict(AutoModelForTokenClassification.from_pretrained(folder / "model").state_dict())


def test_a_run_leaves_a_model_that_loads_as_it_is(tmp_path: Path, some: list[Passage]) -> None:
    Run(settings(tmp_path), some, tmp_path / "run").run()
    model = AutoModelForTokenClassification.from_pretrained(tmp_path / "run" / "model")
    assert [model.config.id2label[number] for number in range(model.config.num_labels)] == [*TAGS, *STATED]
    ids = AutoTokenizer.from_pretrained(tmp_path / "run" / "model")("收到3件")["input_ids"]
    assert model(input_ids=torch.tensor([ids])).logits.shape == (1, 6, len(TAGS) + len(STATED))
    (entry,) = json.loads((tmp_path / "run" / "log.json").read_text(encoding="utf-8"))
    assert (entry["epoch"], 0 <= entry["dev_f1"] <= 1) == (1, True)


def test_fields_begin_as_rare(tmp_path: Path) -> None:
    model, _ = new_model(settings(tmp_path))
    assert model.classifier.bias[len(TAGS) :].tolist() == [RARE] * len(STATED)
    assert model.classifier.bias[: len(TAGS)].abs().max() < 1


def test_training_lowers_the_loss(tmp_path: Path, some: list[Passage]) -> None:
    one = Run(settings(tmp_path, epochs=6, learning_rate=0.01, head_learning_rate=0.05), some, tmp_path / "run")
    one.run()
    assert one.log[-1]["loss"] < one.log[0]["loss"] / 2


@pytest.mark.skipif(not multiplies_bfloat16(), reason="the processor does not multiply bfloat16")
def test_half_precision_is_near_full_precision(tmp_path: Path, some: list[Passage]) -> None:
    losses = []
    for half in (True, False):
        one = Run(settings(tmp_path, bfloat16=half, epochs=3), some, tmp_path / f"run-{half}")
        one.run()
        losses.append(one.log[-1]["loss"])
    assert losses[0] != losses[1]
    assert losses[0] == pytest.approx(losses[1], rel=0.05)


def test_a_killed_run_goes_on_to_the_same_weights(tmp_path: Path, some: list[Passage], monkeypatch: pytest.MonkeyPatch) -> None:
    chosen = settings(tmp_path, epochs=2)
    Run(chosen, some, tmp_path / "whole").run()
    killed = Run(chosen, some, tmp_path / "killed")
    step, steps = killed._step, iter(range(3))

    def until_killed(batch: dict[str, torch.Tensor]) -> float:
        if next(steps, None) is None:
            raise KilledError
        return step(batch)

    monkeypatch.setattr(killed, "_step", until_killed)
    with pytest.raises(KilledError):
        killed.run()
    again = Run(chosen, some, tmp_path / "killed")
    assert (again.progress.epoch, again.progress.step) == (0, 2)
    again.run()
    whole, resumed = weights(tmp_path / "whole"), weights(tmp_path / "killed")
    assert all(torch.equal(whole[name], resumed[name]) for name in whole)


def test_a_finished_run_started_again_changes_nothing(tmp_path: Path, some: list[Passage]) -> None:
    chosen = settings(tmp_path)
    Run(chosen, some, tmp_path / "run").run()
    first = weights(tmp_path / "run")
    Run(chosen, some, tmp_path / "run").run()
    assert all(torch.equal(first[name], value) for name, value in weights(tmp_path / "run").items())


def test_a_run_with_other_settings_is_not_gone_on_with(tmp_path: Path, some: list[Passage]) -> None:
    Run(settings(tmp_path), some, tmp_path / "run").run()
    with pytest.raises(ValueError, match="other settings"):
        Run(settings(tmp_path, seed=2), some, tmp_path / "run")


@pytest.mark.parametrize("families", [("a", "b"), ("d",), ()])
def test_a_corpus_without_training_or_development_passages_is_refused(tmp_path: Path, families: tuple[str, ...]) -> None:
    found = passages(tmp_path, *(source(f"{family}/1") for family in families))
    with pytest.raises(ValueError, match="more families are needed"):
        Run(settings(tmp_path), found, tmp_path / "run")


def test_no_half_written_checkpoint_is_left(tmp_path: Path, some: list[Passage]) -> None:
    Run(settings(tmp_path), some, tmp_path / "run").run()
    assert {path.name for path in (tmp_path / "run").iterdir()} == {CHECKPOINT, "model", "settings.json", "log.json"}


def test_the_classifier_has_a_rate_of_its_own_and_biases_do_not_decay(tmp_path: Path) -> None:
    chosen = settings(tmp_path, learning_rate=0.001, head_learning_rate=0.02, weight_decay=0.3)
    model, _ = new_model(chosen)
    groups = new_optimiser(model, chosen).param_groups
    rates = {id(value): (group["lr"], group["weight_decay"]) for group in groups for value in group["params"]}
    assert rates[id(model.classifier.weight)] == (0.02, 0.3)
    assert rates[id(model.classifier.bias)] == (0.02, 0.0)
    inner = dict(model.bert.named_parameters())
    assert rates[id(inner["encoder.layer.0.output.dense.weight"])] == (0.001, 0.3)
    assert rates[id(inner["encoder.layer.0.output.LayerNorm.weight"])] == (0.001, 0.0)
    assert len(rates) == len(list(model.parameters()))


def test_frozen_embeddings_stay(tmp_path: Path, some: list[Passage]) -> None:
    one = Run(settings(tmp_path, freeze_embeddings=True), some, tmp_path / "run")
    words = one.model.bert.embeddings.word_embeddings.weight
    before = words.clone()
    one.run()
    assert torch.equal(words, before)


def test_the_command_takes_settings_from_file_and_line(tmp_path: Path, some: list[Passage]) -> None:
    assert some
    config = tmp_path / "train.toml"
    config.write_text(
        f'base = "{save_bert(tmp_path / "base")}"\nlayers = [0]\nepochs = 3\nfillings = 1\nmax_characters = 64', encoding="utf-8"
    )
    main(["--run", str(tmp_path / "run"), "--config", str(config), "--corpus", str(tmp_path), "--set", "epochs=1", "--set", "seed=4"])
    saved = TrainSettings.model_validate_json((tmp_path / "run" / "settings.json").read_text(encoding="utf-8"))
    assert (saved.epochs, saved.seed, saved.fillings) == (1, 4, 1)


def test_labelled_reports_are_learnt_beside_the_corpus(tmp_path: Path, some: list[Passage]) -> None:
    store = tmp_path / "labelled.sqlite"
    LabelledStore(store).add([REPORT])
    alone = Run(settings(tmp_path), some, tmp_path / "alone")
    beside = Run(settings(tmp_path, labelled=str(store)), some, tmp_path / "beside")
    rows = [sum(len(batch["input_ids"]) for batch in run._epoch_batches(0)) for run in (alone, beside)]
    assert rows[1] == rows[0] + beside.settings.fillings


def test_a_store_that_is_not_there_is_refused_before_any_work(tmp_path: Path, some: list[Passage]) -> None:
    with pytest.raises(ValueError, match="labelled: there is no store"):
        Run(settings(tmp_path, labelled=str(tmp_path / "none.sqlite")), some, tmp_path / "run")
    assert not (tmp_path / "run").exists()
