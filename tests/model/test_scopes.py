import pytest

from model.scopes import alike
from tests.support import found, stated

LAWSUITS = (
    "[行政诉讼|REMEDY][21|REMEDY_COUNT=litigation.total]件,其中[未经复议直接起诉|REMEDY][13|REMEDY_COUNT=litigation.direct.total]件,"
    "[复议后起诉|REMEDY][8|REMEDY_COUNT=litigation.after_review.total]件;"
)


def test_results_belong_to_the_head_whose_total_they_add_up_to() -> None:
    markup = LAWSUITS + (
        "[维持|REMEDY_RESULT][15|REMEDY_COUNT=litigation.upheld]件,[纠正|REMEDY_RESULT][6|REMEDY_COUNT=litigation.corrected]件。"
    )
    assert found(markup) == stated(markup)


def test_results_that_fit_their_own_head_stay() -> None:
    markup = LAWSUITS + (
        "[维持|REMEDY_RESULT][7|REMEDY_COUNT=litigation.after_review.upheld]件,"
        "[纠正|REMEDY_RESULT][1|REMEDY_COUNT=litigation.after_review.corrected]件。"
    )
    assert found(markup) == stated(markup)


OF_THE_WHOLE = {
    "that fit no head": (
        "[维持|REMEDY_RESULT][3|REMEDY_COUNT=litigation.upheld]件,[纠正|REMEDY_RESULT][2|REMEDY_COUNT=litigation.corrected]件。"
    ),
    "one alone": "[正在审理|REMEDY_RESULT]的有[5|REMEDY_COUNT=litigation.pending]件。",
    "more than the last part": "其中[正在审理|REMEDY_RESULT]的有[9|REMEDY_COUNT=litigation.pending]件。",
}
OF_THE_LAST_PART = {
    "by 其中": "其中[正在审理|REMEDY_RESULT][5|REMEDY_COUNT=litigation.after_review.pending]件。",
    "in brackets": "([维持|REMEDY_RESULT][3|REMEDY_COUNT=litigation.after_review.upheld]件)。",
    "by its own name": "[复议后起诉|REMEDY]被[纠正|REMEDY_RESULT][2|REMEDY_COUNT=litigation.after_review.corrected]件。",
}


@pytest.mark.parametrize("results", OF_THE_WHOLE.values(), ids=list(OF_THE_WHOLE))
def test_results_behind_both_parts_are_of_all_lawsuits(results: str) -> None:
    assert found(LAWSUITS + results) == stated(LAWSUITS + results)


@pytest.mark.parametrize("results", OF_THE_LAST_PART.values(), ids=list(OF_THE_LAST_PART))
def test_results_are_of_the_last_part_where_words_or_marks_say_so(results: str) -> None:
    lawsuits = LAWSUITS.removesuffix(";") + ("" if results.startswith("(") else ",")
    assert found(lawsuits + results) == stated(lawsuits + results)


def test_results_told_part_by_part_stay_with_each() -> None:
    markup = (
        "[行政诉讼|REMEDY][9|REMEDY_COUNT=litigation.total]件,[直接起诉|REMEDY][5|REMEDY_COUNT=litigation.direct.total]件,"
        "[维持|REMEDY_RESULT][2|REMEDY_COUNT=litigation.direct.upheld]件,[复议后起诉|REMEDY][4|REMEDY_COUNT=litigation.after_review.total]件,"
        "[维持|REMEDY_RESULT][3|REMEDY_COUNT=litigation.after_review.upheld]件。"
    )
    assert found(markup) == stated(markup)


def test_the_same_result_of_all_lawsuits_and_of_their_parts_is_alike() -> None:
    of_all = ("litigation.upheld", "litigation.direct.upheld", "litigation.after_review.upheld")
    assert {alike(field) for field in of_all} == {of_all}
    assert [alike(field) for field in ("reviews.upheld", "litigation.total")] == [("reviews.upheld",), ("litigation.total",)]
