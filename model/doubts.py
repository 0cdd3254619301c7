"""What is marked for review, and what is left out: facts that would mislead more than they help, spans that are rather wrong than right.

What may be misread is linked first, doubtful or not, since the words of a wrong span still tell what its neighbours are.
"""

from collections.abc import Container, Sequence
from dataclasses import replace

from model.confidence import Calibration
from model.facts import Entity, Fact
from model.labels import CATEGORIES

TOLD_FROM = 0.75
"""A wrong figure costs its reader more than a missing one: as much as three of these."""
TAGGED_FROM = 0.5


def leave_out(entities: Sequence[Entity], facts: Sequence[Fact], calibration: Calibration) -> tuple[tuple[Entity, ...], tuple[Fact, ...]]:
    """The entities and facts that are sure enough to be told; evidence is what is left of the entities.

    A category is labelled where it names a figure, so one that is evidence of no fact is less sure. The figures of the facts stay.
    """
    told = told_of(facts, calibration)
    named = naming(told)
    # A fact may quote more than its figure's span (增加12件), or less of it (约30).
    quoted = {place for fact in told for place in range(fact.start, fact.end)}
    doubtful = {
        (entity.start, entity.end)
        for entity in entities
        if calibration.of_entity(entity.confidence, is_alone(entity, named)) < calibration.tagged_from
        and quoted.isdisjoint(range(entity.start, entity.end))
    }
    if not doubtful:
        return tuple(entities), tuple(told)
    kept = tuple(entity for entity in entities if (entity.start, entity.end) not in doubtful)
    return kept, tuple(_without(fact, doubtful) for fact in told)


def reviewed(fact: Fact, confidence: float, calibration: Calibration) -> Fact:
    """The fact, as sure as this, and marked for review below the release's threshold."""
    return replace(fact, confidence=confidence, needs_review=confidence < calibration.review_below)


def told_of(facts: Sequence[Fact], calibration: Calibration) -> list[Fact]:
    """The facts that are sure enough to be told."""
    return [fact for fact in facts if fact.confidence >= calibration.told_from]


def naming(facts: Sequence[Fact]) -> set[tuple[int, int]]:
    """The places of the evidence of facts."""
    return {(entity.start, entity.end) for fact in facts for entity in fact.evidence}


def is_alone(entity: Entity, named: set[tuple[int, int]]) -> bool:
    """Whether an entity is a category that is no fact's evidence."""
    return entity.label in CATEGORIES and (entity.start, entity.end) not in named


def _without(fact: Fact, doubtful: Container[tuple[int, int]]) -> Fact:
    """The fact without what is doubtful of its evidence."""
    kept = tuple(entity for entity in fact.evidence if (entity.start, entity.end) not in doubtful)
    return fact if len(kept) == len(fact.evidence) else replace(fact, evidence=kept)
