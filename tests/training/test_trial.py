import random
from collections.abc import Sequence
from pathlib import Path

import pytest

from model.facts import Kind, Time
from model.release import Release
from tests.training.passages import passages, source
from tests.training.releases import registry_of, write_release
from training.evaluation.bootstrap import Interval
from training.evaluation.runs import Measured
from training.evaluation.texts import read_texts
from training.labelled.store import LabelledStore
from training.registry import Registry
from training.trial import PARTS, REPORTS, drawn_reports, joined, main, told

BEFORE = "[去年|PREVIOUS][收到|REQUEST_EVENT]申请[{n}|REQUEST_COUNT=requests.received@previous]件。"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Registry:
    """The releases of a project, of which one is current."""
    registry = registry_of(tmp_path / "project", "now", "older")
    registry.promote("now", "someone", "")
    monkeypatch.setattr("training.trial.RELEASES", registry.folder)
    return registry


def test_the_reports_are_the_same_every_time_and_no_two_are_alike() -> None:
    added, further = list(drawn_reports("added")), list(drawn_reports("further"))
    assert added == list(drawn_reports("added"))
    assert len({report.id for report in (*added, *further)}) == 2 * REPORTS


def test_the_labels_of_a_report_stand_where_those_of_its_passages_do(tmp_path: Path) -> None:
    some = passages(tmp_path, source("a/1"), source("b/1", BEFORE, "n = int(30, 60)\n"))
    report = joined(random.Random(1), some, "one")
    assert (report.text.count("\n"), report.source) == (PARTS, "one")
    assert {report.text[one.start : one.end] for one in report.entities if one.label == "REQUEST_EVENT"} == {"收到"}
    counts = [fact for fact in report.facts or () if fact.kind is Kind.COUNT]
    assert [(fact.start, fact.end) for fact in counts] == [(one.start, one.end) for one in report.entities if one.label.endswith("_COUNT")]
    assert [int(report.text[fact.start : fact.end].replace(",", "")) for fact in counts] == [fact.value for fact in counts]
    lines = [report.text[: fact.start].rsplit("\n", 1)[-1] for fact in counts]
    assert [fact.time for fact in counts] == [Time.PREVIOUS if line.startswith("去年") else Time.CURRENT for line in lines]
    assert {fact.time for fact in counts} == {Time.PREVIOUS, Time.CURRENT}


def test_a_trial_trains_on_its_own_reports_from_the_current_release_and_leaves_those_of_the_project_alone(
    project: Registry, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "trial"
    own = Registry(folder / "releases")
    measured: list[tuple[str, int, list[str]]] = []

    def train(arguments: Sequence[str]) -> int:
        assert [*arguments] == [
            *("trial", "--from-release", "--releases", str(own.folder), "--store", str(folder / "added.sqlite")),
            *("--runs", str(folder / "runs"), "--set", "epochs=1", "--set", "seed=2"),
        ]
        assert own.current() == "now"
        with own.adding("trial") as half:
            write_release(half, "trial")
        return 0

    def measure(models: Sequence[Release], on: str, store: Path) -> Measured:
        measured.append((on, 0 if on == "heldout" else len(read_texts(on, store)), [one.name for one in models]))
        return Measured([], {"facts": Interval(-0.002, -0.01, 0.01) if on == "heldout" else Interval(0.25, 0.2, 0.3)}, "")

    monkeypatch.setattr("training.trial.train", train)
    monkeypatch.setattr("training.trial.measure", measure)
    monkeypatch.setattr("training.trial.promote", lambda arguments: ["trial", "--releases", str(own.folder)] == arguments)
    assert main(["--folder", str(folder), "--set", "epochs=1", "--set", "seed=2"]) == 0
    assert [report.text for report in LabelledStore(folder / "added.sqlite").current()] == [one.text for one in drawn_reports("added")]
    assert measured == [(str(folder / "further.jsonl"), REPORTS, ["trial", "now"]), ("heldout", 0, ["trial", "now"])]
    out = capsys.readouterr().out
    assert "+0.2500 [+0.2000, +0.3000]" in out
    assert "-0.0020 [-0.0100, +0.0100]" in out
    assert "the gate: refused" in out
    assert (project.names(), project.current()) == (["now", "older"], "now")


def test_a_trial_whose_training_fails_ends_with_1(project: Registry, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("training.trial.train", lambda arguments: 1)
    assert main(["--folder", str(tmp_path / "trial")]) == 1


def test_the_outcome_is_told_beside_what_is_wanted() -> None:
    minutes, style, heldout = told(5.46, Interval(0.29, 0.25, 0.33), Interval(-0.001, -0.002, 0.001)).split("\n")
    assert minutes.split() == ["minutes,", "training", "and", "release", "5.5", "at", "most", "15"]
    assert style.endswith("+0.2900 [+0.2500, +0.3300]          at least +0.1")
    assert heldout.endswith("-0.0010 [-0.0020, +0.0010]          at least -0.003")
