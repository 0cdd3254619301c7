from dataclasses import replace

import pytest

from model.confidence import UNCALIBRATED, Calibration
from model.confirmed import confirm
from model.facts import Fact
from tests.support import read

CONFIRMING = Calibration(confirmed=2.0, review_below=0.9)
REQUESTS = (
    "[收到|REQUEST_EVENT]申请[40|REQUEST_COUNT=requests.received]件,其中[自然人|APPLICANT_CATEGORY]"
    "[{one}|APPLICANT_COUNT=requests.by_applicant.natural_person]件,[法人或其他组织|APPLICANT_CATEGORY]"
    "[11|APPLICANT_COUNT=requests.by_applicant.legal_person]件。"
)


def _facts(one: int, chance: float) -> list[Fact]:
    return [replace(fact, confidence=chance) for fact in read(REQUESTS.replace("{one}", str(one)))]


def _confidences(facts: list[Fact], calibration: Calibration = CONFIRMING) -> list[float]:
    return [fact.confidence for fact in confirm(facts, calibration)]


def test_all_figures_of_a_sum_that_holds_are_surer() -> None:
    assert _confidences(_facts(29, 0.8)) == [pytest.approx(0.967, abs=1e-3)] * 3


def test_figures_that_fit_no_identity_are_as_sure_as_before() -> None:
    assert _confidences(_facts(28, 0.8)) == [0.8] * 3


def test_a_figure_that_is_rather_wrong_confirms_nothing() -> None:
    first, *others = _facts(29, 0.8)
    assert _confidences([replace(first, confidence=0.4), *others]) == [0.4, 0.8, 0.8]


def test_a_share_confirms_its_count_and_its_whole() -> None:
    markup = (
        "[收到|REQUEST_EVENT]申请[40|REQUEST_COUNT=requests.received]件,[信函|CHANNEL_CATEGORY]申请"
        "[10|CHANNEL_COUNT=requests.by_channel.mail]件,占[25%|SHARE=requests.by_channel.mail];"
        "[传真|CHANNEL_CATEGORY]申请[2|CHANNEL_COUNT=requests.by_channel.fax]件。"
    )
    facts = [replace(fact, confidence=0.8) for fact in read(markup)]
    surer = {fact.text for fact in confirm(facts, CONFIRMING) if fact.confidence > 0.8}
    assert surer == {"40", "10", "25%"}


def test_whoever_is_sure_enough_then_needs_no_review() -> None:
    facts = [replace(fact, needs_review=True) for fact in _facts(29, 0.8)]
    assert not any(fact.needs_review for fact in confirm(facts, CONFIRMING))


def test_a_release_without_the_weight_leaves_all_as_it_is() -> None:
    facts = _facts(29, 0.8)
    assert confirm(facts, UNCALIBRATED) == facts


def test_a_figure_that_was_taken_from_another_confirms_nothing() -> None:
    markup = (
        "[收到|REQUEST_EVENT]申请[40|REQUEST_COUNT=requests.received]件,[均|ALL=requests.outcome.granted:40][予以公开|OUTCOME_CATEGORY]。"
    )
    facts = [replace(fact, confidence=0.8) for fact in read(markup)]
    assert len(facts) == 2
    assert confirm(facts, CONFIRMING) == facts


def test_zeros_confirm_nothing() -> None:
    markup = (
        "[行政复议|REMEDY][0|REMEDY_COUNT=reviews.total]件,[维持|REMEDY_RESULT][0|REMEDY_COUNT=reviews.upheld]件,"
        "[纠正|REMEDY_RESULT][0|REMEDY_COUNT=reviews.corrected]件。"
    )
    facts = [replace(fact, confidence=0.8) for fact in read(markup)]
    assert len(facts) == 3
    assert confirm(facts, CONFIRMING) == facts


def test_of_two_mentions_the_one_that_the_record_takes_is_surer() -> None:
    again = "[收到|REQUEST_EVENT]申请[40|REQUEST_COUNT=requests.received]件。"
    facts = [replace(fact, confidence=0.8) for fact in read(REQUESTS.replace("{one}", "29") + again)]
    assert [fact.confidence > 0.8 for fact in confirm(facts, CONFIRMING)] == [True, True, True, False]
