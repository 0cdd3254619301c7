"""Requests carried over, told by the year in which they came and that to which they went on."""

import pytest

from model.carried import year_gone_to
from tests.support import Stated, found, stated

TITLE = "[2019|YEAR=year]年度报告\n"
CARRIED = {
    "to the report's own year and to the next": (
        "[2018|YEAR=year]年[受理|REQUEST_EVENT]、[顺延至2019年|REQUEST_EVENT]方[答复|REQUEST_EVENT]的有[6|REQUEST_COUNT=requests.carried_in]件;"
        "[2019|YEAR=year]年[受理|REQUEST_EVENT]、[顺延至2020年|REQUEST_EVENT]再[办理|REQUEST_EVENT]的有[9|REQUEST_COUNT=requests.carried_out]件。"
    ),
    "in one span with the answer": (
        "[2018|PREVIOUS]年[接收|REQUEST_EVENT]、[转到2019年办结|REQUEST_EVENT]的[6|REQUEST_COUNT=requests.carried_in]件。"
    ),
    "to this year in words": (
        "上一年度[接收|REQUEST_EVENT],[留到|REQUEST_EVENT]本年度才[办结|REQUEST_EVENT]的[6|REQUEST_COUNT=requests.carried_in]件,"
        "本年[接收|REQUEST_EVENT][20|REQUEST_COUNT=requests.received]件。"
    ),
    "from a year before to the year after it": (
        "[2017|PREVIOUS]年[受理|REQUEST_EVENT]、[结转至2018年|REQUEST_EVENT]的[3|REQUEST_COUNT=requests.carried_out@previous]件。"
    ),
    "from the report's own year": "[2019年结转下年度|REQUEST_EVENT][4|REQUEST_COUNT=requests.carried_out]件。",
}


def of_requests(statements: list[Stated]) -> list[Stated]:
    return [statement for statement in statements if statement[0].startswith("requests.")]


@pytest.mark.parametrize("markup", CARRIED.values(), ids=list(CARRIED))
def test_requests_come_from_one_year_and_go_to_another(markup: str) -> None:
    assert of_requests(found(TITLE + markup)) == of_requests(stated(TITLE + markup))


@pytest.mark.parametrize(
    ("words", "year"), [("2018年结转至2019年", "2019"), ("转入 2019年", "2019"), ("延至当年", "当年"), ("2019年结转下年度", None)]
)
def test_the_year_gone_to_stands_behind_its_preposition(words: str, year: str | None) -> None:
    assert year_gone_to(words) == year
