"""Marked-up statements as text, entities and the facts that they state, for tests that need no trained model."""

import random

from model.assembly import assemble
from model.characters import fold
from model.facts import Entity, Fact, Kind
from model.pages import prose_text
from training.filling import GoldFact, gold_facts, with_units
from training.markup import parse_template, render
from training.slots import Draw

Stated = tuple[str, Kind, int | float | str | None, str]


def marked(markup: str) -> tuple[str, tuple[Entity, ...], list[GoldFact]]:
    """Text, entities and stated facts of `[收到|REQUEST_EVENT]申请[3|REQUEST_COUNT=requests.received]件`, without slots."""
    text, spans = render(parse_template(markup), str)
    facts = [fact for span in spans for fact in gold_facts(text, span, Draw({}, random.Random(0), {}))]
    entities = [Entity(span.label, span.start, span.end, text[span.start : span.end], 1.0) for span in with_units(text, spans)]
    return text, tuple(sorted(entities, key=lambda entity: entity.start)), facts


def read(markup: str) -> tuple[Fact, ...]:
    """The facts that assembly reads in a marked-up text."""
    text, entities, _ = marked(markup)
    return assemble(text, prose_text(text), entities)


def found(markup: str) -> list[Stated]:
    """What assembly reads, as (field, kind, value, time), sorted."""
    return sorted(((fact.field, fact.kind, fact.value, str(fact.time)) for fact in read(markup)), key=str)


def stated(markup: str) -> list[Stated]:
    """What the mark-up itself says should be read."""
    return sorted(((fact.field, fact.kind, fact.value, fact.time) for fact in marked(markup)[2]), key=str)


def folded(markup: str) -> str:
    """The folded text of a marked-up statement."""
    return fold(marked(markup)[0])
