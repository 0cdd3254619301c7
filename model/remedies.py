"""Of which remedy a result is told: 结果维持2件 is of the reviews or of the lawsuits by the words around it."""

import re
from collections.abc import Iterator
from itertools import takewhile

from model.context import own_remedy
from model.facts import Basis, Entity
from model.labels import Family
from model.mentions import Category, coordinated
from model.zone import Zone

SCOPES = ("reviews", "litigation", "litigation.direct", "litigation.after_review")
"""The remedies that have results, as beginnings of fields."""
REMEDIES = ("reviews.", "litigation.")
"""How the fields of reviews and lawsuits begin."""

_CLAUSE = re.compile(r"[,;。:、()\n\d]")
_CLAUSE_REACH = 10
_RESULT_REACH = 6
_PAUSE = re.compile(r"[,;:。]")


def scopes_of_result(zone: Zone, result: Category, basis: Basis) -> tuple[tuple[str, ...], tuple[Entity, ...]]:
    """The remedies of a result, as beginnings of fields, and their spans.

    In this order: those that a NIL denies the result of (未发生行政复议、行政诉讼被纠正), the one that its own clause names (诉讼均维持,
    败诉), those that an ALL gives it for (复议3件、诉讼2件,均维持), and the one that governs it from before.
    """
    denied = remedies_of_result(zone, result) if basis is Basis.NIL else []
    if len(denied) > 1:
        return _scopes(denied)
    governing = _governing(zone, result)
    own = own_remedy(_clause(zone, result))
    if own is not None and not (governing and governing.fields[0].startswith(own)):
        return (own,), ()
    told = _told(zone, result) if basis is Basis.ALL and own is None else []
    if told:
        return _scopes(told)
    return _scopes([governing]) if governing else (("reviews",), ())


def remedies_of_result(zone: Zone, result: Category) -> list[Category]:
    """The remedies, side by side, that stand right before a result ([行政复议]和[行政诉讼]被[纠正]), in order."""
    run: list[Category] = []
    for category in _before(zone, result):
        if not run:
            between = zone.folded[category.end : result.start]
            if len(between) > _RESULT_REACH or _PAUSE.search(between):
                break
        elif not coordinated(zone.folded, category, run[-1]):
            break
        run.append(category)
    return run[::-1]


def _told(zone: Zone, result: Category) -> list[Category]:
    """Two or more remedies told in the zone since the last result or semicolon, parts of lawsuits left out beside the whole; else none."""
    run = [one for one in _before(zone, result) if ";" not in zone.folded[one.end : result.start] and one.fields != ("complaints",)]
    if len(run) < 2:
        return []
    whole = any(one.fields == ("litigation",) for one in run)
    return [one for one in reversed(run) if not (whole and one.fields[0].startswith("litigation."))]


def _clause(zone: Zone, result: Category) -> str:
    """The words of a result with those of its clause before it, as far as the result before."""
    results = [one.end for one in zone.categories(Family.REMEDY) if one.entity.label == "REMEDY_RESULT" and one.end <= result.start]
    start = max([zone.start, result.start - _CLAUSE_REACH, *results[-1:]])
    return _CLAUSE.split(zone.folded[start : result.end])[-1]


def _before(zone: Zone, result: Category) -> Iterator[Category]:
    """The remedies between the last result and this one that name one field, the nearest first."""
    behind = [one for one in zone.categories(Family.REMEDY) if one.end <= result.start]
    run = takewhile(lambda one: one.entity.label == "REMEDY", reversed(behind))
    return (one for one in run if len(one.fields) == 1)


def _governing(zone: Zone, result: Category) -> Category | None:
    """The last remedy before a result in the section, else the first one behind it in the zone."""
    remedies = [head for head in zone.heads if head.entity.label == "REMEDY" and head.fields]
    before = [head for head in remedies if head.end <= result.start]
    return before[-1] if before else next((head for head in remedies if head.start >= zone.start), None)


def _scopes(remedies: list[Category]) -> tuple[tuple[str, ...], tuple[Entity, ...]]:
    return tuple(dict.fromkeys(one.fields[0] for one in remedies)), tuple(one.entity for one in remedies)
