"""Which remedy results belong to, where several heads stand before them: the one whose total they add up to.

诉讼21件,其中直接起诉13件,复议后起诉8件;维持15件,纠正6件: the results are those of all 21 lawsuits. So are those that are more than the part
named last, or that follow the two parts without a word for one of them.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from model.facts import Basis
from model.links import Link
from model.remedies import SCOPES

_SCOPE_OF = {f"{scope}.{result}": scope for scope in SCOPES for result in ("upheld", "corrected", "other", "pending")}
"""The remedy of each field of results."""
_WHOLE = "litigation"
_PARTS = ("litigation.direct", "litigation.after_review")
_ALL_ARE = re.compile(r"\d\s?[件起宗],(?:[均皆都]|全部)?[为系是属]?$")
_REACH = 8
_OF_PART = re.compile(r"其中|后者|直接|复议后|\(")


def alike(field: str) -> tuple[str, ...]:
    """The fields of the same result of all lawsuits and of each part of them, which sums tell apart; for any other field itself alone."""
    scope = _SCOPE_OF.get(field)
    if scope != _WHOLE and scope not in _PARTS:
        return (field,)
    return tuple(f"{one}{field.removeprefix(scope)}" for one in (_WHOLE, *_PARTS))


def settle_scopes(folded: str, links: Sequence[Link], earlier: Sequence[Link]) -> list[Link]:
    """The links of a zone, runs of results moved to the head whose stated total they add up to.

    A run stays where it is if it fits its own head; if no head or more than one fits, it stays unless it is of all lawsuits.

    Args:
        folded: the folded text.
        links: of the zone, in order.
        earlier: of the section before it.
    """
    out: list[Link] = []
    for scope, run in groupby(links, key=_scope):
        results = list(run)
        if scope is None:
            out.extend(results)
            continue
        totals = _totals([*earlier, *out])
        if totals.get(scope) == _added(results) or (scope not in totals and _is_of_all(folded, scope, results[0])):
            out.extend(results)
        else:
            out.extend(_moved(results, _fitting(results, totals) or (_WHOLE if _is_of_whole(folded, scope, results, out) else scope)))
    return out


def _scope(link: Link) -> str | None:
    """The remedy of a stated result, None for other links."""
    return _SCOPE_OF.get(link.fields[0]) if len(link.fields) == 1 and link.figure.basis is Basis.STATED else None


def _is_of_all(folded: str, scope: str, result: Link) -> bool:
    """Whether the part of which a result is told is told of all lawsuits (诉讼5件,均系复议后起诉)."""
    head = result.evidence[-1].start if result.evidence else 0
    return scope in _PARTS and _ALL_ARE.search(folded, max(0, head - _REACH), head) is not None


def _totals(links: Sequence[Link]) -> dict[str, int | float]:
    return {
        field.removesuffix(".total"): link.value
        for link in links
        for field in link.fields
        if field.removesuffix(".total") in SCOPES and link.value is not None
    }


def _added(results: Sequence[Link]) -> int | float:
    return sum(link.value for link in results if link.value is not None)


def _fitting(results: Sequence[Link], totals: dict[str, int | float]) -> str | None:
    """The one head whose total two or more results add up to."""
    fitting = [scope for scope, total in totals.items() if total == _added(results)]
    return fitting[0] if len(results) > 1 and len(fitting) == 1 else None


def _is_of_whole(folded: str, scope: str, results: Sequence[Link], before: Sequence[Link]) -> bool:
    """Whether results that were read as those of the part told last are of all lawsuits, whose total the zone has."""
    totals = _totals(before)
    if scope not in _PARTS or _WHOLE not in totals or not before or before[-1].fields != (f"{scope}.total",):
        return False
    if _added(results) > totals[scope]:
        return True
    enumerated = {link.fields for link in before[-2:]} == {(f"{part}.total",) for part in _PARTS}
    first = min([results[0].figure.start, *(entity.start for entity in results[0].evidence[:1])])
    return enumerated and not _OF_PART.search(folded, before[-1].end, first)


def _moved(results: Sequence[Link], scope: str) -> Iterator[Link]:
    for link in results:
        yield replace(link, fields=(f"{scope}.{link.fields[0].rpartition('.')[2]}",))
