"""Requests told one by one, each with what became of it."""

import pytest

from tests.support import found, stated

TWO = "[收到|REQUEST_EVENT]申请[2|REQUEST_COUNT=requests.received]件,"
FIVE = "[收到|REQUEST_EVENT]申请[5|REQUEST_COUNT=requests.received]件,"
ALONE = {
    "each with its own": (
        TWO + "[一|OUTCOME_COUNT=requests.outcome.granted:1]件申请补助资金发放情况,[予以公开|OUTCOME_CATEGORY];"
        "[一|OUTCOME_COUNT=requests.outcome.denied:1]件申请鉴定材料,[不予公开|OUTCOME_CATEGORY]。"
    ),
    "of a request": TWO + "[1|REQUEST_COUNT=requests.outcome.granted]件申请公开收费依据,已予[公开|OUTCOME_CATEGORY]。",
    "of another one": (
        TWO + "一件要求提供改造资料,因[不属本办掌握|OUTCOME_CATEGORY],已转地方;"
        "另[一|OUTCOME_COUNT=requests.outcome.partial:1]件要求公开事故处理情况,[予以部分公开|OUTCOME_CATEGORY]。"
    ),
    "in parts of one sentence": (
        TWO + "其中[1|REQUEST_COUNT=requests.outcome.granted]件要求公开预算,已书面[同意公开|OUTCOME_CATEGORY],"
        "[1|REQUEST_COUNT=requests.outcome.unable]件要求公开图纸,经查[无法提供|OUTCOME_CATEGORY]。"
    ),
    "in bodies' own unit": (
        "[接到|REQUEST_EVENT][两|REQUEST_COUNT=requests.received:2]笔申请,"
        "[一|REQUEST_COUNT=requests.outcome.granted:1]笔申请了解开业批复,已书面[同意公开|OUTCOME_CATEGORY];另一笔申请人撤回。"
    ),
    "where others are asked for": (
        TWO + "[1|REQUEST_COUNT=requests.outcome.granted]件要求同时提供其他单位的材料,[予以公开|OUTCOME_CATEGORY]。"
    ),
    "where it is other handling": (TWO + "[1|REQUEST_COUNT=requests.outcome.other]件涉及征地,[其他处理|OUTCOME_CATEGORY]。"),
    "beside what its own part says too": (
        TWO + "[1|REQUEST_COUNT=requests.processed,requests.outcome.granted]件已[答复|REQUEST_EVENT],结果为[同意公开|OUTCOME_CATEGORY]。"
    ),
}
NOT_ALONE = {
    "of several": TWO + "[2|REQUEST_COUNT=other]件申请公开收费依据,已予[公开|OUTCOME_CATEGORY]。",
    "where its outcome has a figure": (
        TWO + "[1|REQUEST_COUNT=other]件要求公开预算,[同意公开|OUTCOME_CATEGORY][2|OUTCOME_COUNT=requests.outcome.granted]件。"
    ),
    "where it is asked for": TWO + "[1|REQUEST_COUNT=other]件涉及征地,要求[公开|OUTCOME_CATEGORY]。",
    "where it is denied": TWO + "[1|REQUEST_COUNT=other]件涉及征地,第三方不[同意公开|OUTCOME_CATEGORY]。",
    "where others will": TWO + "[1|REQUEST_COUNT=other]件涉及征地,转由市局[公开|OUTCOME_CATEGORY]。",
    "where more is told": (TWO + "[1|REQUEST_COUNT=other]件涉及征地,[同意公开|OUTCOME_CATEGORY],申请人不服提起[行政复议|REMEDY]。"),
    "where another figure has the outcome": (
        "[同意公开|OUTCOME_CATEGORY][5|OUTCOME_COUNT=requests.outcome.granted]件,另[1|REQUEST_COUNT=other]件涉及征地,已[予以公开|OUTCOME_CATEGORY]。"
    ),
    "behind what it is": "[信函|CHANNEL_CATEGORY][1|CHANNEL_COUNT=requests.by_channel.mail]件涉及征地,[同意公开|OUTCOME_CATEGORY]。",
    "where the rest has it": (
        FIVE + "[1|REQUEST_COUNT=requests.carried_out]件[结转下年度办理|REQUEST_EVENT],其余[予以公开|OUTCOME_CATEGORY]。"
    ),
    "where the rest has had it": (
        FIVE + "[1|REQUEST_COUNT=requests.carried_out]件[正在办理|REQUEST_EVENT],其余已[予以公开|OUTCOME_CATEGORY]。"
    ),
    "where the others have it": FIVE + "[1|REQUEST_COUNT=other]件转交市局,其他申请已[予以公开|OUTCOME_CATEGORY]。",
    "where what is left has it": FIVE + "[1|REQUEST_COUNT=other]件转交市局,而余下的[不予公开|OUTCOME_CATEGORY]。",
    "where it is done besides": (
        TWO + "[1|REQUEST_COUNT=requests.processed]件[办结|REQUEST_EVENT],同时[主动公开|OUTCOME_CATEGORY]相关信息。"
    ),
    "where more is done besides": TWO + "[1|REQUEST_COUNT=other]件转交市局,并同时[予以公开|OUTCOME_CATEGORY]。",
    "in the next part": TWO + "[1|REQUEST_COUNT=other]件涉及征地;已予[公开|OUTCOME_CATEGORY]。",
}


@pytest.mark.parametrize("markup", ALONE.values(), ids=list(ALONE))
def test_one_request_has_the_outcome_that_ends_its_part(markup: str) -> None:
    assert found(markup) == stated(markup)


@pytest.mark.parametrize("markup", NOT_ALONE.values(), ids=list(NOT_ALONE))
def test_no_outcome_is_told_of_one_request(markup: str) -> None:
    assert found(markup) == stated(markup)
