"""A single case that the tagger took for a word of all (一起判决驳回): a number with its unit, so that it counts what is hinted at."""

import re
from collections.abc import Sequence
from dataclasses import replace

from model.facts import Entity, FigureEntity
from model.units import UNIT_NAMES

_IS_ONE = re.compile(r"[一1]")
_UNIT = re.compile(rf"\s?(?:{UNIT_NAMES})(?![不也都])")
_LABELS = (
    ("requests.outcome.", "OUTCOME_COUNT"),
    ("requests.by_applicant.", "APPLICANT_COUNT"),
    ("requests.by_channel.", "CHANNEL_COUNT"),
    ("requests.", "REQUEST_COUNT"),
    ("reviews.", "REMEDY_COUNT"),
    ("litigation.", "REMEDY_COUNT"),
)
"""The labels of counts by the beginnings of their fields."""


def settle_single_cases(folded: str, entities: Sequence[Entity]) -> list[Entity]:
    """The entities, each ALL that is a one before its unit as a count of the family of its likeliest field."""
    return [_counted(folded, entity) for entity in entities]


def _counted(folded: str, entity: Entity) -> Entity:
    if entity.label != "ALL" or not isinstance(entity, FigureEntity) or not entity.hints:
        return entity
    one = _IS_ONE.fullmatch(folded, entity.start, entity.end) and _UNIT.match(folded, entity.end)
    field = entity.hints[0][0]
    label = next((label for beginning, label in _LABELS if field.startswith(beginning)), None)
    return replace(entity, label=label) if one and label else entity
