"""Totals that no words name."""

import pytest

from tests.support import found, read, stated

TOTALS = {
    "channels make what was received": (
        "通过[网络|CHANNEL_CATEGORY]申请[50|CHANNEL_COUNT=requests.by_channel.online]件、[信函|CHANNEL_CATEGORY]"
        "[30|CHANNEL_COUNT=requests.by_channel.mail]件,共[80|REQUEST_COUNT=requests.received]件。"
    ),
    "received and carried in make what is to be handled": (
        "[收到|REQUEST_EVENT]申请[50|REQUEST_COUNT=requests.received]件,[上年结转|REQUEST_EVENT][3|REQUEST_COUNT=requests.carried_in]件,"
        "总共[53|REQUEST_COUNT=requests.to_handle]件。"
    ),
    "topics make what was published": (
        "[机构职能类|TOPIC][3|DISCLOSURE_COUNT=disclosure.by_topic]条,[财政预决算|TOPIC][7|DISCLOSURE_COUNT=disclosure.by_topic]条,"
        "合计[10|DISCLOSURE_COUNT=disclosure.total]条。"
    ),
    "proposals": (
        "[人大代表建议|WORK_ITEM][3|WORK_COUNT=proposals.npc]件,[政协提案|WORK_ITEM][7|WORK_COUNT=proposals.cppcc]件,"
        "共[10|WORK_COUNT=proposals.total]件。"
    ),
    "staff": (
        "[专职|WORK_ITEM][1|WORK_COUNT=staff.fulltime]人,[兼职|WORK_ITEM][4|WORK_COUNT=staff.parttime]人,合计[5|WORK_COUNT=staff.total]人。"
    ),
    "visits of the whole year behind their average": (
        "网站日均访问[1150|OTHER_COUNT=other]人次,全年[42万|OTHER_COUNT=website.visits]人次。"
    ),
    "what is done in the whole year behind an average of visits": (
        "网站日均访问[1150|OTHER_COUNT=other]人次,全年接访[42|OTHER_COUNT=other]人次。"
    ),
    "what was handled consists of them": (
        "[办理|REQUEST_EVENT]申请[105|REQUEST_COUNT=requests.to_handle]件,其中[新收|REQUEST_EVENT][100|REQUEST_COUNT=requests.received]件、"
        "[上年结转|REQUEST_EVENT][5|REQUEST_COUNT=requests.carried_in]件。"
    ),
    "the held ones come first": (
        "含[上年结转|REQUEST_EVENT][5|REQUEST_COUNT=requests.carried_in]件,共[收到|REQUEST_EVENT][105|REQUEST_COUNT=requests.to_handle]件。"
    ),
    "what does not consist of them is processed": (
        "[办理|REQUEST_EVENT]申请[106|REQUEST_COUNT=requests.processed]件,其中[新收|REQUEST_EVENT][100|REQUEST_COUNT=requests.received]件、"
        "[上年结转|REQUEST_EVENT][5|REQUEST_COUNT=requests.carried_in]件。"
    ),
    "what holds the carried-in ones is all that was there to handle": (
        "[收到|REQUEST_EVENT]申请[15|REQUEST_COUNT=requests.to_handle]件(含[上年结转|REQUEST_EVENT][2|REQUEST_COUNT=requests.carried_in]件)。"
    ),
    "what was answered stays that, though part of it was carried in": (
        "[收到|REQUEST_EVENT]申请[100|REQUEST_COUNT=requests.received]件,[办结|REQUEST_EVENT][113|REQUEST_COUNT=requests.processed]件,"
        "包括[上年结转|REQUEST_EVENT]申请[24|REQUEST_COUNT=requests.carried_in]件。"
    ),
    "what was answered is not all that was there to handle where the two are added": (
        "[收到|REQUEST_EVENT]申请[126|REQUEST_COUNT=requests.received]件,连同[上年结转|REQUEST_EVENT][5|REQUEST_COUNT=requests.carried_in]件,"
        "[按时答复|REQUEST_EVENT][131|REQUEST_COUNT=requests.processed]件。"
    ),
    "what was handled holds them too, whatever brackets it": (
        "[办理|REQUEST_EVENT]申请[18|REQUEST_COUNT=requests.to_handle]件,其中[上年结转|REQUEST_EVENT][3|REQUEST_COUNT=requests.carried_in]件。"
    ),
    "what was carried in is added": (
        "[收到|REQUEST_EVENT]申请[126|REQUEST_COUNT=requests.received]件,加上[上年结转|REQUEST_EVENT][5|REQUEST_COUNT=requests.carried_in]件,"
        "共[办理|REQUEST_EVENT][131|REQUEST_COUNT=requests.to_handle]件。"
    ),
    "what was handled is not what came in and was carried in where no word adds them": (
        "[收到|REQUEST_EVENT]申请[13|REQUEST_COUNT=requests.received]件,[上年结转|REQUEST_EVENT][2|REQUEST_COUNT=requests.carried_in]件,"
        "[办结|REQUEST_EVENT][15|REQUEST_COUNT=requests.processed]件。"
    ),
    "what does not hold them is what was received": (
        "[收到|REQUEST_EVENT]申请[15|REQUEST_COUNT=requests.received]件(不含[上年结转|REQUEST_EVENT][2|REQUEST_COUNT=requests.carried_in]件)。"
    ),
    "reasons make what they are reasons of": (
        "[不掌握|OUTCOME_CATEGORY][281|OUTCOME_COUNT=requests.outcome.unable.not_held]件、"
        "[需要另行制作|OUTCOME_CATEGORY][29|OUTCOME_COUNT=requests.outcome.unable.needs_making]件,"
        "两类相加[310|OUTCOME_COUNT=requests.outcome.unable]件。"
    ),
    "granted in full and in part": (
        "[予以公开|OUTCOME_CATEGORY][40|OUTCOME_COUNT=requests.outcome.granted]件、[部分公开|OUTCOME_CATEGORY]"
        "[9|OUTCOME_COUNT=requests.outcome.partial]件,两项共[49|OUTCOME_COUNT=requests.outcome.granted_or_partial]件;"
        "[不予公开|OUTCOME_CATEGORY][7|OUTCOME_COUNT=requests.outcome.denied]件。"
    ),
    "a total behind a list with its counts first": (
        "[无法提供|OUTCOME_CATEGORY]的最多,[281|OUTCOME_COUNT=requests.outcome.unable.not_held]件[不掌握|OUTCOME_CATEGORY]、"
        "[29|OUTCOME_COUNT=requests.outcome.unable.needs_making]件[需要另行制作|OUTCOME_CATEGORY],"
        "两类相加[310|OUTCOME_COUNT=requests.outcome.unable]件。"
    ),
    "the noun of the clause": "依申请公开[3|REQUEST_COUNT=requests.received]件。",
}


@pytest.mark.parametrize("markup", TOTALS.values(), ids=list(TOTALS))
def test_a_total_without_a_name_is_found(markup: str) -> None:
    assert found(markup) == stated(markup)


def test_a_figure_that_is_no_sum_stays_without_a_field() -> None:
    facts = read(
        "[网络|CHANNEL_CATEGORY][50|CHANNEL_COUNT=other]件、[信函|CHANNEL_CATEGORY][30|CHANNEL_COUNT=other]件,另有[79|REQUEST_COUNT=other]件。"
    )
    assert [(fact.field, fact.value) for fact in facts][-1] == ("other", 79)


def test_a_daily_average_of_visits_is_another_figure() -> None:
    (fact,) = read("市政府网站日均访问量[65000|OTHER_COUNT=other]次。")
    assert fact.field == "other"


def test_what_is_left_is_carried_out() -> None:
    facts = read("[办结|REQUEST_EVENT][127|REQUEST_COUNT=requests.processed]件,尚余[54|REQUEST_COUNT=requests.carried_out]件。")
    assert [(fact.field, fact.value) for fact in facts] == [("requests.processed", 127), ("requests.carried_out", 54)]
