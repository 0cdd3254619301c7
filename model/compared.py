"""Comparisons that open a sentence, whose earlier figure is that of what the sentence before tells.

主动公开信息5120条。与2011年(4000条)相比,增长28%: the 4000 are of what was disclosed, as the growth is.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from model.facts import Time
from model.links import Link
from model.zone import Zone

_OPENS = re.compile(r"\s*(?:相?比|相?较|与|同|和)[^,;。]{0,20}")
_NAMELESS: tuple[tuple[str, ...], ...] = ((), ("other",))
_COST = 6.0


def name_compared(zone: Zone, links: Sequence[Link], earlier: Sequence[Link]) -> list[Link]:
    """The links of a zone, an earlier year's figure that opens it and has no field with that of the last like figure before the zone.

    Like is a current figure of the same family and unit.

    Args:
        zone: the zone.
        links: of its counts.
        earlier: of the section before it, in order.
    """
    return [_compared(link, earlier) if _opens(zone, link) else link for link in links]


def _opens(zone: Zone, link: Link) -> bool:
    if link.fields not in _NAMELESS or link.figure.time is not Time.PREVIOUS:
        return False
    return _OPENS.fullmatch(zone.folded, zone.start, link.figure.start) is not None


def _compared(link: Link, earlier: Sequence[Link]) -> Link:
    figure = link.figure
    like = [one for one in earlier if one.figure.time is Time.CURRENT and one.fields not in _NAMELESS]
    owner = next((one for one in reversed(like) if (one.figure.family, one.figure.unit) == (figure.family, figure.unit)), None)
    return replace(link, fields=owner.fields[:1], name=owner.name, evidence=owner.evidence, cost=_COST) if owner else link
