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


def test_results_that_fit_no_head_stay_with_the_last_one() -> None:
    markup = LAWSUITS + (
        "[维持|REMEDY_RESULT][3|REMEDY_COUNT=litigation.after_review.upheld]件,"
        "[纠正|REMEDY_RESULT][2|REMEDY_COUNT=litigation.after_review.corrected]件。"
    )
    assert found(markup) == stated(markup)
