"""Confidence that means something: how often spans and facts that look like this one were right on the development passages.

Raw evidence (the posterior of a span, the cost and margin of a link) is turned into a probability by logistic curves, fitted by
`training.calibrate` on the int8 model that is served (Platt 1999), after one temperature for the logits (Guo and others 2017).
"""

import json
import math
from dataclasses import dataclass
from pathlib import Path

CALIBRATION_FILE = "calibration.json"
MOST = 0.9999
"""No confidence is higher, and none is lower than its complement."""
_MOST_ODDS = math.log(MOST / (1 - MOST))


@dataclass(frozen=True, slots=True)
class LinkEvidence:
    """What speaks for a fact: the least confidence of its spans, and how far-fetched and how unrivalled its link is.

    Figures of what was published have a feature of their own, since their channels and subjects are named in the freest words.
    `hint` is the chance that the encoder itself gives the field. Names of issuers have one, too: other bodies look like them.
    """

    span: float
    cost: float = 0.0
    margin: float = 14.0
    by_words: bool = False
    published: bool = False
    hint: float = 0.5
    issuer: bool = False

    def features(self) -> tuple[float, ...]:
        """What the curve of facts weighs, in the order of `Calibration.fact`; the last is its constant."""
        link = (min(self.cost, 20.0) / 10, min(self.margin, 10.0) / 10)
        return (logit(self.span), *link, float(self.by_words), float(self.published), logit(self.hint), float(self.issuer), 1.0)


@dataclass(frozen=True, slots=True)
class Calibration:
    """The curves of a release.

    `temperature` divides the logits of tags; `span` are slope and constant over the logit of a posterior; `fact` weighs
    `LinkEvidence.features`; a fact below `review_below` is marked for review. Once the facts are known, `confirmed` is what an identity
    that holds adds to the logit of each of its facts, and `entity` are slope over the logit of a span's chance, weight of a category that
    names no figure, and constant. Facts below `told_from` and spans below `tagged_from` are left out.
    """

    temperature: float = 1.0
    span: tuple[float, float] = (1.0, 0.0)
    fact: tuple[float, ...] = (1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
    review_below: float = 0.0
    entity: tuple[float, float, float] = (1.0, 0.0, 0.0)
    told_from: float = 0.0
    tagged_from: float = 0.0
    confirmed: float = 0.0

    def of_span(self, posterior: float) -> float:
        """The chance that a span is right, label and both ends."""
        return sigmoid(self.span[0] * logit(posterior) + self.span[1])

    def of_fact(self, evidence: LinkEvidence) -> float:
        """The chance that a fact is right, field, kind, value and place."""
        return sigmoid(sum(weight * feature for weight, feature in zip(self.fact, evidence.features(), strict=True)))

    def of_confirmed(self, chance: float) -> float:
        """The chance that a fact is right, once it is known that an identity holds with it."""
        return sigmoid(logit(chance) + self.confirmed)

    def of_entity(self, chance: float, alone: bool) -> float:
        """The chance that a span is right, once it is known whether it is a category that names no figure."""
        slope, lonely, constant = self.entity
        return sigmoid(slope * logit(chance) + lonely * alone + constant)


UNCALIBRATED = Calibration()
"""Takes the raw evidence as it is."""


def logit(probability: float) -> float:
    """The logarithm of the odds, of a probability brought inside `MOST` and its complement."""
    inside = min(MOST, max(1 - MOST, probability))
    return math.log(inside / (1 - inside))


def sigmoid(score: float) -> float:
    """The probability of a logit, four digits, inside `MOST` and its complement."""
    return round(1 / (1 + math.exp(-max(-_MOST_ODDS, min(_MOST_ODDS, score)))), 4)


def read_calibration(folder: Path) -> Calibration:
    """The calibration of a release; one that was made before a curve, a weight or a threshold was there goes without.

    Raises:
        OSError, ValueError, KeyError, TypeError: it is missing or not one.
    """
    found = json.loads((folder / CALIBRATION_FILE).read_text(encoding="utf-8"))
    fact = tuple(float(weight) for weight in found["fact"])
    if len(fact) == len(UNCALIBRATED.fact) - 1:
        fact = (*fact[:-1], 0.0, fact[-1])  # without the weight of issuers
    if len(fact) != len(UNCALIBRATED.fact):
        raise ValueError(f"{len(fact)} weights of facts, not {len(UNCALIBRATED.fact)}")
    slope, constant = map(float, found["span"])
    entity_slope, lonely, entity_constant = map(float, found.get("entity", UNCALIBRATED.entity))
    return Calibration(
        temperature=float(found["temperature"]),
        span=(slope, constant),
        fact=fact,
        review_below=float(found["review_below"]),
        entity=(entity_slope, lonely, entity_constant),
        told_from=float(found.get("told_from", UNCALIBRATED.told_from)),
        tagged_from=float(found.get("tagged_from", UNCALIBRATED.tagged_from)),
        confirmed=float(found.get("confirmed", UNCALIBRATED.confirmed)),
    )
