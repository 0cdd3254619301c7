from pathlib import Path

import pytest

from tests.training.passages import passages, source
from training import heldout
from training.corpus import read_corpus
from training.heldout import HELDOUT, PHRASES, RUN, SUMS, checksums, main, overlaps

SENTENCE = "各镇街共收到政府信息公开申请若干件,其中网上提交的最多,信函次之。"


def test_the_held_out_set_is_what_was_frozen() -> None:
    assert (HELDOUT / SUMS).read_text(encoding="utf-8") == checksums(HELDOUT)


def test_no_run_of_the_held_out_set_stands_in_the_corpus() -> None:
    phrases = (HELDOUT / PHRASES).read_text(encoding="utf-8").split()
    assert overlaps(read_corpus(HELDOUT), read_corpus(Path("data/corpus")), phrases) == {}


def test_the_held_out_set_is_large_enough() -> None:
    found = read_corpus(HELDOUT)
    assert len(found) >= 240
    assert sum("report" in passage.family for passage in found) >= 12


def test_a_copied_sentence_is_found_whatever_its_spaces_and_years(tmp_path: Path) -> None:
    mine, theirs = tmp_path / "mine", tmp_path / "theirs"
    mine.mkdir()
    theirs.mkdir()
    corpus = passages(mine, source("a/1", "本局{year}年" + SENTENCE, ""))
    copied = passages(theirs, source("b/1", "2019年 " + SENTENCE[:9] + "\n" + SENTENCE[9:], ""), source("b/2", "无人申请。", ""))
    assert set(overlaps(copied, corpus, [])) == {"b/1"}


def test_set_phrases_are_no_overlap_and_join_no_runs(tmp_path: Path) -> None:
    corpus = passages(tmp_path, source("a/1", SENTENCE, ""))
    assert overlaps(corpus, corpus, [SENTENCE[:20]]) == {}
    assert overlaps(corpus, corpus, [SENTENCE[:10]])["a/1"][0] == SENTENCE[10 : 10 + RUN]
    assert overlaps(corpus, corpus, [])["a/1"][0] == SENTENCE[:RUN]


def test_a_changed_file_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    passages(tmp_path, source("a/1", "无人申请。", ""))
    (tmp_path / PHRASES).write_text("", encoding="utf-8")
    monkeypatch.setattr(heldout, "HELDOUT", tmp_path)
    assert main(["freeze"]) == 0
    assert main(["check"]) == 0
    (tmp_path / "some.txt").write_text((tmp_path / "some.txt").read_text(encoding="utf-8") + "\n", encoding="utf-8")
    assert main(["check"]) == 1
