"""Parts of what one figure states together, told in turn behind it: 予以公开或部分公开77件(分别为67件和10件)."""

import re
from collections.abc import Sequence
from dataclasses import replace

from model.groups import joint_field
from model.lexicon import name_fields
from model.links import Link
from model.zone import Zone

_IN_TURN = re.compile(r"\s?[,(](?:其中)?(?:分别|依次)[^,;。、()\d]{0,4}")
_NEXT = re.compile(r"[^\S\n]?(?:、|和|与|及|以及|,)[^\S\n]?")
_JOINTS = re.compile(r"和|与|以?及|或者?|、|并")


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
    names = tuple(name for half in _JOINTS.split(folded[span.start : span.end]) for name in name_fields(span.label, half))
    return names if len(names) == 2 and (joint_field(frozenset(names)),) == whole.fields else ()
