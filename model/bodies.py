"""What one body of a region received or published, told beside the figure of the whole region: it is a part, of other business.

全县共收到申请9件,其中县政府办公室收到2件.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from model.clauses import clause_before
from model.facts import Time
from model.links import Link
from model.zone import Zone

_REGION = re.compile(r"全[国省市县区州旗盟镇乡]|各[级省市县区州旗盟镇乡]")
_BODY = re.compile(r"[省市县区州旗盟镇乡](?:人民)?政府(?:办公[厅室]|本级|本身|自身)|[省市县区州]本级|自身|本身")
_SITE = re.compile(r"[省市县区州旗盟镇乡](?:人民)?政府(?:门户)?网站")
_NAMED = re.compile(f"{_BODY.pattern}|{_SITE.pattern}")
_REACH = 40


def part_bodies(zone: Zone, links: Sequence[Link], earlier: Sequence[Link]) -> list[Link]:
    """The links of a zone, in which the figure of one body is of other business behind the greater one of its region for the same field.

    Args:
        zone: the zone.
        links: of its counts, in order.
        earlier: of the section before it, in order.
    """
    if not _NAMED.search(zone.folded, max(0, zone.start - _REACH), zone.end):
        return list(links)
    known = [*earlier, *links]
    return [replace(link, fields=("other",)) if _is_of_body(zone, link, known) else link for link in links]


def _is_of_body(zone: Zone, link: Link, known: Sequence[Link]) -> bool:
    words = clause_before(zone.folded, link.figure.start, _REACH)
    named = _BODY.search(words) or (link.fields == ("disclosure.website",) and _SITE.search(words))
    if link.value is None or link.figure.time is not Time.CURRENT or not named or _REGION.search(words):
        return False
    return any(
        _is_of_region(zone.folded, one) and (one.value or 0) > link.value and one.fields == link.fields
        for one in known
        if one.end <= link.figure.start
    )


def _is_of_region(folded: str, link: Link) -> bool:
    return link.figure.time is Time.CURRENT and _REGION.search(clause_before(folded, link.figure.start, _REACH)) is not None
