"""Reviews and lawsuits over other business, and the part that is about open government information."""

import pytest

from tests.support import found, stated

ELSEWHERE = {
    "two remedies side by side": (
        "因举报答复引发[行政复议|REMEDY][1|REMEDY_COUNT=other]件、[行政诉讼|REMEDY][1|REMEDY_COUNT=other]件,均不属于政府信息公开事项。"
    ),
    "two remedies that have nothing to do with it": (
        "[行政复议|REMEDY][3|REMEDY_COUNT=other]件和[行政诉讼|REMEDY][5|REMEDY_COUNT=other]件,均与信息公开无关。"
    ),
    "in brackets": "[行政诉讼|REMEDY][4|REMEDY_COUNT=other]件(均非政府信息公开类)。",
    "one alone": "[行政复议|REMEDY][2|REMEDY_COUNT=other]件,不涉及政府信息公开工作。",
    "a remedy with its results": (
        "[行政诉讼|REMEDY][5|REMEDY_COUNT=other]件,[维持|REMEDY_RESULT][3|REMEDY_COUNT=other]件,[撤销|REMEDY_RESULT][2|REMEDY_COUNT=other]件,"
        "均不是信息公开案件。"
    ),
    "the last of two told apart": (
        "[行政复议|REMEDY][3|REMEDY_COUNT=reviews.total]件,[维持|REMEDY_RESULT][3|REMEDY_COUNT=reviews.upheld]件,"
        "[行政诉讼|REMEDY][5|REMEDY_COUNT=other]件,均不属于信息公开类。"
    ),
    "beside those about it": (
        "信息公开[行政复议|REMEDY][2|REMEDY_COUNT=reviews.total]件;[行政诉讼|REMEDY][4|REMEDY_COUNT=other]件,均非信息公开引起。"
    ),
    "with results behind a semicolon": (
        "[行政复议|REMEDY][5|REMEDY_COUNT=other]件,均不涉及政府信息公开;其中[维持|REMEDY_RESULT][5|REMEDY_COUNT=other]件。"
    ),
    "with results behind brackets": (
        "[行政诉讼|REMEDY][4|REMEDY_COUNT=other]件(均与信息公开无关),[驳回|REMEDY_RESULT]诉讼请求[3|REMEDY_COUNT=other]件,"
        "[撤销|REMEDY_RESULT][1|REMEDY_COUNT=other]件;[行政复议|REMEDY][2|REMEDY_COUNT=reviews.total]件,"
        "[维持|REMEDY_RESULT][2|REMEDY_COUNT=reviews.upheld]件。"
    ),
    "before those of the same remedy that are about it": (
        "[行政复议|REMEDY][5|REMEDY_COUNT=other]件,均不属于信息公开类,[维持|REMEDY_RESULT][5|REMEDY_COUNT=other]件;"
        "政府信息公开[行政复议|REMEDY][2|REMEDY_COUNT=reviews.total]件,[维持|REMEDY_RESULT][2|REMEDY_COUNT=reviews.upheld]件。"
    ),
    "a count with a stop in it": "[行政复议|REMEDY][2:1|REMEDY_COUNT=other]件,均不属于信息公开类。",
    "a count that begins with a stop": "[行政诉讼|REMEDY]案件[:3|REMEDY_COUNT=other]件,均非信息公开案件。",
}
NOT_ELSEWHERE = {
    "what is not within its scope": (
        "[行政复议|REMEDY][2|REMEDY_COUNT=reviews.total]件,均因不属于政府信息公开范围被[维持|REMEDY_RESULT]。"
    ),
    "those that are about it": "[行政复议|REMEDY][2|REMEDY_COUNT=reviews.total]件,均属于政府信息公开类。",
    "said to be about it before": "信息公开[行政复议|REMEDY][2|REMEDY_COUNT=reviews.total]件,均不属于信息公开收费事项。",
    "some of them": (
        "[行政复议|REMEDY][6|REMEDY_COUNT=reviews.total]件,其中[纠正|REMEDY_RESULT][2|REMEDY_COUNT=reviews.corrected]件,均不属于信息公开类。"
    ),
    "not all of them": "发生[行政复议|REMEDY][3|REMEDY_COUNT=reviews.total]件,并非全部涉及政府信息公开。",
    "not each of them": "[行政诉讼|REMEDY][6|REMEDY_COUNT=litigation.total]件,不是都属于信息公开类案件。",
    "not wholly": "[行政复议|REMEDY][4|REMEDY_COUNT=reviews.total]件,均不完全属于信息公开事项。",
}
PART = {
    "with one result": (
        "[受理|REQUEST_EVENT][行政复议|REMEDY][4|REMEDY_COUNT=other]件,其中涉及信息公开的[1|REMEDY_COUNT=reviews.total,reviews.upheld]件,"
        "已[维持|REMEDY_RESULT]。"
    ),
    "told behind the figure, with a rest": (
        "[行政复议|REMEDY][2|REMEDY_COUNT=other]件,其中[1|REMEDY_COUNT=reviews.total,reviews.upheld]件针对信息公开答复,上级行决定[维持|REMEDY_RESULT],"
        "另[1|REMEDY_COUNT=other]件被[撤销|REMEDY_RESULT]。"
    ),
    "behind the results of the whole": (
        "[行政复议|REMEDY][12|REMEDY_COUNT=other]件,[维持|REMEDY_RESULT][7|REMEDY_COUNT=other]件,[撤销|REMEDY_RESULT][1|REMEDY_COUNT=other]件,"
        "其中涉及政府信息公开的[1|REMEDY_COUNT=reviews.total,reviews.upheld]件,结果为[维持|REMEDY_RESULT]。"
    ),
    "before the results of the whole": (
        "[行政诉讼|REMEDY][12|REMEDY_COUNT=other]件,其中信息公开类[4|REMEDY_COUNT=litigation.total]件,[维持|REMEDY_RESULT][10|REMEDY_COUNT=other]件,"
        "[纠正|REMEDY_RESULT][2|REMEDY_COUNT=other]件。"
    ),
    "with results of its own": (
        "[行政诉讼|REMEDY][12|REMEDY_COUNT=other]件,其中[4|REMEDY_COUNT=litigation.total]件与信息公开有关,"
        "[维持|REMEDY_RESULT][3|REMEDY_COUNT=litigation.upheld]件,其余[1|REMEDY_COUNT=litigation.pending]件[尚未审结|REMEDY_RESULT]。"
    ),
    "in brackets": "[行政复议|REMEDY][8|REMEDY_COUNT=other]件(其中政府信息公开[2|REMEDY_COUNT=reviews.total]件)。",
    "that is none": "[行政诉讼|REMEDY][8|REMEDY_COUNT=other]件,其中涉及信息公开的[0|REMEDY_COUNT=litigation.total]件。",
    "with its remedy": (
        "[行政复议|REMEDY][8|REMEDY_COUNT=other]件,[行政诉讼|REMEDY][5|REMEDY_COUNT=litigation.total]件,"
        "其中信息公开类[复议|REMEDY][2|REMEDY_COUNT=reviews.total]件。"
    ),
    "under a heading": (
        "三、因政府信息公开申请行政复议的情况\n[行政复议|REMEDY][8|REMEDY_COUNT=other]件,其中涉及信息公开答复的[2|REMEDY_COUNT=reviews.total]件。"
    ),
    "of two remedies in turn": (
        "[行政复议|REMEDY][4|REMEDY_COUNT=other]件、[行政诉讼|REMEDY][6|REMEDY_COUNT=other]件,"
        "其中涉及信息公开的[行政复议|REMEDY][1|REMEDY_COUNT=reviews.total]件、[行政诉讼|REMEDY][2|REMEDY_COUNT=litigation.total]件。"
    ),
    "of a whole that was read as other": (
        "[行政复议|REMEDY][3|REMEDY_COUNT=reviews.total]件;行政应诉案件[8|OTHER_COUNT=other]件,其中信息公开案件"
        "[2|REMEDY_COUNT=litigation.total,litigation.upheld]件,法院[驳回|REMEDY_RESULT]起诉。"
    ),
    "of complaints": "[举报投诉|REMEDY][30|REMEDY_COUNT=other]件,其中对信息公开不服的[1|REMEDY_COUNT=complaints.total]件。",
    "under a title": (
        "某局2023年政府信息公开工作年度报告\n2023年收到涉及本局的[行政复议|REMEDY][8|REMEDY_COUNT=other]件,"
        "其中涉及政府信息公开的[3|REMEDY_COUNT=reviews.total]件。"
    ),
    "under a title with a year in brackets": (
        "某局信息公开工作年报(2019年度)\n全年发生[行政诉讼|REMEDY][8|REMEDY_COUNT=other]件,其中信息公开类[3|REMEDY_COUNT=litigation.total]件。"
    ),
    "under a numbered heading": (
        "(一)政府信息公开行政复议\n[行政复议|REMEDY][8|REMEDY_COUNT=other]件,其中涉及信息公开答复的[2|REMEDY_COUNT=reviews.total]件。"
    ),
    "behind a heading on its line": (
        "四、政府信息公开行政复议、行政诉讼情况 "
        "[行政复议|REMEDY][8|REMEDY_COUNT=other]件,其中涉及信息公开的[2|REMEDY_COUNT=reviews.total]件。"
    ),
    "of a whole on a line that begins like a heading": (
        "三、全年[行政复议|REMEDY][9|REMEDY_COUNT=other]件,\n其中涉及信息公开答复的[3|REMEDY_COUNT=reviews.total]件。"
    ),
    "beside a part that is not": (
        "[行政复议|REMEDY][6|REMEDY_COUNT=other]件,其中涉及信息公开的[4|REMEDY_COUNT=reviews.total]件,不涉及信息公开的[2|REMEDY_COUNT=other]件。"
    ),
    "beside a part of other business, which add up to the whole": (
        "[行政复议|REMEDY][9|REMEDY_COUNT=other]件,其中信息公开类[2|REMEDY_COUNT=reviews.total]件、土地征收类[7|REMEDY_COUNT=other]件。"
    ),
    "with a result whose reason speaks of it": (
        "[行政复议|REMEDY][9|REMEDY_COUNT=other]件,其中涉及信息公开的[3|REMEDY_COUNT=reviews.total]件,"
        "因信息公开答复不当被[撤销|REMEDY_RESULT][1|REMEDY_COUNT=reviews.corrected]件。"
    ),
    "with parts of its own": (
        "[行政复议|REMEDY]案件[12|REMEDY_COUNT=other]件,其中涉及政府信息公开的[3|REMEDY_COUNT=reviews.total]件:"
        "对公开答复内容不服[2|REMEDY_COUNT=other]件,对信息公开程序不服[1|REMEDY_COUNT=other]件。"
    ),
    "with parts of its own in brackets": (
        "[行政诉讼|REMEDY]案件[9|REMEDY_COUNT=other]件,其中信息公开类[4|REMEDY_COUNT=litigation.total]件"
        "(信息公开答复[3|REMEDY_COUNT=other]件、信息公开不作为[1|REMEDY_COUNT=other]件)。"
    ),
    "beside complaints about it": (
        "[行政复议|REMEDY][5|REMEDY_COUNT=other]件,其中涉及信息公开的[3|REMEDY_COUNT=reviews.total]件,"
        "信息公开[投诉|REMEDY][2|REMEDY_COUNT=complaints.total]件。"
    ),
    "with what the office must do": (
        "[行政复议|REMEDY][9|REMEDY_COUNT=other]件,其中涉及信息公开的[3|REMEDY_COUNT=reviews.total]件,"
        "[责令|REMEDY_RESULT]重新作出信息公开答复[1|REMEDY_COUNT=reviews.corrected]件。"
    ),
    "before that of another remedy": (
        "[行政复议|REMEDY][4|REMEDY_COUNT=other]件、[行政诉讼|REMEDY][6|REMEDY_COUNT=litigation.total]件,"
        "其中涉及信息公开的[行政复议|REMEDY][1|REMEDY_COUNT=reviews.total]件。"
    ),
}
NO_PART = {
    "of a whole that is about it": (
        "因信息公开引起的[行政复议|REMEDY][9|REMEDY_COUNT=reviews.total]件,其中针对本部信息公开答复的[4|REMEDY_COUNT=other]件。"
    ),
    "that is not about it": "[行政复议|REMEDY][9|REMEDY_COUNT=reviews.total]件,其中与信息公开无关的[4|REMEDY_COUNT=other]件。",
    "of one of two remedies": (
        "[行政复议|REMEDY][9|REMEDY_COUNT=reviews.total]件、[行政诉讼|REMEDY][5|REMEDY_COUNT=litigation.total]件,"
        "其中涉及信息公开的[3|REMEDY_COUNT=other]件。"
    ),
    "told next, of other business": (
        "[行政复议|REMEDY][9|REMEDY_COUNT=other]件,其中信息公开[2|REMEDY_COUNT=reviews.total]件、环境保护[3|REMEDY_COUNT=other]件。"
    ),
    "of other business by the same remedy": (
        "行政应诉案件[8|OTHER_COUNT=other]件,举办信息公开培训,其中信息公开[培训|WORK_ITEM][2|WORK_COUNT=training.sessions]次。"
    ),
    "as great as the whole": "[行政复议|REMEDY][3|REMEDY_COUNT=reviews.total]件,其中涉及信息公开的[3|REMEDY_COUNT=other]件。",
    "beside another about it, with results": (
        "[行政复议|REMEDY][4|REMEDY_COUNT=reviews.total]件,其中因政府信息公开答复引发[3|REMEDY_COUNT=other]件,"
        "因政府信息公开不作为引发[1|REMEDY_COUNT=other]件,结果[维持|REMEDY_RESULT][3|REMEDY_COUNT=reviews.upheld]件,"
        "[纠正|REMEDY_RESULT][1|REMEDY_COUNT=reviews.corrected]件。"
    ),
    "beside another about what was not published": (
        "[行政复议|REMEDY]申请[5|REMEDY_COUNT=reviews.total]件,其中针对政府信息公开答复的[4|REMEDY_COUNT=other]件,"
        "针对未主动公开政府信息的[1|REMEDY_COUNT=other]件。"
    ),
    "beside another about it in brackets": (
        "[行政复议|REMEDY][5|REMEDY_COUNT=reviews.total]件(其中不服政府信息公开答复[4|REMEDY_COUNT=other]件、"
        "不服信息公开投诉处理[1|REMEDY_COUNT=other]件),[维持|REMEDY_RESULT][5|REMEDY_COUNT=reviews.upheld]件。"
    ),
    "beside another about it in a list": (
        "[行政诉讼|REMEDY][3|REMEDY_COUNT=litigation.total]件,其中涉及政府信息公开答复程序[2|REMEDY_COUNT=other]件、"
        "涉及政府信息公开答复内容[1|REMEDY_COUNT=other]件,均[胜诉|REMEDY_RESULT]。"
    ),
    "beside another about it, told behind the figures": (
        "[行政复议|REMEDY][4|REMEDY_COUNT=reviews.total]件,其中[3|REMEDY_COUNT=other]件因信息公开答复引发,[1|REMEDY_COUNT=other]件因信息公开不作为引发。"
    ),
    "beside one about answers, which add up to the whole": (
        "[行政复议|REMEDY][6|REMEDY_COUNT=reviews.total]件,其中因政府信息公开答复引发[4|REMEDY_COUNT=other]件,"
        "因超期未答复引发[2|REMEDY_COUNT=other]件。"
    ),
    "beside another, each read as a total": (
        "[行政复议|REMEDY][9|REMEDY_COUNT=reviews.total]件,其中因信息公开答复[行政复议|REMEDY][5|REMEDY_COUNT=other]件、"
        "因信息公开不作为[行政复议|REMEDY][4|REMEDY_COUNT=other]件。"
    ),
    "of a whole whose words go on behind a line end": (
        "因政府信息公开\n引起的[行政复议|REMEDY][9|REMEDY_COUNT=reviews.total]件,其中针对本部信息公开答复的[4|REMEDY_COUNT=other]件。"
    ),
    "of requests": (
        "[收到|REQUEST_EVENT]申请[9|REQUEST_COUNT=requests.received]件,其中[信息公开|DISCLOSURE_ITEM][3|DISCLOSURE_COUNT=disclosure.total]条。"
    ),
    "in the next part of the sentence": (
        "[行政复议|REMEDY][9|REMEDY_COUNT=reviews.total]件;其中涉及信息公开的[投诉|REMEDY][3|REMEDY_COUNT=complaints.total]件。"
    ),
}


@pytest.mark.parametrize("markup", [*ELSEWHERE.values(), *NOT_ELSEWHERE.values()], ids=[*ELSEWHERE, *NOT_ELSEWHERE])
def test_cases_told_to_be_over_other_business_are_other_and_no_others_are(markup: str) -> None:
    assert found(markup) == stated(markup)


@pytest.mark.parametrize("markup", PART.values(), ids=list(PART))
def test_the_part_about_open_government_information_is_the_total_and_the_whole_is_other(markup: str) -> None:
    assert found(markup) == stated(markup)


@pytest.mark.parametrize("markup", NO_PART.values(), ids=list(NO_PART))
def test_no_part_takes_the_place_of_its_whole_where_words_do_not_tell_so(markup: str) -> None:
    read = {(field, value) for field, _, value, _ in found(markup)}
    assert {(field, value) for field, _, value, _ in stated(markup) if field != "other"} <= read
