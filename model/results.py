"""Results told in words of the cases that are counted: behind them (行政复议1件,结果为维持) or before (被纠正7件复议案件)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from model.facts import Time
from model.labels import Family
from model.lexicon import name_fields
from model.links import Link, further_links
from model.mentions import Category
from model.remedies import SCOPES
from model.sentences import within
from model.zone import Zone

_TOTALS = frozenset(f"{scope}.total" for scope in SCOPES)
_KINDS = (("litigation.direct",), ("litigation.after_review",))
_IS_KIND = re.compile(r",[为系是属]?")
_CLAUSE_END = re.compile(r"的?[,;。]")
_REACH = 24
_BETWEEN = re.compile(r"(?!.*(?:无|没|未|不|其中|部分|[一两]?(?<!案)[件起宗](?!,)))[^。;、\d]*")
_LISTED = re.compile(r"[、和或与及]")
_REST_OF_CLAUSE = re.compile(r"[^,;。\n]*")

_RESULT_BEFORE = re.compile(r"(?:^|[,;:。(\n])\s?(?:其中)?[被遭](维持|驳回|纠正|撤销|变更|确认违法|责令[^,;。\d]{1,6})的?$")
_BEFORE_REACH = 14


def results_before(zone: Zone, counts: Sequence[Link]) -> list[Link]:
    """The links of a zone, cases counted before their remedy with the result that the words right before tell (被纠正7件复议案件)."""
    return [_with_result(zone, link) for link in counts]


def _with_result(zone: Zone, link: Link) -> Link:
    start = link.figure.start
    if len(link.fields) != 1 or link.fields[0] not in _TOTALS or not link.evidence or link.start < start:
        return link
    words = _RESULT_BEFORE.search(zone.folded, max(0, start - _BEFORE_REACH), start)
    if words is None:
        return link
    (result,) = name_fields("REMEDY_RESULT", words.group(1))
    return replace(link, fields=(f"{link.fields[0].removesuffix('total')}{result}",), name=words.group(1))


def told_results(zone: Zone, counts: Sequence[Link]) -> Iterator[Link]:
    """For each total of a remedy that is no zero a link for the one result told of it behind, if that has no figure or word of its own."""
    return further_links(zone, counts, _told_of)


def told_kinds(zone: Zone, counts: Sequence[Link]) -> Iterator[Link]:
    """For each total of lawsuits a link for their kind told right behind, if that has no figure of its own.

    行政诉讼1件,未经复议直接起诉.
    """
    return further_links(zone, counts, _kind_of)


def _kind_of(zone: Zone, link: Link) -> tuple[Category, str] | None:
    if link.fields != ("litigation.total",) or not link.value or link.figure.time is not Time.CURRENT:
        return None
    kind = next((one for one in zone.categories(Family.REMEDY) if one.start >= link.end), None)
    if kind is None or kind.fields not in _KINDS or not _IS_KIND.fullmatch(zone.folded, link.end, kind.start):
        return None
    return (kind, f"{kind.fields[0]}.total") if _CLAUSE_END.match(zone.folded, kind.end) else None


def _told_of(zone: Zone, link: Link) -> tuple[Category, str] | None:
    """The one result told right behind a total of this year, and its field."""
    if len(link.fields) != 1 or link.fields[0] not in _TOTALS or not link.value or link.figure.time is not Time.CURRENT:
        return None
    result = next((one for one in zone.categories(Family.REMEDY) if one.start >= link.end and one.fields), None)
    if result is None or result.entity.label != "REMEDY_RESULT" or len(result.fields) != 1 or not _is_last(zone, result):
        return None
    between = zone.folded[link.end : result.start]
    words = within(zone.mentions.words, link.end, result.start)
    if len(between) > _REACH or not _BETWEEN.fullmatch(between) or words:
        return None
    return result, f"{link.fields[0].removesuffix('total')}{result.fields[0]}"


def _is_last(zone: Zone, result: Category) -> bool:
    """Whether its clause goes on with no other result, and no figure or word that may be its own (维持或者驳回37件, 纠正的无一例)."""
    if _LISTED.match(zone.folded, result.end):
        return False
    rest = _REST_OF_CLAUSE.match(zone.folded, result.end, zone.end)
    assert rest is not None
    own = (within(among, *rest.span()) for among in (zone.mentions.figures, zone.mentions.words, zone.categories(Family.REMEDY)))
    return not any(own)
