"""Requests whose time is not over, told where no span is tagged: 除1项尚在办理期限内, 另有2件系12月下旬收到,仍在法定期限之内."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from operator import attrgetter

from model.carried import STILL_OPEN
from model.facts import Entity
from model.labels import FIGURES
from model.lexicon import name_fields

_REACH = 28
_SENTENCE_PART = re.compile(r"[^。;]*")
_FURTHER = re.compile(r"(?:另有?|[还尚仍]有|[还尚]余|剩余|剩下|其余|余下)的?\s?$")
_FURTHER_REACH = 6
_COUNTED = re.compile(r"\s?[件项宗份个]")
_OF_REQUESTS = frozenset({"REQUEST_COUNT", "OUTCOME_COUNT"})
_SILENT = frozenset({"UNIT", "YEAR", "PERIOD", "ALL"})
_BESIDE = 6


def add_unanswered(folded: str, entities: Sequence[Entity]) -> Sequence[Entity]:
    """The entities, such words behind a count of requests as REQUEST_EVENT; not where a span touches them or something else stands between.

    A further count beside one of requests (另有2件) that is tagged as of other business is of requests too.

    Args:
        folded: the folded text.
        entities: all its entities, in order.
    """
    out = {entity.start: entity for entity in entities}
    for match in STILL_OPEN.finditer(folded):
        count = _count_before(folded, match, entities)
        if count is not None:
            out[count.start] = count
            out[match.start()] = Entity("REQUEST_EVENT", *match.span(), match.group(), 1.0)
    return sorted(out.values(), key=attrgetter("start"))


def _count_before(folded: str, match: re.Match[str], entities: Sequence[Entity]) -> Entity | None:
    """The count of requests that the words speak of, as it is to be tagged."""
    behind = bisect_left(entities, match.end(), key=attrgetter("start"))
    for place in range(behind - 1, -1, -1):
        entity = entities[place]
        touches = entity.end > match.start()
        if touches or match.start() - entity.end > _REACH or not _SENTENCE_PART.fullmatch(folded, entity.end, match.start()):
            return None
        if entity.label in FIGURES:
            return _of_requests(folded, entity, entities[max(0, place - _BESIDE) : place])
        if entity.label not in _SILENT and not _is_receipt(folded, entity):
            return None
    return None


def _is_receipt(folded: str, entity: Entity) -> bool:
    return entity.label == "REQUEST_EVENT" and name_fields(entity.label, folded[entity.start : entity.end]) == ("requests.received",)


def _of_requests(folded: str, count: Entity, before: Sequence[Entity]) -> Entity | None:
    if count.label in _OF_REQUESTS:
        return count if count.label == "REQUEST_COUNT" else None
    further = _FURTHER.search(folded, max(0, count.start - _FURTHER_REACH), count.start)
    if count.label != "OTHER_COUNT" or further is None or _COUNTED.match(folded, count.end) is None:
        return None
    last = next((one for one in reversed(before) if one.label in FIGURES), None)
    beside = last is not None and last.label in _OF_REQUESTS and _SENTENCE_PART.fullmatch(folded, last.end, count.start) is not None
    return replace(count, label="REQUEST_COUNT") if beside else None
