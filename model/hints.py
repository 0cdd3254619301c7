"""What the encoder itself reads out of a figure's company, set against what the words beside it say.

The words of a lexicon are sure where they are known and say nothing where they are not; the encoder has seen the company that
figures of each field keep, whatever the words. A field that both give is kept, one that the encoder finds very unlikely gives way
to a likely one, and a figure that no words name takes a likely one.
"""

from collections.abc import Sequence
from dataclasses import replace

from model.facts import Entity, FigureEntity
from model.links import Link

LIKELY = 0.5
"""From here on a hint names a figure that has no other name."""
SURE = 0.8
"""From here on a hint names a further field of a figure (受理和办结N件)."""
DOUBTED = 0.1
"""Below this a name gives way to a likely hint."""


def settle(links: Sequence[Link]) -> list[Link]:
    """The links, each with the fields that words and hints together give it."""
    return [_settled(link) for link in links]


def _settled(link: Link) -> Link:
    fields = settled_fields(link.fields, hints_of(link.figure.entity))
    return link if fields == link.fields else replace(link, fields=fields)


def hints_of(entity: Entity) -> tuple[tuple[str, float], ...]:
    """The hints of a figure; none where the tagger gave none."""
    return entity.hints if isinstance(entity, FigureEntity) else ()


def settled_fields(named: tuple[str, ...], hints: tuple[tuple[str, float], ...]) -> tuple[str, ...]:
    """The fields of a figure, from those that words name and those that are hinted at."""
    likely = tuple(name for name, chance in hints if chance >= LIKELY)
    chances = dict(hints)
    kept = tuple(name for name in named if name != "other" and chances.get(name, 0.0) >= DOUBTED)
    if kept:
        return (*kept, *(name for name in likely if chances[name] >= SURE and name not in (*kept, "other")))
    return likely or named
