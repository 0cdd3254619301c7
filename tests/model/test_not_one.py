import pytest

from model.characters import fold
from model.facts import Basis, FigureEntity
from model.not_one import settle_not_one
from tests.support import found, marked, read, stated


@pytest.mark.parametrize(
    "markup",
    [
        "[传真|CHANNEL_CATEGORY]的[一|CHANNEL_COUNT=other]件也[没有|NIL=requests.by_channel.fax]。",
        "[行政复议|REMEDY][一|REMEDY_COUNT=other]次都[未发生|NIL=reviews.total]。",
        "[没有|NIL=reviews.total][一|REMEDY_COUNT=other]件[行政复议|REMEDY]。",
    ],
)
def test_not_one_is_one_zero_and_no_count(markup: str) -> None:
    assert [fact for fact in found(markup) if fact[0] != "other"] == [fact for fact in stated(markup) if fact[0] != "other"]
    assert [fact.basis for fact in read(markup)] == [Basis.NIL]


def test_a_count_whose_words_have_no_zero_of_their_own_becomes_it() -> None:
    text = "传真的一件也没有。"
    count = FigureEntity("CHANNEL_COUNT", 3, 4, "一", 0.9, (("requests.by_channel.fax", 0.99),))
    assert settle_not_one(text, fold(text), [count]) == [FigureEntity("NIL", 3, 8, "一件也没有", 0.9, count.hints)]


@pytest.mark.parametrize(
    "markup", ["[一|REMEDY_COUNT=other]件也属重复", "未办结[1|REQUEST_COUNT=other]件", "2[1|REQUEST_COUNT=other]件也没有"]
)
def test_a_count_beside_other_words_stays(markup: str) -> None:
    text, entities, _ = marked(markup)
    assert settle_not_one(text, fold(text), entities) == list(entities)
