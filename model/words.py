"""Links of words that stand for figures: NIL makes zeros (未收到申请), ALL makes a figure equal to its total (均已答复)."""

from collections.abc import Sequence

from model.facts import Basis, Time
from model.groups import Group
from model.labels import Family
from model.links import Link, Zone, resolve
from model.mentions import Category, Figure
from model.sentences import within

_REACH = 32
_CHAIN_GAP = 22
_FIGURE_BEHIND = 5
_SHORT = 14
_TOTALS = ("requests.to_handle", "requests.received", "requests.processed")


def link_words(zone: Zone, links: Sequence[Link], earlier: Sequence[Link]) -> list[Link]:
    """Links of the zone's NIL and ALL words.

    Args:
        zone: the zone.
        links: the links of its counts.
        earlier: all links of the section before the zone, in order, in which totals are looked up.
    """
    out: list[Link] = []
    words = within(zone.mentions.words, zone.start, zone.end)
    for word in words:
        if any(0 <= link.figure.start - word.end <= _FIGURE_BEHIND for link in links):
            continue
        for category in _governed(zone, word, words):
            out.extend(_word_link(zone, word, category, [*earlier, *(link for link in links if link.figure.end <= word.start)]))
    return out


def _governed(zone: Zone, word: Figure, words: Sequence[Figure]) -> list[Category]:
    """The categories that a word speaks of: the chain behind it, else before it, else that of the heading before a bare 无."""
    stops = [figure.start for figure in (*zone.mentions.counts, *words) if figure is not word]
    behind_end = min([stop for stop in stops if stop >= word.end], default=zone.end)
    inside = within(zone.mentions.categories, zone.start, zone.end)
    behind = _chain(zone, word.end, [c for c in inside if word.end <= c.start < behind_end])
    if behind or word.basis is Basis.ALL:
        return behind
    before_start = max([stop for stop in stops if stop < word.start], default=zone.start)
    before = _chain_back(zone, word.start, [c for c in inside if before_start <= c.start and c.end <= word.start])
    if before or zone.end - zone.start > _SHORT:
        return before
    return _chain_back(zone, word.start, [head for head in zone.heads if head.end <= zone.start and zone.start - head.end <= _REACH])


def _chain(zone: Zone, start: int, categories: Sequence[Category]) -> list[Category]:
    chain: list[Category] = []
    place, reach = start, _REACH
    for category in categories:
        between = zone.folded[place : category.start]
        if len(between) > reach or "。" in between or (chain and _breaks(between, chain[-1], category)):
            break
        chain.append(category)
        place, reach = category.end, _CHAIN_GAP
    return chain


def _chain_back(zone: Zone, end: int, categories: Sequence[Category]) -> list[Category]:
    chain: list[Category] = []
    place, reach = end, _REACH
    for category in reversed(categories):
        between = zone.folded[category.end : place]
        if len(between) > reach or (chain and _breaks(between, chain[-1], category)):
            break
        chain.append(category)
        place, reach = category.start, _CHAIN_GAP
    return chain[::-1]


def _breaks(between: str, one: Category, other: Category) -> bool:
    return any(mark in between for mark in ";。\n") or ("," in between and one.family is not other.family)


def _word_link(zone: Zone, word: Figure, category: Category, before: Sequence[Link]) -> list[Link]:
    one = Group((category,))
    fields, heads = resolve(zone, one, word, one.each)
    value = 0 if word.basis is Basis.NIL else _total(category, fields, before)
    if value is None or not fields:
        return []
    name = zone.folded[category.start : category.end]
    return [Link(word, fields, name, (category.entity, *heads), 1.0, value)]


def _total(category: Category, fields: Sequence[str], before: Sequence[Link]) -> int | float | None:
    """The stated total that 均 or 全部 refers to: the last one before it that the category can be a part of."""
    if category.family is Family.REMEDY:
        wanted = tuple(name.rsplit(".", 1)[0] + ".total" for name in fields)
    elif category.family in {Family.REQUEST, Family.APPLICANT, Family.CHANNEL, Family.OUTCOME}:
        wanted = tuple(name for name in _TOTALS if name not in fields)
    else:
        return None
    current = [link for link in before if link.figure.time is Time.CURRENT and set(link.fields) & set(wanted)]
    return current[-1].value if current else None
