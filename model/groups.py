"""Categories side by side that share one figure: 行政复议、行政诉讼0件, 予以公开和部分公开12件."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from model.facts import Entity
from model.labels import Family
from model.mentions import Category, Figure, coordinated
from model.reasons import joint_reason

_TOGETHER: dict[frozenset[str], str] = {
    frozenset({"requests.outcome.granted", "requests.outcome.partial"}): "requests.outcome.granted_or_partial",
    frozenset({"proposals.npc", "proposals.cppcc"}): "proposals.total",
    frozenset({"staff.fulltime", "staff.parttime"}): "staff.total",
}
_NEW_MEDIA = frozenset({"disclosure.wechat", "disclosure.weibo", "disclosure.video"})
_AHEAD = re.compile(r"[^,;。:、()\n\d]{0,3}")
"""What may stand between a count and the name behind it (41件来自网上平台)."""
_REACH = 20
"""How far behind the last name of a list a mark may stand."""
_PARTED = re.compile(r"[,;。:、(]")
_STATES = tuple((f"table2.{documents}.{state}",) for documents in ("regulations", "normative_docs") for state in ("repealed", "in_force"))
"""What 废止 and 现行有效 name: of documents, which are named before (清理规范性文件,废止3件)."""
_DENIED = re.compile(r"(?:无|没有|未[^,;。:、\n\d]{0,4})$")
_DENIED_REACH = 6
_OWN_CLAUSE = re.compile(r"[^,;。:(\n]*")
_CHANNELS = _NEW_MEDIA | {"disclosure.website", "disclosure.newmedia"}


def joint_field(names: frozenset[str]) -> str | None:
    """The field of one figure for several fields together; None where the record has none."""
    if len(names) > 1 and names <= _CHANNELS:
        return "disclosure.newmedia" if names <= _NEW_MEDIA else "disclosure.total"
    return _TOGETHER.get(names) or joint_reason(names)


@dataclass(frozen=True, slots=True)
class Group:
    """One category, or several that share a figure.

    `start` is the first offset of the first member, `end` that behind the last; `each` are all fields named, for a figure that holds for
    each member (均为0件, 各2次).
    """

    members: tuple[Category, ...]
    start: int = field(init=False)
    end: int = field(init=False)
    each: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        # Asked for again with every figure, as the place of a mention.
        object.__setattr__(self, "start", self.members[0].start)
        object.__setattr__(self, "end", self.members[-1].end)
        object.__setattr__(self, "each", tuple(dict.fromkeys(name for member in self.members for name in member.fields)))

    @property
    def family(self) -> Family:
        """The family of its members."""
        return self.members[0].family

    @property
    def label(self) -> str:
        """The label of its first member."""
        return self.members[0].entity.label

    @property
    def entities(self) -> tuple[Entity, ...]:
        """The members' spans."""
        return tuple(member.entity for member in self.members)

    @property
    def together(self) -> tuple[str, ...]:
        """The fields of one figure for all members together: empty where the record has no such sum."""
        if len(self.members) == 1 or self.family is Family.REQUEST:
            return self.each
        joint = joint_field(frozenset(self.each))
        return (joint,) if joint else self.each if len(self.each) == 1 else ()


@dataclass(frozen=True, slots=True)
class Grouping:
    """The groups of a zone's categories, and the pairs of its lists as offsets of name and figure.

    `pairs` are those of respective lists (A、B分别为N、N); `fixed` has the names of lists with their counts first (N件A、N件B).
    """

    groups: tuple[Group, ...]
    pairs: frozenset[tuple[int, int]]
    fixed: Mapping[int, int]

    def lists(self, name: int, figure: int) -> bool:
        """Whether the two are a pair of a list."""
        return (name, figure) in self.pairs or self.fixed.get(figure) == name

    def parts(self, name: int, figure: int) -> bool:
        """Whether one of the two has its counts first and goes with another."""
        return self.fixed.get(figure, name) != name or (figure not in self.fixed and name in self.fixed.values())


def group(folded: str, categories: Sequence[Category], figures: Sequence[Figure]) -> Grouping:
    """Categories of one family in groups, by the figures that follow a run of categories side by side.

    As many figures as members make a list, in which each member has the figure of its own place; fewer make the run one
    group; otherwise each member stands alone.
    """
    groups: list[Group] = []
    pairs: set[tuple[int, int]] = set()
    runs = _runs(folded, categories, figures)
    for number, run in enumerate(runs):
        stop = runs[number + 1][0].start if number + 1 < len(runs) else len(folded)
        following = [figure for figure in figures if run[-1].end <= figure.start < stop] if len(run) > 1 else []
        if len(following) < len(run) > 1:
            groups.append(Group(tuple(run)))
            continue
        groups.extend(Group((category,)) for category in run)
        if len(following) == len(run):
            pairs.update((category.start, figure.start) for category, figure in zip(run, following, strict=True))
    return Grouping(tuple(groups), frozenset(pairs), _counts_first(folded, groups, figures))


def _counts_first(folded: str, groups: Sequence[Group], figures: Sequence[Figure]) -> dict[int, int]:
    """Names by their counts in lists whose counts come first (281件不掌握、29件需要另行制作): two items or more, parted by marks."""
    names: dict[int, int] = {}
    if len(groups) < 2 or len(figures) < 2:
        return names
    places: list[Group | Figure] = sorted([*groups, *figures], key=lambda place: place.start)
    run: dict[int, int] = {}
    for number, (count, name) in enumerate(pairwise(places)):
        if isinstance(name, Figure) or isinstance(count, Group):
            continue
        behind = places[number + 2].start if number + 2 < len(places) else name.end + _REACH
        opened = number == 0 or _PARTED.search(folded, places[number - 1].end, count.start)
        parted = opened and _PARTED.search(folded, name.end, behind)
        run = {**run, count.start: name.start} if parted and _AHEAD.fullmatch(folded, count.unit_end, name.start) else {}
        if len(run) > 1:
            names |= run
    return names


def _runs(folded: str, categories: Sequence[Category], figures: Sequence[Figure]) -> list[list[Category]]:
    runs: list[list[Category]] = []
    for category in categories:
        if runs and _side_by_side(folded, runs[-1][-1], category, figures):
            runs[-1].append(category)
        else:
            runs.append([category])
    return runs


def _side_by_side(folded: str, left: Category, right: Category, figures: Sequence[Figure]) -> bool:
    if left.entity.label != right.entity.label or any(left.end <= figure.start < right.start for figure in figures):
        return False
    is_state = right.fields in _STATES and left.fields not in _STATES
    return not is_state and coordinated(folded, left, right) and not _denied_before(folded, left, right, figures)


def _denied_before(folded: str, left: Category, right: Category, figures: Sequence[Figure]) -> bool:
    """Whether the left name is denied in a clause before the one in which the right has its figure (无上年结转,办结21件)."""
    if folded[left.end : right.start].strip() != "," or not _DENIED.search(folded, max(0, left.start - _DENIED_REACH), left.start):
        return False
    behind = next((figure for figure in figures if figure.start >= right.end), None)
    return behind is not None and _OWN_CLAUSE.fullmatch(folded, right.end, behind.start) is not None
