"""Counts that their own words set apart from the record: what is not counted in, averages, parts of a year, meetings, fractions."""

import re
from collections.abc import Sequence
from dataclasses import replace

from model.clauses import clause_before
from model.labels import Family
from model.links import Link

_OF_ANOTHER = r"[^,。;()、\n\d]{0,20}\d(?!\d{0,3}\s?年)"
"""A figure behind the words in their own clause, of which they speak instead: 8件,不计入重复申请3件."""
_NOT_COUNTED = re.compile(
    r"[^。;\n\d]{0,10}?(?:与[^,。;\d]{0,8}公开[^,。;\d]{0,4}(?:无关|没有关系)|(?:不|未)(?:计在内|计入|列入统计|纳入统计|作统计)|不在统计)"
    rf"(?!{_OF_ANOTHER})"
)
_MEAN = r"(?:日|月|户|(?<![全本上去今当\d])年|(?<![请事诉访议告责])人)均(?![为已未由按予在以无能可有是系被依经])"
"""人均 and 年均, but neither 申请人均 nor 全年均 or 日均已, where 均 says 'all of them'."""
_AVERAGE = re.compile(
    rf"(?:每(?:期|篇|份|条|天|日|周|月|季|人)|(?<![清菜名简])单(?:篇|条|期|日)|{_MEAN}|平均|最高(?!人民|[法检])|最多(?!的))[^,;。:、\d]{{0,6}}$"
    r"|(?<![请事诉访议告责])人均每年[^,;。:、\d]{0,8}$"
)
_OF_TIMES = re.compile("[每单均最月季]")
"""No average or part of a year is told without one of these, which are found many times sooner than that there is none."""
_PART_OF_YEAR = re.compile(r"(?:(?<![十\d])[一1]个月的|单月|按季度|(?<!四个)季度)[^,;。:、\d]{0,8}$")
_NEXT_YEAR = r"(?:明年|来年|下一?年度?)"
_HELD = r"(?:开展|举办|组织|召开|举行|安排)"
_PLAN = r"(?:(?<![按照据训度作学])计划(?!生育|内|外)|(?<![草模])拟(?![定订制稿录任]|聘(?!请)|提[拔任名]))"
"""Neither what is planned as a plan says (按计划), nor business and people whose names have the words (计划生育, 拟录用人员)."""
_PLANNED = re.compile(
    rf"(?:(?:{_PLAN}|打算|预计|{_NEXT_YEAR}(?!.{{0,8}}(?:奠|打)))[^,;。\d]{{0,8}}(?:{_HELD}|培训)"
    rf"|将(?:[于在]?{_NEXT_YEAR}|继续|陆续|分批|适时|积极|定期|再)*{_HELD})"
    rf"[^,;。\n]*(?:,(?:(?!{_HELD})[^,;。\d]){{0,4}}(?:培训|参训|覆盖|参加)[^,;。\n]*)?$"
)
"""Words of a plan with the verb of what is planned, its clause, and the one on who is to take part (拟举办培训班3期,培训200人次)."""
_PLANS = frozenset({"training.sessions", "training.people", "disclosure.press_conferences"})
_PLAN_REACH = 40
_RULING = r"(?:[做作][出了][^,;。\d维纠驳撤未]{0,4}(?:决定|判决|裁定)|判决|审结|结案)"
_DECIDED_BEHIND = re.compile(rf"[^,;。()\n\d未不没无待尚等]{{0,8}}{_RULING}")
_DECIDED_BEFORE = re.compile(rf"(?<![未没])(?:已经?|均)[^,;。\n\d未不没无待尚]{{0,4}}{_RULING}[^,;。\n\d]{{0,3}}$")
_DECIDED_HERE = re.compile(r"(?:审结|结案|(?P<heard>共审理))\s?$")
_UNDECIDED = re.compile("[未没无待尚]")
_UNDECIDED_BEHIND = re.compile(
    r"\s?[,(][^,;。()\n\d]{0,8}?(?:尚|待|[仍还正]在|(?:未|没有?)[^,;。()\n\d]{0,4}(?:[作做]出|审结|审完|审毕|结案|办结|判|裁|宣))"
)
"""What is heard is not yet decided where the next clause says so (共审理2件,尚未作出判决)."""
_EVENT = re.compile(
    r"(?P<training>[培代轮参受]训|讲座|[授听讲]课|学习班|业务班)"
    r"|会议|(?:发布|推进|座谈|部署|联席|听证|工作|工作例|交流|通气|吹风|研讨|动员|调度)会"
)
_EVENT_REACH = 40
_YEARLY = ("disclosure.", "website.", "requests.")
_REACH = 16


def set_apart(folded: str, links: Sequence[Link]) -> list[Link]:
    """The links of a zone, in which such counts are of other business (行政诉讼5件与信息公开无关; 每期赠阅3500份; 公路21.3公里)."""
    apart = {link.figure.start: replace(link, fields=("other",)) for link in links if _is_apart(folded, link)}
    if not apart:
        return list(links)
    kept = [link for link in links if link.figure.start not in apart]
    return sorted([*kept, *apart.values()], key=lambda link: link.figure.start)


def _is_apart(folded: str, link: Link) -> bool:
    figure = link.figure
    return (
        _NOT_COUNTED.match(folded, figure.unit_end) is not None
        or _is_average_or_part(folded, link)
        or _is_planned(folded, link)
        or _is_decided(folded, link)
        or _is_of_meeting(folded, link)
        or _is_fraction(link)
    )


def _is_average_or_part(folded: str, link: Link) -> bool:
    """Whether the words right before speak of an average or, of what is counted over a year, of a month or a quarter (一个月发布310条)."""
    stretch = max(0, link.figure.start - _REACH), link.figure.start
    if not _OF_TIMES.search(folded, *stretch):
        return False
    is_yearly = any(name.startswith(_YEARLY) for name in link.fields)
    return _AVERAGE.search(folded, *stretch) is not None or (is_yearly and _PART_OF_YEAR.search(folded, *stretch) is not None)


def _is_planned(folded: str, link: Link) -> bool:
    """Whether what is held in a year is told as a plan for the next (计划明年开展培训2次)."""
    start = link.figure.start
    return not _PLANS.isdisjoint(link.fields) and _PLANNED.search(folded, max(0, start - _PLAN_REACH), start) is not None


def _is_decided(folded: str, link: Link) -> bool:
    """Whether cases that no word names, or that are read as pending, are said to be decided without the result (审结2件, 2件作出判决)."""
    if link.figure.family is not Family.REMEDY:
        return False
    if not any(name.endswith(".pending") or (not link.evidence and name.endswith(".total")) for name in link.fields):
        return False
    start = link.figure.start
    if _DECIDED_BEHIND.match(folded, link.figure.unit_end) or _DECIDED_BEFORE.search(folded, max(0, start - _REACH), start):
        return True
    clause = clause_before(folded, start, _REACH)
    is_open = any(name.endswith(".pending") for name in link.fields)
    decided = _DECIDED_HERE.search(clause) if is_open and not _UNDECIDED.search(clause) else None
    return decided is not None and not (decided["heard"] and _UNDECIDED_BEHIND.match(folded, link.figure.unit_end))


def _is_of_meeting(folded: str, link: Link) -> bool:
    """Whether people are of a meeting, the event named last before them (召开工作会议4次,参会210人次)."""
    if link.fields != ("training.people",):
        return False
    events = list(_EVENT.finditer(folded, max(0, link.figure.start - _EVENT_REACH), link.figure.start))
    return bool(events) and events[-1]["training"] is None


def _is_fraction(link: Link) -> bool:
    """Whether the value is no whole number though what is counted is one thing each; money is not counted."""
    return isinstance(link.value, float) and not link.value.is_integer() and not any(name.startswith("fees.") for name in link.fields)
