from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from model.assembly import assemble
from model.confidence import UNCALIBRATED, sigmoid
from model.digits import hide_digits
from model.doubts import TAGGED_FROM, TOLD_FROM
from model.labels import TAG_IDS, TAGS
from model.logits import Encode, Logits, no_logits
from model.pages import prose_text
from tests.model.test_annex import table
from tests.training.evaluation.made import texts
from training.calibrate import calibrate, fact_evidence, fact_verdicts, fit_curve, fit_temperature, span_verdicts
from training.evaluation.reliability import Judged, calibration_error
from training.filling import Filled
from training.tagged import tagged


@pytest.fixture
def some(tmp_path: Path) -> list[Filled]:
    return [one.gold for one in texts(tmp_path)]


def noisy(some: Sequence[Filled], strength: float) -> Encode:
    """A tagger that knows the labels, under noise that never changes; its logits are far too sure of themselves."""
    known = {}
    source = np.random.default_rng(3)
    for one in some:
        tags = [TAG_IDS[tag] for tag in tagged(one).tags]
        logits = source.normal(0, strength, (len(tags), len(TAGS)))
        logits[np.arange(len(tags)), tags] += 4
        known[hide_digits(one.text)] = (5 * logits).astype(np.float32)

    def encode(folded: str) -> Logits:
        return Logits(known[folded], no_logits(len(folded)).stated)

    return encode


def test_the_temperature_cools_a_tagger_that_is_too_sure(some: list[Filled]) -> None:
    assert fit_temperature(some, noisy(some, 1.5)) > 2
    assert fit_temperature(some, noisy(some, 0.1)) == 0.5


def test_a_curve_finds_the_chances_that_made_its_data() -> None:
    source = np.random.default_rng(5)
    feature = source.normal(0, 2, 20_000)
    right = source.random(20_000) < 1 / (1 + np.exp(-(0.7 * feature + 1)))
    slope, constant = fit_curve(np.stack([feature, np.ones_like(feature)], 1), right.astype(np.float64))
    assert slope == pytest.approx(0.7, abs=0.05)
    assert constant == pytest.approx(1, abs=0.08)


def test_a_curve_of_items_that_are_all_right_stays_finite() -> None:
    weights = fit_curve(np.ones((40, 2)), np.ones(40))
    assert all(np.isfinite(weights))
    assert sigmoid(sum(weights)) > 0.9


def test_calibrated_confidences_are_nearer_to_what_holds(some: list[Filled]) -> None:
    encode = noisy(some, 1.6)
    found = calibrate(some, encode)
    before, after = (calibration_error(Judged.of(fact_verdicts(some, encode, one))) for one in (UNCALIBRATED, found))
    assert after < before / 2
    assert 0 < found.review_below <= 1
    assert found.entity[0] > 0 > found.entity[1]
    assert found.confirmed >= 0
    assert (found.told_from, found.tagged_from) == (TOLD_FROM, TAGGED_FROM)


def test_spans_are_right_with_label_and_both_ends(some: list[Filled]) -> None:
    calibration = calibrate(some, noisy(some, 0.1))
    assert all(right for _, right in span_verdicts(some, noisy(some, 0.1), calibration))


def test_rows_of_the_annexed_table_are_no_evidence() -> None:
    text = table("\t", "\n")
    found = fact_evidence([Filled(text, ())], lambda folded: no_logits(len(folded)), UNCALIBRATED)
    assert assemble(text, prose_text(text), ())
    assert found == []
