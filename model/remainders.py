"""What is left of a total for a word that speaks of the rest of it (无法提供2件,其余均予以公开)."""

import re
from collections.abc import Sequence
from itertools import pairwise

from model.facts import Time
from model.lexicon import CHANNELS
from model.links import Link
from model.mentions import Figure
from model.remedies import REMEDIES
from model.zone import Zone

_REST = re.compile(
    r"(?P<sure>其余|剩余|余下|剩下|余者|除此[以之]外)[^,;。、\d]{0,20}$|(?P<clause>(?:其余|剩余|余下|剩下|除此[以之]外)[^,;。、\d]{0,8},)$"
    r"|(?P<maybe>其[他它]|此外|另外)[^,;。、\d]{0,8}$|(?<=[,;。(])(?P<short>[余剩])[已都也]?$"
)
"""Words for the rest before a word of their clause, or in a clause of their own (其余申请,均予以公开)."""
_IN_BRACKET = re.compile(r"\([^()。]*$")
_BRACKET_REACH = 80
_NO_BREAK = re.compile(r"[^,;。、\d]*")
_WHOLES = ("reviews.total", "litigation.total")
_GROUPS = ("requests.outcome.", "requests.by_applicant.", "requests.by_channel.", *REMEDIES, "staff.", "consultations.")


def speaks_of_rest(zone: Zone, word: Figure) -> bool:
    """Whether words for the rest stand before a word, which are no part of a category (法人和其他组织均…)."""
    rest = _REST.search(zone.folded, zone.start, word.start)
    if rest is None or rest.lastgroup is None:
        return False
    start, end = rest.span(rest.lastgroup)
    return not any(one.start < end and start < one.end for one in zone.mentions.categories)


def is_part(field: str) -> bool:
    """Whether a field is one of several that divide a total."""
    return field in CHANNELS or field.startswith(_GROUPS)


def rest_of(folded: str, total: int | float, field: str, before: Sequence[Link]) -> int | float | None:
    """A total without its parts that are stated behind it; None where none is, nothing would be left, or it is open what is a part of what.

    Args:
        folded: the text.
        total: what the rest is of.
        field: a part of it, which the rest is.
        before: the links before the word, in order.
    """
    parts: dict[int, Link] = {}
    for link in reversed(before):
        if link.figure.time is not Time.CURRENT or link.value is None:
            continue
        if any(_divides(name, field) for name in link.fields):
            parts[link.figure.start] = link
        elif link.value == total and any(_may_be_whole(name, field) for name in link.fields):
            break
    else:
        return None
    whole = [part for part in parts.values() if not _is_part_of_other(folded, part, list(parts.values()))][::-1]
    if not whole or any("其中" in folded[one.figure.end : other.figure.start] for one, other in pairwise(whole)):
        return None
    rest = total - sum(part.value or 0 for part in whole)
    return rest if rest > 0 else None


def _is_part_of_other(folded: str, part: Link, others: Sequence[Link]) -> bool:
    """Whether a figure is a part of another part: by its name, or because it stands in brackets behind it (无法提供4件(信息不存在3件))."""
    if any(one.startswith(f"{name}.") for one in part.fields for other in others for name in other.fields):
        return True
    bracket = _IN_BRACKET.search(folded, max(0, part.figure.start - _BRACKET_REACH), part.figure.start)
    return bracket is not None and any(_NO_BREAK.fullmatch(folded, other.figure.unit_end, bracket.start()) for other in others)


def _divides(name: str, field: str) -> bool:
    """Whether a field is a part of the total of which another is one, and no total above that."""
    if field.startswith(f"{name}.") or name in _WHOLES or name.endswith(".total") != field.endswith(".total"):
        return False
    if field in CHANNELS:
        return name in CHANNELS
    if field.startswith(REMEDIES) and not field.endswith(".total"):
        return name.startswith(f"{field.rpartition('.')[0]}.")
    return any(name.startswith(group) and field.startswith(group) for group in _GROUPS)


def _may_be_whole(name: str, field: str) -> bool:
    """Whether a field that is no part beside another may be their total: any but a part of something else, were it not of the requests."""
    return not is_part(name) or name.endswith(".total") or field.startswith((f"{name}.", "requests.outcome."))
