"""Years whose figures follow in the same order: 2021年、2022年收到申请分别为188件、231件."""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from operator import attrgetter

from model.dates import read_year
from model.facts import Entity
from model.labels import FIGURES

_YEARS = {"YEAR", "PREVIOUS"}
_NEXT_YEAR = re.compile(r"年?度?\s?(?:、|,|和|与|及|以及)\s?")
_IN_TURN = re.compile(r"年?度?[^。;\n\d]{0,24}(?:分别|依次)[^。;,\n\d]{0,8}")
_NEXT_FIGURE = re.compile(r"[^。;\n\d,、和与及]{0,4}(?:、|,|和|与|及|以及)[^。;\n\d,、]{0,2}")


def years_in_turn(folded: str, entities: Sequence[Entity]) -> Mapping[int, Entity | None]:
    """The PREVIOUS of each figure, by the figure's offset, where a list of years is told to go with a list of figures in turn.

    None is the report's own year.

    Args:
        folded: the folded text.
        entities: all its entities, in order.
    """
    years = [entity for entity in entities if entity.label in _YEARS and read_year(folded[entity.start : entity.end]) is not None]
    figures = [entity for entity in entities if entity.label in FIGURES]
    out: dict[int, Entity | None] = {}
    done = 0
    while done < len(years):
        listed = _run(folded, years, done, _NEXT_YEAR)
        done += len(listed)
        end = listed[-1].end
        first = bisect_left(figures, end, key=attrgetter("start"))
        if len(listed) == 1 or first == len(figures) or _IN_TURN.fullmatch(folded, end, figures[first].start) is None:
            continue
        told = _run(folded, figures, first, _NEXT_FIGURE)
        if len(told) >= len(listed):
            out |= {figure.start: year if year.label == "PREVIOUS" else None for figure, year in zip(told, listed, strict=False)}
    return out


def _run(folded: str, entities: Sequence[Entity], first: int, joint: re.Pattern[str]) -> Sequence[Entity]:
    """The entities from the first on up to where more than a joint stands between two of them."""
    end = first + 1
    while end < len(entities) and joint.fullmatch(folded, entities[end - 1].end, entities[end].start):
        end += 1
    return entities[first:end]
