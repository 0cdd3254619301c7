"""Earlier years and the report's own, whichever of the two they were tagged as."""

import pytest

from model.facts import Time
from tests.support import read

TITLE = "[2015|YEAR=year]年政府信息公开工作年度报告\n"
TOLD = {
    "an earlier year": ("[收到|REQUEST_EVENT]申请5件,而[2014|YEAR=year]年有[3|REQUEST_COUNT=requests.received]件。", [(3, Time.PREVIOUS)]),
    "the report's own": (
        "[2014|PREVIOUS]年[收到|REQUEST_EVENT]申请[3|REQUEST_COUNT=requests.received]件、[2015|PREVIOUS]年[5|REQUEST_COUNT=requests.received]件。",
        [(3, Time.PREVIOUS), (5, Time.CURRENT)],
    ),
    "words for zero": ("[2014|YEAR=year]年则[未收到|NIL=requests.received][申请|REQUEST_EVENT]。", [(0, Time.PREVIOUS)]),
    "a figure behind the zero of an earlier year": (
        "[2014|YEAR=year]年[未收到|NIL=requests.received][申请|REQUEST_EVENT],本年[收到|REQUEST_EVENT][5|REQUEST_COUNT=requests.received]件。",
        [(0, Time.PREVIOUS), (5, Time.CURRENT)],
    ),
    "the report's own behind what an earlier year was": (
        "[2014|PREVIOUS]年情况较好,[2015|YEAR=year]年[收到|REQUEST_EVENT]申请[5|REQUEST_COUNT=requests.received]件。",
        [(5, Time.CURRENT)],
    ),
    "a comparison": ("[收到|REQUEST_EVENT]申请,比[2014|YEAR=year]年增加[3件|CHANGE=requests.received]。", [(3, Time.CURRENT)]),
    "a comparison whose change is tagged as a count": (
        "[收到|REQUEST_EVENT]申请,比[2014|YEAR=year]年增加[3|REQUEST_COUNT=requests.received]件。",
        [(3, Time.CURRENT)],
    ),
    "the year of a reason": (
        "因[2014|YEAR=year]年度申请引发[行政复议|REMEDY][2|REMEDY_COUNT=reviews.total]件、引发[行政诉讼|REMEDY][1|REMEDY_COUNT=litigation.total]件。",
        [(2, Time.CURRENT), (1, Time.CURRENT)],
    ),
    "the year of a reason that was tagged as the figure's": (
        "由于我局[2014|PREVIOUS]年的答复导致[行政复议|REMEDY][2|REMEDY_COUNT=reviews.total]件。",
        [(2, Time.CURRENT)],
    ),
    "the year of what led to the cases that are handled": (
        "本年审结[2014|YEAR=year]年度告知引发的[行政诉讼|REMEDY][4|REMEDY_COUNT=litigation.total]件,[悉数|ALL=litigation.upheld:4]被[驳回|REMEDY_RESULT]。",
        [(4, Time.CURRENT), (4, Time.CURRENT)],
    ),
    "the year of what cases come from": (
        "由[2013|PREVIOUS]年信息公开答复导致的[行政复议|REMEDY][2|REMEDY_COUNT=reviews.total]件。",
        [(2, Time.CURRENT)],
    ),
    "the year of cases that are handled": (
        "办理[2014|YEAR=year]年提起的[行政诉讼|REMEDY][3|REMEDY_COUNT=litigation.total@previous]件。",
        [(3, Time.PREVIOUS)],
    ),
    "from an earlier year's figure": (
        "[行政复议|REMEDY]由[2014|YEAR=year]年引发的[5|REMEDY_COUNT=reviews.total@previous]件降至[2|REMEDY_COUNT=reviews.total]件。",
        [(5, Time.PREVIOUS), (2, Time.CURRENT)],
    ),
    "a year behind a reason": (
        "因信息公开[2014|PREVIOUS]年引发[行政复议|REMEDY][2|REMEDY_COUNT=reviews.total@previous]件。",
        [(2, Time.PREVIOUS)],
    ),
    "the year before, untagged, at the head of its clause": (
        "[行政复议|REMEDY][0|REMEDY_COUNT=reviews.total]件。上一年度曾有[1|REMEDY_COUNT=reviews.total@previous]件[复议|REMEDY],已审结。",
        [(0, Time.CURRENT), (1, Time.PREVIOUS)],
    ),
    "the year before and what came after it": (
        "上年度发生[行政诉讼|REMEDY][2|REMEDY_COUNT=litigation.total@previous]件,本年[3|REMEDY_COUNT=litigation.total]件。",
        [(2, Time.PREVIOUS), (3, Time.CURRENT)],
    ),
    "what the year before left": (
        "上年有[2|REQUEST_COUNT=requests.carried_in]件[转至本年|REQUEST_EVENT]办理。",
        [(2, Time.CURRENT)],
    ),
    "a later year": (
        "[2016|YEAR=year]年将[收到|REQUEST_EVENT]申请[3|REQUEST_COUNT=requests.received]件。",
        [(3, Time.CURRENT)],
    ),
}


@pytest.mark.parametrize(("markup", "expected"), TOLD.values(), ids=list(TOLD))
def test_figures_have_the_time_of_their_year(markup: str, expected: list[tuple[int, Time]]) -> None:
    assert [(fact.value, fact.time) for fact in read(TITLE + markup) if fact.field != "year"] == expected


def test_without_a_year_of_its_own_a_text_is_read_as_it_is_tagged() -> None:
    (fact,) = read("[2015|PREVIOUS]年[收到|REQUEST_EVENT]申请[5|REQUEST_COUNT=requests.received]件。")
    assert fact.time is Time.PREVIOUS


def test_a_date_in_an_earlier_year_is_none_of_its_figures() -> None:
    facts = read(TITLE + "[2014|YEAR=year]年12月起[收到|REQUEST_EVENT]申请[5|REQUEST_COUNT=requests.received]件。")
    assert facts[-1].time is Time.CURRENT
