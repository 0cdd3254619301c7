import pytest

from model.characters import fold
from model.tables.regions import find_regions
from model.tables.text import table_text
from training.bench.texts import drawn_texts


@pytest.fixture(scope="module")
def texts() -> list[str]:
    return drawn_texts(30)


def test_they_are_the_same_every_time(texts: list[str]) -> None:
    assert drawn_texts(5) == texts[:5]


def test_they_are_of_mixed_length(texts: list[str]) -> None:
    assert len(set(texts)) == 30
    assert min(map(len, texts)) < 600
    assert max(map(len, texts)) > 4000


def test_every_second_one_has_the_statutory_tables(texts: list[str]) -> None:
    assert all(find_regions(table_text(text, fold(text))) for text in texts[::2])
