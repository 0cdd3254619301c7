"""Channels that their company tells.

A kind and its channel have one figure, which is the channel's (在目录系统发布政务动态189篇); a way of asking beside channels of
requests is one of them (邮寄15件、现场7件,网上无).
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from model.hints import SURE, hints_of
from model.labels import Family
from model.lexicon import CHANNELS
from model.links import Link, named_by
from model.mentions import Category, coordinated
from model.zone import Zone

_TOPICS = ("disclosure.by_topic",)
_CLAUSE = re.compile(r"[^,;。:()\n\d]*")
_CHANNEL_OF_WAY = {f"consultations.{way}": f"requests.by_channel.{way}" for way in ("in_person", "phone", "online")}
_MAIL = ("requests.by_channel.mail",)
_E_MAIL = "邮件"
_NEXT_CLAUSE = re.compile(r"\s?[,、;]\s?(?:而|但)?")
_NEXT = 2
"""How far behind a figure the next kind of a list begins."""


def name_by_channel(zone: Zone, links: Sequence[Link]) -> list[Link]:
    """The links of a zone, in which the figure of a kind is that of the channel before it in its clause.

    A channel that stands over a list of kinds, is one of several, or has a figure of its own changes nothing; nor does one
    where the encoder is sure of the kind.
    """
    return [named_by(channel, channel.fields, link, zone.folded) if (channel := _channel_of(zone, link, links)) else link for link in links]


def name_among_channels(zone: Zone, words: Sequence[Link], counts: Sequence[Link]) -> list[Link]:
    """The links of a zone's NIL and ALL, ways of asking behind a channel of requests as one of these (邮寄15件、现场7件,网上无).

    Args:
        zone: the zone.
        words: the links of its NIL and ALL.
        counts: the links of its counts.
    """
    return [_of_requests(link) if _is_among_channels(zone, link, counts) else link for link in words]


def name_mail(links: Sequence[Link]) -> list[Link]:
    """The links of a zone, 邮件 as email where letters have a figure beside it (邮件1件,信函1件)."""
    letters = any(link.fields == _MAIL and link.name != _E_MAIL for link in links)
    return [
        replace(link, fields=("requests.by_channel.email",)) if letters and (link.fields, link.name) == (_MAIL, _E_MAIL) else link
        for link in links
    ]


def _is_among_channels(zone: Zone, link: Link, counts: Sequence[Link]) -> bool:
    if not _CHANNEL_OF_WAY.keys() >= set(link.fields) or not link.fields:
        return False
    before = [one for one in counts if one.figure.end <= link.start][-1:]
    beside = any(name.startswith("requests.by_channel.") for one in before for name in one.fields)
    return beside and _NEXT_CLAUSE.fullmatch(zone.folded, before[0].end, link.start) is not None


def _of_requests(link: Link) -> Link:
    return replace(link, fields=tuple(_CHANNEL_OF_WAY[name] for name in link.fields))


def _channel_of(zone: Zone, link: Link, links: Sequence[Link]) -> Category | None:
    if link.fields != _TOPICS or not link.evidence or hints_of(link.figure).get(_TOPICS[0], 0.0) >= SURE:
        return None
    topic = link.evidence[0]
    before = [one for one in zone.categories(Family.DISCLOSURE) if one.end <= topic.start][-2:]
    if not before or not CHANNELS.issuperset(before[-1].fields):
        return None
    if any(entity.start == before[-1].start for other in links for entity in other.evidence):
        return None
    if len(before) > 1 and coordinated(zone.folded, *before):
        return None
    alone = _CLAUSE.fullmatch(zone.folded, before[-1].end, link.figure.start) and not _goes_on(zone, link)
    return before[-1] if alone else None


def _goes_on(zone: Zone, link: Link) -> bool:
    """Whether the figure is followed by the next kind of a list."""
    return any(0 <= one.start - link.figure.unit_end <= _NEXT for one in zone.mentions.categories)
