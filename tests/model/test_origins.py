"""Applicants and channels told between a verb and its figure."""

import pytest

from tests.support import found, stated

TOLD = {
    "an applicant": (
        "[收到|REQUEST_EVENT][自然人|APPLICANT_CATEGORY]申请[2|REQUEST_COUNT=requests.received,requests.by_applicant.natural_person]件。"
    ),
    "a channel": "[受理|REQUEST_EVENT][网上|CHANNEL_CATEGORY]申请[2|REQUEST_COUNT=requests.received,requests.by_channel.online]件。",
}
NOT_TOLD = {
    "where the applicant has a figure of its own": (
        "[收到|REQUEST_EVENT]申请[5|REQUEST_COUNT=requests.received]件,[自然人|APPLICANT_CATEGORY]"
        "[3|APPLICANT_COUNT=requests.by_applicant.natural_person]件。"
    ),
    "where two came together": "[收到|REQUEST_EVENT]书面申请和[网上|CHANNEL_CATEGORY]申请[2|REQUEST_COUNT=requests.received]件。",
    "in another clause": "[收到|REQUEST_EVENT]的多为[自然人|APPLICANT_CATEGORY]申请,共[2|REQUEST_COUNT=requests.received]件。",
    "of what was answered": "[答复|REQUEST_EVENT][自然人|APPLICANT_CATEGORY]申请[2|REQUEST_COUNT=requests.processed]件。",
}


@pytest.mark.parametrize("markup", [*TOLD.values(), *NOT_TOLD.values()], ids=[*TOLD, *NOT_TOLD])
def test_a_figure_states_whose_requests_it_counts_where_the_clause_says_it(markup: str) -> None:
    assert found(markup) == stated(markup)
