"""Numbers of kinds (28大项、79小项, 十一大类): they count nothing one by one, so that they are of other business."""

import re
from collections.abc import Sequence

from model.facts import Entity
from model.labels import FIGURES

_UNIT = re.compile(r"\s?余?个?(?:[大小][类项]|类)")


def settle_kinds(folded: str, entities: Sequence[Entity]) -> list[Entity]:
    """The entities, counts whose unit is one of kinds as figures of other business, with no hint of a field."""
    return [_other(entity) if _is_of_kinds(folded, entity) else entity for entity in entities]


def _is_of_kinds(folded: str, entity: Entity) -> bool:
    return entity.label in FIGURES and _UNIT.match(folded, entity.end) is not None


def _other(entity: Entity) -> Entity:
    return Entity("OTHER_COUNT", entity.start, entity.end, entity.text, entity.confidence)
