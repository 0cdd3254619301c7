"""Years whose figures follow in the same order: 2021年、2022年收到申请分别为188件、231件."""

import re
from collections.abc import Mapping, Sequence

from model.dates import read_year
from model.facts import Entity
from model.labels import BY_NAME, Role

_YEARS = {"YEAR", "PREVIOUS"}
_NEXT_YEAR = re.compile(r"年?度?\s?(?:、|,|和|与|及|以及)\s?")
_IN_TURN = re.compile(r"年?度?[^。;\n\d]{0,24}(?:分别|依次)[^。;,\n\d]{0,8}")
_NEXT_FIGURE = re.compile(r"[^。;\n\d,、和与及]{0,4}(?:、|,|和|与|及|以及)[^。;\n\d,、]{0,2}")


def years_in_turn(folded: str, entities: Sequence[Entity]) -> Mapping[int, Entity]:
    """The year of each figure, by the figure's offset, where a list of years is told to go with a list of figures in turn.

    Args:
        folded: the folded text.
        entities: all of it, in order.
    """
    years = [entity for entity in entities if entity.label in _YEARS and read_year(folded[entity.start : entity.end]) is not None]
    figures = [entity for entity in entities if BY_NAME[entity.label].role is Role.FIGURE]
    out: dict[int, Entity] = {}
    for listed in _runs(folded, years, _NEXT_YEAR):
        behind = [figure for figure in figures if figure.start >= listed[-1].end] if len(listed) > 1 else []
        if not behind or _IN_TURN.fullmatch(folded, listed[-1].end, behind[0].start) is None:
            continue
        told = _runs(folded, behind, _NEXT_FIGURE)[0]
        if len(told) >= len(listed):
            out |= {figure.start: year for figure, year in zip(told, listed, strict=False)}
    return out


def _runs(folded: str, entities: Sequence[Entity], joint: re.Pattern[str]) -> list[list[Entity]]:
    """The entities in runs within which nothing but a joint stands between two of them."""
    runs: list[list[Entity]] = []
    for entity in entities:
        if runs and joint.fullmatch(folded, runs[-1][-1].end, entity.start):
            runs[-1].append(entity)
        else:
            runs.append([entity])
    return runs
