"""What was published in all since the beginning: 累计 behind 截至 and the end of a year, which no tagged word tells."""

import re
from collections.abc import Sequence
from operator import attrgetter

from model.facts import Entity
from model.labels import CATEGORIES
from model.sentences import within

_SINCE = re.compile(
    r"截[至止](?:\d{4}年)?(?:12月31日|年?底|年末),?[^,;。、\d各全本今当]{0,6}?全?[省市县区乡镇州旗]?(?P<all>累计)[^,;。、\d]{0,2}(?:公开|公布|发布)[^,;。、\d]{0,10}(?=\d)"
)


def add_sums_since(folded: str, entities: Sequence[Entity]) -> Sequence[Entity]:
    """The entities, with such a 累计 before a count of publication as PREVIOUS; not where a span holds it or a category stands before it.

    Args:
        folded: the folded text.
        entities: all its entities, in order.
    """
    found = [
        Entity("PREVIOUS", *match.span("all"), match["all"], 1.0) for match in _SINCE.finditer(folded) if _is_of_count(match, entities)
    ]
    return sorted([*entities, *found], key=attrgetter("start")) if found else entities


def _is_of_count(match: re.Match[str], entities: Sequence[Entity]) -> bool:
    before = within(entities, match.start(), match.end("all"))
    taken = any(one.label in CATEGORIES or one.end > match.start("all") for one in before)
    behind = within(entities, match.end(), match.end() + 1)
    return not taken and bool(behind) and behind[0].label == "DISCLOSURE_COUNT"
