from model.labels import LABELS
from training.corpus import CORPUS, read_corpus
from training.datacard import CARD, data_card


def test_the_data_card_is_that_of_the_corpus() -> None:
    assert CARD.read_text(encoding="utf-8") == data_card(read_corpus(CORPUS)), "run python -m training.datacard"


def test_the_data_card_lists_every_label() -> None:
    card = data_card([])
    assert all(f"| {label.name} |" in card for label in LABELS)
