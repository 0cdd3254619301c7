"""Reviews and lawsuits that are told to be about other business, all of them or all but a part: the record asks for that part alone."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from model.clauses import clause_before
from model.facts import Time
from model.labels import Family
from model.links import NAMELESS, Link
from model.mentions import Category
from model.zone import Zone

_KINDS = ("reviews", "litigation", "complaints")
_SUBJECT = "公开"
_PART = "其中"
_STOP = re.compile(r"[;。!?:]|(?:情况|事项)\s?\n")
_IN_LIST = re.compile(r"[^,;。:、()\n\d]{0,4}(?:、|和|与|及|以及)[^,;。:、()\n\d]*")
_OTHER_BUSINESS = (
    r"(?:与[^,;。:\n\d]{0,6}公开[^,;。:\n\d]{0,6}(?:无关|无涉|没有关系|无关联)"
    r"|(?:不属于?|不是|并?非|[不未]涉及)[^,;。:、\n\d]{0,6}信息公开(?:类|事项|方面|工作|申请|答复|引[起发]|所致|行政|案件?|复议|诉讼|的|情形|问题)*"
    r"\s?(?=[,;。)\n]|$))"
)
_ALL_ELSEWHERE = re.compile(rf"[^,;。:、()\n\d]{{0,6}}[,(](?:且|但|上述|以上|这些)?(?:案件)?[均都皆](?:系|为)?{_OTHER_BUSINESS}")
_ELSEWHERE = re.compile(rf"[^,;。:、()\n\d]{{0,4}}[,(]?(?:系|为|且|但)?{_OTHER_BUSINESS}")

_SAID = r"(?:(?!不(?!服)|[非无未没除外])[^,;。:、()\n\d])"
"""Words that deny nothing; 不服 is what a case begins with."""
_PART_BEFORE = re.compile(
    rf"(?:其中,?|[,(](?=涉及|针对|属于)){_SAID}{{0,12}}信息公开{_SAID}{{0,12}}(?P<next>\d+\s?[件起宗例个](?:、|和|与|及|以及){_SAID}{{0,8}})?$"
)
_PART_OPENS = re.compile(r"其中,?(?:仅|只)?有?\s?$")
_PART_BEHIND = re.compile(rf"{_SAID}{{0,10}}信息公开{_SAID}{{0,10}}\s?(?=[,;。)\n]|$)")
_REST = re.compile(r"\s?(?:另|其[余他]|剩余)")
_REACH = 34
_FAMILIES = {Family.REMEDY, Family.OTHER}
_IN_WORDS = {"reviews": re.compile("复议"), "litigation": re.compile("诉讼|应诉|被诉")}
_CASES = re.compile(r"(?:复议|诉讼|应诉|被诉)(?:申请|案件?)?(?:共计?|合?计|有)?\s?$")


@dataclass(frozen=True, slots=True)
class _Words:
    """The words that tell a count to be a part about open government information (其中涉及信息公开的2件、环境保护3件).

    They are `folded[start:end]`; `own` is where those begin that are the count's alone, and `is_next` says that they tell another count
    to be that part, behind which this one stands in a list.
    """

    start: int
    own: int
    end: int
    is_next: bool = False


def without_other_business(zone: Zone, links: Sequence[Link]) -> list[Link]:
    """The links of a zone, in which reviews, lawsuits and complaints over other business are `other`.

    Those are counts that words behind them tell to have nothing to do with 信息公开 (复议1件、诉讼1件,均不属于信息公开类), and, where a
    part is told to be about it, the whole with its results (复议12件,维持11件,其中涉及信息公开的1件); the part is the total then.

    Args:
        zone: the zone.
        links: of its counts, in order.
    """
    out = list(links)
    for place in range(len(out)):
        for elsewhere in _elsewhere(zone, out, place):
            out[elsewhere] = _of_other_business(out[elsewhere])
    for place in range(len(out)):
        found = _whole_of(zone, out, place)
        if found is not None:
            _take_part(zone, out, found[0], place, found[1])
    return out


def _of_other_business(link: Link) -> Link:
    return replace(link, fields=("other",))


def _kind(link: Link) -> str | None:
    """The remedy of a count, None for other links."""
    kind = link.fields[0].partition(".")[0] if link.fields else None
    return kind if kind in _KINDS else None


def _is_total(link: Link) -> bool:
    return link.fields in {(f"{kind}.total",) for kind in _KINDS}


def _part_start(zone: Zone, start: int) -> int:
    """Where the part of a sentence begins that a place is in: behind the semicolon, colon or heading before it."""
    return max((stop.end() for stop in _STOP.finditer(zone.folded, zone.start, start)), default=zone.start)


def _elsewhere(zone: Zone, links: Sequence[Link], last: int) -> Sequence[int]:
    """The places of the counts that the words behind the last of them tell to be about other business."""
    end = links[last].figure.unit_end
    if links[last].figure.family is not Family.REMEDY or _SUBJECT not in zone.folded[end : end + _REACH]:
        return ()
    start = _part_start(zone, end)
    run = [place for place in range(last + 1) if links[place].figure.start >= start and (_kind(links[place]) or place == last)]
    words = zone.folded[start : links[run[0]].figure.start]
    if _SUBJECT in words or _PART in zone.folded[start:end]:
        return ()
    if _ALL_ELSEWHERE.match(zone.folded, end):
        last_total = next((number for number in reversed(range(len(run))) if _is_total(links[run[number]])), len(run) - 1)
        return run if _are_one(zone.folded, [links[place] for place in run]) else run[last_total:]
    return run if len(run) == 1 and _ELSEWHERE.match(zone.folded, end) else ()


def _are_one(folded: str, run: Sequence[Link]) -> bool:
    """Whether counts are of one remedy, or told side by side."""
    side_by_side = all(_IN_LIST.fullmatch(folded, one.figure.unit_end, other.figure.start) for one, other in pairwise(run))
    return side_by_side or len({_kind(link) for link in run}) == 1


def _whole_of(zone: Zone, links: Sequence[Link], place: int) -> tuple[int, str] | None:
    """The place and the remedy of the count of which another is told to be the part about open government information."""
    part = links[place]
    if part.figure.family not in _FAMILIES or part.figure.time is not Time.CURRENT:
        return None
    words = _words_of_part(zone.folded, part)
    start = _part_start(zone, part.figure.start)
    if words is None or _SUBJECT in zone.folded[start : words.start]:
        return None
    told = [one for one in zone.categories(Family.REMEDY) if words.own <= one.start < words.end]
    wholes = [(number, kind) for number in range(place) if links[number].figure.start >= start and (kind := _counted(zone, links[number]))]
    kinds = {_named(one) for one in told} if told or words.is_next else {kind for _, kind in wholes}
    fitting = [(number, kind) for number, kind in wholes if kinds == {kind}]
    return fitting[-1] if fitting and _is_greater(links[fitting[-1][0]], part) else None


def _counted(zone: Zone, link: Link) -> str | None:
    """The remedy of which a count is the total, by its field or, where it has none, by the words before it (行政应诉案件8件)."""
    if _is_total(link):
        return _kind(link)
    if link.fields not in NAMELESS or link.figure.family not in _FAMILIES:
        return None
    words = clause_before(zone.folded, link.figure.start, _REACH)
    named = {kind for kind, pattern in _IN_WORDS.items() if pattern.search(words)}
    return named.pop() if len(named) == 1 and _CASES.search(words) else None


def _named(category: Category) -> str | None:
    """The remedy that a category is, None for a result."""
    is_remedy = category.entity.label == "REMEDY" and len(category.fields) == 1
    return category.fields[0].partition(".")[0] if is_remedy else None


def _is_greater(whole: Link, part: Link) -> bool:
    like = whole.figure.unit == part.figure.unit and whole.figure.time is Time.CURRENT
    return like and whole.value is not None and part.value is not None and whole.value > part.value


def _words_of_part(folded: str, part: Link) -> _Words | None:
    """The words that tell a count to be about open government information, None where there are none."""
    start, end = part.figure.start, part.figure.unit_end
    before = _PART_BEFORE.search(folded, max(0, start - _REACH), start)
    if before:
        is_next = before["next"] is not None
        return _Words(before.start(), before.start("next") if is_next else before.start(), end, is_next)
    opening = _PART_OPENS.search(folded, max(0, start - _REACH), start)
    behind = _PART_BEHIND.match(folded, end) if opening else None
    return _Words(opening.start(), opening.start(), behind.end()) if opening and behind else None


def _take_part(zone: Zone, links: list[Link], whole: int, place: int, kind: str) -> None:
    """Makes a part the total of its remedy, and its whole with the results of that other business."""
    total, part = links[whole], links[place]
    stop = _STOP.search(zone.folded, part.figure.unit_end)
    end = stop.start() if stop else zone.end
    behind = [
        number
        for number in range(place + 1, len(links))
        if _kind(links[number]) == kind and part.figure.end <= links[number].figure.start < end
    ]
    of_whole = [number for number in range(whole, place) if _kind(links[number]) == kind]
    for number in [*of_whole, *_of_the_rest(zone.folded, [(number, links[number]) for number in behind], part)]:
        links[number] = _of_other_business(links[number])
    links[place] = replace(part, fields=(f"{kind}.total",), name=total.name, evidence=total.evidence)


def _of_the_rest(folded: str, behind: Sequence[tuple[int, Link]], part: Link) -> Sequence[int]:
    """The places of counts behind a part that cannot be of it: all from a rest as great as it on, or all if they add up to more."""
    most = part.value or 0
    for number, (_, link) in enumerate(behind):
        if _REST.match(clause_before(folded, link.figure.start, _REACH)) and (link.value or 0) >= most:
            return [place for place, _ in behind[number:]]
    added = sum(link.value or 0 for _, link in behind)
    return [place for place, _ in behind] if added > most else ()
