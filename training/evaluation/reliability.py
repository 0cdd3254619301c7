"""Whether confidences mean what they say: calibration error, reliability, risk against coverage."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

BINS = 10
PRECISION = 0.99
"""The share that is to be right of the facts that need no review."""


@dataclass(frozen=True, slots=True)
class Judged:
    """Confidences, 0 to 1, and whether what they were given to was right; both of shape (items,)."""

    confidence: NDArray[np.float64]
    right: NDArray[np.bool_]

    @classmethod
    def of(cls, pairs: Sequence[tuple[float, bool]]) -> "Judged":
        """From pairs of confidence and verdict."""
        return cls(np.array([pair[0] for pair in pairs], np.float64), np.array([pair[1] for pair in pairs], np.bool_))


@dataclass(frozen=True, slots=True)
class Bin:
    """Items of like confidence: how many, what they claim on average, and how many of them are right."""

    items: int
    claimed: float
    observed: float


def reliability(judged: Judged, bins: int = BINS) -> list[Bin]:
    """Bins of equal mass, in order of confidence; a bin is never empty."""
    order = np.argsort(judged.confidence, kind="stable")
    parts = [part for part in np.array_split(order, bins) if len(part)]
    return [Bin(len(part), float(judged.confidence[part].mean()), float(judged.right[part].mean())) for part in parts]


def calibration_error(judged: Judged, bins: int = BINS) -> float:
    """Expected calibration error: the mean distance of claim and observation over bins of equal mass."""
    found = reliability(judged, bins)
    items = sum(one.items for one in found)
    return sum(one.items * abs(one.claimed - one.observed) for one in found) / items if items else 0.0


def risk_coverage(judged: Judged) -> list[tuple[float, float]]:
    """(coverage, error rate) when only the most confident share is taken, for every share, items of one confidence together."""
    order = np.argsort(-judged.confidence, kind="stable")
    confidence, wrong = judged.confidence[order], np.cumsum(~judged.right[order])
    last = np.append(confidence[1:] != confidence[:-1], True) if len(order) else np.zeros(0, bool)
    return [((place + 1) / len(order), float(wrong[place]) / (place + 1)) for place in np.flatnonzero(last)]


def threshold_for(judged: Judged, precision: float) -> float:
    """The lowest confidence from which on at least this share is right; one above all confidences where there is none."""
    order = np.argsort(-judged.confidence, kind="stable")
    confidence, right = judged.confidence[order], np.cumsum(judged.right[order])
    reached = [
        place
        for place in range(len(order))
        if right[place] >= precision * (place + 1) and (place + 1 == len(order) or confidence[place + 1] < confidence[place])
    ]
    return float(confidence[reached[-1]]) if reached else 1.0
