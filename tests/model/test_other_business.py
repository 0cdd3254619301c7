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
