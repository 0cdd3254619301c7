"""How well the confidences of facts are calibrated."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from training.evaluation.compare import is_core, verdicts_on
from training.evaluation.documents import Document
from training.evaluation.reliability import PRECISION, Bin, Judged, calibration_error, reliability, risk_coverage, threshold_for


@dataclass(frozen=True, slots=True)
class Certainty:
    """Calibration of the core facts of a reading, each right or wrong as `compare.verdicts_on` says."""

    error: float
    bins: tuple[Bin, ...]
    curve: tuple[tuple[float, float], ...]
    threshold: float
    """The lowest confidence from which on 99 % of these facts are right."""
    unreviewed: float
    """Share of the facts that the release does not mark for review."""
    unreviewed_precision: float
    """Share of these that are right."""

    def as_json(self) -> dict[str, Any]:
        """Four digits; the curve is left to the page."""
        return {
            "expected_calibration_error": round(self.error, 4),
            "threshold_for_99_percent": round(self.threshold, 4),
            "unreviewed": round(self.unreviewed, 4),
            "unreviewed_precision": round(self.unreviewed_precision, 4),
            "bins": [{"items": one.items, "claimed": round(one.claimed, 4), "observed": round(one.observed, 4)} for one in self.bins],
        }


def certainty(documents: Sequence[Document]) -> Certainty:
    """The calibration of all core facts read."""
    rows = [row for one in documents for row in zip(one.facts, verdicts_on(one.facts, one.gold.facts), strict=True)]
    core = [(fact, right) for fact, right in rows if is_core(fact.field)]
    judged = Judged.of([(fact.confidence, right) for fact, right in core])
    trusted = [right for fact, right in core if not fact.needs_review]
    return Certainty(
        error=calibration_error(judged),
        bins=tuple(reliability(judged)),
        curve=tuple(risk_coverage(judged)),
        threshold=threshold_for(judged, PRECISION),
        unreviewed=len(trusted) / max(1, len(core)),
        unreviewed_precision=sum(trusted) / max(1, len(trusted)),
    )
