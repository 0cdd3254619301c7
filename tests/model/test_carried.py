"""Requests carried over, told by the year in which they came and that to which they went on."""

import time

import pytest

from model.carried import STILL_OPEN, year_gone_to
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
    "to the next year before the words": (
        "[办结|REQUEST_EVENT][18|REQUEST_COUNT=requests.processed]件,2020年[结转|REQUEST_EVENT]办理[2|REQUEST_COUNT=requests.carried_out]件。"
    ),
    "to the next year at the head of the words": "[2020年度结转|REQUEST_EVENT][2|REQUEST_COUNT=requests.carried_out]件。",
    "from the year before": "2018年[结转|REQUEST_EVENT]办理[2|REQUEST_COUNT=requests.carried_in]件。",
    "in the report's own year": "[2019年结转|REQUEST_EVENT]办理[2|REQUEST_COUNT=requests.carried_in]件。",
    "from the report's own year": "[2019年结转下年度|REQUEST_EVENT][4|REQUEST_COUNT=requests.carried_out]件。",
}

ANSWERED = {
    "in the next year by its number": (
        "[答复|REQUEST_EVENT][4|REQUEST_COUNT=requests.processed]件;剩余[1|REQUEST_COUNT=requests.carried_out]件按规定将于2020年1月[答复|REQUEST_EVENT]。"
    ),
    "in the next year with a day": "另有[2|REQUEST_COUNT=requests.carried_out]件经补正后于2020年1月8日[办结|REQUEST_EVENT]。",
    "in the next year in words": "还有[1|REQUEST_COUNT=requests.carried_out]件在次年1月[答复|REQUEST_EVENT]。",
    "in the next year behind when it came": (
        "[2|REQUEST_COUNT=requests.carried_out]件系12月下旬[收到|REQUEST_EVENT],于次年1月初[答复|REQUEST_EVENT]。"
    ),
    "all in the next year": (
        "[收到|REQUEST_EVENT]申请[3|REQUEST_COUNT=requests.received]件,[均|ALL=requests.carried_out:3]于2020年1月[答复|REQUEST_EVENT]。"
    ),
    "but for one in the next year": (
        "[受理|REQUEST_EVENT]申请[11|REQUEST_COUNT=requests.received]件,除[1|REQUEST_COUNT=requests.carried_out]件于2020年1月初[答复|REQUEST_EVENT]"
        "外,其余[均|ALL=requests.processed:10]按期[答复|REQUEST_EVENT]。"
    ),
    "in the report's own year": "[2|REQUEST_COUNT=requests.processed]件于2019年1月[答复|REQUEST_EVENT]。",
    "in a year after the next": "[2|REQUEST_COUNT=requests.processed]件于2021年1月[答复|REQUEST_EVENT]。",
    "up to a day of the next year": "截至2020年1月[答复|REQUEST_EVENT][9|REQUEST_COUNT=requests.processed]件。",
    "in the year after one that is named": "2018年12月提交的[2|REQUEST_COUNT=requests.processed]件于次年1月[答复|REQUEST_EVENT]。",
    "by a day of the next year": "[2|REQUEST_COUNT=requests.processed]件已于2020年1月底前[答复|REQUEST_EVENT]。",
    "with a verb of its own before": (
        "[办结|REQUEST_EVENT][5|REQUEST_COUNT=requests.processed]件,平均8日内,最迟的于2020年1月[答复|REQUEST_EVENT]。"
    ),
}


def of_requests(statements: list[Stated]) -> list[Stated]:
    return [statement for statement in statements if statement[0].startswith("requests.")]


@pytest.mark.parametrize("markup", CARRIED.values(), ids=list(CARRIED))
def test_requests_come_from_one_year_and_go_to_another(markup: str) -> None:
    assert of_requests(found(TITLE + markup)) == of_requests(stated(TITLE + markup))


@pytest.mark.parametrize("markup", ANSWERED.values(), ids=list(ANSWERED))
def test_what_is_answered_in_the_year_after_the_report_s_is_carried_out(markup: str) -> None:
    assert of_requests(found(TITLE + markup)) == of_requests(stated(TITLE + markup))


def test_a_year_is_the_next_of_no_report_whose_own_is_unknown() -> None:
    markup = "[2|REQUEST_COUNT=requests.processed]件于2020年1月[答复|REQUEST_EVENT]。"
    assert found(markup) == stated(markup)


@pytest.mark.parametrize(
    "words",
    [
        "尚在办理期限内",
        "仍在法定期限之内",
        "尚在办理中",
        "正在依法办理",
        "还在15个工作日期限内",
        "尚未到期",
        "未到答复期限",
        "答复期限未满",
        "尚未届满法定期限",
        "规定的办理答复期限尚未届满",
    ],
)
def test_words_say_that_there_is_time_yet(words: str) -> None:
    assert STILL_OPEN.fullmatch(words)


@pytest.mark.parametrize("words", ["均在规定期限内答复", "仍在法定期限内答复", "均未超期", "正在办理的事项", "尚在审理中", "未到场"])
def test_other_words_do_not(words: str) -> None:
    assert STILL_OPEN.search(words) is None


@pytest.mark.parametrize("repeated", ["办理", "规定的", "未满法定", "尚在依法", "尚未到"])
def test_hostile_text_is_searched_in_bounded_time(repeated: str) -> None:
    begun = time.perf_counter()
    assert STILL_OPEN.search(repeated * 20_000) is None
    assert time.perf_counter() - begun < 2


@pytest.mark.parametrize(
    ("words", "year"), [("2018年结转至2019年", "2019"), ("转入 2019年", "2019"), ("延至当年", "当年"), ("2019年结转下年度", None)]
)
def test_the_year_gone_to_stands_behind_its_preposition(words: str, year: str | None) -> None:
    assert year_gone_to(words) == year
