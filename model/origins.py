"""Whose the requests just counted are, and how they came, where the words between verb and figure say so (收到自然人申请2件)."""

import re
from collections.abc import Iterator, Sequence

from model.labels import Family
from model.links import Link, further_links
from model.mentions import Category
from model.zone import Zone

_CLAUSE = re.compile(r"[^,;。:、()\n\d和及与或]*")


def told_origins(zone: Zone, counts: Sequence[Link]) -> Iterator[Link]:
    """For each figure of what was received a link for the one applicant or channel named before it, if that has no figure of its own."""
    return further_links(zone, counts, _told_of)


def _told_of(zone: Zone, link: Link) -> tuple[Category, str] | None:
    """The one applicant or channel between the verb and its figure, in one clause, and its field."""
    if "requests.received" not in link.fields or not link.evidence:
        return None
    verb, figure = link.evidence[0], link.figure
    between = [one for one in zone.categories(Family.APPLICANT, Family.CHANNEL) if verb.end <= one.start and one.end <= figure.start]
    if len(between) != 1 or len(between[0].fields) != 1:
        return None
    return (between[0], between[0].fields[0]) if _CLAUSE.fullmatch(zone.folded, verb.end, figure.start) else None
