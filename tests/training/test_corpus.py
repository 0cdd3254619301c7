from collections import Counter
from pathlib import Path

import pytest

from model.labels import LABELS
from tests.training.passages import HEADER, SLOTS, source
from training.corpus import check_file, main, read_corpus, read_passages, summary
from training.markup import MarkupError, Tagged
from training.passage import Passage

CORPUS = Path(__file__).parents[2] / "data" / "corpus"


@pytest.fixture(scope="module")
def corpus() -> list[Passage]:
    return read_corpus(CORPUS)


@pytest.mark.parametrize("path", sorted(CORPUS.glob("*.txt")), ids=lambda path: path.stem)
def test_the_corpus_has_no_mistakes(path: Path) -> None:
    assert check_file(path) == []


def test_the_corpus_is_large_enough(corpus: list[Passage]) -> None:
    assert len(corpus) >= 250
    assert len({passage.pieces for passage in corpus}) == len(corpus)


def test_every_label_occurs_often_enough_to_be_learned(corpus: list[Passage]) -> None:
    count = Counter(piece.label for passage in corpus for piece in passage.pieces if isinstance(piece, Tagged))
    never_written = {"UNIT"}  # added by the filler
    assert {label.name for label in LABELS if count[label.name] < 10} <= never_written


def test_a_summary_counts_passages_families_and_labels(corpus: list[Passage]) -> None:
    text = summary(corpus)
    assert text.startswith(f"{len(corpus)} passages in {len({passage.family for passage in corpus})} families")
    assert "REQUEST_COUNT" in text


def write(folder: Path, name: str, *sources: str) -> Path:
    path = folder / name
    path.write_text("".join(sources), encoding="utf-8")
    return path


def test_a_file_is_read_passage_by_passage(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", source("a/1"), source("a/2"), source("b/1", "甲\n乙"))
    passages = read_passages(path)
    assert [(one.name, one.family, one.file, one.line) for one in passages] == [
        ("a/1", "a", "a.txt", 1),
        ("a/2", "a", "a.txt", 12),
        ("b/1", "b", "a.txt", 23),
    ]
    assert passages[0].keys["issuer"] == "bureau"
    assert passages[0].slots["n"] == "a + b"
    assert passages[2].pieces == ("甲\n乙",)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("## a\n---\n甲\n", "line 1: a passage begins"),
        (f"## a/1\n{HEADER}甲\n", "no line '---'"),
        (f"## a/1\n{HEADER}---\n\n", "no text"),
        (f"## a/1\n{HEADER}what is this\n---\n甲\n", "line 6: neither a key nor a slot"),
        (f"## a/1\n{HEADER.replace('county', 'village')}---\n甲\n", "level is 'village'"),
        ("## a/1\nlayout: any\nlevel: town\n---\n甲\n", "issuer is None"),
        (f"## a/1\n{HEADER}year: 二〇二〇\n---\n甲\n", "line 6: year is '二〇二〇'"),
        (f"## a/1\n{HEADER}year: 2020-2018\n---\n甲\n", "line 6: year is '2020-2018'"),
        (f"## a/1\n{HEADER}---\n甲\n[乙|X]\n", "line 8: unknown label 'X'"),
    ],
)
def test_a_mistake_names_file_and_line(tmp_path: Path, text: str, message: str) -> None:
    (mistake,) = check_file(write(tmp_path, "bad.txt", text))
    assert mistake.startswith("bad.txt")
    assert message in mistake


@pytest.mark.parametrize(
    ("text", "slots", "message"),
    [("{x}", "", "unknown slot 'x'"), ("[3|REQUEST_COUNT=requests.received:a-900]", SLOTS, "a count below zero")],
)
def test_mistakes_that_fillings_bring_to_light_are_told(tmp_path: Path, text: str, slots: str, message: str) -> None:
    (mistake,) = check_file(write(tmp_path, "bad.txt", source("a/1", text, slots)))
    assert message in mistake
    assert "a/1 at line 1" in mistake


def test_a_file_without_passages_has_none(tmp_path: Path) -> None:
    assert read_passages(write(tmp_path, "a.txt", "")) == []


def test_a_folder_that_does_not_exist_is_no_empty_corpus(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="nowhere"):
        read_corpus(tmp_path / "nowhere")


def test_a_name_used_twice_is_a_mistake(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", source("a/1"), source("a/1"))
    with pytest.raises(MarkupError, match="a/1 is used twice"):
        read_corpus(tmp_path)


def test_a_family_in_two_files_is_a_mistake(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", source("a/1"))
    write(tmp_path, "b.txt", source("a/2"))
    with pytest.raises(MarkupError, match=r"b\.txt, line 1: the family a stands in a\.txt too"):
        read_corpus(tmp_path)


def test_the_command_tells_mistakes_and_fails(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    good, bad = write(tmp_path, "a.txt", source("a/1")), write(tmp_path, "b.txt", "## b\n")
    assert main(["check", str(good)]) == 0
    assert main(["check", str(good), str(bad)]) == 1
    assert "b.txt" in capsys.readouterr().out
    assert main([]) == 2


def test_the_command_tells_a_file_that_does_not_exist_in_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(tmp_path / "nowhere.txt")]) == 1
    (line,) = capsys.readouterr().out.splitlines()
    assert "nowhere.txt" in line


@pytest.mark.parametrize(("keys", "years"), [("layout: pre2019", (2008, 2018)), ("layout: any\nyear: 2016", (2016, 2016))])
def test_years_of_a_passage(tmp_path: Path, keys: str, years: tuple[int, int]) -> None:
    (one,) = read_passages(write(tmp_path, "a.txt", source("a/1", header=f"{keys}\nlevel: town\nissuer: town\n")))
    assert one.years == years
