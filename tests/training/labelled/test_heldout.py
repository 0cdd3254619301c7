from pathlib import Path

import pytest

from tests.training.passages import passages, source
from training.corpus import read_corpus
from training.evaluation.documents import fill_all
from training.labelled.heldout import without_heldout
from training.labelled.report import LabelledReport
from training.labelled.store import LabelledStore
from training.train import read_material

FREE = LabelledReport(text="本局共收到申请4件。", entities=())


@pytest.fixture
def held(tmp_path: Path) -> LabelledReport:
    """A report of the text that the passage of the held-out set in the folder is evaluated with, written somewhat otherwise."""
    (text,) = fill_all(passages(tmp_path, source("a/1")))
    return LabelledReport(text=text.gold.text.replace(",", ",\n") + "\n", entities=())


def test_reports_whose_text_is_held_out_are_set_apart(tmp_path: Path, held: LabelledReport) -> None:
    assert without_heldout([held, FREE], read_corpus(tmp_path)) == ([FREE], [held])
    assert without_heldout([held, FREE], []) == ([held, FREE], [])


def test_nothing_is_trained_on_them_and_they_are_named(tmp_path: Path, held: LabelledReport, capsys: pytest.CaptureFixture[str]) -> None:
    store = tmp_path / "labelled.sqlite"
    LabelledStore(store).add([held, FREE])
    material = read_material(Path("data/corpus"), store, tmp_path, None)
    assert [report.text for report in material.reports] == [FREE.text]
    assert held.id in capsys.readouterr().out
