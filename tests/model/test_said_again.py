"""Figures that repeat one told before."""

import pytest

from tests.support import found, stated

RECEIVED = "[收到|REQUEST_EVENT]申请[80|REQUEST_COUNT=requests.received]件。"
AGAIN = {
    "behind 上述": (
        f"{RECEIVED}上述[80|REQUEST_COUNT=requests.received]件中,[予以公开|OUTCOME_CATEGORY][30|OUTCOME_COUNT=requests.outcome.granted]件。"
    ),
    "before 中, where a channel follows": (
        f"{RECEIVED}[80|CHANNEL_COUNT=requests.received]件中,[网络|CHANNEL_CATEGORY]占七成,"
        "即[56|CHANNEL_COUNT=requests.by_channel.online]件。"
    ),
    "before 之中, in one sentence": (
        "[公开|DISCLOSURE_ITEM][3117|DISCLOSURE_COUNT=disclosure.total]条,[3117|DISCLOSURE_COUNT=disclosure.total]条之中,"
        "[门户网站|DISCLOSURE_ITEM][2494|DISCLOSURE_COUNT=disclosure.website]条。"
    ),
}
AGAIN["behind a table"] = AGAIN["behind 上述"].replace("件。", "件。\n四、结转下年度继续办理 0 0 0 0 0 0 0\n", 1)
NOT_AGAIN = {
    "a figure that was not told": f"{RECEIVED}[70|CHANNEL_COUNT=requests.by_channel.online]件之中,[网络|CHANNEL_CATEGORY]申请居多。",
    "a figure of another unit": f"{RECEIVED}[80|CHANNEL_COUNT=requests.by_channel.online]次之中,[网络|CHANNEL_CATEGORY]申请居多。",
    "a figure with words of its own": (
        f"{RECEIVED}[不掌握|OUTCOME_CATEGORY]的也是这[80|OUTCOME_COUNT=requests.outcome.unable.not_held]件。"
    ),
}
CASES = (
    "[行政复议|REMEDY][6|REMEDY_COUNT=reviews.total]件,[维持|REMEDY_RESULT][5|REMEDY_COUNT=reviews.upheld]件,"
    "[纠正|REMEDY_RESULT][1|REMEDY_COUNT=reviews.corrected]件;[行政诉讼|REMEDY][3|REMEDY_COUNT=litigation.total]件,"
    "[败诉|REMEDY_RESULT][2|REMEDY_COUNT=litigation.corrected]件。"
)
RESULTS = {
    "of two remedies together": f"{CASES}上述被[纠正|REMEDY_RESULT]的[3|REMEDY_COUNT=other]件均已重新答复。",
    "of the remedy before the last": f"{CASES}以上[维持|REMEDY_RESULT]的[5|REMEDY_COUNT=reviews.upheld]件已归档。",
    "in other words": f"{CASES}上述被[撤销|REMEDY_RESULT]的[1|REMEDY_COUNT=reviews.corrected]件已重新答复。",
}
NO_RESULTS = {
    "a result not told before": f"{CASES}上述[终止|REMEDY_RESULT]的[1|REMEDY_COUNT=litigation.other]件系撤诉。",
    "a result told of cases": (
        "[行政复议|REMEDY][6|REMEDY_COUNT=reviews.total]件,上述案件中被[纠正|REMEDY_RESULT]的[2|REMEDY_COUNT=reviews.corrected]件。"
    ),
    "a result of its own remedy": f"{CASES}其中[败诉|REMEDY_RESULT]的[1|REMEDY_COUNT=litigation.corrected]件已重新答复。",
}


@pytest.mark.parametrize("markup", [*RESULTS.values(), *NO_RESULTS.values()], ids=[*RESULTS, *NO_RESULTS])
def test_cases_of_a_result_said_again_are_no_fact_of_another_remedy(markup: str) -> None:
    assert found(markup) == stated(markup)


@pytest.mark.parametrize("markup", [*AGAIN.values(), *NOT_AGAIN.values()], ids=[*AGAIN, *NOT_AGAIN])
def test_a_figure_said_again_states_what_it_stated(markup: str) -> None:
    assert found(markup) == stated(markup)
