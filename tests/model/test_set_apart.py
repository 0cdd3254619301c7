"""Counts that their own words set apart from the record."""

import pytest

from tests.support import found, stated

SET_APART = {
    "lawsuits that have nothing to do with disclosure": (
        "[行政诉讼|REMEDY][1|REMEDY_COUNT=litigation.total]件。另有土地确权[行政诉讼|REMEDY][5|REMEDY_COUNT=other]件与信息公开无关。"
    ),
    "what is not counted in": "[收到|REQUEST_EVENT]申请[8|REQUEST_COUNT=requests.received]件;热线转来的[3|REQUEST_COUNT=other]件未计入。",
    "an average": "[政府公报|DISCLOSURE_ITEM][6|DISCLOSURE_COUNT=disclosure.gazette_issues]期,每期赠阅[3500|DISCLOSURE_COUNT=other]份。",
    "the highest one": "[阅读量|DISCLOSURE_ITEM][86000|DISCLOSURE_COUNT=website.reads]次,单篇最高[9000|DISCLOSURE_COUNT=other]次。",
    "a fraction": "[公开信息|DISCLOSURE_ITEM][21.3|DISCLOSURE_COUNT=other]公里。",
}
COUNTED = {
    "the clause of another figure": (
        "[行政诉讼|REMEDY][5|REMEDY_COUNT=litigation.total]件,与上年相同;与信息公开无关的信件[9|OTHER_COUNT=other]封不计在内。"
    ),
    "a sum of money": "[收费|WORK_ITEM][21.5|AMOUNT=fees.amount]元。",
    "whole numbers in 万": "[访问量|DISCLOSURE_ITEM][21.3万|DISCLOSURE_COUNT=website.visits]次。",
}


@pytest.mark.parametrize("markup", [*SET_APART.values(), *COUNTED.values()], ids=[*SET_APART, *COUNTED])
def test_what_words_set_apart_is_other_business_and_nothing_else_is(markup: str) -> None:
    assert found(markup) == stated(markup)
