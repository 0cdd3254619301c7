"""Totals that no words name: 收到网络申请50件、信函30件,共80件. Arithmetic says which figure they are, else the clause's noun."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from model.clauses import clause_before
from model.facts import Time
from model.labels import Family
from model.lexicon import name_fields
from model.links import Link

_CLAUSE_REACH = 30
_HELD = "含|包括|包含"
_HOLDS = re.compile(rf"[^。;\d]{{0,4}}[(,][^,。;)\d不]{{0,2}}(?:{_HELD}|其中)[^,。;]{{0,16}}")
_PARTS = re.compile(rf"[^。;\d]{{0,4}}[(,](?:{_HELD}|其中)")
_OPENS_HELD = re.compile(rf"(?:^|[,。;:\s])(?:{_HELD}|连同)[^,。;]{{0,12}}$")
_ALL_TOLD = re.compile(r"[^,。;\d]{0,3}(?:在内)?,[^,。;\d]{0,6}[共总]")
_ADDED = re.compile(r"加上|连同|加之|算上")
_ANSWERED = re.compile(r"答复|办结|办复|回复|办毕|办理?完|结案")
"""Verbs of what is done with: it is processed, whichever year it came from."""
_TAKEN = re.compile(r"收|接|受理|[办处]理(?!完)")
_CARRIED = ("requests.carried_in",)
_ENTERED = {("requests.received",), _CARRIED}
_HANDLED = frozenset({"requests.received", "requests.processed"})
_LEFT = re.compile(r"(?:[尚还][余剩]|剩余)下?$")
_VISITS = re.compile(r"((?:浏览|点击|访问|阅读)(?:总?量|总?次数|人次))[^,。;:、\n\d]{0,4}$")
_WHOLE_YEAR = re.compile(r"[日月]均[^,。;:、\n\d]{0,4}(浏览|点击|访问|阅读)[^。;\n]{0,20}[,、]全年(?:累计|合计|总计|共计?|约|达|为)*$")
# A total's parts, as the beginnings of their fields, and the field of the total.
_SUMS: tuple[tuple[tuple[str, ...], str], ...] = (
    (("requests.received", "requests.carried_in"), "requests.to_handle"),
    (("requests.by_channel.",), "requests.received"),
    (("requests.by_applicant.natural_person", "requests.by_applicant.legal_person"), "requests.received"),
    *(((f"requests.outcome.{name}.",), f"requests.outcome.{name}") for name in ("denied", "unable", "not_processed", "other")),
    (("requests.outcome.",), "requests.processed"),
    (("requests.outcome.granted", "requests.outcome.partial"), "requests.outcome.granted_or_partial"),
    (("disclosure.by_topic",), "disclosure.total"),
    (("disclosure.",), "disclosure.total"),
    (("proposals.npc", "proposals.cppcc"), "proposals.total"),
    (("staff.fulltime", "staff.parttime"), "staff.total"),
    (("consultations.",), "consultations.total"),
)
_NOUNS = {Family.REQUEST: ("申请", "requests.received"), Family.DISCLOSURE: ("信息", "disclosure.total")}
_OPEN = {Family.REQUEST, Family.OUTCOME, Family.DISCLOSURE, Family.WORK}


def name_totals(folded: str, links: Sequence[Link], earlier: Sequence[Link]) -> list[Link]:
    """The links of a zone, in which counts without a category have a field where arithmetic or a noun gives one.

    Args:
        folded: the folded text.
        links: of the zone.
        earlier: of the section before it.
    """
    named = [_named(folded, link, [*earlier, *links]) if _is_open(link) else link for link in links]
    return [_visited(folded, link) if link.fields == ("other",) else link for link in named]


def hold_carried(folded: str, links: Sequence[Link]) -> list[Link]:
    """The links of a zone, in which what was received or handled is all that was there to handle where its own words say so.

    It is said to hold what was carried in (15件,含上年结转2件; 含上年结转2件,共15件), to be both together (收到13件,加上上年结转2件,
    共办理15件), or to consist of both (办理15件,其中新收13件、上年结转2件). What was answered (办结15件,含上年结转2件) is processed
    all the same.
    """
    held: dict[tuple[int, tuple[str, ...]], Link] = {}
    for number, link in enumerate(links):
        told = link
        if link.fields and _HANDLED.issuperset(link.fields):
            before, behind = _beside(links, link, range(number - 1, -1, -1))[::-1], _beside(links, link, range(number + 1, len(links)))
            told = _with_carried(folded, link, before, behind)
        # Words and hints may have given the figure either field.
        held.setdefault((told.figure.start, told.fields), told)
    return list(held.values())


def _beside(links: Sequence[Link], link: Link, places: range) -> list[Link]:
    """The first two of the links at these places that are of another figure than the link."""
    return list(islice((links[place] for place in places if links[place].figure != link.figure), 2))


def _with_carried(folded: str, link: Link, before: Sequence[Link], behind: Sequence[Link]) -> Link:
    holds = any(one.fields == _CARRIED and _HOLDS.fullmatch(folded, link.figure.unit_end, one.start) for one in behind[:1])
    told = holds or _consists(folded, link, behind) or _adds(folded, link, before) or _held_before(folded, link, before[-1:])
    return replace(link, fields=_of_verb(link.name or "")) if told else link


def _consists(folded: str, link: Link, behind: Sequence[Link]) -> bool:
    """Whether the two figures right behind, of what was received and carried in, are told as its parts and make it."""
    if {one.fields for one in behind} != _ENTERED or sum(one.value or 0 for one in behind) != link.value:
        return False
    return _PARTS.match(folded, link.figure.unit_end) is not None


def _held_before(folded: str, link: Link, before: Sequence[Link]) -> bool:
    """Whether the figure right before is of what was carried in, and told to be held in this one (含上年结转2件,共收到15件)."""
    return any(
        one.fields == _CARRIED
        and _OPENS_HELD.search(folded, max(0, one.start - _CLAUSE_REACH), one.start)
        and _ALL_TOLD.match(folded, one.figure.unit_end)
        for one in before
    )


def _of_verb(words: str) -> tuple[str, ...]:
    """The fields of a figure that holds what was carried in, by its verb (both of 收到并答复)."""
    answered = _ANSWERED.search(words) is not None
    taken = not answered or _TAKEN.search(words) is not None
    return (*(("requests.to_handle",) if taken else ()), *(("requests.processed",) if answered else ()))


def _adds(folded: str, link: Link, before: Sequence[Link]) -> bool:
    """Whether the two figures right before make the figure, the second being what was carried in and added by its words."""
    if [one.fields for one in before] != [("requests.received",), _CARRIED] or sum(one.value or 0 for one in before) != link.value:
        return False
    return _ADDED.search(folded, before[0].figure.unit_end, before[1].figure.start) is not None


def total_of(parts: Sequence[str]) -> str | None:
    """The field of the total of two or more parts, None where they are none of one whole."""
    return next((total for beginnings, total in _SUMS if len(parts) > 1 and all(part.startswith(beginnings) for part in parts)), None)


def _visited(folded: str, link: Link) -> Link:
    """The link of a figure of other business, as visits where the words right before it say so (网页浏览次数为), averages (日均) apart.

    The figure of the whole year behind an average (日均访问1150人次,全年42万人次) is of what the average is of.
    """
    clause = clause_before(folded, link.figure.start, _CLAUSE_REACH)
    match = None if "均" in clause else _VISITS.search(clause) or _whole_year(folded, link)
    names = name_fields("DISCLOSURE_ITEM", match.group(1)) if match else ()
    return replace(link, fields=names, name=match.group(1)) if match and names else link


def _whole_year(folded: str, link: Link) -> re.Match[str] | None:
    return _WHOLE_YEAR.search(folded, max(0, link.figure.start - 2 * _CLAUSE_REACH), link.figure.start)


def _is_open(link: Link) -> bool:
    return not link.fields and link.figure.family in _OPEN and link.value is not None and link.figure.time is Time.CURRENT


def _named(folded: str, link: Link, others: Sequence[Link]) -> Link:
    known = [other for other in others if other is not link and other.figure.time is Time.CURRENT and other.value is not None]
    field = _by_rest(folded, link) or _by_sum(link, known) or _by_noun(folded, link)
    return replace(link, fields=(field,), cost=0.0) if field else link


def _by_sum(link: Link, known: Sequence[Link]) -> str | None:
    """The field of a total, two or more parts of which, stated side by side, add up to the figure."""
    for beginnings, total in _SUMS:
        if link.figure.family in _families_of(total):
            parts = [other.value for other in known if other.value is not None and any(f.startswith(beginnings) for f in other.fields)]
            if len(parts) > 1 and sum(parts) == link.value:
                return total
    return None


def _by_rest(folded: str, link: Link) -> str | None:
    """What was carried out, where the words before a figure of requests say that so many are left (尚余54件)."""
    left = _LEFT.search(clause_before(folded, link.figure.start, _CLAUSE_REACH))
    return "requests.carried_out" if left and link.figure.family is Family.REQUEST else None


def _by_noun(folded: str, link: Link) -> str | None:
    """The total of the family, where the clause before the figure has the family's noun (依申请公开0件)."""
    noun, field = _NOUNS.get(link.figure.family, ("", ""))
    return field if noun and noun in clause_before(folded, link.figure.start, _CLAUSE_REACH) else None


def _families_of(total: str) -> set[Family]:
    """The families under which a total is tagged; that of outcomes, which lacks a name, is tagged as they are or as an event."""
    named = {"requests": {Family.REQUEST, Family.OUTCOME}, "disclosure": {Family.DISCLOSURE}}
    return named.get(total.split(".", maxsplit=1)[0], {Family.WORK})
