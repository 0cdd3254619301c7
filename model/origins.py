"""Whose the requests just counted are, and how they came, where the words between verb and figure say so (收到自然人申请2件)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from model.labels import Family
from model.links import Link
from model.mentions import Category
from model.zone import Zone

_CLAUSE = re.compile(r"[^,;。:、()\n\d和及与或]*")


def told_origins(zone: Zone, counts: Sequence[Link]) -> Iterator[Link]:
    """For each figure of what was received a link for the one applicant or channel named before it, if that has no figure of its own."""
    taken = {entity.start for link in counts for entity in link.evidence}
    stated = {(link.figure.start, field) for link in counts for field in link.fields}
    for link in counts:
        origin = _told_of(zone, link)
        if origin is not None and origin.start not in taken and (link.figure.start, origin.fields[0]) not in stated:
            yield replace(link, fields=origin.fields, name=zone.folded[origin.start : origin.end], evidence=(origin.entity, *link.evidence))


def _told_of(zone: Zone, link: Link) -> Category | None:
    """The one applicant or channel between the verb and its figure, in one clause."""
    if "requests.received" not in link.fields or not link.evidence:
        return None
    verb, figure = link.evidence[0], link.figure
    between = [one for one in zone.categories(Family.APPLICANT, Family.CHANNEL) if verb.end <= one.start and one.end <= figure.start]
    if len(between) != 1 or len(between[0].fields) != 1:
        return None
    return between[0] if _CLAUSE.fullmatch(zone.folded, verb.end, figure.start) else None
