"""Reasons alone in brackets behind the figure of their parent: 不予公开4件(第三方合法权益) states the reason."""

import re
from collections.abc import Sequence

from model.labels import Family
from model.links import Link, named_by
from model.mentions import Category
from model.sentences import within
from model.zone import Zone

_OPENS = re.compile(r"\s?\((?:均|皆|都|全部)?(?:因|为|系|属于?|涉及)?")
_CLOSES = re.compile(r"(?:的|申请|信息|情形)*\)")
_REACH = 8


def name_bracketed(zone: Zone, links: Sequence[Link]) -> list[Link]:
    """The links of a zone, in which an outcome has the field of the one reason of it that stands in the brackets behind it.

    Not where a figure or an ALL of its own stands there.

    Args:
        zone: the zone.
        links: of its counts.
    """
    reasons = [one for one in zone.categories(Family.OUTCOME) if len(one.fields) == 1]
    if not reasons:
        return list(links)
    return [named_by(reason, reason.fields, link, zone.folded) if (reason := _reason_of(zone, link, reasons)) else link for link in links]


def _reason_of(zone: Zone, link: Link, reasons: Sequence[Category]) -> Category | None:
    end = link.figure.unit_end
    reason = next(iter(within(reasons, end, end + _REACH)), None) if len(link.fields) == 1 else None
    if reason is None or not reason.fields[0].startswith(f"{link.fields[0]}."):
        return None
    if within(zone.mentions.words, end, reason.start):
        return None
    opened = _OPENS.fullmatch(zone.folded, end, reason.start)
    return reason if opened and _CLOSES.match(zone.folded, reason.end) else None
