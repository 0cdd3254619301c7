"""What the encoder itself reads out of a figure's company, set against what the words beside it say.

The words of a lexicon are sure where they are known and say nothing where they are not; the encoder has seen the company that
figures of each field keep, whatever the words. Where both speak the words are right far more often; so a field that words name gives
way only where the encoder finds it very unlikely and is sure of another, and a figure that no words name takes a likely one.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from model.facts import Entity, FigureEntity
from model.links import Link
from model.mentions import Figure

LIKELY = 0.6
"""From here on a hint names a figure that has no other name."""
SURE = 0.75
"""From here on a hint names a further field of a figure (受理和办结N件), or takes the place of a doubted name."""
DOUBTED = 0.02
"""Below this a name gives way to a sure hint."""


def settle(links: Sequence[Link]) -> list[Link]:
    """The links, each with the fields that words and hints together give it; what words gave is no evidence of another field."""
    return [_settled(link) for link in links]


def _settled(link: Link) -> Link:
    fields = settled_fields(link.fields, hints_of(link.figure.entity))
    if fields == link.fields:
        return link
    if set(fields) & set(link.fields):
        return replace(link, fields=fields)
    return replace(link, fields=fields, name=None, evidence=(), cost=0.0, margin=0.0)


def settle_word(word: Figure, named: Sequence[Link]) -> list[Link]:
    """The links of one NIL or ALL, a field each: those that are not doubted, and those of likely fields that none names.

    Args:
        word: the NIL or ALL.
        named: a link for each field that the categories which it governs name.
    """
    hints = hints_of(word.entity)
    if not hints:
        return list(named)
    kept = [link for link in named if hints.get(link.fields[0], 0.0) >= DOUBTED]
    known = {link.fields[0] for link in kept}
    least = SURE if kept else LIKELY
    likely = [name for name, chance in hints.items() if chance >= least and name not in known]
    return [*kept, *(Link(word, (name,), None, (), 1.0, None) for name in likely)] or list(named)


def hints_of(entity: Entity) -> Mapping[str, float]:
    """The hints of a figure, likeliest first; none where the tagger gave none."""
    return dict(entity.hints) if isinstance(entity, FigureEntity) else {}


def settled_fields(named: tuple[str, ...], hints: Mapping[str, float]) -> tuple[str, ...]:
    """The fields of a figure, from those that words name and those that are hinted at."""
    if named in {(), ("other",)}:
        return tuple(name for name, chance in hints.items() if chance >= LIKELY) or named
    kept = tuple(name for name in named if hints.get(name, 0.0) >= DOUBTED)
    sure = tuple(name for name, chance in hints.items() if chance >= SURE and name not in kept)
    if kept:
        return (*kept, *(name for name in sure if name != "other"))
    return sure or named
