"""Links of counts: within each zone every family's figures are matched with its categories."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from model.facts import Basis, Entity, Time
from model.groups import Group, Grouping, group
from model.labels import Family
from model.lexicon import field_for_unit, fits_unit
from model.linking import FORBIDDEN, UNLINKED, Rivals, assign, distance_cost
from model.mentions import Category, Figure
from model.numbers import plain
from model.remedies import scopes_of_result
from model.sentences import within
from model.units import in_yuan
from model.zone import Zone

RATES = frozenset({"requests.answer_rate", "disclosure.electronic"})
"""Fields that only a share states."""
NAMELESS: tuple[tuple[str, ...], ...] = ((), ("other",))
"""The fields of figures that words around them may still name."""

_EACH = re.compile(r"[^,;。]{0,6}(?:均|各|都|皆)")
_CLAIM = re.compile(r"[^,;。、\d]{0,4}")
_CLAIMED = 8.0
_HEADED_RESULT = 4.0
_BARE_CARRY = ("结转", "转结")
_OTHER_HANDLING = ("requests.outcome.other",)
_CARRIED_IN, _PROCESSED = ("requests.carried_in",), ("requests.processed",)
_NEXT_ITEM = re.compile(r"\s?[,、;](?:另有?|还有|其余)?")
_HOLDS = re.compile(r"\s?[,(](?:其中)?(?:包?含|包括)?")
_HELD = re.compile(r"\)?" + _NEXT_ITEM.pattern)
_LISTED = 0.3
_NEAR = 10


@dataclass(frozen=True, slots=True)
class Link:
    """A figure with the fields that it states; no field where it could not be linked.

    `cost` says how far-fetched the link is, `margin` how much more the next best one would have cost.
    """

    figure: Figure
    fields: tuple[str, ...]
    name: str | None
    evidence: tuple[Entity, ...]
    cost: float
    value: int | float | None
    margin: float = UNLINKED

    @property
    def start(self) -> int:
        """First offset of the figure and its categories."""
        return min(self.figure.start, *(entity.start for entity in self.evidence)) if self.evidence else self.figure.start

    @property
    def end(self) -> int:
        """Offset behind the figure, its unit and its categories."""
        return max(self.figure.unit_end, *(entity.end for entity in self.evidence)) if self.evidence else self.figure.unit_end


def link_counts(zone: Zone) -> list[Link]:
    """A link for every count of the zone, in reading order."""
    families: dict[Family, list[Figure]] = {}
    for figure in zone.mentions.counts:
        families.setdefault(figure.family, []).append(figure)
    links: list[Link] = []
    for family, figures in families.items():
        if family is Family.OTHER:
            links.extend(Link(figure, ("other",), None, (), 0.0, _value(figure)) for figure in figures)
        else:
            links.extend(_link_family(zone, family, figures))
    return _name_left(zone.folded, _name_rests(_name_timely(sorted(links, key=lambda link: link.figure.start))))


def _link_family(zone: Zone, family: Family, figures: Sequence[Figure]) -> Iterator[Link]:
    grouping = group(zone.folded, _candidates(zone, family), figures)
    groups = grouping.groups
    places: list[Category | Figure] = [*(member for one in groups for member in one.members), *figures]
    rivals = Rivals(places)
    heads = {one.start for one in groups if one.label == "REMEDY" and _is_head_of_result(one, places)}

    of_groups = [_costs(zone, one, figures, rivals, one.start in heads) for one in groups]
    costs = {figure.start: [of_group[place] for of_group in of_groups] for place, figure in enumerate(figures)}
    costs = _with_lists(costs, grouping)
    taken: dict[int, tuple[Group, float]] = {}
    for time in Time:
        of_time = [figure for figure in figures if figure.time is time]
        if not of_time:
            continue
        taken |= {f.start: (one, _LISTED) for f in of_time if (one := _compared(f, figures, groups, taken)) is not None}
        rows = [figure for figure in of_time if figure.start not in taken]
        for figure, column in zip(rows, assign([costs[figure.start] for figure in rows]), strict=True):
            if column is not None:
                taken[figure.start] = (groups[column], costs[figure.start][column])
    for figure in figures:
        linked = taken.get(figure.start) or _share_category(zone, figure, groups, taken)
        others = [cost for one, cost in zip(groups, costs[figure.start], strict=True) if linked and one is not linked[0]]
        yield _link(zone, figure, linked, _margin(linked, others))


def _margin(linked: tuple[Group, float] | None, others: Sequence[float]) -> float:
    """How much more a figure would cost elsewhere, or left alone."""
    return min([UNLINKED, *others]) - linked[1] if linked else 0.0


def _compared(figure: Figure, figures: Sequence[Figure], groups: Sequence[Group], taken: dict[int, tuple[Group, float]]) -> Group | None:
    """The group of the current figure that an earlier year's is set against (受理44件,较上年的22件上升).

    None where a category of its own stands between the year and the figure (2019年收到22件).
    """
    if figure.previous is None or any(figure.previous.end <= one.start < figure.start for one in groups):
        return None
    current = [other for other in figures if other.time is Time.CURRENT and other.end <= figure.previous.start and other.start in taken]
    return taken[current[-1].start][0] if current else None


def _name_timely(links: Sequence[Link]) -> list[Link]:
    """The links, 按时办结N件 as the total where neither a total nor a late part is stated beside it."""
    others = {field for link in links for field in link.fields} & {"requests.processed", "requests.processed.late"}
    if others:
        return list(links)
    return [replace(link, fields=("requests.processed",)) if link.fields == ("requests.processed.on_time",) else link for link in links]


def _name_rests(links: Sequence[Link]) -> list[Link]:
    """The links, the 其他 at the end of a list of other handling (逾期不补正2件, 其他1件) as a part of it."""
    out: list[Link] = []
    for link in links:
        is_rest = link.fields == _OTHER_HANDLING and any(name.startswith(_OTHER_HANDLING) for before in out for name in before.fields)
        out.append(replace(link, fields=("requests.outcome.other.other",)) if is_rest else link)
    return out


def _name_left(folded: str, links: Sequence[Link]) -> list[Link]:
    """The links, a bare 结转 right behind what was answered (13件办结,1件结转) as carried out.

    What it holds of carried in may stand between in words of its own (答复80件(含上年度转结3件),结转6件).
    """
    out: list[Link] = []
    for link in links:
        bare = link.fields == _CARRIED_IN and link.name in _BARE_CARRY
        out.append(replace(link, fields=("requests.carried_out",)) if bare and _is_left(folded, link, out) else link)
    return out


def _is_left(folded: str, link: Link, before: Sequence[Link]) -> bool:
    """Whether what was answered stands right before a link, or before what it holds of carried in."""
    last, whole = before[-1:], before[-2:-1]
    if not last or last[0].fields == _PROCESSED:
        return bool(last) and _NEXT_ITEM.fullmatch(folded, last[0].end, link.start) is not None
    held = last[0].fields == _CARRIED_IN and last[0].name not in _BARE_CARRY and whole and whole[0].fields == _PROCESSED
    if not held or _HELD.fullmatch(folded, last[0].end, link.start) is None:
        return False
    return _HOLDS.fullmatch(folded, whole[0].end, last[0].start) is not None


def _candidates(zone: Zone, family: Family) -> list[Category]:
    """The categories that a figure of the family may have; topics serve disclosure and requests."""
    return [
        category
        for category in zone.categories(family, Family.DISCLOSURE)
        if (category.family is family or (category.entity.label == "TOPIC" and family is Family.REQUEST))
        and RATES.isdisjoint(category.fields)
    ]


def _costs(zone: Zone, one: Group, figures: Sequence[Figure], rivals: Rivals, heads_result: bool) -> list[float]:
    """What it would cost each of the figures to belong to a group."""
    if not one.each and one.family is not Family.REMEDY:
        return [FORBIDDEN] * len(figures)
    heads_result = heads_result and bool(one.each)
    claimant = _claimant(zone, one.start)
    barred = {unit for unit in {figure.unit for figure in figures} if one.each and not any(fits_unit(name, unit) for name in one.each)}
    costs: list[float] = []
    for figure in figures:
        if figure.unit in barred or (heads_result and one.end > figure.start):
            costs.append(FORBIDDEN)
        else:
            claimed = claimant is not None and claimant.start >= figure.end
            cost = distance_cost(zone.breaks, one, figure, rivals) + (_CLAIMED if claimed else 0.0)
            costs.append(cost + _HEADED_RESULT if heads_result else cost)
    return costs


def _with_lists(costs: dict[int, list[float]], grouping: Grouping) -> dict[int, list[float]]:
    """The costs of all groups by figure, in which those of lists belong together, where a list has its counts first to nothing else."""
    if not grouping.pairs and not grouping.fixed:
        return costs
    return {
        figure: [
            _LISTED if grouping.lists(one.start, figure) else FORBIDDEN if grouping.parts(one.start, figure) else cost
            for one, cost in zip(grouping.groups, of_figure, strict=True)
        ]
        for figure, of_figure in costs.items()
    }


def _claimant(zone: Zone, start: int) -> Figure | None:
    """The NIL or ALL whose own the words right behind it are, and not a figure's that stands before it (45件,全部答复)."""
    words = within(zone.mentions.words, max(zone.start, start - _NEAR), start) if zone.mentions.words else ()
    return words[-1] if words and _CLAIM.fullmatch(zone.folded, words[-1].end, start) is not None else None


def _is_head_of_result(one: Group, places: Sequence[Category | Figure]) -> bool:
    """Whether a remedy stands right before a result, with no figure between (行政复议维持2件): then the result takes the figure."""
    near = [place for place in places if one.end <= place.start <= one.end + _NEAR]
    behind = min(near, key=lambda place: place.start, default=None)
    return behind is not None and behind.entity.label == "REMEDY_RESULT"


def _share_category(
    zone: Zone, figure: Figure, groups: Sequence[Group], taken: dict[int, tuple[Group, float]]
) -> tuple[Group, float] | None:
    """The group of a figure left alone that may stand beside the figure which has it.

    The unit may make it another field (培训3期、80人次), or the figure may be of another year (2021年3件,2022年5件).
    """
    before = [one for one in groups if one.end <= figure.start]
    nearest = before[-1] if before else groups[0] if groups and figure.time is not Time.CURRENT else None
    if nearest is None:
        return None
    used = any(one is nearest for one, _ in taken.values())
    if used and figure.time is Time.CURRENT and any(field_for_unit(name, figure.unit) in nearest.each for name in nearest.each):
        return None
    return nearest, zone.breaks.cost(*sorted((nearest.end, figure.start)))


def _link(zone: Zone, figure: Figure, linked: tuple[Group, float] | None, margin: float) -> Link:
    if linked is None:
        return Link(figure, (), None, (), UNLINKED, _value(figure), margin)
    one, cost = linked
    value = _value(figure)
    distributes = value == 0 or _EACH.match(zone.folded, one.end, figure.start) is not None
    fields, heads = resolve(zone, one, figure, one.each if distributes else one.together)
    entities = one.entities
    name = "".join([zone.folded[entity.start : entity.end] for entity in entities])
    return Link(figure, fields, name, entities + heads, cost, value, margin)


def resolve(zone: Zone, one: Group, figure: Figure, names: Sequence[str]) -> tuple[tuple[str, ...], tuple[Entity, ...]]:
    """Names of the record for what a group's words name, and the heads that decided.

    A result gets the remedies of which it is told, a remedy its total, a topic the list of its figure, 培训 the field of its unit.
    """
    heads: tuple[Entity, ...] = ()
    if one.label == "REMEDY":
        names = [f"{name}.total" for name in names]
    elif one.label == "REMEDY_RESULT":
        scopes, heads = scopes_of_result(zone, one.members[0], figure.basis)
        names = [f"{scope}.{name}" for scope in scopes for name in names if scope != "complaints"]
    elif one.label == "TOPIC":
        names = ["requests.by_topic" if figure.family is Family.REQUEST else "disclosure.by_topic"]
    elif figure.time is Time.CUMULATIVE:
        names = ["disclosure.cumulative" if name == "disclosure.total" else name for name in names]
    return tuple(dict.fromkeys(field_for_unit(name, figure.unit) for name in names)), heads


def named_by(category: Category, fields: tuple[str, ...], link: Link, folded: str) -> Link:
    """The link with the fields that a category gives its figure, its name, and its span first in the evidence."""
    name = folded[category.start : category.end]
    return replace(link, fields=fields, name=name, evidence=(category.entity, *link.evidence))


def further_links(zone: Zone, counts: Sequence[Link], told: Callable[[Zone, Link], tuple[Category, str] | None]) -> Iterator[Link]:
    """For each figure a link for the further field that is told of it, if it has not that field, nor what tells it a figure of its own.

    Args:
        zone: the zone.
        counts: the links of its counts.
        told: the category and the field, None where nothing is told.
    """
    found = [(link, *one) for link in counts if (one := told(zone, link)) is not None]
    taken = {entity.start for link in counts for entity in link.evidence} if found else set()
    stated = {(link.figure.start, name) for link in counts for name in link.fields} if found else set()
    for link, category, field in found:
        if category.start not in taken and (link.figure.start, field) not in stated:
            yield named_by(category, (field,), link, zone.folded)


def _value(figure: Figure) -> int | float | None:
    if figure.number is None or figure.basis is not Basis.STATED:
        return None
    return plain(in_yuan(figure.number.value, figure.unit))
