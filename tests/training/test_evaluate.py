import json
from pathlib import Path

import pytest

from tests.training.passages import passages, source
from training import evaluate as command
from training.evaluate import main


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    folder = tmp_path / "texts"
    folder.mkdir()
    passages(folder, source("a/1"), source("a/2"))
    return folder


def test_the_current_release_is_evaluated_into_a_table_a_file_and_a_page(
    texts: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["--on", str(texts), "--out", str(tmp_path / "out")])
    printed = capsys.readouterr().out
    assert "facts (field, kind, value)" in printed
    found = json.loads((tmp_path / "out" / "evaluation.json").read_text(encoding="utf-8"))
    assert [one["passages"] for one in found["evaluations"]] == [2]
    assert found["differences"] == {}
    assert (tmp_path / "out" / "evaluation.html").read_text(encoding="utf-8").startswith("<!doctype html>")


def test_a_release_compared_with_itself_does_not_differ(texts: Path, tmp_path: Path) -> None:
    current = str(command.CURRENT)
    main(["--on", str(texts), "--out", str(tmp_path / "out"), "--compare", current, current])
    found = json.loads((tmp_path / "out" / "evaluation.json").read_text(encoding="utf-8"))
    assert len(found["evaluations"]) == 2
    assert found["differences"]["facts"] == {"value": 0, "low": 0, "high": 0}
