"""Single cases that the tagger took for words of all."""

import pytest

from model.characters import fold
from model.facts import FigureEntity
from model.single_cases import settle_single_cases


def labels(text: str, quoted: str, hints: tuple[tuple[str, float], ...]) -> list[str]:
    start = text.index(quoted)
    entity = FigureEntity("ALL", start, start + len(quoted), quoted, 0.9, hints)
    return [one.label for one in settle_single_cases(fold(text), [entity])]


@pytest.mark.parametrize(
    ("text", "field", "label"),
    [
        ("一起判决驳回", "litigation.upheld", "REMEDY_COUNT"),
        ("另一宗复议维持", "reviews.upheld", "REMEDY_COUNT"),
        ("一笔申请了解开业情况", "requests.processed", "REQUEST_COUNT"),
        ("另一件同意公开", "requests.outcome.granted", "OUTCOME_COUNT"),
        ("一件通过信函提出", "requests.by_channel.mail", "CHANNEL_COUNT"),
    ],
)
def test_a_one_before_its_unit_counts_what_is_hinted_at(text: str, field: str, label: str) -> None:
    assert labels(text, "一", ((field, 0.9),)) == [label]


@pytest.mark.parametrize(
    ("text", "quoted", "hints"),
    [
        ("均已答复", "均", (("requests.processed", 0.9),)),
        ("一律按时答复", "一", (("requests.processed", 0.9),)),
        ("一件不漏地答复", "一", (("requests.processed", 0.9),)),
        ("一件申请公开", "一", ()),
        ("一条全部上网", "一", (("disclosure.website", 0.9),)),
    ],
)
def test_words_of_all_stay(text: str, quoted: str, hints: tuple[tuple[str, float], ...]) -> None:
    assert labels(text, quoted, hints) == ["ALL"]
