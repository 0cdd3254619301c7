"""Years in prose: the report's own is no earlier time and an earlier one is, whichever of the two the tagger read them as.

而2014年有3件 tells of 2014 in the report of 2015, though the year stands as the report's own would; 2015年 does not there. 上一年度曾有1件
tells of the year before though no year is tagged there.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from operator import attrgetter

from model.carried import is_come_from
from model.dates import read_year
from model.facts import Entity
from model.labels import BY_NAME

_REACH = 24
_REASONS = tuple(
    (re.compile(rf"(?:{before})对?(?:[我本该].)?\s?$"), re.compile(behind))
    for before, behind in (
        (r"因|由于|鉴于|针对", r"[^,;。\d]*?(?:引[发起]|导致|招致|提[起出])"),
        (r"由|[处办]理|办[结完]|应对|审[理结]", r"年?+度?+的?+[^,;。\d]{2,}?(?:引[发起]|导致|招致)"),
    )
)
"""What stands before and behind the year of a reason; 由 and verbs of handling say so only where a cause is named behind it."""
_REASON_REACH = 8
_TELLS = re.compile(r"年?+度?+(?!\d{1,2}月)[^。;增减升降涨多少高低翻]*")
"""What may stand between a year and its figure: neither the rest of a date nor a word of direction, whose change is one to this year."""

_YEAR_BEFORE = re.compile(
    r"[上前去](?<=[,;:。(\n].)一?年度?(?:同期)?"
    r"(?=(?:曾|发生|[仅只则也共]?有(?![关所]))[^,;。\n转留延遗]*(?:[,;。\n]|$))"
)
"""The words for the year before at the head of a clause that says what there was then, and carries nothing over."""


def add_years_before(folded: str, entities: Sequence[Entity]) -> Sequence[Entity]:
    """The entities, with 上年, 上一年度, 去年 as PREVIOUS where they open a clause on what there was then; not where a span touches them.

    Args:
        folded: the folded text.
        entities: all its entities, in order.
    """
    found = [Entity("PREVIOUS", *match.span(), match.group(), 1.0) for match in _YEAR_BEFORE.finditer(folded)]
    added = [year for year in found if not any(one.start < year.end and year.start < one.end for one in entities)]
    return sorted([*entities, *added], key=attrgetter("start")) if added else entities


def settle_years(folded: str, entities: Sequence[Entity], own: int | None) -> Sequence[Entity]:
    """The entities, bare years before the report's own as PREVIOUS where they tell of a figure, others as YEAR.

    Others are its own, those of reasons, and those in which came what was carried over to its own or a later one.

    Args:
        folded: the folded text.
        entities: all its entities, in order.
        own: the year of the report; None where it is not known, and nothing is changed.
    """
    if own is None:
        return entities
    figures = [entity for entity in entities if BY_NAME[entity.label].states]
    return [_settled(folded, entity, own, figures) if entity.label in {"YEAR", "PREVIOUS"} else entity for entity in entities]


def _settled(folded: str, entity: Entity, own: int, figures: Sequence[Entity]) -> Entity:
    year = read_year(folded[entity.start : entity.end])
    if year is None:
        return entity
    if year == own or _is_of_reason(folded, entity) or is_come_from(folded, entity.end, own):
        return replace(entity, label="YEAR")
    if entity.label == "YEAR" and year < own and _tells(folded, entity, figures):
        return replace(entity, label="PREVIOUS")
    return entity


def _is_of_reason(folded: str, year: Entity) -> bool:
    """Whether a year is that of what brought something about (因2023年申请引发行政复议2件), and says nothing of when that came."""
    return any(
        before.search(folded, max(0, year.start - _REASON_REACH), year.start) and behind.match(folded, year.end, year.end + _REACH)
        for before, behind in _REASONS
    )


def _tells(folded: str, year: Entity, figures: Sequence[Entity]) -> bool:
    """Whether a figure, or a word that stands for one, follows a year closely and is no change."""
    first = bisect_left(figures, year.end, key=attrgetter("start"))
    if first == len(figures) or figures[first].label == "CHANGE" or figures[first].start - year.end > _REACH:
        return False
    return _TELLS.fullmatch(folded, year.end, figures[first].start) is not None
