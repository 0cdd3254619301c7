import pytest

from model.groups import Grouping, group
from model.mentions import find_mentions
from tests.support import folded, marked


def grouping(markup: str) -> Grouping:
    found = find_mentions(folded(markup), marked(markup)[1])
    return group(folded(markup), found.categories, found.counts)


def words(markup: str) -> list[list[str]]:
    return [[entity.text for entity in one.entities] for one in grouping(markup).groups]


def test_fewer_figures_than_names_make_one_group() -> None:
    markup = "[行政复议|REMEDY]、[行政诉讼|REMEDY][0|REMEDY_COUNT=reviews.total]件"
    assert words(markup) == [["行政复议", "行政诉讼"]]
    assert grouping(markup).pairs == frozenset()


def test_as_many_figures_as_names_make_a_list_of_pairs() -> None:
    markup = "[甲自然人|APPLICANT_CATEGORY]、[企业|APPLICANT_CATEGORY]分别为[3|APPLICANT_COUNT=other]、[4|APPLICANT_COUNT=other]件"
    assert words(markup) == [["甲自然人"], ["企业"]]
    text = marked(markup)[0]
    assert grouping(markup).pairs == {(0, text.index("3")), (text.index("企业"), text.index("4"))}


def test_a_figure_between_two_names_parts_them() -> None:
    markup = "办理[12|WORK_COUNT=proposals.npc]件[人大代表建议|WORK_ITEM]和[8|WORK_COUNT=proposals.cppcc]件[政协提案|WORK_ITEM]"
    assert words(markup) == [["人大代表建议"], ["政协提案"]]


def test_names_of_different_labels_do_not_join() -> None:
    markup = "[行政复议|REMEDY][维持|REMEDY_RESULT][2|REMEDY_COUNT=reviews.upheld]件"
    assert words(markup) == [["行政复议"], ["维持"]]


def test_a_group_has_the_joint_field_of_its_members() -> None:
    (one,) = grouping("[予以公开|OUTCOME_CATEGORY]和[部分公开|OUTCOME_CATEGORY][12|OUTCOME_COUNT=other]件").groups
    assert one.each == ("requests.outcome.granted", "requests.outcome.partial")
    assert one.together == ("requests.outcome.granted_or_partial",)


def test_a_group_without_a_joint_field_has_none() -> None:
    (one,) = grouping("[行政复议|REMEDY]、[行政诉讼|REMEDY]共[3|REMEDY_COUNT=other]件").groups
    assert one.together == ()


def test_a_group_of_one_field_said_twice_has_it() -> None:
    (one,) = grouping("[网站|CHANNEL_CATEGORY]和[网络|CHANNEL_CATEGORY]申请共[3|CHANNEL_COUNT=other]件").groups
    assert one.each == one.together == ("requests.by_channel.online",)


@pytest.mark.parametrize(
    "markup",
    [
        "无[上年结转|REQUEST_EVENT],[办结|REQUEST_EVENT][21|REQUEST_COUNT=requests.processed]件",
        "未发生[行政复议|REMEDY],[行政诉讼|REMEDY][2|REMEDY_COUNT=litigation.total]件",
        "没有[行政诉讼|REMEDY],[行政复议|REMEDY]案件[2|REMEDY_COUNT=reviews.total]件",
    ],
)
def test_a_name_that_its_clause_denies_has_no_part_in_the_next_clauses_figure(markup: str) -> None:
    assert [len(one.members) for one in grouping(markup).groups] == [1, 1]


@pytest.mark.parametrize(
    "markup",
    [
        "无[行政复议|REMEDY]、[行政诉讼|REMEDY][0|REMEDY_COUNT=reviews.total]件",
        "[收到|REQUEST_EVENT],[办结|REQUEST_EVENT][21|REQUEST_COUNT=requests.processed]件",
        "没有[行政复议|REMEDY],[行政诉讼|REMEDY],共[0|REMEDY_COUNT=reviews.total]件",
    ],
)
def test_names_side_by_side_that_no_clause_of_its_own_denies_share_a_figure(markup: str) -> None:
    assert [len(one.members) for one in grouping(markup).groups] == [2]
