import json
from dataclasses import asdict
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.confidence import CALIBRATION_FILE, MOST, UNCALIBRATED, Calibration, LinkEvidence, logit, read_calibration, sigmoid

chances = st.floats(0, 1)


@given(chances)
def test_without_calibration_a_probability_stays_what_it_is(chance: float) -> None:
    assert UNCALIBRATED.of_span(chance) == pytest.approx(min(MOST, max(1 - MOST, chance)), abs=1e-4)


@given(st.floats(-1e6, 1e6))
def test_no_confidence_is_certain(score: float) -> None:
    assert 1 - MOST - 1e-9 <= sigmoid(score) <= MOST


@given(chances, chances)
def test_a_surer_span_never_makes_a_less_sure_fact(one: float, other: float) -> None:
    curve = Calibration(fact=(0.8, -1.0, 0.5, -0.3, 0.1, 0.3, -0.5, 0.2))
    low, high = sorted((one, other))
    assert curve.of_fact(LinkEvidence(low)) <= curve.of_fact(LinkEvidence(high))


def test_a_far_fetched_link_lowers_the_confidence_of_a_fact() -> None:
    curve = Calibration(fact=(1.0, -1.0, 0.5, 0.0, 0.0, 0.0, 0.0, 0.0))
    near, far = LinkEvidence(0.9, cost=1.0, margin=9.0), LinkEvidence(0.9, cost=9.0, margin=1.0)
    assert curve.of_fact(far) < curve.of_fact(near)


def test_odds_are_finite_at_both_ends() -> None:
    assert logit(0.0) == -logit(1.0)


def test_a_category_that_names_no_figure_is_less_sure_and_a_span_that_is_surer_stays_so() -> None:
    curve = Calibration(entity=(0.9, -1.4, 0.3))
    assert curve.of_entity(0.7, alone=True) < curve.of_entity(0.7, alone=False) < curve.of_entity(0.8, alone=False)


def test_a_calibration_is_read_from_its_release(tmp_path: Path) -> None:
    written = Calibration(1.5, (0.9, 0.1), (1, 2, 3, 4, 5, 6, 7, 8), 0.8, (0.9, -1.4, 0.3), 0.6, 0.5, 1.5)
    (tmp_path / CALIBRATION_FILE).write_text(json.dumps(asdict(written)), encoding="utf-8")
    assert read_calibration(tmp_path) == written


def test_a_calibration_of_before_leaves_nothing_out_and_weighs_neither_issuers_nor_identities(tmp_path: Path) -> None:
    found = {"temperature": 1.5, "span": [0.9, 0.1], "fact": [1, 2, 3, 4, 5, 6, 7], "review_below": 0.8}
    (tmp_path / CALIBRATION_FILE).write_text(json.dumps(found), encoding="utf-8")
    assert read_calibration(tmp_path) == Calibration(1.5, (0.9, 0.1), (1, 2, 3, 4, 5, 6, 0, 7), 0.8)


@pytest.mark.parametrize("weights", [[1, 2, 3], [1, 2, 3, 4, 5, 6, 7, 8, 9]])
def test_a_calibration_with_other_weights_is_refused(weights: list[float], tmp_path: Path) -> None:
    found = {"temperature": 1.5, "span": [0.9, 0.1], "fact": weights, "review_below": 0.8}
    (tmp_path / CALIBRATION_FILE).write_text(json.dumps(found), encoding="utf-8")
    with pytest.raises(ValueError, match="weights of facts"):
        read_calibration(tmp_path)


@given(chances, st.floats(0, 5))
def test_what_an_identity_confirms_is_never_less_sure(chance: float, weight: float) -> None:
    assert Calibration(confirmed=weight).of_confirmed(chance) >= UNCALIBRATED.of_confirmed(chance)


def test_the_name_of_an_issuer_may_be_less_sure_than_a_figure() -> None:
    curve = Calibration(fact=(1.0, 0.0, 0.0, 0.0, 0.0, 0.0, -1.0, 0.0))
    assert curve.of_fact(LinkEvidence(0.9, issuer=True)) < curve.of_fact(LinkEvidence(0.9))
