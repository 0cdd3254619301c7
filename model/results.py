"""Results told in words of the cases just counted (行政复议1件,结果为维持): the figure states the result too."""

import re
from collections.abc import Iterator, Sequence

from model.facts import Time
from model.labels import Family
from model.links import Link
from model.sentences import within
from model.zone import Zone

_SCOPES = ("reviews.total", "litigation.total", "litigation.direct.total", "litigation.after_review.total")
_REACH = 24
_BETWEEN = re.compile(r"(?!.*(?:无|没|未|不|其中|部分|[一两]?[件起宗](?!,)))[^。;、\d]*")
_LISTED = re.compile(r"[、和或与及]")


def told_results(zone: Zone, counts: Sequence[Link]) -> Iterator[Link]:
    """For each total of a remedy that is no zero a link for the one result told of it behind, if that has no figure or word of its own."""
    taken = {entity.start for link in counts for entity in link.evidence}
    remedies = zone.categories(Family.REMEDY)
    for link in counts:
        if len(link.fields) != 1 or link.fields[0] not in _SCOPES or not link.value or link.figure.time is not Time.CURRENT:
            continue
        result = next((one for one in remedies if one.start >= link.end), None)
        if result is None or result.entity.label != "REMEDY_RESULT" or len(result.fields) != 1 or result.start in taken:
            continue
        between = zone.folded[link.end : result.start]
        words = within(zone.mentions.words, link.end, result.start)
        if len(between) <= _REACH and _BETWEEN.fullmatch(between) and not words and not _LISTED.match(zone.folded, result.end):
            field = f"{link.fields[0].removesuffix('total')}{result.fields[0]}"
            name = zone.folded[result.start : result.end]
            yield Link(link.figure, (field,), name, (result.entity, *link.evidence), link.cost, link.value, link.margin)
