"""Reviews and lawsuits that are told to be about other business, all of them or all but a part: the record asks for that part alone."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, takewhile

from model.clauses import clause_before
from model.facts import Time
from model.headings import headings_of
from model.labels import Family
from model.links import NAMELESS, Link
from model.mentions import Category
from model.zone import Zone

_KINDS = ("reviews", "litigation", "complaints")
_SUBJECT = "公开"
_PART = "其中"
_STOP = re.compile(r"[;。!?:]|(?:情况|事项|报告|年报)(?:\([^()\n]{1,16}\))?\s?\n")
"""What ends a part of a sentence: a mark, or the line end behind the last word of a title or of a heading without number."""
_LINE = re.compile(r"[^\n]+")
_COUNTED = re.compile(r"\d\s?[件起宗例个次]")
_IN_LIST = re.compile(r"[^,;。:、()\n\d]{0,4}(?:、|和|与|及|以及)[^,;。:、()\n\d]*")
_OTHER_BUSINESS = (
    r"(?:与[^,;。:\n\d]{0,6}公开[^,;。:\n\d]{0,6}(?:无关|无涉|没有关系|无关联)"
    r"|(?:不属于?|不是|并?非|[不未]涉及)[^,;。:、\n\d全均都皆完]{0,6}信息公开(?:类|事项|方面|工作|申请|答复|引[起发]|所致|行政|案件?|复议|诉讼|的|情形|问题)*"
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
_CLAUSE_BEFORE = re.compile(r"[^,;。:、()\n\d]*$")
_CLAUSE_BEHIND = re.compile(r"[^,;。:、()\n\d]{0,40}")
_OF_SUBJECT = re.compile(
    r"(?!.*(?:无关|不属|[不未没]有?涉及|非|除|其[余他]|另|维持|驳回|纠正|撤销|变更|胜诉|败诉|[责判]令|判决|决定|裁定|重新|确认|撤回|和解|终止|支持|已))"
    r".*(?:信息公开|公开政?府?信息).*"
)
"""Words on what a case is about, not on how it ended (被责令公开1件)."""
_OF_ANSWERS = re.compile(
    r"(?=.*(?:答复|不作为|程序|内容|告知|办理))"
    r"(?:因|针对|涉及|对|认为|不服|未|没有|不|超期|逾期|按期|按时|及时|依法|履行|予以|申请|答复|告知|程序|内容|作为|办理|行为|引[发起]|违法|不当|的)*"
)
_WITHIN = re.compile(r"[^,;。\d]{0,8}[:(]|[^。\d]{0,8}(?:其中|包括|分别)")
_COMPLAINTS = re.compile(r"(?:投诉|举报|申诉)(?!处理|答复|办理|回复|告知|事项)")
_RESULT_OF_ALL = re.compile(r"\)?\s?[,;]?[均都皆]")
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
    if not any(link.figure.family in _FAMILIES for link in out):
        return out
    for place in range(len(out)):
        for elsewhere in _elsewhere(zone, out, place):
            out[elsewhere] = _of_other_business(out[elsewhere])
    for place in range(len(out)):
        found = _whole_of(zone, out, place)
        if found is None:
            continue
        further = _further_parts(zone.folded, out, found, place)
        if not further:
            _take_part(zone, out, found[0], place, found[1])
            continue
        for number in (place, *further):
            out[number] = _as_part(zone.folded, out[number])
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
    stops = [stop.end() for stop in _STOP.finditer(zone.folded, zone.start, start)]
    return max([zone.start, *stops, *_heading_ends(zone, start)])


def _heading_ends(zone: Zone, place: int) -> Iterator[int]:
    """Where the headings end that stand in the zone before a place; a line with a count is none, though it may begin like one."""
    for line in _LINE.finditer(zone.folded, zone.start, zone.end):
        for heading in headings_of(zone.folded, *line.span()):
            if heading.end <= place and not _COUNTED.search(zone.folded, heading.start, heading.end):
                yield heading.end


def _elsewhere(zone: Zone, links: Sequence[Link], last: int) -> Sequence[int]:
    """The places of the counts that the words behind the last of them tell to be about other business."""
    end = links[last].figure.unit_end
    if links[last].figure.family is not Family.REMEDY or _SUBJECT not in zone.folded[end : end + _REACH]:
        return ()
    start = _part_start(zone, links[last].figure.start)
    run = [place for place in range(last + 1) if links[place].figure.start >= start and (_kind(links[place]) or place == last)]
    if _SUBJECT in zone.folded[start : links[run[0]].figure.start] or _PART in zone.folded[start:end]:
        return ()
    words = _ALL_ELSEWHERE.match(zone.folded, end)
    if words and not _are_one(zone.folded, [links[place] for place in run]):
        run = run[next((number for number in reversed(range(len(run))) if _is_total(links[run[number]])), len(run) - 1) :]
    elif words is None:
        words = _ELSEWHERE.match(zone.folded, end) if len(run) == 1 else None
    return [*run, *_results_behind(zone, links, run, words.end())] if words else ()


def _results_behind(zone: Zone, links: Sequence[Link], run: Sequence[int], end: int) -> list[int]:
    """The places of the results behind words that tell cases to be over other business, up to the next cases (均与信息公开无关;维持5件)."""
    kinds = {_kind(links[place]) or _counted(zone, links[place]) for place in run} - {None}
    subject = zone.folded.find(_SUBJECT, end, zone.end)
    remedies = [one.start for one in zone.categories(Family.REMEDY) if one.entity.label == "REMEDY" and one.start >= end]
    stop = min([zone.end if subject < 0 else subject, *remedies])
    behind = [place for place in range(run[-1] + 1, len(links)) if links[place].figure.start < stop]
    results = takewhile(lambda place: _counted(zone, links[place]) is None, behind)
    return [place for place in results if _kind(links[place]) in kinds]


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
    if words is None:
        return None
    start = _part_start(zone, part.figure.start)
    if _SUBJECT in zone.folded[start : words.start]:
        return None
    told = [one for one in zone.categories(Family.REMEDY) if words.own <= one.start < words.end]
    wholes = [(number, kind) for number in range(place) if links[number].figure.start >= start and (kind := _counted(zone, links[number]))]
    kinds = {_named(one) for one in told} if told or words.is_next else {kind for _, kind in wholes}
    fitting = [(number, kind) for number, kind in wholes if kinds == {kind}]
    return fitting[-1] if fitting and _is_greater(links[fitting[-1][0]], part) else None


def _further_parts(folded: str, links: Sequence[Link], whole: tuple[int, str], place: int) -> list[int]:
    """The places of counts behind a part that are about open government information too, so that the whole is.

    Their words say so (针对信息公开答复的4件,针对信息公开不作为的1件), or speak of nothing but answers, and the parts add up to the whole.
    """
    left = (links[whole[0]].value or 0) - (links[place].value or 0)
    others = [*(pattern for kind, pattern in _IN_WORDS.items() if kind != whole[1]), *([] if whole[1] == "complaints" else [_COMPLAINTS])]
    parts: list[int] = []
    for number in range(place + 1, len(links)):
        link, words = links[number], _words_of(folded, links[number])
        is_within = _WITHIN.match(folded, links[number - 1].figure.unit_end, link.figure.start)
        if is_within or any(pattern.search(words) for pattern in others):
            break
        is_like = link.figure.family in _FAMILIES and link.figure.time is Time.CURRENT and link.figure.unit == links[place].figure.unit
        if (
            is_like
            and 0 < (link.value or 0) <= left
            and (_OF_SUBJECT.fullmatch(words) or (link.value == left and _OF_ANSWERS.fullmatch(words)))
        ):
            parts.append(number)
            left -= link.value or 0
    return parts


def _as_part(folded: str, link: Link) -> Link:
    """A count as a part of a whole: no total, and without the result that is told of all parts (其中…2件、…1件,均胜诉)."""
    is_total = _is_total(link) or _RESULT_OF_ALL.match(folded, link.figure.unit_end)
    return replace(link, fields=("other",), evidence=()) if is_total else link


def _words_of(folded: str, link: Link) -> str:
    """The words of its clause before a count or, where there are none, those right behind it."""
    before = _CLAUSE_BEFORE.search(folded, max(0, link.figure.start - _REACH), link.figure.start)
    behind = _CLAUSE_BEHIND.match(folded, link.figure.unit_end)
    return (before.group().strip() if before else "") or (behind.group().strip() if behind else "")


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
