"""Figures by words: nil and all."""

import pytest

from model.facts import Basis
from tests.support import found, read, stated

NIL = {
    "before one noun": "[未收到|NIL=requests.received]任何[政府信息公开申请|REQUEST_EVENT]。",
    "over several nouns": (
        "[未发生|NIL=reviews.total,litigation.total,complaints.total][行政复议|REMEDY]、[行政诉讼|REMEDY]和[举报|REMEDY]的情况。"
    ),
    "behind its nouns": "[行政复议|REMEDY]、[行政诉讼|REMEDY]:[无|NIL=reviews.total,litigation.total]。",
    "behind its noun, with a figure close behind": (
        "[行政诉讼|REMEDY][无|NIL=litigation.total];[培训|WORK_ITEM][8|WORK_COUNT=training.sessions]场。"
    ),
    "two in a sentence": "[未收到|NIL=requests.received][政府信息公开申请|REQUEST_EVENT],[未收取|NIL=fees.amount]任何[费用|WORK_ITEM]。",
    "after a figure": (
        "[收到|REQUEST_EVENT]申请[3|REQUEST_COUNT=requests.received]件,[没有|NIL=requests.carried_out][结转下年度|REQUEST_EVENT]的申请。"
    ),
    "over nouns of two families": (
        "[没有|NIL=requests.received,reviews.total]收到[政府信息公开申请|REQUEST_EVENT],也没有发生[行政复议|REMEDY]。"
    ),
    "two nouns of one field": ("[未发生|NIL=complaints.total,reviews.total][举报|REMEDY]、[投诉|REMEDY]和[行政复议|REMEDY]的情况。"),
    "of results alone": (
        "[未发生|NIL=reviews.corrected,litigation.corrected]因信息公开引起的[行政诉讼|REMEDY][败诉|REMEDY_RESULT]或[行政复议|REMEDY]被[纠错|REMEDY_RESULT]案件。"
    ),
    "of one result for two remedies": (
        "[未出现|NIL=reviews.corrected,litigation.corrected][行政复议|REMEDY]和[行政诉讼|REMEDY]被[纠正|REMEDY_RESULT]的情况。"
    ),
}
ALL = {
    "beside what was carried out": (
        "[收到|REQUEST_EVENT]申请[16|REQUEST_COUNT=requests.received]项,[办理|REQUEST_EVENT][15|REQUEST_COUNT=requests.processed]项,"
        "[结转下年度|REQUEST_EVENT][1|REQUEST_COUNT=requests.carried_out]项。已办理的[均|ALL=requests.processed:15]按时[答复|REQUEST_EVENT]。"
    ),
    "staff": "[工作人员|WORK_ITEM]共[5|WORK_COUNT=staff.total]名,[全部|ALL=staff.fulltime:5]为[专职|WORK_ITEM]。",
    "answered": "[收到|REQUEST_EVENT]申请[4|REQUEST_COUNT=requests.received]件,[均|ALL=requests.processed:4]已[答复|REQUEST_EVENT]。",
    "received and carried in": (
        "[收到|REQUEST_EVENT]申请[4|REQUEST_COUNT=requests.received]件,[上年结转|REQUEST_EVENT][1|REQUEST_COUNT=requests.carried_in]件,"
        "[全部|ALL=requests.processed:5][办结|REQUEST_EVENT]。"
    ),
    "by applicants and channels": (
        "[收到|REQUEST_EVENT]申请[4|REQUEST_COUNT=requests.received]件,[全部|ALL=requests.by_applicant.natural_person:4]为"
        "[自然人|APPLICANT_CATEGORY]申请,[皆|ALL=requests.by_channel.online:4]通过[网络|CHANNEL_CATEGORY]提交。"
    ),
    "results": "[行政复议|REMEDY][3|REMEDY_COUNT=reviews.total]件,[均|ALL=reviews.upheld:3]被[维持|REMEDY_RESULT]。",
    "the same result for two remedies": (
        "[行政复议|REMEDY][3|REMEDY_COUNT=reviews.total]件,[行政诉讼|REMEDY][2|REMEDY_COUNT=litigation.total]件,"
        "[均|ALL=reviews.upheld:3,litigation.upheld:2]为[维持|REMEDY_RESULT]。"
    ),
    "a result that names its remedy": (
        "[行政复议|REMEDY][3|REMEDY_COUNT=reviews.total]件,[行政诉讼|REMEDY][2|REMEDY_COUNT=litigation.total]件,"
        "[均|ALL=litigation.upheld:2][胜诉|REMEDY_RESULT]。"
    ),
    "a result for lawsuits and their parts": (
        "[行政诉讼|REMEDY][8|REMEDY_COUNT=litigation.total]件,[直接起诉|REMEDY][5|REMEDY_COUNT=litigation.direct.total]件,[复议后起诉|REMEDY]"
        "[3|REMEDY_COUNT=litigation.after_review.total]件,[全部|ALL=litigation.pending:8][尚未审结|REMEDY_RESULT]。"
    ),
    "in the next sentence": (
        "[收到|REQUEST_EVENT]申请[4|REQUEST_COUNT=requests.received]件。上述申请[均|ALL=requests.outcome.granted:4][予以公开|OUTCOME_CATEGORY]。"
    ),
    "behind a figure that is nothing else": (
        "[登记|REQUEST_EVENT]在册的申请[45|REQUEST_COUNT=requests.received]件,[全部|ALL=requests.processed:45][答复|REQUEST_EVENT]完毕。"
    ),
    "of what was published": (
        "[主动公开信息|DISCLOSURE_ITEM][7|DISCLOSURE_COUNT=disclosure.total]条,[全部|ALL=disclosure.website:7]由[门户网站|DISCLOSURE_ITEM]发布。"
    ),
    "carried over": (
        "[受理|REQUEST_EVENT]申请[4|REQUEST_COUNT=requests.received]件,[悉数|ALL=requests.carried_out:4][转入下一年度|REQUEST_EVENT]。"
    ),
    "carried over with what was carried in": (
        "[受理|REQUEST_EVENT]申请[4|REQUEST_COUNT=requests.received]件,[上年结转|REQUEST_EVENT][2|REQUEST_COUNT=requests.carried_in]件,"
        "[均|ALL=requests.carried_out:6][结转下年|REQUEST_EVENT]。"
    ),
    "but for those carried over": (
        "[受理|REQUEST_EVENT]申请[9|REQUEST_COUNT=requests.received]件,除[2|REQUEST_COUNT=requests.carried_out]件[转入下一年度|REQUEST_EVENT]"
        "之外,其余[悉数|ALL=requests.processed:7][办结|REQUEST_EVENT]。"
    ),
    "but for those carried over, in a clause of its own": (
        "[受理|REQUEST_EVENT]申请[9|REQUEST_COUNT=requests.received]件,除[2|REQUEST_COUNT=requests.carried_out]件[转入下一年度|REQUEST_EVENT],"
        "其余[均|ALL=requests.processed:7]已[办结|REQUEST_EVENT]。"
    ),
    "beside the rest that is carried over": (
        "[受理|REQUEST_EVENT]申请[9|REQUEST_COUNT=requests.received]件,[上年结转|REQUEST_EVENT][1|REQUEST_COUNT=requests.carried_in]件,"
        "[均|ALL=requests.processed:9]在规定期限内[答复|REQUEST_EVENT],余下的[转下年办理|REQUEST_EVENT][1|REQUEST_COUNT=requests.carried_out]件。"
    ),
    "the rest behind what is carried over": (
        "[受理|REQUEST_EVENT]申请[9|REQUEST_COUNT=requests.received]件,[结转下年|REQUEST_EVENT][2|REQUEST_COUNT=requests.carried_out]件,"
        "其余[全部|ALL=requests.processed:7][办结|REQUEST_EVENT]。"
    ),
    "what was answered, told with what is carried over": (
        "[受理|REQUEST_EVENT]申请[9|REQUEST_COUNT=requests.received]件,[答复|REQUEST_EVENT][6|REQUEST_COUNT=requests.processed]件、"
        "[结转下年|REQUEST_EVENT][3|REQUEST_COUNT=requests.carried_out]件。已办理的[均|ALL=requests.processed:6]按期[答复|REQUEST_EVENT]。"
    ),
    "beside what is carried over in another sentence": (
        "[受理|REQUEST_EVENT]申请[9|REQUEST_COUNT=requests.received]件,[均|ALL=requests.processed:9]已[答复|REQUEST_EVENT]。"
        "12月底后的[结转下年|REQUEST_EVENT][2|REQUEST_COUNT=requests.carried_out]件。"
    ),
    "beside what is to be handled without what is carried over": (
        "[收到|REQUEST_EVENT]申请[50|REQUEST_COUNT=requests.received]件,[5|REQUEST_COUNT=requests.carried_out]件[结转下年度|REQUEST_EVENT],"
        "本年[需办理|REQUEST_EVENT][45|REQUEST_COUNT=requests.to_handle]件,已[全部|ALL=requests.processed:45][办结|REQUEST_EVENT]。"
    ),
    "beside what is to be handled with what was carried in and without what is carried over": (
        "[上年结转|REQUEST_EVENT][2|REQUEST_COUNT=requests.carried_in]件,[收到|REQUEST_EVENT][30|REQUEST_COUNT=requests.received]件,"
        "除[结转下年|REQUEST_EVENT]的[4|REQUEST_COUNT=requests.carried_out]件,[应办|REQUEST_EVENT][28|REQUEST_COUNT=requests.to_handle]件,"
        "[均|ALL=requests.processed:28]已[答复|REQUEST_EVENT]。"
    ),
    "beside what is to be handled with what is carried over": (
        "[上年结转|REQUEST_EVENT][2|REQUEST_COUNT=requests.carried_in]件,[收到|REQUEST_EVENT][30|REQUEST_COUNT=requests.received]件,"
        "[应办|REQUEST_EVENT][32|REQUEST_COUNT=requests.to_handle]件,[结转下年|REQUEST_EVENT][4|REQUEST_COUNT=requests.carried_out]件,"
        "其余[均|ALL=requests.processed:28]已[答复|REQUEST_EVENT]。"
    ),
    "beside what is to be handled with some carried in that are not told": (
        "[收到|REQUEST_EVENT][30|REQUEST_COUNT=requests.received]件,[应办|REQUEST_EVENT][32|REQUEST_COUNT=requests.to_handle]件,"
        "[结转下年|REQUEST_EVENT][4|REQUEST_COUNT=requests.carried_out]件,其余[均|ALL=requests.processed:28]已[答复|REQUEST_EVENT]。"
    ),
    "but for several": (
        "[行政复议|REMEDY][9|REMEDY_COUNT=reviews.total]件,除被[撤销|REMEDY_RESULT][1|REMEDY_COUNT=reviews.corrected]件、"
        "[正在审理|REMEDY_RESULT][2|REMEDY_COUNT=reviews.pending]件外,[均|ALL=reviews.upheld:6]获[维持|REMEDY_RESULT]。"
    ),
    "but for those answered late": (
        "[受理|REQUEST_EVENT]申请[9|REQUEST_COUNT=requests.received]件,除[2|REQUEST_COUNT=requests.processed.late]件[延期答复|REQUEST_EVENT]外,"
        "[均|ALL=requests.processed:9][按时答复|REQUEST_EVENT]。"
    ),
    "but for what is no count": (
        "[受理|REQUEST_EVENT]申请[9|REQUEST_COUNT=requests.received]件,除法律另有规定外,[均|ALL=requests.processed:9]已[办结|REQUEST_EVENT]。"
    ),
    "the rest of what was asked for": (
        "[收到|REQUEST_EVENT]申请[9|REQUEST_COUNT=requests.received]件,[无法提供|OUTCOME_CATEGORY]的[4|OUTCOME_COUNT=requests.outcome.unable]件"
        "([信息不存在|OUTCOME_CATEGORY][3|OUTCOME_COUNT=requests.outcome.nonexistent]件),其余[全部|ALL=requests.outcome.granted:5]"
        "[予以公开|OUTCOME_CATEGORY]。"
    ),
    "the rest of a part": (
        "[收到|REQUEST_EVENT]申请[9|REQUEST_COUNT=requests.received]件,[予以公开|OUTCOME_CATEGORY][4|OUTCOME_COUNT=requests.outcome.granted]件,"
        "[不予公开|OUTCOME_CATEGORY][5|OUTCOME_COUNT=requests.outcome.denied]件,其中[国家秘密|OUTCOME_CATEGORY]"
        "[2|OUTCOME_COUNT=requests.outcome.denied.state_secret]件,余者[均|ALL=requests.outcome.denied.third_party:3]因[侵害第三方|OUTCOME_CATEGORY]。"
    ),
    "the rest of the applicants, where some requests are open": (
        "[收到|REQUEST_EVENT]申请[9|REQUEST_COUNT=requests.received]件,[办结|REQUEST_EVENT][8|REQUEST_COUNT=requests.processed]件;"
        "[企业|APPLICANT_CATEGORY]提出[2|APPLICANT_COUNT=requests.by_applicant.business]件,此外[均|ALL=requests.by_applicant.natural_person:7]由"
        "[自然人|APPLICANT_CATEGORY]提出。"
    ),
    "the rest of the reviews": (
        "[行政复议|REMEDY][9|REMEDY_COUNT=reviews.total]件,[撤销|REMEDY_RESULT][1|REMEDY_COUNT=reviews.corrected]件,"
        "剩下的[全部|ALL=reviews.upheld:8][维持|REMEDY_RESULT]。"
    ),
    "the rest of the staff": (
        "[工作人员|WORK_ITEM]共[5|WORK_COUNT=staff.total]名,[专职|WORK_ITEM][2|WORK_COUNT=staff.fulltime]名,其余[均|ALL=staff.parttime:3]为"
        "[兼职|WORK_ITEM]。"
    ),
    "other organisations, which are no rest": (
        "[收到|REQUEST_EVENT]申请[9|REQUEST_COUNT=requests.received]件,[法人或其他组织|APPLICANT_CATEGORY]提出的"
        "[9|APPLICANT_COUNT=requests.by_applicant.legal_person]件[均|ALL=requests.by_channel.online:9]通过[网络|CHANNEL_CATEGORY]提交。"
    ),
    "the requests of one kind": (
        "[收到|REQUEST_EVENT]申请[9|REQUEST_COUNT=requests.received]件。问[房价|TOPIC]的[6|REQUEST_COUNT=requests.by_topic]件,"
        "[都|ALL=requests.outcome.granted:6][予以公开|OUTCOME_CATEGORY];问[纳税|TOPIC]的[3|REQUEST_COUNT=requests.by_topic]件,"
        "[都|ALL=requests.outcome.denied:3][不予公开|OUTCOME_CATEGORY]。"
    ),
    "the rest in a clause of its own": (
        "[收到|REQUEST_EVENT]申请[9|REQUEST_COUNT=requests.received]件,[无法提供|OUTCOME_CATEGORY][2|OUTCOME_COUNT=requests.outcome.unable]件,"
        "其余申请,[均|ALL=requests.outcome.granted:7][予以公开|OUTCOME_CATEGORY]。"
    ),
    "the rest, said far before": (
        "[收到|REQUEST_EVENT]申请[9|REQUEST_COUNT=requests.received]件,[无法提供|OUTCOME_CATEGORY][2|OUTCOME_COUNT=requests.outcome.unable]件,"
        "其余申请事项按照《条例》的规定[均|ALL=requests.outcome.granted:7][予以公开|OUTCOME_CATEGORY]。"
    ),
    "the rest, said shortly": (
        "[收到|REQUEST_EVENT]申请[9|REQUEST_COUNT=requests.received]件,[无法提供|OUTCOME_CATEGORY][2|OUTCOME_COUNT=requests.outcome.unable]件,"
        "余[均|ALL=requests.outcome.granted:7][予以公开|OUTCOME_CATEGORY]。"
    ),
    "but for what was told": (
        "[收到|REQUEST_EVENT]申请[9|REQUEST_COUNT=requests.received]件,[无法提供|OUTCOME_CATEGORY][2|OUTCOME_COUNT=requests.outcome.unable]件。"
        "除此之外,[均|ALL=requests.outcome.granted:7][予以公开|OUTCOME_CATEGORY]。"
    ),
    "but for some and what was told before": (
        "[收到|REQUEST_EVENT]申请[9|REQUEST_COUNT=requests.received]件,[不予公开|OUTCOME_CATEGORY][1|OUTCOME_COUNT=requests.outcome.denied]件,"
        "除[无法提供|OUTCOME_CATEGORY][2|OUTCOME_COUNT=requests.outcome.unable]件外,其余[均|ALL=requests.outcome.granted:6]"
        "[予以公开|OUTCOME_CATEGORY]。"
    ),
    "the rest without a part that stands in brackets behind the total": (
        "[收到|REQUEST_EVENT]申请[9|REQUEST_COUNT=requests.received]件([无法提供|OUTCOME_CATEGORY][2|OUTCOME_COUNT=requests.outcome.unable]件),"
        "[不予公开|OUTCOME_CATEGORY][3|OUTCOME_COUNT=requests.outcome.denied]件,其余[均|ALL=requests.outcome.granted:4]"
        "[予以公开|OUTCOME_CATEGORY]。"
    ),
    "the rest of the channels, beside an applicant of as many": (
        "[收到|REQUEST_EVENT]申请[9|REQUEST_COUNT=requests.received]件,[网上|CHANNEL_CATEGORY]提交[5|CHANNEL_COUNT=requests.by_channel.online]件,"
        "[自然人|APPLICANT_CATEGORY][9|APPLICANT_COUNT=requests.by_applicant.natural_person]件,[传真|CHANNEL_CATEGORY]"
        "[1|CHANNEL_COUNT=requests.by_channel.fax]件,其余[均|ALL=requests.by_channel.mail:3]为[信函|CHANNEL_CATEGORY]提交。"
    ),
    "the rest of the kinds of lawsuits": (
        "[行政诉讼|REMEDY][9|REMEDY_COUNT=litigation.total]件,[未经复议直接起诉|REMEDY][3|REMEDY_COUNT=litigation.direct.total]件,"
        "其余[均|ALL=litigation.after_review.total:6]为[复议后起诉|REMEDY]。"
    ),
    "the rest of the requests of one kind": (
        "[收到|REQUEST_EVENT]申请[9|REQUEST_COUNT=requests.received]件。[网上|CHANNEL_CATEGORY]提交"
        "[6|CHANNEL_COUNT=requests.by_channel.online]件,[不予公开|OUTCOME_CATEGORY][2|OUTCOME_COUNT=requests.outcome.denied]件,"
        "其余[均|ALL=requests.outcome.granted:4][予以公开|OUTCOME_CATEGORY]。"
    ),
    "the requests of one kind but for some": (
        "[收到|REQUEST_EVENT]申请[9|REQUEST_COUNT=requests.received]件。[网上|CHANNEL_CATEGORY]提交"
        "[6|CHANNEL_COUNT=requests.by_channel.online]件,除[1|OUTCOME_COUNT=requests.outcome.other.other]件[撤回|OUTCOME_CATEGORY]外,"
        "[均|ALL=requests.outcome.granted:5][予以公开|OUTCOME_CATEGORY]。"
    ),
    "the requests of two kinds, one of them without a figure": (
        "[收到|REQUEST_EVENT]申请[9|REQUEST_COUNT=requests.received]件。[网上|CHANNEL_CATEGORY]提交"
        "[6|CHANNEL_COUNT=requests.by_channel.online]件,其余为[信函|CHANNEL_CATEGORY]提交,[均|ALL=requests.outcome.granted:9]"
        "[予以公开|OUTCOME_CATEGORY]。"
    ),
    "the reasons of what was denied to one kind": (
        "[收到|REQUEST_EVENT]申请[9|REQUEST_COUNT=requests.received]件。[网上|CHANNEL_CATEGORY]提交"
        "[6|CHANNEL_COUNT=requests.by_channel.online]件,[不予公开|OUTCOME_CATEGORY][2|OUTCOME_COUNT=requests.outcome.denied]件,"
        "[均|ALL=requests.outcome.denied.state_secret:2]因[属于国家秘密|OUTCOME_CATEGORY]。"
    ),
    "of a part": (
        "[收到|REQUEST_EVENT]申请[9|REQUEST_COUNT=requests.received]件,[不予公开|OUTCOME_CATEGORY][2|OUTCOME_COUNT=requests.outcome.denied]件,"
        "[均|ALL=requests.outcome.denied.state_secret:2]因[属于国家秘密|OUTCOME_CATEGORY]。"
    ),
}


@pytest.mark.parametrize("phrase", ["发现应[主动公开|OUTCOME_CATEGORY]政府信息而未予公开", "应当依法[公开|OUTCOME_CATEGORY]未公开"])
def test_that_nothing_was_withheld_wrongly_is_no_figure(phrase: str) -> None:
    assert read(f"目前尚[无|NIL=other]{phrase}的情况。") == ()


@pytest.mark.parametrize("markup", NIL.values(), ids=list(NIL))
def test_nil_makes_zeros(markup: str) -> None:
    assert found(markup) == stated(markup)


@pytest.mark.parametrize("markup", ALL.values(), ids=list(ALL))
def test_all_makes_a_figure_equal_to_its_total(markup: str) -> None:
    assert found(markup) == stated(markup)


def test_a_zero_by_words_says_so_and_quotes_them() -> None:
    (fact,) = read("[未收到|NIL=requests.received][政府信息公开申请|REQUEST_EVENT]")
    assert (fact.value, fact.basis, fact.text, fact.name) == (0, Basis.NIL, "未收到", "政府信息公开申请")


def test_zeros_come_in_the_order_of_their_words() -> None:
    assert [fact.field for fact in read("[无|NIL=reviews.total,litigation.total][行政复议及行政诉讼|REMEDY]")] == [
        "reviews.total",
        "litigation.total",
    ]


def test_a_total_by_words_says_so_and_quotes_them() -> None:
    _, fact = read("[收到|REQUEST_EVENT][4|REQUEST_COUNT=requests.received]件,[均|ALL=requests.processed:4]已[答复|REQUEST_EVENT]")
    assert (fact.value, fact.basis, fact.text) == (4, Basis.ALL, "均")


@pytest.mark.parametrize(
    "markup",
    [
        "除[上年遗留|REQUEST_EVENT]的[2|REQUEST_COUNT=requests.carried_in]件外,[均|ALL=requests.processed:7]已[办结|REQUEST_EVENT]。",
        "除重复来信[2|OTHER_COUNT=other]封外,[均|ALL=requests.processed:7]已[办结|REQUEST_EVENT]。",
        "[均|ALL=requests.processed:9]已[答复|REQUEST_EVENT],[结转下年|REQUEST_EVENT][9|REQUEST_COUNT=requests.carried_out]件。",
        "[均|ALL=requests.processed:7]已[答复|REQUEST_EVENT],[结转下年|REQUEST_EVENT][2|REQUEST_COUNT=requests.carried_out]件,"
        "另[转下年办理|REQUEST_EVENT][1|REQUEST_COUNT=requests.carried_out]件。",
        "其余[均|ALL=requests.outcome.granted:9][予以公开|OUTCOME_CATEGORY]。",
        "[不予公开|OUTCOME_CATEGORY][9|OUTCOME_COUNT=requests.outcome.denied]件,其余[均|ALL=requests.outcome.granted:0][予以公开|OUTCOME_CATEGORY]。",
        "[上年结转|REQUEST_EVENT][1|REQUEST_COUNT=requests.carried_in]件,[不予公开|OUTCOME_CATEGORY][2|OUTCOME_COUNT=requests.outcome.denied]件,"
        "其余[均|ALL=requests.outcome.granted:8][予以公开|OUTCOME_CATEGORY]。",
        "[不予公开|OUTCOME_CATEGORY][2|OUTCOME_COUNT=requests.outcome.denied]件,其余[均|ALL=requests.outcome.granted:5][予以公开|OUTCOME_CATEGORY],"
        "[结转下年|REQUEST_EVENT][2|REQUEST_COUNT=requests.carried_out]件。",
        "[法人|APPLICANT_CATEGORY][4|APPLICANT_COUNT=requests.by_applicant.legal_person]件,其中[企业|APPLICANT_CATEGORY]"
        "[3|APPLICANT_COUNT=requests.by_applicant.business]件,其余[均|ALL=requests.by_applicant.natural_person:5]由[自然人|APPLICANT_CATEGORY]提出。",
        "[行政诉讼|REMEDY][9|REMEDY_COUNT=litigation.total]件,[维持|REMEDY_RESULT][2|REMEDY_COUNT=litigation.upheld]件,"
        "其余[均|ALL=litigation.after_review.total:7]为[复议后起诉|REMEDY]。",
        "[办结|REQUEST_EVENT][3|REQUEST_COUNT=requests.processed]件,其余[均|ALL=requests.carried_out:6][结转下年|REQUEST_EVENT]。",
        "[应办|REQUEST_EVENT][8|REQUEST_COUNT=requests.to_handle]件,[结转下年|REQUEST_EVENT][2|REQUEST_COUNT=requests.carried_out]件,"
        "[均|ALL=requests.processed:8]已[答复|REQUEST_EVENT]。",
    ],
)
def test_all_but_what_is_no_part_of_the_total_for_sure_states_nothing(markup: str) -> None:
    facts = read(f"[受理|REQUEST_EVENT]申请[9|REQUEST_COUNT=requests.received]件,{markup}")
    assert not [fact for fact in facts if fact.basis is Basis.ALL]


def test_all_without_a_stated_total_states_nothing() -> None:
    assert read("申请[均|ALL=requests.processed:4]已[答复|REQUEST_EVENT]。") == ()


def test_a_nil_right_before_a_figure_states_nothing_of_its_own() -> None:
    (fact,) = read("[无|NIL=reviews.total][0|REMEDY_COUNT=reviews.total]件[行政复议|REMEDY]")
    assert (fact.value, fact.basis) == (0, Basis.STATED)


def test_a_noun_that_has_a_figure_gets_no_zero() -> None:
    facts = read("[行政复议|REMEDY][3|REMEDY_COUNT=reviews.total]件,[无|NIL=litigation.total][行政诉讼|REMEDY]")
    assert [(fact.field, fact.value) for fact in facts] == [("reviews.total", 3), ("litigation.total", 0)]


def test_a_bare_nil_speaks_of_the_heading_before_it() -> None:
    (fact,) = read("四、[行政复议|REMEDY]情况\n本年度[无|NIL=reviews.total]。")
    assert (fact.field, fact.value) == ("reviews.total", 0)
