"""Outcomes that words tell of the requests of one kind, not of all (通过网络提交的6件,2件不予公开,其余均予以公开)."""

import re
from collections.abc import Sequence

from model.facts import Time
from model.labels import Family
from model.links import Link
from model.sentences import within
from model.zone import Zone

KINDS_OF_REQUEST = ("requests.by_topic", "requests.by_applicant.", "requests.by_channel.")
"""How fields of kinds of requests begin."""
_PART_OPENS = re.compile(r"[^;。()\n]*$")


def of_part(zone: Zone, link: Link, here: Sequence[Link]) -> int | float | None:
    """Of how many requests of one kind an ALL of an outcome speaks, which open its part of the sentence; None where it speaks of all.

    Example: 问房价的3件,均予以公开;….

    Args:
        zone: the zone.
        link: of the ALL.
        here: the links of the zone's counts, in order.
    """
    field = link.fields[0]
    if not field.startswith("requests.outcome."):
        return None
    opened = _PART_OPENS.search(zone.folded, zone.start, link.figure.start)
    begun = opened.start() if opened else zone.start
    inside = [one for one in here if begun <= one.figure.start < link.figure.start]
    if not inside or not _is_kind(inside[0]) or not all(_is_outcome_beside(one, field) for one in inside[1:]):
        return None
    others = within(zone.categories(inside[0].figure.family), inside[0].end, link.figure.start)
    return None if others else inside[0].value


def _is_kind(link: Link) -> bool:
    """Whether a figure counts this year's requests of one kind."""
    return link.figure.time is Time.CURRENT and link.fields != () and link.fields[0].startswith(KINDS_OF_REQUEST)


def _is_outcome_beside(link: Link, field: str) -> bool:
    """Whether a figure counts an outcome that neither is a part of another one nor has it as a part."""
    nested = any(field.startswith(f"{name}.") or name.startswith(f"{field}.") for name in link.fields)
    return link.figure.family is Family.OUTCOME and not nested
