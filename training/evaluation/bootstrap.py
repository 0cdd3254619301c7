"""How certain a score is: bootstrap over documents (Efron 1979), and the paired one for two models."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from training.evaluation.compare import Tally

DRAWS = 2000
LEVEL = 0.95
_SEED = 7


@dataclass(frozen=True, slots=True)
class Interval:
    """A score with the interval that holds it in 95 % of the draws."""

    value: float
    low: float
    high: float

    def as_json(self) -> dict[str, float]:
        """Four digits."""
        return {"value": round(self.value, 4), "low": round(self.low, 4), "high": round(self.high, 4)}


def f1_interval(tallies: Sequence[Tally]) -> Interval:
    """F1 over documents, given the tally of each."""
    counts = _counts(tallies)
    return _interval(_f1(counts.sum(axis=0)), _f1(counts[_draws(len(counts))].sum(axis=1)))


def f1_difference(ours: Sequence[Tally], theirs: Sequence[Tally]) -> Interval:
    """F1 of the first model less F1 of the second, on the same documents in the same order, drawn together."""
    if len(ours) != len(theirs):
        raise ValueError(f"{len(ours)} and {len(theirs)} documents cannot be paired")
    one, other = _counts(ours), _counts(theirs)
    draws = _draws(len(one))
    return _interval(_f1(one.sum(axis=0)) - _f1(other.sum(axis=0)), _f1(one[draws].sum(axis=1)) - _f1(other[draws].sum(axis=1)))


def _counts(tallies: Sequence[Tally]) -> NDArray[np.float64]:
    return np.array([(one.right, one.missed, one.invented) for one in tallies], np.float64).reshape(-1, 3)


def _draws(documents: int) -> NDArray[np.int64]:
    return np.random.default_rng(_SEED).integers(0, max(1, documents), (DRAWS, documents))


def _f1(counts: NDArray[np.float64]) -> NDArray[np.float64]:
    right, missed, invented = counts[..., 0], counts[..., 1], counts[..., 2]
    return np.asarray(2 * right / np.maximum(2 * right + missed + invented, 1))


def _interval(value: NDArray[np.float64], drawn: NDArray[np.float64]) -> Interval:
    tail = (1 - LEVEL) / 2
    low, high = np.quantile(drawn, [tail, 1 - tail])
    return Interval(float(value), float(low), float(high))
