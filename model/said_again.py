"""Figures that repeat one told before (上述50件中; 3117条之中,网站2494条): they state what it stated, whatever stands behind them.

Cases of a result, said again (上述被纠正的3件), are those of the last figure of that result which has the same value. Where none has it,
as where 3件 are 2 of reviews and 1 of lawsuits together, they state no field of the record and are `other`.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from model.facts import Time
from model.hints import SURE, hints_of
from model.labels import Family
from model.lexicon import name_fields
from model.links import NAMELESS, Link
from model.zone import Zone

_OPENING = re.compile(r"(?:^|[,;:。(\n])\s?[在对]?(上述|以上|前述|该|这)?的?\s?$")
_REACH = 8
_OF_THESE = re.compile(r"(?:之中|当中|里面?|中),")
_RESULT = re.compile(
    r"(?:上述|以上|前述|这些)(?:结果)?[被予以为]{0,2}"
    r"(维持|驳回|纠正|纠错|撤销|变更|确认违法|责令[^,;。:、\d中]{1,6}|败诉|胜诉|撤诉|终止|[尚仍]?未审结|在审)的\s?$"
)
_RESULT_REACH = 16


def said_again(zone: Zone, links: Sequence[Link], earlier: Sequence[Link]) -> list[Link]:
    """The links of a zone, in which a figure that repeats one told before has the field of that.

    It opens its clause, with 上述 before it or 之中 or 中 alone behind it; value and unit are those of the figure before.

    Args:
        zone: the zone.
        links: of its counts, in order.
        earlier: of the section before it, in order.
    """
    out: list[Link] = []
    for link in links:
        repeats = _repeats(zone.folded, link) and not _is_told_more(link)
        first = _first_told(link, [*earlier, *out]) if repeats else None
        if first is not None and (not out or out[-1].figure is not link.figure):
            out.append(replace(link, fields=first.fields, name=first.name, evidence=first.evidence))
        elif first is None:
            out.append(_result_again(zone.folded, link, [*earlier, *out]) if link.figure.family is Family.REMEDY else link)
    return out


def _result_again(folded: str, link: Link, known: Sequence[Link]) -> Link:
    """The link; where it repeats the cases of a result told before, with the field that has its value there, `other` if none has."""
    start = link.figure.start
    words = _RESULT.search(folded, max(0, start - _RESULT_REACH), start)
    (result,) = name_fields("REMEDY_RESULT", words.group(1)) if words else (None,)
    told = [one for one in known if result is not None and any(field.endswith(f".{result}") for field in one.fields)]
    if not told:
        return link
    same = [one for one in told if one.value == link.value]
    return replace(link, fields=same[-1].fields if same else ("other",))


def _repeats(folded: str, link: Link) -> bool:
    figure = link.figure
    opening = _OPENING.search(folded, max(0, figure.start - _REACH), figure.start) if figure.time is Time.CURRENT else None
    return opening is not None and (opening.group(1) is not None or _OF_THESE.match(folded, figure.unit_end) is not None)


def _is_told_more(link: Link) -> bool:
    """Whether its own words tell more of a figure said again, which the encoder is sure of (上述11件均已办结)."""
    hints = hints_of(link.figure)
    return link.fields not in NAMELESS and all(hints.get(name, 0.0) >= SURE for name in link.fields)


def _first_told(link: Link, known: Sequence[Link]) -> Link | None:
    """The last link of another figure before it, of this year, that has a field, with its value and unit."""
    others = (other for other in reversed(known) if other.figure is not link.figure)
    like = (other for other in others if (other.value, other.figure.unit) == (link.value, link.figure.unit))
    return next((other for other in like if other.figure.time is Time.CURRENT and other.fields not in NAMELESS), None)
