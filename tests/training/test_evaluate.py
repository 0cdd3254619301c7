import json
from pathlib import Path

import pytest

from tests.training.passages import passages, source
from training.evaluate import main
from training.evaluation.texts import read_texts, texts_sha256
from training.labelled.formats import FORMATS
from training.labelled.report import LabelledEntity, LabelledReport
from training.labelled.store import LabelledStore
from training.registry import RELEASES, Registry


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    folder = tmp_path / "texts"
    folder.mkdir()
    passages(folder, source("a/1"), source("a/2"))
    return folder


def written(runs: Path) -> list[dict[str, object]]:
    return [json.loads(path.read_text(encoding="utf-8")) for path in sorted(runs.glob("*/evaluation.json"))]


def test_evaluations_are_printed_kept_and_listed(texts: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    runs = tmp_path / "runs"
    name = Registry(RELEASES).current() or ""
    assert main(["--on", str(texts), "--runs", str(runs)]) == 0
    assert "facts (field, kind, value)" in capsys.readouterr().out
    assert main([str(RELEASES / name), "--on", str(texts / "some.txt"), "--compare", name, "--runs", str(runs)]) == 0
    assert f"{'facts':32}   +0.0000 [+0.0000, +0.0000]" in capsys.readouterr().out
    assert all(path.read_text(encoding="utf-8").startswith("<!doctype html>") for path in runs.glob("*/evaluation.html"))
    alone, compared = written(runs)
    assert len(alone["evaluations"]) == 1  # type: ignore[arg-type]
    assert (alone["differences"], alone["texts_sha256"]) == ({}, compared["texts_sha256"])
    assert len(compared["evaluations"]) == 2  # type: ignore[arg-type]
    assert compared["differences"]["facts"] == {"value": 0, "low": 0, "high": 0}  # type: ignore[index]
    assert main(["--list", "--runs", str(runs)]) == 0
    _, *lines = capsys.readouterr().out.splitlines()
    assert [line.split()[1:3] for line in lines] == [[name, "texts"], [name, "some.txt"], [name, "some.txt"]]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["nobody"], "no release 'nobody'"),
        (["./nowhere"], "no readable manifest"),
        (["--on", "nothing.txt"], "No such file"),
        (["--on", "tests/model"], "holds no labelled text"),
    ],
)
def test_what_cannot_be_evaluated_is_told(arguments: list[str], told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*arguments, "--runs", str(tmp_path / "runs")]) == 1
    assert told in capsys.readouterr().err
    assert not (tmp_path / "runs").exists()


def test_the_hash_of_texts_tells_their_labels_too(tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    passages(tmp_path, source("a/1"))
    passages(tmp_path / "other", source("a/1", text="无[行政复议|REMEDY]。", slots=""))
    one, again, other = (texts_sha256(read_texts(str(path), tmp_path / "none")) for path in (tmp_path, tmp_path, tmp_path / "other"))
    assert one == again != other


def test_labelled_reports_are_read_from_files_of_any_format_and_from_the_store(tmp_path: Path) -> None:
    reports = [LabelledReport(text=f"收到{n}件", entities=(LabelledEntity(label="REQUEST_EVENT", start=0, end=2),)) for n in range(40)]
    store, file = tmp_path / "labelled.sqlite", tmp_path / "some.jsonl"
    LabelledStore(store).add(reports)
    doccano = FORMATS["doccano"]
    file.write_text("".join(doccano.file(map(doccano.write, reports))), encoding="utf-8")
    in_file, in_store = read_texts(str(file), store), read_texts("labelled", store)
    assert [one.gold.text for one in in_file] == [one.text for one in reports]
    assert 0 < len(in_store) < 15
    assert {one.gold for one in in_store} < {one.gold for one in in_file}
    file.write_text(file.read_text(encoding="utf-8").replace("REQUEST_EVENT", "NOBODY", 1), encoding="utf-8")
    with pytest.raises(ValueError, match=r"line 1.*NOBODY"):
        read_texts(str(file), store)


def test_reports_without_fields_are_the_same_texts_in_mark_up_as_in_any_other_format(tmp_path: Path) -> None:
    spans = (LabelledEntity(label="REQUEST_EVENT", start=0, end=2), LabelledEntity(label="REQUEST_COUNT", start=4, end=6))
    report = LabelledReport(text="收到申请34件", entities=(*spans, LabelledEntity(label="UNIT", start=6, end=7)))
    found = []
    for name in ("markup", "doccano"):
        file = tmp_path / name
        file.write_text("".join(FORMATS[name].file([FORMATS[name].write(report)])), encoding="utf-8")
        found += [one.gold for one in read_texts(str(file), tmp_path / "none")]
    assert found[0] == found[1]
    assert [(fact.field, fact.value) for fact in found[0].facts] == [("requests.received", 34)]
