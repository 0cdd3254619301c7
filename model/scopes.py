"""Which remedy results belong to, where several heads stand before them: the one whose total they add up to.

诉讼21件,其中直接起诉13件,复议后起诉8件;维持15件,纠正6件: the results are those of all 21 lawsuits.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from model.facts import Basis
from model.links import Link
from model.remedies import SCOPES

_RESULTS = {"upheld", "corrected", "other", "pending"}


def settle_scopes(links: Sequence[Link], earlier: Sequence[Link]) -> list[Link]:
    """The links of a zone, runs of results moved to the head whose stated total they add up to.

    A run stays where it is if it fits its own head, or if no head or more than one fits.

    Args:
        links: of the zone, in order.
        earlier: of the section before it.
    """
    out: list[Link] = []
    for scope, run in groupby(links, key=_scope):
        results = list(run)
        out.extend(_moved(results, scope, {**_totals(earlier), **_totals(out)}) if scope else results)
    return out


def _scope(link: Link) -> str | None:
    """The remedy of a stated result, None for other links."""
    if len(link.fields) != 1 or link.figure.basis is not Basis.STATED:
        return None
    scope, _, result = link.fields[0].rpartition(".")
    return scope if scope in SCOPES and result in _RESULTS else None


def _totals(links: Sequence[Link]) -> dict[str, int | float]:
    return {
        field.removesuffix(".total"): link.value
        for link in links
        for field in link.fields
        if field.removesuffix(".total") in SCOPES and link.value is not None
    }


def _moved(results: Sequence[Link], scope: str, totals: dict[str, int | float]) -> Iterator[Link]:
    added = sum(link.value for link in results if link.value is not None)
    fitting = [other for other, total in totals.items() if total == added]
    if totals.get(scope) == added or len(results) < 2 or len(fitting) != 1:
        yield from results
        return
    for link in results:
        yield replace(link, fields=(f"{fitting[0]}.{link.fields[0].rpartition('.')[2]}",))
