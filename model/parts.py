"""Parts told in turn: of what one figure states together (予以公开或部分公开77件(分别为67件和10件)), of a result of two remedies."""

import re
from collections.abc import Sequence
from dataclasses import replace

from model.groups import joint_field
from model.labels import Family
from model.lexicon import name_fields
from model.links import Link
from model.mentions import Category
from model.reasons import JOINTS
from model.remedies import SCOPES
from model.zone import Zone

_IN_TURN = re.compile(r"\s?[,(](?:其中)?(?:分别|依次)[^,;。、()\d]{0,4}")
_NEXT = re.compile(r"[^\S\n]?(?:、|和|与|及|以及|,)[^\S\n]?")
_RESULT_IN_TURN = re.compile(r"的?[^,;。、\d]{0,4}(?:分别|依次)[^,;。、\d]{0,4}")
_TOTALS = tuple((f"{scope}.total",) for scope in SCOPES)


def name_parts(zone: Zone, links: Sequence[Link]) -> list[Link]:
    """The links of a zone, in which two figures told in turn have the fields of the two that the name of the figure before them joins.

    They must add up to it.

    Args:
        zone: the zone.
        links: of its counts, in order.
    """
    out = list(links)
    for number in range(len(links) - 2):
        whole, first, second = links[number : number + 3]
        names = _joined(zone.folded, whole) if _told_in_turn(zone.folded, whole, first, second) else ()
        if names:
            out[number + 1 : number + 3] = [replace(one, fields=(name,)) for one, name in zip((first, second), names, strict=True)]
    return out


def results_in_turn(zone: Zone, links: Sequence[Link]) -> list[Link]:
    """The links of a zone, in which two figures of one result told in turn are of the two remedies counted right before them.

    行政复议61件、行政诉讼24件,其中被纠正的分别为5件和1件.

    Args:
        zone: the zone.
        links: of its counts, in order.
    """
    out = list(links)
    for number in range(len(links) - 3):
        heads, pair = links[number : number + 2], links[number + 2 : number + 4]
        if not all(link.fields in _TOTALS for link in heads) or heads[0].fields == heads[1].fields:
            continue
        result = _result_of(zone, heads[1], *pair)
        if result:
            out[number + 2 : number + 4] = [_with_result(link, head, result) for link, head in zip(pair, heads, strict=True)]
    return out


def _result_of(zone: Zone, head: Link, first: Link, second: Link) -> Category | None:
    """The one result between a remedy's total and two figures told in turn."""
    between = [one for one in zone.categories(Family.REMEDY) if head.end <= one.start < second.figure.start]
    if len(between) != 1 or between[0].entity.label != "REMEDY_RESULT" or len(between[0].fields) != 1:
        return None
    in_turn = _RESULT_IN_TURN.fullmatch(zone.folded, between[0].end, first.figure.start)
    return between[0] if in_turn and _NEXT.fullmatch(zone.folded, first.figure.unit_end, second.figure.start) else None


def _with_result(link: Link, head: Link, result: Category) -> Link:
    field = f"{head.fields[0].removesuffix('total')}{result.fields[0]}"
    return replace(link, fields=(field,), name=result.entity.text, evidence=(result.entity, *head.evidence[:1]))


def _told_in_turn(folded: str, whole: Link, first: Link, second: Link) -> bool:
    if _IN_TURN.fullmatch(folded, whole.figure.unit_end, first.figure.start) is None:
        return False
    next_to = _NEXT.fullmatch(folded, first.figure.unit_end, second.figure.start) is not None
    return next_to and first.value is not None and second.value is not None and first.value + second.value == whole.value


def _joined(folded: str, whole: Link) -> tuple[str, ...]:
    """The fields of the two halves of a name of one span, in its order; none where they do not make the field that it names."""
    if len(whole.evidence) != 1:
        return ()
    (span,) = whole.evidence
    names = tuple(name for half in JOINTS.split(folded[span.start : span.end]) for name in name_fields(span.label, half))
    return names if len(names) == 2 and (joint_field(frozenset(names)),) == whole.fields else ()
