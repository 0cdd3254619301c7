"""The patterns of report prose in which counts are linked, each as marked-up text that says itself what should be read."""

import pytest

from model.facts import Kind
from tests.support import found, read, stated

PATTERNS = {
    "a figure behind its name": "[收到|REQUEST_EVENT]申请[3392|REQUEST_COUNT=requests.received]宗。",
    "names and figures in one clause": (
        "[网络|CHANNEL_CATEGORY][30|CHANNEL_COUNT=requests.by_channel.online]件、[信函|CHANNEL_CATEGORY]"
        "[20|CHANNEL_COUNT=requests.by_channel.mail]件、[当面|CHANNEL_CATEGORY][5|CHANNEL_COUNT=requests.by_channel.in_person]件。"
    ),
    "a list of names and a list of figures": (
        "[网络|CHANNEL_CATEGORY]、[信函|CHANNEL_CATEGORY]、[当面|CHANNEL_CATEGORY]申请分别为[30|CHANNEL_COUNT=requests.by_channel.online]、"
        "[20|CHANNEL_COUNT=requests.by_channel.mail]、[5|CHANNEL_COUNT=requests.by_channel.in_person]件。"
    ),
    "a list of two with a conjunction": (
        "[行政复议|REMEDY]和[行政诉讼|REMEDY]分别为[3|REMEDY_COUNT=reviews.total]件和[2|REMEDY_COUNT=litigation.total]件。"
    ),
    "figures before their nouns": (
        "办理[12|WORK_COUNT=proposals.npc]件[人大代表建议|WORK_ITEM]和[8|WORK_COUNT=proposals.cppcc]件[政协提案|WORK_ITEM]。"
    ),
    "remedies behind their figures": (
        "发生[3|REMEDY_COUNT=reviews.total]件[行政复议|REMEDY]、[2|REMEDY_COUNT=litigation.total]件[行政诉讼|REMEDY]。"
    ),
    "其中 within 其中": (
        "共[收到|REQUEST_EVENT]申请[20|REQUEST_COUNT=requests.received]件,其中[自然人|APPLICANT_CATEGORY]"
        "[15|APPLICANT_COUNT=requests.by_applicant.natural_person]件,[企业|APPLICANT_CATEGORY][5|APPLICANT_COUNT=requests.by_applicant.business]件;"
        "[不予公开|OUTCOME_CATEGORY][4|OUTCOME_COUNT=requests.outcome.denied]件,其中[属于国家秘密|OUTCOME_CATEGORY]"
        "[1|OUTCOME_COUNT=requests.outcome.denied.state_secret]件,[属四类过程性信息|OUTCOME_CATEGORY][3|OUTCOME_COUNT=requests.outcome.denied.process]件。"
    ),
    "a head that governs the sentences behind it": (
        "[行政复议|REMEDY][13|REMEDY_COUNT=reviews.total]件。其中[维持|REMEDY_RESULT][8|REMEDY_COUNT=reviews.upheld]件,"
        "[纠正|REMEDY_RESULT][5|REMEDY_COUNT=reviews.corrected]件。[行政诉讼|REMEDY][6|REMEDY_COUNT=litigation.total]件。"
        "其中[维持|REMEDY_RESULT][4|REMEDY_COUNT=litigation.upheld]件。[尚未审结|REMEDY_RESULT][2|REMEDY_COUNT=litigation.pending]件。"
    ),
    "heads of the two kinds of lawsuit": (
        "[行政诉讼|REMEDY][6|REMEDY_COUNT=litigation.total]件,其中[未经复议直接起诉|REMEDY][4|REMEDY_COUNT=litigation.direct.total]件,"
        "[维持|REMEDY_RESULT][3|REMEDY_COUNT=litigation.direct.upheld]件,[纠正|REMEDY_RESULT][1|REMEDY_COUNT=litigation.direct.corrected]件;"
        "[复议后起诉|REMEDY][2|REMEDY_COUNT=litigation.after_review.total]件,[结果维持|REMEDY_RESULT]"
        "[2|REMEDY_COUNT=litigation.after_review.upheld]件。"
    ),
    "a remedy right before its result": "[行政复议|REMEDY][维持|REMEDY_RESULT][2|REMEDY_COUNT=reviews.upheld]件。",
    "results of the courts": (
        "[行政复议|REMEDY][2|REMEDY_COUNT=reviews.total]件,[维持|REMEDY_RESULT][2|REMEDY_COUNT=reviews.upheld]件;"
        "[涉诉|REMEDY][4|REMEDY_COUNT=litigation.total]件,一审判决[驳回|REMEDY_RESULT][2|REMEDY_COUNT=litigation.upheld]件,"
        "市二中院二审[维持|REMEDY_RESULT][1|REMEDY_COUNT=litigation.upheld]件,剩余[1|REMEDY_COUNT=litigation.pending]件[仍在审理|REMEDY_RESULT]。"
    ),
    "a result of lawsuits only": (
        "[行政复议|REMEDY][1|REMEDY_COUNT=reviews.total]件,[败诉|REMEDY_RESULT][2|REMEDY_COUNT=litigation.corrected]件。"
    ),
    "the unit given once": (
        "[网络|CHANNEL_CATEGORY][30|CHANNEL_COUNT=requests.by_channel.online],[信函|CHANNEL_CATEGORY]"
        "[20|CHANNEL_COUNT=requests.by_channel.mail],[当面|CHANNEL_CATEGORY][5|CHANNEL_COUNT=requests.by_channel.in_person]件。"
    ),
    "last year's figure in brackets": (
        "[收到|REQUEST_EVENT]申请[50|REQUEST_COUNT=requests.received]件([上年|PREVIOUS]为[40|REQUEST_COUNT=requests.received@previous]件)。"
    ),
    "last year's figure in a comparison": (
        "[收到|REQUEST_EVENT]申请[50|REQUEST_COUNT=requests.received]件,比[2018|PREVIOUS]年的[40|REQUEST_COUNT=requests.received@previous]件"
        "增长[25%|CHANGE=requests.received],[办结|REQUEST_EVENT][48|REQUEST_COUNT=requests.processed]件。"
    ),
    "last year's figures of two": (
        "[收到|REQUEST_EVENT]申请[50|REQUEST_COUNT=requests.received]件([上年|PREVIOUS][40|REQUEST_COUNT=requests.received@previous]件),"
        "[办结|REQUEST_EVENT][48|REQUEST_COUNT=requests.processed]件([上年|PREVIOUS][39|REQUEST_COUNT=requests.processed@previous]件)。"
    ),
    "one figure for each of several": (
        "[商业企业|APPLICANT_CATEGORY]、[科研机构|APPLICANT_CATEGORY]各"
        "[1|APPLICANT_COUNT=requests.by_applicant.business,requests.by_applicant.research]件。"
    ),
    "the sum since the beginning": (
        "[公开信息|DISCLOSURE_ITEM][400|DISCLOSURE_COUNT=disclosure.total]条,[历年累计|PREVIOUS]公开"
        "[5000|DISCLOSURE_COUNT=disclosure.cumulative@cumulative]条。"
    ),
    "万 and 亿": (
        "[访问量|DISCLOSURE_ITEM][1.2亿|DISCLOSURE_COUNT=website.visits:120000000]次,"
        "[浏览量|DISCLOSURE_ITEM][35.6万|DISCLOSURE_COUNT=website.pageviews:356000]次。"
    ),
    "thousand separators": (
        "[访问量|DISCLOSURE_ITEM][1,234,567|DISCLOSURE_COUNT=website.visits:1234567]次,"
        "[浏览量|DISCLOSURE_ITEM][２，３４５|DISCLOSURE_COUNT=website.pageviews:2345]次。"
    ),
    "Chinese numerals": (
        "举办[培训|WORK_ITEM][三|WORK_COUNT=training.sessions:3]期,[参训|WORK_ITEM][一百二十|WORK_COUNT=training.people:120]人次。"
    ),
    "two figures whose units tell them apart": (
        "举办[培训|WORK_ITEM][3|WORK_COUNT=training.sessions]期、[80|WORK_COUNT=training.people]人次。"
    ),
    "a fused verb": "[受理和办结|REQUEST_EVENT]申请[33|REQUEST_COUNT=requests.received,requests.processed]件。",
    "one figure for two outcomes": (
        "[予以公开|OUTCOME_CATEGORY]和[部分公开|OUTCOME_CATEGORY][12|OUTCOME_COUNT=requests.outcome.granted_or_partial]件。"
    ),
    "a zero for each of several": "[行政复议|REMEDY]、[行政诉讼|REMEDY]均为[0|REMEDY_COUNT=reviews.total,litigation.total]件。",
    "topics": "[机构职能类|TOPIC][3|DISCLOSURE_COUNT=disclosure.by_topic]条,[财政预决算|TOPIC][7|DISCLOSURE_COUNT=disclosure.by_topic]条。",
    "sums of money in yuan": "收取[信息处理费|WORK_ITEM][1.5|AMOUNT=fees.amount:15000]万元,[减免|WORK_ITEM][300|AMOUNT=fees.waived]元。",
    "the rest at the end of other handling": (
        "[其他处理|OUTCOME_CATEGORY][3|OUTCOME_COUNT=requests.outcome.other]件,其中[逾期不补正|OUTCOME_CATEGORY]"
        "[2|OUTCOME_COUNT=requests.outcome.other.no_correction]件,[其他|OUTCOME_CATEGORY][1|OUTCOME_COUNT=requests.outcome.other.other]件。"
    ),
    "business that is no field": "受理热线[5321|OTHER_COUNT=other]件,[收到|REQUEST_EVENT]申请[3|REQUEST_COUNT=requests.received]件。",
    "both carry-overs": (
        "[上年结转|REQUEST_EVENT][2|REQUEST_COUNT=requests.carried_in]件,[结转下年度办理|REQUEST_EVENT][3|REQUEST_COUNT=requests.carried_out]件。"
    ),
    "money that is no fee": "[培训|WORK_ITEM]费用为[300|WORK_COUNT=other]元,共[培训|WORK_ITEM][3|WORK_COUNT=training.sessions]期。",
    "money of one that is counted": "[培训|WORK_ITEM]费用[300|WORK_COUNT=other]元,办了[3|WORK_COUNT=training.sessions]期。",
    "requests for which fees were waived": "[减免信息处理费|WORK_ITEM]的申请[3|WORK_COUNT=other]件。",
    "costs of lawsuits": "[行政诉讼|REMEDY]费用[3000|REMEDY_COUNT=other]元。",
    "a bare carry-over behind what was answered": (
        "[收到|REQUEST_EVENT]申请[14|REQUEST_COUNT=requests.received]件,[13|REQUEST_COUNT=requests.processed]件[办结|REQUEST_EVENT],"
        "[1|REQUEST_COUNT=requests.carried_out]件[结转|REQUEST_EVENT]。"
    ),
    "a bare carry-over within what was answered": (
        "[办结|REQUEST_EVENT][14|REQUEST_COUNT=requests.processed]件(含[结转|REQUEST_EVENT][1|REQUEST_COUNT=requests.carried_in]件)。"
    ),
    "a bare carry-over behind what was answered with what it holds": (
        "[答复|REQUEST_EVENT][80|REQUEST_COUNT=requests.processed]件(含[上年度转结|REQUEST_EVENT][3|REQUEST_COUNT=requests.carried_in]件),"
        "[结转|REQUEST_EVENT][6|REQUEST_COUNT=requests.carried_out]件。"
    ),
    "a bare carry-over behind what was answered, which includes what came before": (
        "[办结|REQUEST_EVENT][80|REQUEST_COUNT=requests.processed]件,其中包括[上年结转|REQUEST_EVENT][3|REQUEST_COUNT=requests.carried_in]件,"
        "另有[6|REQUEST_COUNT=requests.carried_out]件[转结|REQUEST_EVENT]。"
    ),
    "a bare carry-over behind another within what was answered": (
        "[办结|REQUEST_EVENT][14|REQUEST_COUNT=requests.processed]件(含[结转|REQUEST_EVENT][1|REQUEST_COUNT=requests.carried_in]件),"
        "[结转|REQUEST_EVENT][6|REQUEST_COUNT=requests.carried_in]件。"
    ),
    "a bare carry-over behind what came in": (
        "[收到|REQUEST_EVENT][14|REQUEST_COUNT=requests.received]件,[上年结转|REQUEST_EVENT][1|REQUEST_COUNT=requests.carried_in]件,"
        "[结转|REQUEST_EVENT][6|REQUEST_COUNT=requests.carried_in]件。"
    ),
    "what is denied before a figure": (
        "[新受理|REQUEST_EVENT]申请[22|REQUEST_COUNT=requests.received]件,[无|NIL=requests.carried_in][上年结转|REQUEST_EVENT],"
        "[办结|REQUEST_EVENT][21|REQUEST_COUNT=requests.processed]件。"
    ),
    "documents before what became of them": (
        "清理[规范性文件|DISCLOSURE_ITEM],[废止|DISCLOSURE_ITEM][3|DISCLOSURE_COUNT=table2.normative_docs.repealed]件。"
    ),
    "what is left over": (
        "[答复|REQUEST_EVENT][71|REQUEST_COUNT=requests.processed]件,[待答复|REQUEST_EVENT][12|REQUEST_COUNT=requests.carried_out]件。"
    ),
    "results that name their own remedy": (
        "[行政复议|REMEDY][5|REMEDY_COUNT=reviews.total]件、[行政诉讼|REMEDY][4|REMEDY_COUNT=litigation.total]件,"
        "其中[行政复议维持|REMEDY_RESULT][3|REMEDY_COUNT=reviews.upheld]件、行政诉讼[维持|REMEDY_RESULT][4|REMEDY_COUNT=litigation.upheld]件。"
    ),
}


@pytest.mark.parametrize("markup", PATTERNS.values(), ids=list(PATTERNS))
def test_counts_are_linked_as_the_markup_says(markup: str) -> None:
    assert found(markup) == stated(markup)


@pytest.mark.parametrize("text", ["约{}件", "近{}件", "超{}件", "{}余件", "{}多件"])
def test_an_approximate_figure_says_so(text: str) -> None:
    (fact,) = read("[收到|REQUEST_EVENT]申请" + text.format("[300|REQUEST_COUNT=requests.received]"))
    assert (fact.value, fact.approximate, fact.unit) == (300, True, "件")


def test_an_exact_figure_is_not_approximate() -> None:
    (fact,) = read("[收到|REQUEST_EVENT]申请[300|REQUEST_COUNT=requests.received]件")
    assert not fact.approximate


@pytest.mark.parametrize(("printed", "yuan"), [("0.35", 3500), ("1.13", 11300), ("一点一三", 11300)])
def test_money_is_in_yuan_whatever_was_printed(printed: str, yuan: int) -> None:
    (fact,) = read(f"收取[信息处理费|WORK_ITEM][{printed}|AMOUNT=fees.amount:{yuan}]万元")
    assert (fact.kind, fact.value, fact.unit, fact.text) == (Kind.AMOUNT, yuan, "元", printed)


def test_a_topic_gives_its_name() -> None:
    facts = read("[机构职能类|TOPIC][3|DISCLOSURE_COUNT=disclosure.by_topic]条,[城乡建设|TOPIC][7|DISCLOSURE_COUNT=disclosure.by_topic]条")
    assert [fact.name for fact in facts] == ["机构职能类", "城乡建设"]


def test_evidence_holds_the_figure_its_name_and_its_head() -> None:
    *_, fact = read("[行政复议|REMEDY][3|REMEDY_COUNT=reviews.total]件。其中[维持|REMEDY_RESULT][2|REMEDY_COUNT=reviews.upheld]件")
    assert [entity.text for entity in fact.evidence] == ["2", "维持", "行政复议"]


def test_a_count_that_cannot_be_linked_is_kept_as_another_figure() -> None:
    (fact,) = read("举办活动[7|WORK_COUNT=other]场")
    assert (fact.field, fact.value, fact.unit, fact.name) == ("other", 7, "场", "举办活动")
