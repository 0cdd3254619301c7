"""Results told in words of the cases just counted (行政复议1件,结果为维持): the figure states the result too."""

import re
from collections.abc import Sequence
from dataclasses import replace

from model.labels import Family
from model.links import Link, Zone
from model.mentions import Category

_REACH = 24
_BETWEEN = re.compile(r"[^。;、\d]*")
_LISTED = re.compile(r"[、和或与及]")


def tell_results(zone: Zone, counts: Sequence[Link], words: Sequence[Link]) -> list[Link]:
    """The counts of a zone, totals of remedies with the field of the one result that is told behind them and has no figure of its own."""
    taken = {entity.start for link in (*counts, *words) for entity in link.evidence}
    remedies = zone.categories(Family.REMEDY)
    return [_with_result(zone, link, remedies, taken) for link in counts]


def _with_result(zone: Zone, link: Link, remedies: Sequence[Category], taken: set[int]) -> Link:
    if len(link.fields) != 1 or not link.fields[0].endswith(".total") or link.figure.family is not Family.REMEDY or not link.value:
        return link
    scope = link.fields[0].removesuffix(".total")
    behind = next((one for one in remedies if one.start >= link.end), None)
    if behind is None or behind.entity.label != "REMEDY_RESULT" or len(behind.fields) != 1 or behind.start in taken:
        return link
    near = behind.start - link.end <= _REACH and _BETWEEN.fullmatch(zone.folded, link.end, behind.start) is not None
    if not near or _LISTED.match(zone.folded, behind.end):
        return link
    return replace(link, fields=(*link.fields, f"{scope}.{behind.fields[0]}"), evidence=(*link.evidence, behind.entity))
