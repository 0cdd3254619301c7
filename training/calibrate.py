"""Fits the confidence of a release on passages that it was not trained on: temperature, curves of spans and facts, weight of identities.

What is fitted is what is served: the int8 export, with the whole reading behind it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache

import numpy as np
from numpy.typing import NDArray

from model.assembly import assemble
from model.confidence import Calibration, LinkEvidence, logit
from model.confirmed import confirmed_places, place_of
from model.doubts import TAGGED_FROM, TOLD_FROM, is_alone, naming, told_of
from model.facts import Fact
from model.labels import TAG_IDS
from model.logits import Encode
from model.pages import prose_text
from model.tagger import softmax, tag, whole_logits
from training.evaluation.compare import is_core, verdicts_on
from training.evaluation.reliability import PRECISION, Judged, threshold_for
from training.filling import Filled
from training.tagged import tagged

_TEMPERATURES: tuple[float, ...] = tuple(float(one) for one in np.geomspace(0.5, 4, 43))
_RIDGE = 0.1
_STEPS = 50


def calibrate(texts: Sequence[Filled], encode: Encode) -> Calibration:
    """The calibration of a tagger on labelled texts."""
    encode = cache(encode)  # each of the steps reads all texts
    temperature = fit_temperature(texts, encode)
    cooled = Calibration(temperature=temperature)
    slope, constant = _fit([((logit(chance), 1.0), right) for chance, right in span_verdicts(texts, encode, cooled)], 2)
    spans = Calibration(temperature, (slope, constant))
    facts = replace(fit_facts(texts, encode, spans), told_from=TOLD_FROM)
    rows = [((logit(chance), float(alone), 1.0), right) for chance, alone, right in entity_verdicts(texts, encode, facts)]
    entity_slope, lonely, entity_constant = _fit(rows, 3)
    judged = Judged.of(fact_verdicts(texts, encode, facts))
    return replace(
        facts,
        review_below=threshold_for(judged, PRECISION),
        entity=(entity_slope, lonely, entity_constant),
        tagged_from=TAGGED_FROM,
    )


def fit_temperature(texts: Sequence[Filled], encode: Encode) -> float:
    """The temperature at which the gold tags of all characters are likeliest."""
    logits = np.concatenate([whole_logits(text.text, encode).tags for text in texts])
    gold = np.array([TAG_IDS[name] for text in texts for name in tagged(text).tags])

    def loss(temperature: float) -> float:
        chances = softmax((logits / temperature).astype(np.float32))[np.arange(len(gold)), gold]
        return float(-np.log(np.maximum(chances, 1e-12)).mean())

    return round(_TEMPERATURES[int(np.argmin([loss(one) for one in _TEMPERATURES]))], 4)


def fit_facts(texts: Sequence[Filled], encode: Encode, spans: Calibration) -> Calibration:
    """The calibration with the curve of facts, fitted twice: first without identities, to know which facts are likely, then with them."""
    width = len(spans.fact)
    alone = _fit([(evidence.features(), right) for evidence, _, right in fact_evidence(texts, encode, spans)], width)
    rows = fact_evidence(texts, encode, replace(spans, fact=tuple(alone)))
    confirmed, *curve = _fit([((float(holds), *evidence.features()), right) for evidence, holds, right in rows], 1 + width)
    return replace(spans, fact=tuple(curve), confirmed=max(0.0, confirmed))


def span_verdicts(texts: Sequence[Filled], encode: Encode, calibration: Calibration) -> list[tuple[float, bool]]:
    """For every tagged span its confidence, and whether label and both ends are right."""
    out: list[tuple[float, bool]] = []
    for text in texts:
        gold = {(span.label, span.start, span.end) for span in text.spans}
        found = tag(text.text, encode, calibration)
        out.extend((entity.confidence, (entity.label, entity.start, entity.end) in gold) for entity in found)
    return out


def entity_verdicts(texts: Sequence[Filled], encode: Encode, calibration: Calibration) -> list[tuple[float, bool, bool]]:
    """For every tagged span its chance, whether it names no figure of the facts that are told, and whether it is right."""
    out: list[tuple[float, bool, bool]] = []
    for text in texts:
        gold = {(span.label, span.start, span.end) for span in text.spans}
        entities = tag(text.text, encode, calibration)
        facts = assemble(text.text, prose_text(text.text), entities, calibration)
        named = naming(told_of(facts, calibration))
        out.extend((one.confidence, is_alone(one, named), (one.label, one.start, one.end) in gold) for one in entities)
    return out


def fact_verdicts(texts: Sequence[Filled], encode: Encode, calibration: Calibration) -> list[tuple[float, bool]]:
    """For every fact of the core its confidence, and whether it is right."""
    out: list[tuple[float, bool]] = []
    for text in texts:
        found = assemble(text.text, prose_text(text.text), tag(text.text, encode, calibration), calibration)
        out.extend((fact.confidence, right) for fact, right in judge(text, found))
    return out


def judge(text: Filled, found: Sequence[Fact]) -> list[tuple[Fact, bool]]:
    """The facts of the core, each with the verdict on it."""
    return [(fact, right) for fact, right in zip(found, verdicts_on(found, text.facts), strict=True) if is_core(fact.field)]


@dataclass(frozen=True, slots=True)
class _Recorder(Calibration):
    """Numbers the facts from one instead of rating them, and keeps the evidence in that order."""

    seen: list[LinkEvidence] = field(default_factory=list)

    def of_fact(self, evidence: LinkEvidence) -> float:
        self.seen.append(evidence)
        return float(len(self.seen))

    def of(self, fact: Fact) -> LinkEvidence | None:
        """The evidence of a fact; None for one whose confidence is fixed, as that of a row of the annexed table."""
        return self.seen[int(fact.confidence) - 1] if fact.confidence >= 1 else None

    def rated(self, facts: Sequence[Fact], calibration: Calibration) -> list[Fact]:
        """The facts as a calibration rates them."""
        found = ((fact, self.of(fact)) for fact in facts)
        return [replace(fact, confidence=calibration.of_fact(evidence)) if evidence else fact for fact, evidence in found]


def fact_evidence(texts: Sequence[Filled], encode: Encode, calibration: Calibration) -> list[tuple[LinkEvidence, bool, bool]]:
    """For every fact of the core that is rated the evidence for it, whether an identity holds with it, and whether it is right.

    Identities are those of the facts that are likely by the calibration's curve.
    """
    out: list[tuple[LinkEvidence, bool, bool]] = []
    for text in texts:
        recorder = _Recorder(calibration.temperature, calibration.span)
        found = assemble(text.text, prose_text(text.text), tag(text.text, encode, recorder), recorder)
        places = confirmed_places(recorder.rated(found, calibration))
        judged = ((recorder.of(fact), place_of(fact) in places, right) for fact, right in judge(text, found))
        out.extend((evidence, holds, right) for evidence, holds, right in judged if evidence)
    return out


def _fit(rows: Sequence[tuple[tuple[float, ...], bool]], width: int) -> list[float]:
    features = np.array([features for features, _ in rows], np.float64).reshape(-1, width)
    return fit_curve(features, np.array([right for _, right in rows], np.float64))


def fit_curve(features: NDArray[np.float64], right: NDArray[np.float64]) -> list[float]:
    """The weights of a logistic curve with a little ridge on all but the constant, by Newton's method; zeros for no items.

    Args:
        features: shape (items, features); the last column is one.
        right: shape (items,), 0 or 1.
    """
    weights = np.zeros(features.shape[1])
    ridge = np.diag([_RIDGE] * (features.shape[1] - 1) + [1e-9])
    for _ in range(_STEPS):
        chance = 1 / (1 + np.exp(-np.clip(features @ weights, -30, 30)))
        gradient = features.T @ (chance - right) + ridge @ weights
        curvature = (features * (chance * (1 - chance))[:, None]).T @ features + ridge + 1e-9 * np.eye(len(weights))
        weights -= np.linalg.solve(curvature, gradient)
    return [float(round(weight, 5)) for weight in weights]
