"""Answers, counted and timed."""

from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass
from http import HTTPStatus

import numpy as np

from training.bench.clients import TOO_MANY, Answer


@dataclass(frozen=True, slots=True)
class Quantiles:
    """Of timings, in seconds."""

    p50: float
    p95: float
    p99: float
    most: float

    @classmethod
    def of(cls, seconds: Sequence[float]) -> "Quantiles | None":
        """The quantiles of timings; None where there are none."""
        return cls(*(float(one) for one in np.quantile(seconds, (0.5, 0.95, 0.99, 1)))) if seconds else None


def told(found: Quantiles | None, digits: int, scale: float = 1) -> str:
    """The quantiles, with so many digits behind the point; in milliseconds where the scale is 1,000."""
    return ", ".join(f"{one * scale:.{digits}f}" for one in astuple(found)) if found else "–"


@dataclass(frozen=True, slots=True)
class Tally:
    """What clients got in so many seconds.

    `refused` were answered 429, `failed` with another status than 200, `lost` not at all. The rates are of reports that were answered.
    """

    seconds: float
    answered: int
    refused: int
    failed: int
    lost: int
    characters: int
    answered_in: Quantiles | None
    refused_in: Quantiles | None

    @classmethod
    def of(cls, answers: Sequence[Answer], seconds: float) -> "Tally":
        """The tally of answers that came in so many seconds."""
        answered = [one for one in answers if one.status == HTTPStatus.OK]
        refused = [one for one in answers if one.status == TOO_MANY]
        lost = sum(one.status is None for one in answers)
        return cls(
            seconds=seconds,
            answered=len(answered),
            refused=len(refused),
            failed=len(answers) - len(answered) - len(refused) - lost,
            lost=lost,
            characters=sum(one.characters for one in answered),
            answered_in=Quantiles.of([one.seconds for one in answered]),
            refused_in=Quantiles.of([one.seconds for one in refused]),
        )

    @property
    def reports_a_second(self) -> float:
        """Of the reports that were answered."""
        return self.answered / self.seconds

    @property
    def characters_a_second(self) -> float:
        """Of the reports that were answered."""
        return self.characters / self.seconds

    @property
    def errors(self) -> int:
        """Requests that got neither an answer nor a refusal."""
        return self.failed + self.lost

    @property
    def share_refused(self) -> float:
        """Of all requests."""
        return self.refused / max(1, self.answered + self.refused + self.errors)


def tally_runs(runs: Iterable[tuple[list[Answer], float]]) -> Tally:
    """The tally of several runs together."""
    answers, seconds = zip(*runs, strict=True)
    return Tally.of([answer for one in answers for answer in one], sum(seconds))
