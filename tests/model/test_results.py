"""Results told in words of the cases that are counted."""

import pytest

from tests.support import found, stated

TOLD = {
    "of one review": "[行政复议|REMEDY][1|REMEDY_COUNT=reviews.total,reviews.upheld]件,结果为[维持|REMEDY_RESULT]。",
    "of all lawsuits": "[行政诉讼|REMEDY][2|REMEDY_COUNT=litigation.total,litigation.pending]件,目前[尚未审结|REMEDY_RESULT]。",
    "of each remedy": (
        "[行政复议|REMEDY][1|REMEDY_COUNT=reviews.total,reviews.corrected]件,被[撤销|REMEDY_RESULT];"
        "[行政诉讼|REMEDY][1|REMEDY_COUNT=litigation.total,litigation.upheld]件,法院[驳回|REMEDY_RESULT]起诉。"
    ),
    "of lawsuits of one kind": (
        "[行政诉讼|REMEDY][1|REMEDY_COUNT=litigation.total,litigation.direct.total,litigation.direct.pending]件,"
        "[未经复议直接起诉|REMEDY],年底[尚未审结|REMEDY_RESULT]。"
    ),
    "where all are of one kind": (
        "[行政诉讼|REMEDY][5|REMEDY_COUNT=litigation.total]件,[均|ALL=litigation.after_review.total:5]系[复议后起诉|REMEDY],判决"
        "[驳回|REMEDY_RESULT][4|REMEDY_COUNT=litigation.after_review.upheld]件,[1|REMEDY_COUNT=litigation.after_review.pending]件[仍在审理|REMEDY_RESULT]。"
    ),
    "of one behind a word that names none": (
        "[行政诉讼|REMEDY][1|REMEDY_COUNT=litigation.total,litigation.upheld]件,系[上|REMEDY_RESULT]年案件二审,法院[驳回上诉|REMEDY_RESULT]。"
    ),
    "before their figure": "答复有瑕疵,被纠正[7|REMEDY_COUNT=reviews.corrected]件[复议|REMEDY]案件已整改。",
    "before the figure of lawsuits": "其中被撤销的[2|REMEDY_COUNT=litigation.corrected]起[诉讼|REMEDY]案件已重新答复。",
}
NOT_TOLD = {
    "before a figure of another clause": "没有被纠正,[7|REMEDY_COUNT=reviews.total]件[复议|REMEDY]案件已审结。",
    "where results have figures": (
        "[行政复议|REMEDY][3|REMEDY_COUNT=reviews.total]件,[维持|REMEDY_RESULT][2|REMEDY_COUNT=reviews.upheld]件,"
        "[纠正|REMEDY_RESULT][1|REMEDY_COUNT=reviews.corrected]件。"
    ),
    "where several results are listed": (
        "[行政复议|REMEDY][3|REMEDY_COUNT=reviews.total]件,有[维持|REMEDY_RESULT]、[纠正|REMEDY_RESULT]两种结果。"
    ),
    "where two results share the figure behind them": (
        "[行政诉讼|REMEDY][9|REMEDY_COUNT=litigation.total]件,[维持|REMEDY_RESULT]行政行为或者[驳回|REMEDY_RESULT]请求"
        "[8|REMEDY_COUNT=litigation.upheld]件。"
    ),
    "where a word behind it denies it": (
        "[行政复议|REMEDY][5|REMEDY_COUNT=reviews.total]件,复议机关[纠正|REMEDY_RESULT]的[无|NIL=reviews.corrected]。"
    ),
    "in the next sentence": "[行政复议|REMEDY][3|REMEDY_COUNT=reviews.total]件。[维持|REMEDY_RESULT]的理由已公开。",
    "where it is denied": "[行政复议|REMEDY][3|REMEDY_COUNT=reviews.total]件,没有被[纠正|REMEDY_RESULT]的情形。",
    "of a part": "[行政复议|REMEDY][3|REMEDY_COUNT=reviews.total]件,其中一件被[撤销|REMEDY_RESULT]。",
    "of last year's": ("[上年|PREVIOUS][行政复议|REMEDY][3|REMEDY_COUNT=reviews.total@previous]件,本年为[维持|REMEDY_RESULT]。"),
    "of complaints": "[投诉|REMEDY][2|REMEDY_COUNT=complaints.total]件,目前[正在办理|REMEDY_RESULT]。",
    "of none": "[行政复议|REMEDY][0|REMEDY_COUNT=reviews.total]件,无[维持|REMEDY_RESULT]情形。",
}


@pytest.mark.parametrize("markup", [*TOLD.values(), *NOT_TOLD.values()], ids=[*TOLD, *NOT_TOLD])
def test_a_figure_states_the_result_that_is_told_of_its_cases_alone(markup: str) -> None:
    assert found(markup) == stated(markup)
