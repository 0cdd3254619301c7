import json
from pathlib import Path
from xml.etree import ElementTree

import pytest

import service.engine
from model.facts import Entity
from model.labels import LABELS
from model.pool import Job
from service.cli import main
from tests.service.fakes import DigitReader
from training.labelled.formats import read
from training.labelled.intake import Taken
from training.labelled.report import Status


class DoubtfulReader(DigitReader):
    """Is the less sure the longer the number."""

    def tag(self, text: str, job: Job | None = None) -> tuple[Entity, ...]:
        return tuple(Entity(one.label, one.start, one.end, one.text, 1 / len(one.text)) for one in super().tag(text))


@pytest.fixture(autouse=True)
def _fake(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(service.engine, "load_reader", lambda settings: DoubtfulReader())


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    texts = {"sure.txt": "收到3件,4件", "doubtful.txt": "收到3000件", "middling.txt": "收到30件", "nothing.txt": "没有"}
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return [str(tmp_path / name) for name in texts]


@pytest.mark.parametrize(("tool", "tasks"), [("label-studio", "tasks.json"), ("doccano", "tasks.jsonl")])
def test_the_least_certain_reports_come_first(tmp_path: Path, files: list[str], tool: str, tasks: str) -> None:
    assert main(["prelabel", *files, "--format", tool, "--output", str(tmp_path / "out")]) == 0
    outcomes = list(read((tmp_path / "out" / tasks).read_bytes()))
    names = [Path(one.report.source or "").name for one in outcomes if isinstance(one, Taken)]
    assert names == ["nothing.txt", "doubtful.txt", "middling.txt", "sure.txt"]


def test_predictions_carry_scores_and_the_release(tmp_path: Path, files: list[str]) -> None:
    main(["prelabel", *files, "--output", str(tmp_path / "out")])
    tasks = json.loads((tmp_path / "out" / "tasks.json").read_text(encoding="utf-8"))
    predictions = [task["predictions"][0] for task in tasks]
    assert [(one["model_version"], one["score"]) for one in predictions] == [("digits", score) for score in (0, 0.25, 0.5, 1)]
    assert [region["score"] for region in predictions[3]["result"]] == [1, 1]


def test_what_comes_back_from_doccano_counts_as_labelled(tmp_path: Path, files: list[str]) -> None:
    main(["prelabel", *files, "--format", "doccano", "--output", str(tmp_path / "out")])
    outcomes = read((tmp_path / "out" / "tasks.jsonl").read_bytes())
    assert {one.report.status for one in outcomes if isinstance(one, Taken)} == {Status.LABELLED}


def test_the_configuration_of_label_studio_has_every_label_with_its_colour(tmp_path: Path, files: list[str]) -> None:
    main(["prelabel", *files, "--output", str(tmp_path / "out")])
    view = ElementTree.parse(tmp_path / "out" / "labels.xml").getroot()
    assert [(label.get("value"), label.get("background")) for label in view.iter("Label")] == [(one.name, one.colour) for one in LABELS]
    (labels,), (text,) = view.iter("Labels"), view.iter("Text")
    assert (labels.get("name"), labels.get("toName"), text.get("name"), text.get("value")) == ("label", "text", "text", "$text")


def test_the_configuration_of_doccano_has_every_label_with_its_colour(tmp_path: Path, files: list[str]) -> None:
    main(["prelabel", *files, "--format", "doccano", "--output", str(tmp_path / "out")])
    types = json.loads((tmp_path / "out" / "labels.json").read_text(encoding="utf-8"))
    assert [(one["text"], one["background_color"]) for one in types] == [(one.name, one.colour) for one in LABELS]


def test_a_folder_that_cannot_be_made_is_told_before_a_document_is_read(
    tmp_path: Path, files: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["prelabel", "none.txt", "--output", files[0]]) == 1
    assert capsys.readouterr().err == f"nianbao: {files[0]}: File exists\n"


def test_a_document_that_cannot_be_read_is_told_and_the_others_are_written(
    tmp_path: Path, files: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["prelabel", "none.txt", files[0], "--output", str(tmp_path / "out")]) == 1
    assert capsys.readouterr().err == "nianbao: none.txt: No such file or directory\n"
    assert len(json.loads((tmp_path / "out" / "tasks.json").read_text(encoding="utf-8"))) == 1


def test_earlier_tasks_stay_where_no_document_is_read(tmp_path: Path, files: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "empty.jsonl").touch()
    command = ["prelabel", "--output", str(tmp_path / "out")]
    main([*command, *files])
    tasks = (tmp_path / "out" / "tasks.json").read_bytes()
    capsys.readouterr()
    assert main([*command, "none.txt"]) == 1
    assert main([*command, str(tmp_path / "empty.jsonl")]) == 1
    none_read = "nianbao: no document was read, so no tasks are written\n"
    assert capsys.readouterr() == ("", f"nianbao: none.txt: No such file or directory\n{none_read}{none_read}")
    assert (tmp_path / "out" / "tasks.json").read_bytes() == tasks
