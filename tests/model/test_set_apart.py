"""Counts that their own words set apart from the record."""

import pytest

from tests.support import found, stated

SET_APART = {
    "lawsuits that have nothing to do with disclosure": (
        "[行政诉讼|REMEDY][1|REMEDY_COUNT=litigation.total]件。另有土地确权[行政诉讼|REMEDY][5|REMEDY_COUNT=other]件与信息公开无关。"
    ),
    "what is not counted in": "[收到|REQUEST_EVENT]申请[8|REQUEST_COUNT=requests.received]件;热线转来的[3|REQUEST_COUNT=other]件未计入。",
    "what is not counted in a year": (
        "[收到|REQUEST_EVENT]申请[8|REQUEST_COUNT=requests.received]件;热线转来的[3|REQUEST_COUNT=other]件未计入2021年总数。"
    ),
    "an average": "[政府公报|DISCLOSURE_ITEM][6|DISCLOSURE_COUNT=disclosure.gazette_issues]期,每期赠阅[3500|DISCLOSURE_COUNT=other]份。",
    "the highest one": "[阅读量|DISCLOSURE_ITEM][86000|DISCLOSURE_COUNT=website.reads]次,单篇最高[9000|DISCLOSURE_COUNT=other]次。",
    "a year's average for each": "人均每年[办理|REQUEST_EVENT]申请近[30|REQUEST_COUNT=other]件。",
    "one month": "12月份一个月的[发布量|DISCLOSURE_ITEM]就有[310|DISCLOSURE_COUNT=other]条。",
    "quarters": "[公开|DISCLOSURE_ITEM]信息按季度看依次为[1502|DISCLOSURE_COUNT=other]条。",
    "a fraction": "[公开信息|DISCLOSURE_ITEM][21.3|DISCLOSURE_COUNT=other]公里。",
}
COUNTED = {
    "the clause of another figure": (
        "[行政诉讼|REMEDY][5|REMEDY_COUNT=litigation.total]件,与上年相同;与信息公开无关的信件[9|OTHER_COUNT=other]封不计在内。"
    ),
    "a sum of money": "[收费|WORK_ITEM][21.5|AMOUNT=fees.amount]元。",
    "what is not counted in has a figure of its own": (
        "[收到|REQUEST_EVENT]申请[12|REQUEST_COUNT=requests.received]件(不计入信访[3|OTHER_COUNT=other]件),"
        "与信息公开无关的[2|OTHER_COUNT=other]件另行处理。"
    ),
    "the clause behind the figure has another's": (
        "[收到|REQUEST_EVENT]申请[12|REQUEST_COUNT=requests.received]件,与信息公开无关的[2|OTHER_COUNT=other]件另行处理。"
    ),
    "all quarters": "四个季度共[公开信息|DISCLOSURE_ITEM][12|DISCLOSURE_COUNT=disclosure.total]条。",
    "training of a quarter": "二季度举办[培训|WORK_ITEM][1|WORK_COUNT=training.sessions]期。",
    "all of a year": "全年均[公开信息|DISCLOSURE_ITEM][12|DISCLOSURE_COUNT=disclosure.total]条。",
    "all applicants": "申请人均为[自然人|APPLICANT_CATEGORY][5|APPLICANT_COUNT=requests.by_applicant.natural_person]人。",
    "the highest court": "[行政诉讼|REMEDY]最高人民法院[1|REMEDY_COUNT=litigation.total]件。",
    "an item of a list": "权责清单条目[公开|DISCLOSURE_ITEM][50|DISCLOSURE_COUNT=disclosure.total]条。",
    "whole numbers in 万": "[访问量|DISCLOSURE_ITEM][21.3万|DISCLOSURE_COUNT=website.visits]次。",
}


@pytest.mark.parametrize("markup", [*SET_APART.values(), *COUNTED.values()], ids=[*SET_APART, *COUNTED])
def test_what_words_set_apart_is_other_business_and_nothing_else_is(markup: str) -> None:
    assert found(markup) == stated(markup)
