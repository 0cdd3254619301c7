"""The gate that a release passes before it is promoted: not worse than the current one, as far as the held-out set can tell.

- The F1 of facts and that of entities are not certainly lower: the 95 % interval of the paired bootstrap over documents does not lie below
  zero.
- No label of which the set has at least `LEAST_SPANS` spans loses more than `LABEL_LOSS` of its F1; of rarer labels one span alone may be
  worth that much, and a loss in them shows in the F1 of all entities.
- The int8 export passes its self-test on this processor (`model.selftest`).
- It loses at most `INT8_LOSS` of fact F1 against full precision, on every set that the release was scored on when it was made.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from model.release import Release
from model.selftest import open_encoder
from training.evaluation.bootstrap import Interval
from training.evaluation.documents import Document
from training.evaluation.report import differences_of

LEAST_SPANS = 100
LABEL_LOSS = 0.02
INT8_LOSS = 0.005


@dataclass(frozen=True, slots=True)
class Judgement:
    """F1 of the new reading less that of the current one, and the reasons to refuse the new one, none where it passes."""

    differences: Mapping[str, Interval]
    reasons: tuple[str, ...]


def judge(new: Sequence[Document], current: Sequence[Document]) -> Judgement:
    """The judgement on what a release and the current one read in the held-out set."""
    differences = differences_of(new, current)
    return Judgement(differences, (*score_reasons(differences), *label_reasons(differences, spans_by_label(new))))


def export_reasons(release: Release) -> list[str]:
    """What is wrong with the int8 export of a release.

    Raises:
        ReleaseError: neither of its exports passes the self-test, so that it cannot be served.
    """
    _, precision = open_encoder(release)
    failed = [] if precision == "int8" else ["the int8 export fails its self-test on this processor"]
    return [*failed, *loss_reasons(release.manifest["scores"])]


def score_reasons(differences: Mapping[str, Interval]) -> list[str]:
    """Why facts or entities are worse than the current release's."""
    return [
        f"the F1 of {name} on the held-out set is lower by {-one.value:.4f} (95 %: {-one.high:.4f} to {-one.low:.4f})"
        for name, one in ((name, differences[name]) for name in ("facts", "entities"))
        if one.high < 0
    ]


def label_reasons(differences: Mapping[str, Interval], spans: Mapping[str, int]) -> list[str]:
    """Which labels lose more than they may."""
    return [
        f"the F1 of {label} on the held-out set is lower by {-differences[label].value:.4f} (at most {LABEL_LOSS}; {number} spans)"
        for label, number in spans.items()
        if number >= LEAST_SPANS and differences[label].value < -LABEL_LOSS
    ]


def loss_reasons(scores: Mapping[str, Any]) -> list[str]:
    """On which sets the int8 export loses more than it may."""
    sets = [name.removesuffix(" int8") for name in scores if name.endswith(" int8")]
    losses = {name: scores[f"{name} fp32"]["facts"]["f1"] - scores[f"{name} int8"]["facts"]["f1"] for name in sets}
    return [
        f"the int8 export loses {loss:.4f} of fact F1 on {name} against full precision (at most {INT8_LOSS})"
        for name, loss in losses.items()
        if loss > INT8_LOSS
    ]


def spans_by_label(documents: Sequence[Document]) -> Mapping[str, int]:
    """How many spans the set has of each label, in order of label."""
    return dict(sorted(Counter(span.label for one in documents for span in one.gold.spans).items()))
