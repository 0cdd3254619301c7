"""Parts of what one figure states together, told in turn."""

import pytest

from tests.support import found, read, stated

PARTS = {
    "in brackets": (
        "[予以公开或部分公开|OUTCOME_CATEGORY][77|OUTCOME_COUNT=requests.outcome.granted_or_partial]件"
        "(分别为[67|OUTCOME_COUNT=requests.outcome.granted]件和[10|OUTCOME_COUNT=requests.outcome.partial]件)。"
    ),
    "in traditional characters": (
        "[予以公開或部分公開|OUTCOME_CATEGORY][77|OUTCOME_COUNT=requests.outcome.granted_or_partial]件"
        "(分別為[67|OUTCOME_COUNT=requests.outcome.granted]件和[10|OUTCOME_COUNT=requests.outcome.partial]件)。"
    ),
    "of one result of two remedies": (
        "[行政复议|REMEDY][61|REMEDY_COUNT=reviews.total]件、[行政诉讼|REMEDY][24|REMEDY_COUNT=litigation.total]件,其中被[纠正|REMEDY_RESULT]的"
        "分别为[5|REMEDY_COUNT=reviews.corrected]件和[1|REMEDY_COUNT=litigation.corrected]件。"
    ),
    "in the next clause, the other way round": (
        "[部分公开和予以公开|OUTCOME_CATEGORY][77|OUTCOME_COUNT=requests.outcome.granted_or_partial]件,"
        "分别为[10|OUTCOME_COUNT=requests.outcome.partial]件、[67|OUTCOME_COUNT=requests.outcome.granted]件。"
    ),
}


@pytest.mark.parametrize("markup", PARTS.values(), ids=list(PARTS))
def test_figures_in_turn_are_of_the_two_named_before(markup: str) -> None:
    assert found(markup) == stated(markup)


def test_figures_that_do_not_add_up_are_not() -> None:
    facts = read(
        "[予以公开或部分公开|OUTCOME_CATEGORY][77|OUTCOME_COUNT=other]件,分别为[67|OUTCOME_COUNT=other]件和[11|OUTCOME_COUNT=other]件。"
    )
    assert [fact.value for fact in facts if fact.field == "requests.outcome.partial"] == []
