"""Channels that their company tells."""

import pytest

from tests.support import found, stated

CHANNEL = {
    "before the kind": "在[信息公开目录|DISCLOSURE_ITEM]系统发布[政务动态|TOPIC][189|DISCLOSURE_COUNT=disclosure.catalog]篇。",
    "over a row of matters": (
        "通过[微信公众号|DISCLOSURE_ITEM]推送涉及教育、医疗的[政务动态|TOPIC][75|DISCLOSURE_COUNT=disclosure.wechat]条。"
    ),
    "beside other kinds": (
        "发布[公告|TOPIC][18|DISCLOSURE_COUNT=disclosure.by_topic]条,在[目录|DISCLOSURE_ITEM]发布[政务动态|TOPIC]"
        "[189|DISCLOSURE_COUNT=disclosure.catalog]篇,更新[组织机构|TOPIC]信息[12|DISCLOSURE_COUNT=disclosure.by_topic]条。"
    ),
}
KIND = {
    "in a list": (
        "通过[门户网站|DISCLOSURE_ITEM]公开[机构职能类|TOPIC][3|DISCLOSURE_COUNT=disclosure.by_topic]条、"
        "[规划计划类|TOPIC][5|DISCLOSURE_COUNT=disclosure.by_topic]条。"
    ),
    "of a channel with a figure of its own": (
        "[网站|DISCLOSURE_ITEM]发布[80|DISCLOSURE_COUNT=disclosure.website]条,其中[工作动态|TOPIC][50|DISCLOSURE_COUNT=disclosure.by_topic]条。"
    ),
    "in the clause behind": "充实[网站|DISCLOSURE_ITEM]内容,发布[工作动态|TOPIC][50|DISCLOSURE_COUNT=disclosure.by_topic]条。",
    "on two channels": (
        "通过[网站|DISCLOSURE_ITEM]、[微博|DISCLOSURE_ITEM]发布[工作动态|TOPIC][50|DISCLOSURE_COUNT=disclosure.by_topic]条。"
    ),
}


@pytest.mark.parametrize("markup", [*CHANNEL.values(), *KIND.values()], ids=[*CHANNEL, *KIND])
def test_one_figure_is_the_channels_and_a_list_is_the_kinds(markup: str) -> None:
    assert found(markup) == stated(markup)


WAYS = {
    "behind channels of requests": (
        "[邮寄|CHANNEL_CATEGORY][15|CHANNEL_COUNT=requests.by_channel.mail]件、[现场|CHANNEL_CATEGORY]"
        "[7|CHANNEL_COUNT=requests.by_channel.in_person]件,[网上|WORK_ITEM][无|NIL=requests.by_channel.online]。"
    ),
    "behind ways of asking": (
        "[现场咨询|WORK_ITEM][7|WORK_COUNT=consultations.in_person]件,[网上|WORK_ITEM][无|NIL=consultations.online]。"
    ),
    "in words of their own": (
        "[邮寄|CHANNEL_CATEGORY][15|CHANNEL_COUNT=requests.by_channel.mail]件,受理的[网上咨询|WORK_ITEM][无|NIL=consultations.online]。"
    ),
}


@pytest.mark.parametrize("markup", WAYS.values(), ids=list(WAYS))
def test_a_way_without_a_figure_is_of_the_list_in_which_it_stands(markup: str) -> None:
    assert found(markup) == stated(markup)


MAIL = {
    "beside letters": (
        "[邮件|CHANNEL_CATEGORY][1|CHANNEL_COUNT=requests.by_channel.email]件,"
        "[信函|CHANNEL_CATEGORY][2|CHANNEL_COUNT=requests.by_channel.mail]件。"
    ),
    "alone": (
        "[邮件|CHANNEL_CATEGORY][1|CHANNEL_COUNT=requests.by_channel.mail]件,"
        "[网上|CHANNEL_CATEGORY][2|CHANNEL_COUNT=requests.by_channel.online]件。"
    ),
}


@pytest.mark.parametrize("markup", MAIL.values(), ids=list(MAIL))
def test_mail_beside_letters_is_electronic(markup: str) -> None:
    assert found(markup) == stated(markup)
