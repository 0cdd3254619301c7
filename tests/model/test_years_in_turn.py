"""Years whose figures follow in the same order."""

import pytest

from model.facts import Time
from tests.support import read

IN_TURN = {
    "the report's year is not among them": (
        "[2021|PREVIOUS]年、[2022|PREVIOUS]年[收到|REQUEST_EVENT]申请分别为[188|REQUEST_COUNT=requests.received@previous]件、"
        "[231|REQUEST_COUNT=requests.received@previous]件。",
        [(188, Time.PREVIOUS), (231, Time.PREVIOUS)],
    ),
    "the report's year first": (
        "[2023|YEAR=year]年和[2022|PREVIOUS]年分别[收到|REQUEST_EVENT]申请[276|REQUEST_COUNT=requests.received]件、"
        "[231|REQUEST_COUNT=requests.received@previous]件。",
        [(276, Time.CURRENT), (231, Time.PREVIOUS)],
    ),
    "fewer figures than years": (
        "[2021|PREVIOUS]年、[2022|PREVIOUS]年[收到|REQUEST_EVENT]申请分别在[188|REQUEST_COUNT=requests.received@previous]件以上。",
        [(188, Time.PREVIOUS)],
    ),
}


@pytest.mark.parametrize(("markup", "expected"), IN_TURN.values(), ids=list(IN_TURN))
def test_each_figure_has_the_year_in_its_place(markup: str, expected: list[tuple[int, Time]]) -> None:
    assert [(fact.value, fact.time) for fact in read(markup) if fact.field == "requests.received"] == expected
