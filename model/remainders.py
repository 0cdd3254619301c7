"""What is left of a total for a word that speaks of the rest of it (无法提供2件,其余均予以公开)."""

import re
from collections.abc import Sequence
from itertools import pairwise

from model.facts import Time
from model.lexicon import CHANNELS
from model.links import Link
from model.mentions import Figure
from model.zone import Zone

_REST = re.compile(r"(其余|剩余|余下|剩下|其[他它]|余者|[余剩](?=[均皆都全已悉])|(?:除此[以之]外|此外|另外))[^,;。、\d]{0,8}$")
_IN_BRACKET = re.compile(r"\([^()。]*$")
_BRACKET_REACH = 80
_GROUPS = ("requests.outcome.", "requests.by_applicant.", "requests.by_channel.", "reviews.", "litigation.", "staff.", "consultations.")


def speaks_of_rest(zone: Zone, word: Figure) -> bool:
    """Whether words for the rest stand before a word of its clause, which are no part of a category (法人和其他组织均…)."""
    rest = _REST.search(zone.folded, zone.start, word.start)
    return rest is not None and not any(one.start < rest.end(1) and rest.start() < one.end for one in zone.mentions.categories)


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
        elif link.value == total:
            break
    else:
        return None
    names = [name for part in parts.values() for name in part.fields]
    whole = [part for part in parts.values() if not _is_part_of(folded, part, names)][::-1]
    if not whole or any("其中" in folded[one.figure.end : other.figure.start] for one, other in pairwise(whole)):
        return None
    rest = total - sum(part.value or 0 for part in whole)
    return rest if rest > 0 else None


def _is_part_of(folded: str, part: Link, names: Sequence[str]) -> bool:
    """Whether a figure is a part of another part: by its name, or because it stands in brackets (无法提供4件(信息不存在3件))."""
    bracket = _IN_BRACKET.search(folded, max(0, part.figure.start - _BRACKET_REACH), part.figure.start)
    return bracket is not None or any(one.startswith(f"{name}.") for one in part.fields for name in names)


def _divides(name: str, field: str) -> bool:
    """Whether a field is a part of the total of which another is one, and no total above that."""
    if name.endswith(".total") or field.startswith(f"{name}."):
        return False
    if field in CHANNELS:
        return name in CHANNELS
    return any(name.startswith(group) and field.startswith(group) for group in _GROUPS)
