"""Sums of parts that words count off: 网站120条,微信30条、微博20条,后两者合计50条."""

import re
from collections.abc import Sequence
from dataclasses import replace

from model.facts import Time
from model.groups import joint_field
from model.links import Link
from model.numbers import read_number
from model.zone import Zone

_SUM = re.compile(r"([前后])?([两二三四五])(?:者|项|类|种)(?:之和|总和|总计|合计|共计|相加|合起来|加起来|一共|共有?|合)[^,;。:、\d]{0,6}$")
_COUNTED_OFF = re.compile("[两二三四五][者项类种]")
_REACH = 16


def name_sums(zone: Zone, links: Sequence[Link]) -> list[Link]:
    """The links of a zone, in which such a sum has the field of its parts together, if they add up to it.

    Where the record has no such field, the sum of the first or last ones is of other business: it is no total of all.

    Args:
        zone: the zone.
        links: of its counts, in order.
    """
    if not _COUNTED_OFF.search(zone.folded, zone.start, zone.end):
        return list(links)
    return [_named(zone, link, links[:number]) for number, link in enumerate(links)]


def _named(zone: Zone, link: Link, before: Sequence[Link]) -> Link:
    start = link.figure.start
    words = _SUM.search(zone.folded, max(zone.start, start - _REACH), start)
    counted = read_number(zone.folded, *words.span(2)) if words else None
    if words is None or counted is None or link.figure.time is not Time.CURRENT:
        return link
    number = int(counted.value)
    known = [one for one in before if one.figure.time is Time.CURRENT and one.figure.unit == link.figure.unit]
    listed = [one for one in known if one.figure.family is known[-1].figure.family]
    parts = listed[:number] if words.group(1) == "前" else listed[-number:]
    if len(parts) != number or sum(part.value or 0 for part in parts) != link.value:
        return link
    joint = joint_field(frozenset(name for part in parts for name in part.fields))
    return replace(link, fields=(joint,) if joint else ("other",)) if joint or words.group(1) else link
