"""Shares and changes."""

import pytest

from model.facts import Kind
from tests.support import found, read, stated

SHARES = {
    "count, share; count, share": (
        "其中[自然人|APPLICANT_CATEGORY][2936|APPLICANT_COUNT=requests.by_applicant.natural_person]件,占[86.56%|SHARE=requests.by_applicant.natural_person];"
        "[法人或其他组织|APPLICANT_CATEGORY][456|APPLICANT_COUNT=requests.by_applicant.legal_person]件,占[13.44%|SHARE=requests.by_applicant.legal_person]。"
    ),
    "a list of counts and a list of shares": (
        "[网络|CHANNEL_CATEGORY][30|CHANNEL_COUNT=requests.by_channel.online]件、[信函|CHANNEL_CATEGORY][20|CHANNEL_COUNT=requests.by_channel.mail]件,"
        "分别占[60%|SHARE=requests.by_channel.online]和[40%|SHARE=requests.by_channel.mail]。"
    ),
    "shares before": (
        "占[60%|SHARE=requests.by_channel.online]的[30|CHANNEL_COUNT=requests.by_channel.online]件为[网络|CHANNEL_CATEGORY]申请,"
        "占[40%|SHARE=requests.by_channel.mail]的[20|CHANNEL_COUNT=requests.by_channel.mail]件为[信函|CHANNEL_CATEGORY]申请。"
    ),
    "shares in brackets": (
        "[网络|CHANNEL_CATEGORY][30|CHANNEL_COUNT=requests.by_channel.online]件([60.0%|SHARE=requests.by_channel.online]),"
        "[信函|CHANNEL_CATEGORY][20|CHANNEL_COUNT=requests.by_channel.mail]件([40.0%|SHARE=requests.by_channel.mail])。"
    ),
    "a list of names and a list of shares": (
        "[网络|CHANNEL_CATEGORY]、[信函|CHANNEL_CATEGORY]、[当面|CHANNEL_CATEGORY]分别占[60%|SHARE=requests.by_channel.online]、"
        "[30%|SHARE=requests.by_channel.mail]、[10%|SHARE=requests.by_channel.in_person]。"
    ),
    "a share without a count": "[网络|CHANNEL_CATEGORY]申请占[60%|SHARE=requests.by_channel.online]。",
    "a share of two together": (
        "[答复|REQUEST_EVENT][100|REQUEST_COUNT=requests.processed]件,[予以公开|OUTCOME_CATEGORY][40|OUTCOME_COUNT=requests.outcome.granted]件、"
        "[部分公开|OUTCOME_CATEGORY][10|OUTCOME_COUNT=requests.outcome.partial]件,"
        "二者之和占答复总量的[50%|SHARE=requests.outcome.granted_or_partial]。"
    ),
    "a share of two that make no field": (
        "[网络|CHANNEL_CATEGORY][30|CHANNEL_COUNT=requests.by_channel.online]件、[信函|CHANNEL_CATEGORY][20|CHANNEL_COUNT=requests.by_channel.mail]件,"
        "两项合占[95.0%|SHARE=other]。"
    ),
    "an answer rate": (
        "[收到|REQUEST_EVENT]申请[4|REQUEST_COUNT=requests.received]件,[答复率|REQUEST_EVENT][100%|SHARE=requests.answer_rate]。"
    ),
    "tenths": "[网络|CHANNEL_CATEGORY][30|CHANNEL_COUNT=requests.by_channel.online]件,约占[六成|SHARE=requests.by_channel.online:60]。",
    "百分之": (
        "[网络|CHANNEL_CATEGORY][30|CHANNEL_COUNT=requests.by_channel.online]件,占[百分之六十|SHARE=requests.by_channel.online:60]。"
    ),
}
CHANGES = {
    "下行": "[收到|REQUEST_EVENT]申请[24|REQUEST_COUNT=requests.received]件,同比下行[47.83%|CHANGE=requests.received:-47.83]。",
    "more and growth": (
        "[收到|REQUEST_EVENT]申请[50|REQUEST_COUNT=requests.received]件,比上年增加[10件|CHANGE=requests.received],"
        "增长[25%|CHANGE=requests.received]。"
    ),
    "a fall": "[公开信息|DISCLOSURE_ITEM][90|DISCLOSURE_COUNT=disclosure.total]条,同比下降[10%|CHANGE=disclosure.total:-10]。",
    "fewer": "[收到|REQUEST_EVENT]申请[5|REQUEST_COUNT=requests.received]件,较上年减少[3件|CHANGE=requests.received:-3]。",
    "fewer behind the figure": (
        "[收到|REQUEST_EVENT]申请[5|REQUEST_COUNT=requests.received]件,比上年[3件|CHANGE=requests.received:-3]下降。"
    ),
    "a minus": "[收到|REQUEST_EVENT]申请[5|REQUEST_COUNT=requests.received]件,同比增长-[37.5%|CHANGE=requests.received:-37.5]。",
    "a multiple": "[收到|REQUEST_EVENT]申请[60|REQUEST_COUNT=requests.received]件,是上年的[1.5倍|CHANGE=requests.received#ratio]。",
    "growth by a multiple": "[收到|REQUEST_EVENT]申请[60|REQUEST_COUNT=requests.received]件,比上年增长[1.5倍|CHANGE=requests.received]。",
    "in the next sentence": "[收到|REQUEST_EVENT]申请[60|REQUEST_COUNT=requests.received]件。同比增长[20%|CHANGE=requests.received]。",
    "a list of changes": (
        "[收到|REQUEST_EVENT]、[办结|REQUEST_EVENT]申请[60|REQUEST_COUNT=requests.received]件、[55|REQUEST_COUNT=requests.processed]件,"
        "同比分别增长[20%|CHANGE=requests.received]、[10%|CHANGE=requests.processed]。"
    ),
    "a multiple of a figure in brackets": (
        "[收到|REQUEST_EVENT]申请[60|REQUEST_COUNT=requests.received]件,是[2019|PREVIOUS]年([40|REQUEST_COUNT=requests.received@previous]件)"
        "的[1.5倍|CHANGE=requests.received#ratio]。"
    ),
    "a multiple of a figure": (
        "[收到|REQUEST_EVENT]申请[60|REQUEST_COUNT=requests.received]件,相当于[2019|PREVIOUS]年[20|REQUEST_COUNT=requests.received@previous]件的"
        "[3倍|CHANGE=requests.received#ratio]。"
    ),
    "a fall in other words": (
        "[收到|REQUEST_EVENT]申请[60|REQUEST_COUNT=requests.received]件,较[去年|PREVIOUS]的[80|REQUEST_COUNT=requests.received@previous]件跌"
        "[25%|CHANGE=requests.received:-25]。"
    ),
    "a fall of fees": (
        "收取[复印费|WORK_ITEM][60|AMOUNT=fees.amount]元,[上年|PREVIOUS]为[80|AMOUNT=fees.amount@previous]元,减少[20元|CHANGE=fees.amount:-20]。"
    ),
    "of what is told of the earlier year in brackets": (
        "[受理|REQUEST_EVENT]申请[214|REQUEST_COUNT=requests.received]宗,其中[信函|CHANNEL_CATEGORY][41|CHANNEL_COUNT=requests.by_channel.mail]宗,"
        "[网上|CHANNEL_CATEGORY][173|CHANNEL_COUNT=requests.by_channel.online]宗,同比增长[36.3%|CHANGE=requests.received]"
        "([2017|PREVIOUS]年[157|REQUEST_COUNT=requests.received@previous]宗)。"
    ),
    "of a whole whose earlier figure stands in brackets": (
        "[公开信息|DISCLOSURE_ITEM][90|DISCLOSURE_COUNT=disclosure.total]条,[网站|DISCLOSURE_ITEM][60|DISCLOSURE_COUNT=disclosure.website]条,"
        "比上年增长[20%|CHANGE=disclosure.website]([2019|PREVIOUS]年为[50|DISCLOSURE_COUNT=disclosure.website@previous]条)。"
    ),
    "beside an earlier year's figure that is of more": (
        "[网上|CHANNEL_CATEGORY][173|CHANNEL_COUNT=requests.by_channel.online]宗,同比增长[36.3%|CHANGE=requests.by_channel.online]"
        "([2017|PREVIOUS]年[收到|REQUEST_EVENT]申请[157|REQUEST_COUNT=requests.received@previous]宗,网上渐多)。"
    ),
    "tenths": "[微博|DISCLOSURE_ITEM]发布[80|DISCLOSURE_COUNT=disclosure.weibo]条,比上年减少[两成|CHANGE=disclosure.weibo:-20]。",
    "a list of changes in both directions": (
        "[网站|DISCLOSURE_ITEM][90|DISCLOSURE_COUNT=disclosure.website]条,[微信|DISCLOSURE_ITEM][40|DISCLOSURE_COUNT=disclosure.wechat]条,"
        "[微博|DISCLOSURE_ITEM][30|DISCLOSURE_COUNT=disclosure.weibo]条,同比分别增长[8%|CHANGE=disclosure.website]、"
        "[15%|CHANGE=disclosure.wechat]和下降[6%|CHANGE=disclosure.weibo:-6]。"
    ),
    "each of two": (
        "[收到|REQUEST_EVENT]申请[60|REQUEST_COUNT=requests.received]件,增长[20%|CHANGE=requests.received];"
        "[办结|REQUEST_EVENT][58|REQUEST_COUNT=requests.processed]件,下降[3.2%|CHANGE=requests.processed:-3.2]。"
    ),
}


@pytest.mark.parametrize("markup", SHARES.values(), ids=list(SHARES))
def test_shares_belong_to_their_counts(markup: str) -> None:
    assert found(markup) == stated(markup)


@pytest.mark.parametrize("markup", CHANGES.values(), ids=list(CHANGES))
def test_changes_have_direction_and_kind(markup: str) -> None:
    assert found(markup) == stated(markup)


def test_a_change_speaks_of_the_figure_before_it() -> None:
    facts = read(
        "[收到|REQUEST_EVENT]申请[19|REQUEST_COUNT=requests.received]起,与上年相比少了[7起|CHANGE=requests.received:-7],"
        "[答复|REQUEST_EVENT][19|REQUEST_COUNT=requests.processed]起。"
    )
    assert [fact.field for fact in facts if fact.kind is Kind.CHANGE] == ["requests.received"]


def test_arithmetic_decides_where_the_order_does_not() -> None:
    markup = (
        "[收到|REQUEST_EVENT]申请[50|REQUEST_COUNT=requests.received]件,[网络|CHANNEL_CATEGORY][33|CHANNEL_COUNT=requests.by_channel.online]件、"
        "[信函|CHANNEL_CATEGORY][17|CHANNEL_COUNT=requests.by_channel.mail]件,前者占[66.00%|SHARE=requests.by_channel.online]。"
    )
    assert found(markup) == stated(markup)


def test_a_change_in_units_keeps_its_unit_and_a_growth_per_cent() -> None:
    facts = read("[收到|REQUEST_EVENT][50|REQUEST_COUNT=other]件,增加[10件|CHANGE=other],增长[25%|CHANGE=other]")
    assert [(fact.text, fact.unit) for fact in facts if fact.kind is Kind.CHANGE] == [("10件", "件"), ("25%", "%")]


def test_a_word_for_both_directions_tells_none() -> None:
    facts = read("[收到|REQUEST_EVENT]申请[39|REQUEST_COUNT=requests.received]件,增减幅度为[178.6%|CHANGE=requests.received]。")
    assert [fact.value for fact in facts if fact.kind is Kind.CHANGE] == [178.6]


@pytest.mark.parametrize("words", ["较2019年多收", "比上年多", "比去年同期少受理", "较上一年度增"])
def test_a_count_behind_a_comparison_and_a_verb_is_a_change(words: str) -> None:
    facts = read(f"[收到|REQUEST_EVENT]申请[13|REQUEST_COUNT=requests.received]件,{words}[5|REQUEST_COUNT=requests.received]件。")
    sign = -1 if "少" in words else 1
    assert [(fact.field, fact.kind, fact.value) for fact in facts[1:]] == [("requests.received", Kind.CHANGE, 5 * sign)]


@pytest.mark.parametrize("words", ["较2019年减少到", "比上年有所增加,达", "比上年增至", "较多,"])
def test_a_count_behind_a_comparison_that_says_how_many_there_were_is_a_count(words: str) -> None:
    facts = read(f"[收到|REQUEST_EVENT]申请{words}[5|REQUEST_COUNT=requests.received]件。")
    assert [(fact.field, fact.kind, fact.value) for fact in facts] == [("requests.received", Kind.COUNT, 5)]


def test_each_item_of_a_list_of_changes_belongs_to_the_count_in_its_place() -> None:
    facts = read(
        "[培训|WORK_ITEM][3|WORK_COUNT=training.sessions]场、[260|WORK_COUNT=training.people]人次,较上年各增"
        "[1|WORK_COUNT=training.sessions]场、[85|WORK_COUNT=training.people]人次。"
    )
    changes = [(fact.field, fact.value) for fact in facts if fact.kind is Kind.CHANGE]
    assert changes == [("training.sessions", 1), ("training.people", 85)]


@pytest.mark.parametrize("points", ["{}个百分点", " {} 个百分点", "{} 个 百分点", "{}\n个百分点", "近{}多个百分点", "{}百分点"])
def test_percentage_points_are_no_growth_of_a_count(points: str) -> None:
    facts = read("[收到|REQUEST_EVENT]申请[50|REQUEST_COUNT=other]件,占比同比增长" + points.format("[2|CHANGE=other]") + "。")
    assert [fact.kind for fact in facts] == [Kind.COUNT]


def test_a_minus_sign_stands_in_the_change_that_it_makes_a_fall() -> None:
    facts = read("[收到|REQUEST_EVENT]申请[39|REQUEST_COUNT=requests.received]件,同比-[29.3%|CHANGE=requests.received:-29.3]。")
    assert [(fact.value, fact.text) for fact in facts if fact.kind is Kind.CHANGE] == [(-29.3, "-29.3%")]


@pytest.mark.parametrize("word", ["升到", "提高至", "下降为", "补到", "增加到", "提高到了", "提高到今年的"])
def test_a_rate_that_another_became_is_this_years_and_that_one_of_before(word: str) -> None:
    facts = read(
        f"[网上|CHANNEL_CATEGORY]申请占比由[50%|SHARE=requests.by_channel.online@previous]{word}[80%|SHARE=requests.by_channel.online],"
        "[信函|CHANNEL_CATEGORY]申请[3|CHANNEL_COUNT=requests.by_channel.mail]件。"
    )
    shares = [(fact.field, fact.value, str(fact.time)) for fact in facts if fact.kind is Kind.SHARE]
    assert shares == [("requests.by_channel.online", 50, "previous"), ("requests.by_channel.online", 80, "current")]


def test_of_rates_in_a_row_the_last_is_this_years() -> None:
    facts = read("[全文电子化率|DISCLOSURE_ITEM]由[25%|SHARE=other]提高到[30%|SHARE=other],再升至[35%|SHARE=other]。")
    assert [(fact.value, str(fact.time)) for fact in facts] == [(25, "previous"), (30, "previous"), (35, "current")]


def test_of_lists_of_rates_that_became_others_none_is_told_of_before() -> None:
    facts = read(
        "[信函|CHANNEL_CATEGORY]、[网络|CHANNEL_CATEGORY]占比分别由[25%|SHARE=other]、[50%|SHARE=other]"
        "提高到[30%|SHARE=other]、[60%|SHARE=other]。"
    )
    assert {str(fact.time) for fact in facts} == {"current"}


@pytest.mark.parametrize(
    ("words", "value", "text"),
    [("同比- ", -29.3, "- 29.3%"), ("同比–", -29.3, "–29.3%"), ("同比-约", -29.3, "-约29.3%"), ("增长10%-", 29.3, "29.3%")],
)
def test_a_sign_is_told_from_the_dash_of_a_range(words: str, value: float, text: str) -> None:
    facts = read(f"[收到|REQUEST_EVENT]申请[39|REQUEST_COUNT=requests.received]件,{words}[29.3%|CHANGE=requests.received]。")
    assert [(fact.value, fact.text) for fact in facts if fact.kind is Kind.CHANGE] == [(value, text)]


def test_a_downturn_of_the_economy_is_no_fall_of_a_figure() -> None:
    facts = read("[收到|REQUEST_EVENT]申请[39|REQUEST_COUNT=requests.received]件,受经济下行影响同比为[5%|CHANGE=requests.received]。")
    assert [fact.value for fact in facts if fact.kind is Kind.CHANGE] == [5]
