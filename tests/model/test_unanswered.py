"""Requests whose time is not over, in words that are not tagged."""

import pytest

from tests.support import found, stated

UNANSWERED = {
    "within the time for handling": (
        "[收到|REQUEST_EVENT]申请[9|REQUEST_COUNT=requests.received]件,[办结|REQUEST_EVENT][8|REQUEST_COUNT=requests.processed]件,"
        "[1|REQUEST_COUNT=requests.carried_out]件尚在办理期限内。"
    ),
    "in hand, but for which all were answered": (
        "[收到|REQUEST_EVENT]申请[9|REQUEST_COUNT=requests.received]件,除[2|REQUEST_COUNT=requests.carried_out]件尚在办理中,"
        "其余[均|ALL=requests.processed:7]已[答复|REQUEST_EVENT]。"
    ),
    "received late and not due": (
        "[答复|REQUEST_EVENT][46|REQUEST_COUNT=requests.processed]件,另有[2|REQUEST_COUNT=requests.carried_out]件系12月下旬"
        "[收到|REQUEST_EVENT],尚未到期。"
    ),
    "all of them": ("[收到|REQUEST_EVENT]申请[2|REQUEST_COUNT=requests.received]件,[均|ALL=requests.carried_out:2]尚在答复期限内。"),
    "what came in keeps its field": "[收到|REQUEST_EVENT]申请[2|REQUEST_COUNT=requests.received]件,尚在办理期限内。",
    "reviews": "[行政复议|REMEDY][1|REMEDY_COUNT=reviews.total]件尚在办理期限内。",
    "letters": (
        "[收到|REQUEST_EVENT]申请[2|REQUEST_COUNT=requests.received]件。来信[7|OTHER_COUNT=other]件,其中[1|OTHER_COUNT=other]件尚在办理中。"
    ),
    "further letters beside letters": (
        "[答复|REQUEST_EVENT][2|REQUEST_COUNT=requests.processed]件;来信[7|OTHER_COUNT=other]件,另有[1|OTHER_COUNT=other]件尚在办理中。"
    ),
    "what the words do not reach": ("[答复|REQUEST_EVENT][6|REQUEST_COUNT=requests.processed]件;提案尚在办理中。"),
}


@pytest.mark.parametrize("markup", UNANSWERED.values(), ids=list(UNANSWERED))
def test_requests_that_are_not_due_are_carried_out_and_nothing_else_is(markup: str) -> None:
    assert found(markup) == stated(markup)


def test_a_further_count_of_other_business_beside_requests_is_of_requests_where_it_is_not_due() -> None:
    markup = "[答复|REQUEST_EVENT][46|REQUEST_COUNT=requests.processed]件,另有[2|{}]件系12月下旬收到,仍在法定期限之内。"
    assert found(markup.format("OTHER_COUNT=other")) == stated(markup.format("REQUEST_COUNT=requests.carried_out"))
