from hypothesis import given
from hypothesis import strategies as st

from training.evaluation.reliability import Judged, calibration_error, reliability, risk_coverage, threshold_for

PAIRS = st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=1, max_size=60)


def test_bins_hold_claims_and_observations() -> None:
    low, high = reliability(Judged.of([(0.2, False), (0.4, True), (0.9, True), (0.7, True)]), 2)
    assert (low.items, round(low.claimed, 6), low.observed) == (2, 0.3, 0.5)
    assert (high.items, round(high.claimed, 6), high.observed) == (2, 0.8, 1)


@given(PAIRS)
def test_bins_hold_every_item_once_in_order(pairs: list[tuple[float, bool]]) -> None:
    bins = reliability(Judged.of(pairs))
    assert sum(one.items for one in bins) == len(pairs)
    assert [one.claimed for one in bins] == sorted(one.claimed for one in bins)
    assert max(one.items for one in bins) - min(one.items for one in bins) <= 1


def test_a_claim_that_holds_has_no_error() -> None:
    assert calibration_error(Judged.of([(0.5, True), (0.5, False)]), 1) == 0
    assert calibration_error(Judged.of([(0.9, False)]), 1) == 0.9


@given(PAIRS)
def test_risk_ends_with_all_items(pairs: list[tuple[float, bool]]) -> None:
    curve = risk_coverage(Judged.of(pairs))
    assert curve[-1] == (1.0, sum(not right for _, right in pairs) / len(pairs))
    assert len(curve) == len({confidence for confidence, _ in pairs})


@given(PAIRS, st.floats(0.5, 1))
def test_from_the_threshold_on_the_precision_holds_and_from_no_lower_one(pairs: list[tuple[float, bool]], precision: float) -> None:
    threshold = threshold_for(Judged.of(pairs), precision)

    def holds(least: float) -> bool:
        kept = [right for confidence, right in pairs if confidence >= least]
        return sum(kept) >= precision * len(kept)

    reached = [confidence for confidence, _ in pairs if holds(confidence)]
    assert threshold == (min(reached) if reached else 1.0)
