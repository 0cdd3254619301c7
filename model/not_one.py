"""Not one: 一件也没有, 一次都未发生, 没有一件. The words are one zero, and the 一 in them counts nothing."""

import re
from collections.abc import Sequence

from model.facts import Entity, FigureEntity
from model.labels import FIGURES
from model.sentences import within
from model.units import UNIT_NAMES

_UNIT = rf"\s?(?:{UNIT_NAMES})"
_NOT_ONE = re.compile(
    rf"(?<![\d十百千万])(?P<one>[一1]){_UNIT}(?:[也都]|也都)从?(?:没有?|未|无|不曾)"
    rf"|(?:没有?|未|无)(?:过|收到|接到|发生|出现|受理)?(?P<last>一){_UNIT}"
)


def settle_not_one(text: str, folded: str, entities: Sequence[Entity]) -> list[Entity]:
    """The entities, in order, with one NIL and no count in such words; a count there whose words have no NIL of their own becomes it."""
    said = list(_NOT_ONE.finditer(folded))
    if not said:
        return list(entities)
    settled = {entity.start: entity for entity in entities}
    for match in said:
        offset = match.start("one" if match["one"] else "last")
        one = settled.get(offset)
        if one is None or one.label not in FIGURES:
            continue
        del settled[offset]
        if not any(entity.label == "NIL" for entity in within(entities, match.start() - 1, match.end())):
            settled[match.start()] = _nil(text, match, one)
    return sorted(settled.values(), key=lambda entity: entity.start)


def _nil(text: str, match: re.Match[str], one: Entity) -> Entity:
    hints = one.hints if isinstance(one, FigureEntity) else ()
    return FigureEntity("NIL", match.start(), match.end(), text[match.start() : match.end()], one.confidence, hints)
