"""Links of shares and changes to the figures that they speak of."""

import re
from collections.abc import Sequence
from decimal import Decimal

from model.facts import Basis, Kind, Time
from model.groups import Group
from model.linking import ARITHMETIC_BONUS, UNLINKED, assign, distance_cost, fits_share
from model.links import Link, Zone, resolve
from model.mentions import Category, Figure
from model.sentences import within

_RISE = re.compile(r"增|升|涨|提高|翻|上扬|多")
_FALL = re.compile(r"下降|减|降|少|低|回落|下滑|缩")
_RATIO = re.compile(r"(?:是|为|相当于|达到?)[^增长升]{0,14}(?:的)?\s?$")
_DIRECTION_REACH = 12


def link_shares(zone: Zone, owners: Sequence[Link], totals: Sequence[Link]) -> list[Link]:
    """Links of the zone's shares.

    Args:
        zone: the zone.
        owners: its counts, and its categories without one, as links.
        totals: counts stated so far, any of which may be the whole.
    """
    shares = within(zone.mentions.shares, zone.start, zone.end)
    wholes = [Decimal(str(link.value)) for link in totals if link.value is not None and link.figure.time is Time.CURRENT]
    rivals = [*shares, *(owner.figure for owner in owners)]
    costs = {(s.start, o.start, o.end): _share_cost(zone, s, o, rivals, wholes) for s in shares for o in owners}
    chosen = assign(shares, owners, lambda share, owner: costs[share.start, owner.start, owner.end])
    return [
        Link(
            share,
            owners[column].fields,
            owners[column].name,
            owners[column].evidence,
            costs[share.start, owners[column].start, owners[column].end],
            _percent(share),
        )
        for share, column in zip(shares, chosen, strict=True)
        if column is not None
    ]


def free_categories(zone: Zone, links: Sequence[Link]) -> list[Link]:
    """The zone's categories that no figure took, as links without a value, so that a share can still have them."""
    taken = {entity.start for link in links for entity in link.evidence}
    free = [category for category in within(zone.mentions.categories, zone.start, zone.end) if category.start not in taken]
    return [_bare(zone, category) for category in free if category.fields or category.entity.label == "TOPIC"]


def _bare(zone: Zone, category: Category) -> Link:
    figure = Figure(category.entity, category.family, Basis.STATED, None, None, category.end, Time.CURRENT, None)
    one = Group((category,))
    fields, heads = resolve(zone, one, figure, one.each)
    return Link(figure, fields, zone.folded[category.start : category.end], (category.entity, *heads), 0.0, None)


def _share_cost(zone: Zone, share: Figure, owner: Link, rivals: Sequence[Figure], wholes: Sequence[Decimal]) -> float:
    rate = any(name in {"requests.answer_rate", "disclosure.electronic"} for name in owner.fields)
    others = [rival for rival in rivals if rival is not share and rival is not owner.figure]
    place = owner.figure if owner.value is not None else owner
    cost = distance_cost(zone.breaks, place, share, others)
    if rate:
        return cost if owner.end <= share.start else cost + UNLINKED
    if owner.value is not None and share.number is not None:
        part = Decimal(str(owner.value))
        if any(whole > part and fits_share(part, whole, share.number.value) for whole in wholes):
            cost -= ARITHMETIC_BONUS if share.number.value.as_tuple().exponent else ARITHMETIC_BONUS / 4
    return cost


def _percent(share: Figure) -> int | float | None:
    return share.number.plain if share.number else None


def link_changes(zone: Zone, owners: Sequence[Link], earlier: Sequence[Link]) -> list[tuple[Link, Kind]]:
    """Links of the zone's changes with their kinds; several changes may speak of one figure (增加4件，增长12%).

    A change that opens a sentence speaks of the last figure of the sentence before.
    """
    out: list[tuple[Link, Kind]] = []
    for change in within(zone.mentions.changes, zone.start, zone.end):
        rivals = [owner.figure for owner in owners]
        scored = [
            (
                distance_cost(
                    zone.breaks, owner if owner.value is None else owner.figure, change, [r for r in rivals if r is not owner.figure]
                ),
                owner,
            )
            for owner in owners
        ]
        cost, owner = min(scored, key=lambda pair: pair[0], default=(UNLINKED, None))
        if owner is None or cost >= UNLINKED:
            owner = next((link for link in reversed(earlier) if link.fields and link.fields != ("other",)), None)
        if owner is not None:
            value, kind = signed(zone.folded, zone.start, change)
            out.append((Link(change, owner.fields, owner.name, owner.evidence, min(cost, UNLINKED), value), kind))
    return out


def signed(folded: str, start: int, change: Figure) -> tuple[int | float | None, Kind]:
    """The value of a change with its sign, and whether it is a change or a ratio (是上年的1.5倍).

    The sign is that of the last word of direction shortly before the figure, else of one right behind it.
    """
    if change.number is None:
        return None, Kind.CHANGE
    value = change.number.plain
    before = folded[max(start, change.number.start - _DIRECTION_REACH) : change.number.start]
    if change.unit == "倍" and _RATIO.search(before) and not _RISE.search(before[-4:]):
        return value, Kind.RATIO
    falls, rises = _last(_FALL, before), _last(_RISE, before)
    if falls < 0 and rises < 0:
        falls = _last(_FALL, folded[change.unit_end : change.unit_end + 6])
    minus = before.endswith("-") or falls > rises
    return (-value if minus else value), Kind.CHANGE


def _last(pattern: re.Pattern[str], text: str) -> int:
    return max((match.start() for match in pattern.finditer(text)), default=-1)
