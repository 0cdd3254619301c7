"""What was published since the beginning."""

import pytest

from tests.support import found, read

SINCE = ("截至2011年12月31日我厅累计", "截止2010年12月31日,全乡累计", "截至年底,累计")
IN_THE_YEAR = ("截至2011年12月31日,全年累计", "截至6月30日累计", "全年累计", "截至2011年12月31日,各级各部门累计")
COUNT = "[公开信息|DISCLOSURE_ITEM][65|DISCLOSURE_COUNT=disclosure.total]条。"


@pytest.mark.parametrize("words", SINCE)
def test_a_sum_up_to_the_end_of_a_year_is_cumulative(words: str) -> None:
    (fact,) = found(words + COUNT)
    assert (fact[0], fact[3]) == ("disclosure.cumulative", "cumulative")


@pytest.mark.parametrize("words", IN_THE_YEAR)
def test_a_sum_of_a_year_is_not(words: str) -> None:
    (fact,) = found(words + COUNT)
    assert (fact[0], fact[3]) == ("disclosure.total", "current")


def test_a_sum_of_requests_is_not() -> None:
    (fact,) = read("截至2011年12月31日累计[收到|REQUEST_EVENT]申请[5|REQUEST_COUNT=requests.received]件。")
    assert fact.time == "current"
