"""One request told alone, with what became of it at the end of its part of the sentence (一件要求公开事故情况,予以部分公开)."""

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace

from model.facts import Basis, Time
from model.hints import SURE, hints_of, settle
from model.labels import Family
from model.links import Link, named_by
from model.mentions import Category, Figure
from model.sentences import within
from model.zone import Zone

_OPENING = re.compile(r"(?:^|[,;:。(\n])\s?(?:其中|其余|剩余|另外|还)?[另有的]*$")
_OPENING_REACH = 6
_PART_END = re.compile(r"[;。\n]")
_OF_OTHERS = re.compile(r"[,、]\s?[而并]?且?(?:[其剩]余|余下|余(?=[均都皆已])|其[他它中]|另|同时)")
"""Words at the head of a clause that tells of other requests, or of what was done besides."""
_TOLD = re.compile(r"[^;。()]*,(?![^,]*(?:[未没不无拟将应由请求要如若可]|申请(?!人)))[^,]{0,8}")
_NOTHING_MORE = re.compile(r"[^,、()\d]{0,4}")
_COST = 6.0


def told_alone(zone: Zone, links: Sequence[Link]) -> list[Link]:
    """The links of a zone, in which one request that opens its part of the sentence has the one outcome that ends it.

    Only where no other figure has that outcome; a figure that was linked with it from another part gives it up.

    Args:
        zone: the zone.
        links: of its counts, settled with what is hinted at.
    """
    told = _told(zone, links)
    if not told:
        return list(links)
    taken = {outcome.start for outcome in told.values()}
    out: list[Link] = []
    done: set[int] = set()
    for link in links:
        outcome = told.get(link.figure.start)
        if outcome is None:
            out += _without(link, taken)
            continue
        if _stays(link, outcome, _part_end(zone, link.figure)):
            out.append(link)
        if link.figure.start not in done:
            out.append(replace(named_by(outcome, outcome.fields, replace(link, evidence=()), zone.folded), cost=_COST))
        done.add(link.figure.start)
    return out


def _told(zone: Zone, links: Sequence[Link]) -> dict[int, Category]:
    """The outcomes of requests told alone by the offsets of their figures."""
    figures = {link.figure.start: link.figure for link in links if _is_one(zone.folded, link.figure)}.values()
    told = {figure.start: outcome for figure in figures if (outcome := _outcome(zone, figure)) is not None}
    if not told:
        return told
    stated = Counter(outcome.fields for outcome in told.values())
    stated.update(link.fields for link in links if link.figure.start not in told and not _has(link, told.values()))
    return {start: outcome for start, outcome in told.items() if stated[outcome.fields] == 1}


def _outcome(zone: Zone, figure: Figure) -> Category | None:
    """The one outcome that ends the part of the sentence which one request opens, in a clause of its own."""
    end = _part_end(zone, figure)
    if within(zone.mentions.figures, figure.end, end):
        return None
    told = [one for one in zone.categories(Family.OUTCOME, Family.REMEDY) if figure.unit_end <= one.start < end]
    if len(told) != 1 or told[0].family is not Family.OUTCOME or len(told[0].fields) != 1:
        return None
    ends = _TOLD.fullmatch(zone.folded, figure.unit_end, told[0].start) and _NOTHING_MORE.fullmatch(zone.folded, told[0].end, end)
    return told[0] if ends else None


def _is_one(folded: str, figure: Figure) -> bool:
    if figure.family not in {Family.REQUEST, Family.OUTCOME} or figure.basis is not Basis.STATED or figure.time is not Time.CURRENT:
        return False
    one = figure.number is not None and figure.number.value == 1
    return one and _OPENING.search(folded, max(0, figure.start - _OPENING_REACH), figure.start) is not None


def _part_end(zone: Zone, figure: Figure) -> int:
    """Where the part of the sentence ends that a figure opens: at its mark, or at the clause of others or that the next figure opens."""
    mark = _PART_END.search(zone.folded, figure.unit_end, zone.end)
    end = _others(zone, figure.unit_end, mark.start() if mark else zone.end)
    behind = next(iter(within(zone.mentions.figures, figure.end, end)), None)
    opening = _OPENING.search(zone.folded, max(figure.unit_end, behind.start - _OPENING_REACH), behind.start) if behind else None
    return opening.start() if opening else end


def _others(zone: Zone, start: int, end: int) -> int:
    """Where in a stretch the first clause of others begins, whose head is no word of a category (其他处理); its end if none does."""
    for match in _OF_OTHERS.finditer(zone.folded, start, end):
        if not any(one.start < match.end() <= one.end for one in zone.mentions.categories):
            return match.start()
    return end


def _has(link: Link, outcomes: Collection[Category]) -> bool:
    return any(entity.start == outcome.start for entity in link.evidence for outcome in outcomes)


def _stays(link: Link, outcome: Category, end: int) -> bool:
    """Whether a figure's other field is told in its own part too, or hinted at for sure as more than an outcome."""
    if link.fields == outcome.fields or any(name.startswith("requests.outcome.") for name in link.fields):
        return False
    own = any(link.figure.unit_end <= entity.start < end and entity.start != outcome.start for entity in link.evidence)
    return own or any(hints_of(link.figure).get(name, 0.0) >= SURE for name in link.fields if name != "other")


def _without(link: Link, taken: Collection[int]) -> list[Link]:
    """A figure's link, without words that tell what became of another's request; `taken` is where those begin."""
    if not any(entity.start in taken for entity in link.evidence):
        return [link]
    return settle(replace(link, fields=(), name=None, evidence=()))
