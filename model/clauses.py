"""The clause of a count, which names it where the tagger left its category out (要求提供公开出版物3件).

Only where those words are as plain as a row of the statutory forms; what they suggest in general names nothing here.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from model.labels import Family
from model.lexicon import field_for_unit, name_plainly
from model.links import NAMELESS, Link

_LABELS = {
    Family.APPLICANT: "APPLICANT_CATEGORY",
    Family.CHANNEL: "CHANNEL_CATEGORY",
    Family.OUTCOME: "OUTCOME_CATEGORY",
    Family.WORK: "WORK_ITEM",
}
_LISTED = {Family.APPLICANT, Family.CHANNEL, Family.OUTCOME}
_COST = 10.0
_REACH = 28
_BEFORE = re.compile(r"[^,;。:、(\n\d]*$")
_NEXT_CLAUSE = re.compile(r"[,;。]")
_MARK = re.compile(r"[,;。:\n]")
_BEHIND = re.compile(r"[^,;。:、)\n\d]*")


def clause_before(folded: str, start: int, reach: int) -> str:
    """The words of its clause before a place, as far as the reach."""
    return _MARK.split(folded[max(0, start - reach) : start])[-1]


def name_by_clause(folded: str, links: Sequence[Link]) -> list[Link]:
    """The links of a zone, in which counts that have no field get one from the words before them, else behind them.

    So do those that were linked with the category of the next clause though their own words name another
    (通过信函收到的164件最多,其次是网络116件).
    A figure of other business that stands next in a list of applicants, channels or outcomes is read as one of the list.
    """
    links = [replace(link, fields=(), evidence=()) if _is_misled(folded, link) else link for link in links]
    used = [entity.start for link in links if link.fields not in NAMELESS for entity in link.evidence]
    out: list[Link] = []
    for link in links:
        family = _family(link, out[-1] if out else None)
        out.append(_named(folded, link, _LABELS[family], used) if family in _LABELS and link.fields in NAMELESS else link)
    return out


def _is_misled(folded: str, link: Link) -> bool:
    """Whether a figure of a list has its category in a later clause, and a plain one in the words of its own."""
    figure = link.figure
    if figure.family not in _LISTED or not link.evidence or link.start < figure.start:
        return False
    if not _NEXT_CLAUSE.search(folded, figure.unit_end, link.evidence[0].start):
        return False
    before = _BEFORE.search(folded, max(0, figure.start - _REACH), figure.start)
    names = name_plainly(_LABELS[figure.family], before.group()) if before else ()
    return bool(names) and names != link.fields


def _family(link: Link, before: Link | None) -> Family:
    if before is None or link.figure.family is not Family.OTHER or before.figure.family not in _LISTED:
        return link.figure.family
    return before.figure.family if link.figure.start - before.end <= _REACH else Family.OTHER


def _named(folded: str, link: Link, label: str, used: Sequence[int]) -> Link:
    figure = link.figure
    before = _BEFORE.search(folded, max(0, figure.start - _REACH), figure.start)
    behind = _BEHIND.match(folded, figure.unit_end, figure.unit_end + _REACH)
    for words in (before, behind):
        if words is None or any(words.start() <= start < words.end() for start in used):
            continue
        names = tuple(field_for_unit(name, figure.unit) for name in name_plainly(label, words.group()))
        if names:
            return replace(link, fields=names, name=words.group().strip(), cost=_COST)
    return link
