"""What the encoder itself reads out of a figure's company, set against what the words beside it say.

The words of a lexicon are sure where they are known and say nothing where they are not; the encoder has seen the company that
figures of each field keep, whatever the words. Where both speak the words are right far more often; so a field that words name gives
way only where the encoder finds it very unlikely and is sure of something else, and a figure that no words name takes a likely one.
"""

from collections.abc import Container, Iterator, Mapping
from dataclasses import replace
from functools import cache

from model.carried import CARRIED
from model.facts import FigureEntity, Time
from model.lexicon import fits_unit
from model.links import NAMELESS, RATES, Link
from model.mentions import Figure
from model.tagger import LEAST_HINT

LIKELY = 0.6
"""From here on a hint names a figure that has no other name."""
SURE = 0.85
"""From here on a hint names a further field of a figure (受理和办结N件), and doubted names give way."""
BELIEVED = 0.4
"""A figure that the encoder believes less in under its name has that one or the other field, but not both."""
_BOTH_TRUE = ("requests.carried_in", "requests.processed")
"""What was carried in is processed too, so that a sure hint of the second says nothing against words for the first."""
_SINCE = ("disclosure.total", Time.CUMULATIVE)
"""The encoder does not read what moves a figure in time: with that its total is one since the beginning."""
_COST, _MARGIN = 6.0, 0.0
"""Of the link of a field that hints alone name."""


def settle(link: Link) -> list[Link]:
    """A figure's link with the fields that words and hints together give it, and one for each field that hints alone give."""
    fields = settled_fields(link.fields, hints_of(link.figure))
    if fields == link.fields:
        return [link]
    kept = tuple(name for name in fields if name in link.fields)
    hinted = [_hinted(link.figure, name, link.value) for name in fields if name not in link.fields]
    return [replace(link, fields=kept), *hinted] if kept or not hinted else hinted


def settle_change(link: Link, told: Container[str]) -> list[Link]:
    """As `settle`, but a change that words link to a figure stays with it where hints are of a field that only a word (均) tells.

    Args:
        link: of the change.
        told: the fields of the ALL words around.
    """
    settled = settle(link)
    return [link] if link.fields and any(name in told for one in settled for name in one.fields) else settled


def settle_word(word: Figure, named: Mapping[str, Link]) -> list[Link]:
    """The links of a NIL or ALL, one a field: those that words name (`named`, by field) and those of hints alone."""
    fields = settled_fields(tuple(named), hints_of(word))
    return [named.get(name) or _hinted(word, name, None) for name in fields if name != "other"]


def hints_of(figure: Figure) -> Mapping[str, float]:
    """The hints of a figure, likeliest first, but for fields that a figure of its kind cannot state; none where the tagger gave none."""
    hints: dict[str, float] = {}
    for name, chance in _hints(figure):
        hints.setdefault(name, chance)
    return hints


def chance_of(figure: Figure, field: str) -> float:
    """The chance that the hints of a figure give a field, `LEAST_HINT` where they do not have it."""
    return next((chance for name, chance in _hints(figure) if name == field), LEAST_HINT)


def _hints(figure: Figure) -> Iterator[tuple[str, float]]:
    """The hints of a figure that it can state; what is counted since the beginning may come twice, the likelier first."""
    entity = figure.entity
    for name, chance in entity.hints if isinstance(entity, FigureEntity) else ():
        if _can_state(entity.label, figure.unit, name):
            yield "disclosure.cumulative" if (name, figure.time) == _SINCE else name, chance


def settled_fields(named: tuple[str, ...], hints: Mapping[str, float]) -> tuple[str, ...]:
    """The fields of a figure, from those that words name and those that are hinted at."""
    if named in NAMELESS:
        return tuple(name for name, chance in hints.items() if chance >= LIKELY and name != "other") or named
    sure = [name for name, chance in hints.items() if chance >= SURE]
    kept = tuple(name for name in named if not sure or hints.get(name, 0.0) >= LEAST_HINT or (name, *sure) == _BOTH_TRUE)
    further = [name for name in sure if name not in kept]
    if not further or any(hints.get(name, 0.0) < BELIEVED for name in kept):
        return kept or ("other",)
    # What was carried in was not carried out: a figure has both only where words name both.
    barred = {"other", *(CARRIED if CARRIED.intersection(kept) else ())}
    return (*kept, *(name for name in further if name not in barred)) or ("other",)


def _hinted(figure: Figure, field: str, value: int | float | None) -> Link:
    """A link whose only evidence is the figure itself: what words gave is no evidence of a field that they do not name."""
    return Link(figure, (field,), None, (), _COST, value, _MARGIN)


@cache
def _can_state(label: str, unit: str | None, field: str) -> bool:
    """Whether label and unit fit a field: sums of money are fees and only they, rates are shares, persons count no press conferences."""
    if not fits_unit(field, unit):
        return False
    if label in {"NIL", "ALL"}:
        return field not in RATES
    return (label == "AMOUNT") == field.startswith("fees.") and (label == "SHARE" or field not in RATES)
