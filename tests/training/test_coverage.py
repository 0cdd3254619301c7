from pathlib import Path

from tests.training.passages import HEADER, RECEIVED, passages, source
from training.corpus import read_corpus
from training.coverage import WANTED, coverage, holes

CORPUS = Path(__file__).parents[2] / "data" / "corpus"


def test_the_corpus_has_no_holes() -> None:
    found = read_corpus(CORPUS)
    assert holes(coverage(found)) == []
    assert len(found) >= 900


def test_passages_are_counted_once_for_each_part_that_they_show(tmp_path: Path) -> None:
    decoy = HEADER.replace("1.1", "1.1, 4.6") + "decoy: yes\n"
    found = coverage(passages(tmp_path, source("a/1"), source("a/2", RECEIVED * 2, header=decoy)))
    assert found["pattern"] == {"1.1": 2, "4.6": 1}
    assert found["label"]["CHANNEL_COUNT"] == found["field"]["requests.by_channel.mail"] == 2
    assert (found["layout"], found["level"], found["issuer"]) == ({"2019": 2}, {"county": 2}, {"bureau": 2})
    assert found["decoy"] == {"no": 1, "yes": 1}


def test_what_is_rarer_than_wanted_is_a_hole(tmp_path: Path) -> None:
    found = coverage(passages(tmp_path, source("a/1")))
    assert f"layout 2019: 1 passages, {WANTED['layout']['2019']} wanted" in holes(found)
    assert len(holes(found)) == sum(len(parts) for parts in WANTED.values())
