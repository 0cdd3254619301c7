"""Comparisons, whose earlier figure is of what is compared: of the figure right before it, or of the sentence before.

主动公开信息5120条。与2011年(4000条)相比,增长28%: the 4000 are of what was disclosed, as the growth is.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from model.facts import Time
from model.links import NAMELESS, Link
from model.zone import Zone

_OPENS = re.compile(r"\s*(?:相?比|相?较|与|同|和)[^,;。]{0,20}")
_COMPARES = re.compile(r"\s?[,(]?\s?(?:而|则)?(?:同?比|较|与|同|和|相[比较])[^,;。:、]{0,16}")
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
    if link.fields not in NAMELESS or link.figure.time is not Time.PREVIOUS:
        return False
    return _OPENS.fullmatch(zone.folded, zone.start, link.figure.start) is not None


def _compared(link: Link, earlier: Sequence[Link]) -> Link:
    figure = link.figure
    like = [one for one in earlier if one.figure.time is Time.CURRENT and one.fields not in NAMELESS]
    owner = next((one for one in reversed(like) if (one.figure.family, one.figure.unit) == (figure.family, figure.unit)), None)
    return replace(link, fields=owner.fields[:1], name=owner.name, evidence=owner.evidence, cost=_COST) if owner else link


def follow_compared(zone: Zone, links: Sequence[Link]) -> list[Link]:
    """The links of a zone, in which an earlier year's figure right behind the one compared with it has the field of that.

    两者共6057条,比2019年的4890条增长: only where no category stands between the two.

    Args:
        zone: the zone.
        links: of its counts, in order.
    """
    out = list(links[:1])
    for link in links[1:]:
        out.append(_followed(zone, link, out[-1]))
    return out


def _followed(zone: Zone, link: Link, before: Link) -> Link:
    figure, compared = link.figure, before.figure
    if figure.time is not Time.PREVIOUS or compared.time is not Time.CURRENT or before.fields in NAMELESS:
        return link
    if figure.family is not compared.family or any(entity.start >= compared.start for entity in link.evidence):
        return link
    if _COMPARES.fullmatch(zone.folded, compared.unit_end, figure.start) is None:
        return link
    return replace(link, fields=before.fields[:1], name=before.name, evidence=before.evidence)
