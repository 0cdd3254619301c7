"""Links of shares and changes to the figures that they speak of."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from model.facts import Basis, Kind, Time
from model.groups import Group, joint_field
from model.labels import Family
from model.linking import ARITHMETIC_BONUS, UNLINKED, Rivals, assign, distance_cost, fits_share
from model.links import NAMELESS, RATES, Link, resolve
from model.mentions import Category, Figure
from model.zone import Zone

_RISE = re.compile(r"增(?!减)|升|涨|提高|翻|上扬|多")
_FALL = re.compile(r"(?<!经济)下[行调滑]|(?<!增)减|降|少|低|回落|缩|跌|收窄")
_RATIO = re.compile(r"(?:是|为|相当于|达到?)[^增长升]{0,14}(?:的)?\s?$")
_BRACKET = re.compile(r"\([^()]*\)")
_OPENS_BRACKET = re.compile(r"\s?\((?:而|其中)?(?:\d{4}年|[上去]一?年)度?(?:同期)?[^,;。、()\d]{0,6}")
_CLOSES_BRACKET = re.compile(r"\s?\)")
_MINUS = re.compile(r"(?<![\d%件条次])[-−–]\s?约?$")
"""A sign, not the dash of a range (10%-15%)."""
_DIRECTION_REACH = 12
_BRACKET_REACH = 36
_RATE_REACH = 8
_POINTS = re.compile(r"\s*[余多]?\s*个?\s*百分点")
_TURNS = re.compile(r"[、,和及与]\s?(?:同比)?(?:增长|增加|上升|下降|减少)了?\s?")
_BOTH = re.compile(r"[二两](?:者|项|类)(?:之和|总和|相加|加起来|合起来|合计|共计|共|合)[^,;。:、\d]{0,12}$")
_MOVES = "提高|提升|上升|升高?|增[加长]?|扩大|涨|补|下[降滑跌调]|降低?|减少?|回落|跌|收窄|缩小?"
_BECOMES = re.compile(rf"[,、]?(?:再|又)?\s?(?:{_MOVES})(?:至|到|为|成)了?\s?(?:今年|本年度?|当年)?的?\s?")
_AHEAD = 5.0
"""What it costs a change to speak of a figure that stands behind it."""


def link_shares(zone: Zone, owners: Sequence[Link], totals: Sequence[Link]) -> list[Link]:
    """Links of the zone's shares.

    Args:
        zone: the zone.
        owners: its counts, and its categories without one, as links.
        totals: counts stated so far, any of which may be the whole.
    """
    later = _later(zone.folded, zone.mentions.shares)
    shares = [share for share in zone.mentions.shares if share.start not in later]
    if not shares:
        return []
    wholes = sorted(Decimal(str(link.value)) for link in totals if link.value is not None and link.figure.time is Time.CURRENT)
    rivals = Rivals([*shares, *(owner.figure for owner in owners)])
    listed = respective(zone.folded, shares, owners)

    costs = [
        [0.0 if (share.start, owner.figure.start) in listed else _share_cost(zone, share, owner, rivals, wholes) for owner in owners]
        for share in shares
    ]
    out: list[Link] = []
    for share, row, column in zip(shares, costs, assign(costs), strict=True):
        if column is not None:
            margin = min([UNLINKED, *row[:column], *row[column + 1 :]]) - row[column]
            value = share.number.plain if share.number else None
            out.append(_of_both(zone, replace(_linked(share, owners[column], row[column], value), margin=margin), owners))
    return _with_later(out, later)


def _later(folded: str, shares: Sequence[Figure]) -> dict[int, tuple[Figure, Figure]]:
    """The shares that others are told to have become (由85%升到97%), by where they start, each with the one before it.

    Lists of shares that became others (分别由25%、50%提高到30%、60%) tell too little of which is which.
    """
    run = {figure.start for figures in _runs(folded, shares) if len(figures) > 1 for figure in figures}
    pairs = ((former, share) for former, share in pairwise(shares) if run.isdisjoint((former.start, share.start)))
    return {
        share.start: (former, share) for former, share in pairs if share.number and _BECOMES.fullmatch(folded, former.unit_end, share.start)
    }


def _with_later(links: Sequence[Link], later: Mapping[int, tuple[Figure, Figure]]) -> list[Link]:
    """The links, with those of the shares that they have become since; what was before is of an earlier time."""
    out = {link.figure.start: link for link in links}
    for former, share in later.values():
        link = out.get(former.start)
        if link is not None and share.number is not None:
            out[former.start] = replace(link, figure=replace(link.figure, time=Time.PREVIOUS))
            out[share.start] = replace(link, figure=share, value=share.number.plain)
    return [out[start] for start in sorted(out)]


def _of_both(zone: Zone, link: Link, owners: Sequence[Link]) -> Link:
    """The link of a share, as one of the last two counts together where its words say so (二者之和占50%); `other` if they make no field."""
    start = link.figure.start
    both = [owner for owner in owners if owner.value is not None and owner.figure.end <= start][-2:]
    if len(both) < 2 or _BOTH.search(zone.folded, both[-1].end, start) is None:
        return link
    joint = joint_field(frozenset(name for owner in both for name in owner.fields))
    names = "、".join(owner.name for owner in both if owner.name)
    evidence = tuple(entity for owner in both for entity in owner.evidence)
    return replace(link, fields=(joint or "other",), name=names or None, evidence=evidence)


def respective(folded: str, figures: Sequence[Figure], owners: Sequence[Link]) -> set[tuple[int, int]]:
    """Pairs of figure and owner of respective lists (分别占68.7%、11.7%和19.6%), as the offsets of both figures.

    A run of figures side by side belongs to as many counts of one family, the last ones that stand before it; without
    counts to as many names.
    """
    counted = [owner for owner in owners if owner.value is not None]
    named = [owner for owner in owners if owner.value is None]
    return _respective(folded, figures, counted) or _respective(folded, figures, named)


def _respective(folded: str, figures: Sequence[Figure], owners: Sequence[Link]) -> set[tuple[int, int]]:
    pairs: set[tuple[int, int]] = set()
    for run in _runs(folded, figures):
        before = [owner for owner in owners if owner.figure.end <= run[0].start]
        families = {owner.figure.family for owner in before}
        lists = [[owner for owner in before if owner.figure.family is family][-len(run) :] for family in families]
        full = [owned for owned in lists if len(owned) == len(run) > 1]
        if full:
            nearest = max(full, key=lambda owned: (owned[-1].figure.family is not Family.REQUEST, owned[-1].figure.start))
            pairs.update((figure.start, owner.figure.start) for figure, owner in zip(run, nearest, strict=True))
    return pairs


def _runs(folded: str, figures: Sequence[Figure]) -> list[list[Figure]]:
    runs: list[list[Figure]] = []
    for figure in figures:
        if runs and _goes_on(folded, runs[-1], figure):
            runs[-1].append(figure)
        else:
            runs.append([figure])
    return runs


def _goes_on(folded: str, run: Sequence[Figure], figure: Figure) -> bool:
    """Whether a figure stands next in a run; one behind 分别 may have words of direction in it (分别增长8%、15%和下降6%)."""
    if folded[run[-1].unit_end : figure.start].strip() in {"、", "和", ",", "及", "与"}:
        return True
    opened = folded[max(0, run[0].start - _DIRECTION_REACH) : run[0].start]
    return "分别" in opened and _TURNS.fullmatch(folded, run[-1].unit_end, figure.start) is not None


def _linked(figure: Figure, owner: Link, cost: float, value: int | float | None) -> Link:
    """The link of a share or change; of a figure with two fields (受理和办结) it takes the first."""
    return Link(figure, owner.fields[:1], owner.name, owner.evidence, cost, value)


def free_categories(zone: Zone, links: Sequence[Link]) -> list[Link]:
    """The zone's categories that no figure took, as links without a value, so that a share can still have them."""
    taken = {entity.start for link in links for entity in link.evidence}
    free = [category for category in zone.mentions.categories if category.start not in taken]
    return [_bare(zone, category) for category in free if category.fields or category.entity.label == "TOPIC"]


def _bare(zone: Zone, category: Category) -> Link:
    figure = Figure(category.entity, category.family, Basis.STATED, None, None, category.end, Time.CURRENT, None)
    one = Group((category,))
    fields, heads = resolve(zone, one, figure, one.each)
    return Link(figure, fields, zone.folded[category.start : category.end], (category.entity, *heads), 0.0, None)


def _share_cost(zone: Zone, share: Figure, owner: Link, rivals: Rivals, wholes: Sequence[Decimal]) -> float:
    place = owner.figure if owner.value is not None else owner
    cost = distance_cost(zone.breaks, place, share, rivals)
    if not RATES.isdisjoint(owner.fields):
        return cost - UNLINKED if owner.end <= share.start <= owner.end + _RATE_REACH else cost + UNLINKED
    if owner.value is not None and share.number is not None:
        part = Decimal(str(owner.value))
        if fits_share(part, wholes, share.number.value):
            cost -= ARITHMETIC_BONUS if int(share.number.value.as_tuple().exponent) < 0 else ARITHMETIC_BONUS / 4
    return cost


def link_changes(zone: Zone, owners: Sequence[Link], earlier: Sequence[Link]) -> list[tuple[Link, Kind]]:
    """Links of the zone's changes with their kinds; several changes may speak of one figure (增加4件，增长12%).

    A change that opens a sentence speaks of the last figure of the sentence before, one with an earlier year's figure in brackets
    behind it of what that is.
    """
    changes = [change for change in zone.mentions.changes if not _is_points(zone.folded, change)]
    if not changes:
        return []
    listed = respective(zone.folded, changes, owners)
    rivals = Rivals([owner.figure for owner in owners])

    def cost(change: Figure, owner: Link) -> float:
        if (change.start, owner.figure.start) in listed:
            return 0.0
        place = owner if owner.value is None else owner.figure
        return distance_cost(zone.breaks, place, change, rivals) + (_AHEAD if place.start > change.start else 0.0)

    out: list[tuple[Link, Kind]] = []
    for change in changes:
        owner = min(owners, key=lambda one: cost(change, one), default=None)
        if owner is None or cost(change, owner) >= UNLINKED:
            owner = next((link for link in reversed(earlier) if link.fields and link.fields != ("other",)), None)
        owner = _compared_behind(zone.folded, change, owners) or owner
        if owner is not None:
            value, kind = signed(zone.folded, zone.start, change)
            out.append((_linked(change, owner, min(cost(change, owner), UNLINKED), value), kind))
    return out


def _compared_behind(folded: str, change: Figure, owners: Sequence[Link]) -> Link | None:
    """The earlier year's figure in the brackets right behind a change, of what the change speaks too (增长36.3%(2017年157宗))."""
    behind = (one for one in owners if one.figure.time is Time.PREVIOUS and one.figure.start >= change.unit_end)
    compared = next(behind, None)
    if compared is None or compared.fields in NAMELESS:
        return None
    opens = _OPENS_BRACKET.fullmatch(folded, change.unit_end, compared.figure.start)
    return compared if opens and _CLOSES_BRACKET.match(folded, compared.figure.unit_end) else None


def _is_points(folded: str, change: Figure) -> bool:
    """Whether a change is one of a rate in percentage points (提高2个百分点), which is no growth of a count."""
    return change.number is not None and _POINTS.match(folded, change.number.end) is not None


def signed(folded: str, start: int, change: Figure) -> tuple[int | float | None, Kind]:
    """The value of a change with its sign, and whether it is a change or a ratio (是上年的1.5倍).

    The sign is that of the last word of direction shortly before the figure, else of one right behind it.
    """
    if change.number is None:
        return None, Kind.CHANGE
    value = change.number.plain
    # What stands in brackets between says nothing of the change: 是2019年(1020条)的1.5倍.
    before = _BRACKET.sub("", folded[max(start, change.number.start - _BRACKET_REACH) : change.number.start])
    if change.unit == "倍" and _RATIO.search(before) and not _RISE.search(before[-4:]):
        return value, Kind.RATIO
    before = before[-_DIRECTION_REACH:]
    falls, rises = _last(_FALL, before), _last(_RISE, before)
    if falls < 0 and rises < 0:
        falls = _last(_FALL, folded[change.unit_end : change.unit_end + 6])
    minus = sign_start(folded, change) < change.number.start or falls > rises
    return (-value if minus else value), Kind.CHANGE


def sign_start(folded: str, change: Figure) -> int:
    """Where the minus sign of a change stands; where its number begins if it has none."""
    assert change.number is not None
    sign = _MINUS.search(folded, max(0, change.number.start - 4), change.number.start)
    return sign.start() if sign else change.number.start


def _last(pattern: re.Pattern[str], text: str) -> int:
    return max((match.start() for match in pattern.finditer(text)), default=-1)
