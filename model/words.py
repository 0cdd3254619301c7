"""Links of words that stand for figures: NIL makes zeros (未收到申请), ALL makes a figure equal to its total (均已答复)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from model.facts import Basis, Entity, Time
from model.groups import Group
from model.hints import settle_word
from model.labels import Family
from model.lexicon import CHANNELS
from model.links import NAMELESS, Link, resolve
from model.mentions import Category, Figure
from model.remainders import is_part, rest_of, speaks_of_rest
from model.remedies import REMEDIES, remedies_of_result
from model.request_kinds import KINDS_OF_REQUEST, of_part
from model.zone import Zone

_REACH = 32
_CHAIN_GAP = 22
_FIGURE_BEHIND = 3
_MARK = re.compile("[,;。:、\n]")
_SHORT = 14
_BESIDE = 4
_KINDS_OF_LAWSUIT = ("litigation.direct.total", "litigation.after_review.total")
_TOTALS = ("requests.to_handle", "requests.received", "requests.processed")
_EXCEPTED = re.compile(r"(?<![废删免解排消清扣])除了?(?!此[以之]外)([^。;\n]+?)(?<!对)外,?[^,;。\d]{0,12}$")
_EXCEPTED_CLAUSE = re.compile(r"(?:^|(?<=[,;:。(\n]))\s?除了?(?!此[以之]外)([^,。;\n]+),[^,;。\d]{0,12}$")
"""An exception without 外 is a clause of its own."""
_EXCEPTED_REACH = 60
_LATE = ("requests.processed.late",)
_NO_PARTS = (*NAMELESS, ("requests.carried_in",))
_GOES_ON = re.compile(r",\s?(?:以及|及|和|与|或|也|亦|并)")


@dataclass(frozen=True, slots=True)
class Stated:
    """What is stated around a word: in the section before the zone, and in the zone itself."""

    earlier: tuple[Link, ...]
    here: tuple[Link, ...]

    def last(self, names: Sequence[str], start: int) -> int | float | None:
        """The last value of one of the fields before an offset, else the first one behind it in the zone."""
        wanted = frozenset(names)
        found = [link for link in (*self.earlier, *self.here) if not wanted.isdisjoint(link.fields) and link.figure.time is Time.CURRENT]
        chosen = next((link for link in reversed(found) if link.figure.end <= start), found[0] if found else None)
        return chosen.value if chosen else None

    def total(self, field: str, start: int) -> int | float | None:
        """The total that 均 or 全部 refers to, of which the field's figure is the whole."""
        if field.startswith(REMEDIES):
            return self.last(["litigation.total" if field in _KINDS_OF_LAWSUIT else field.rsplit(".", 1)[0] + ".total"], start)
        if field.startswith("requests.outcome."):
            return self._outcome_total(field, start)
        if field.startswith(("requests.processed", "requests.carried_out")):
            return None if field == "requests.carried_out" and self._is_told_in_part(start) else self._handled(start)
        if field.startswith(KINDS_OF_REQUEST):
            return self.last(["requests.received"], start) or self.last(_TOTALS, start)
        if field.startswith(("consultations.", "staff.")):
            return self.last([field.split(".", maxsplit=1)[0] + ".total"], start)
        return self.last(["disclosure.total"], start) if field in CHANNELS else None

    def entered(self, start: int) -> int | float | None:
        """What was received, with what was carried in; None where it is not told how many were received."""
        received, carried = self.last(["requests.received"], start), self.last(["requests.carried_in"], start)
        return received if received is None or carried is None else received + carried

    def says(self, link: Link, value: int | float) -> bool:
        """Whether a figure of the zone states the value of an ALL, or stands right before it for a part of it (24件均已答复)."""
        same = [other for other in self.here if link.fields[0] in other.fields and other.figure.time is Time.CURRENT]
        return any(other.value == value or 0 <= link.figure.start - other.figure.unit_end <= _BESIDE for other in same)

    def before(self, link: Link) -> list[Link]:
        """The links whose figures stand before that of another."""
        return [one for one in (*self.earlier, *self.here) if one.figure.end <= link.figure.start]

    def is_open(self, link: Link, total: int | float) -> bool:
        """Whether a total of requests, of which an outcome is a part, may not be what was answered, for some were carried over."""
        if not link.fields[0].startswith("requests.outcome."):
            return False
        received, whole, answered, into, out = (
            self.last([f"requests.{name}"], link.figure.start)
            for name in ("received", "to_handle", "processed", "carried_in", "carried_out")
        )
        return total != answered and bool((into and total == received) or (out and total in (received, whole)))

    def denies(self, link: Link) -> bool:
        """Whether a figure before a NIL states that a field is not the zero which the NIL would make it."""
        before = [one for one in (*self.earlier, *self.here) if one.figure.end <= link.start and one.figure.time is Time.CURRENT]
        return link.figure.basis is Basis.NIL and any(one.value and set(one.fields) & set(link.fields) for one in before)

    def _outcome_total(self, field: str, start: int) -> int | float | None:
        here = [link for link in self.here if link.figure.end <= start and link.figure.family is Family.OUTCOME]
        parents = [link for link in here if any(field.startswith(name + ".") for name in link.fields)]
        if parents:
            return parents[-1].value
        children = [link.value for link in here if any(name.startswith(field + ".") for name in link.fields) and link.value is not None]
        return sum(children) if children else self.last(_TOTALS, start)

    def _is_told_in_part(self, start: int) -> bool:
        """Whether figures say that some requests were answered, or how many were carried over."""
        return bool(self.last(["requests.processed"], start)) or self.last(["requests.carried_out"], start) is not None

    def _handled(self, start: int) -> int | float | None:
        """All that was there to handle: stated as such, or received and carried in together; what was answered where some was not."""
        answered = self.last(["requests.processed"], start)
        if answered is not None and self.last(["requests.carried_out"], start):
            return answered
        whole = self.last(["requests.to_handle"], start)
        if whole is not None:
            return whole
        return self.entered(start)


def link_words(zone: Zone, links: Sequence[Link], earlier: Sequence[Link]) -> list[Link]:
    """Links of the zone's NIL and ALL words.

    Args:
        zone: the zone.
        links: the links of its counts.
        earlier: all links of the section before the zone, in order, in which totals are looked up.
    """
    out: list[Link] = []
    words = zone.mentions.words
    if not words:
        return out
    stated = Stated(tuple(earlier), tuple(links))
    for word in words:
        if any(_says_figure(zone.folded, word, link) for link in links):
            continue
        governed = [category for category in _governed(zone, word, words) if not _has_figure(category, links)]
        named: dict[str, Link] = {}
        for link in _named(zone, word, governed):
            named.setdefault(link.fields[0], link)
        settled = settle_word(word, named)
        worded = any(link.evidence for link in settled)
        kept = (link for link in settled if link.evidence or not (worded and stated.denies(link)))
        out.extend(valued for link in kept if (valued := _valued(zone, link, stated)) is not None)
    return out


def _says_figure(folded: str, word: Figure, link: Link) -> bool:
    """Whether a word only leads up to the figure right behind it in its clause (均为8件)."""
    between = folded[word.end : link.figure.start]
    return word.end <= link.figure.start and len(between) <= _FIGURE_BEHIND and not _MARK.search(between)


def _named(zone: Zone, word: Figure, governed: Sequence[Category]) -> Iterator[Link]:
    """A link for each field that the governed categories name.

    A NIL of results (未发生[行政诉讼][败诉]的情况) does not make the totals of their remedies zero.
    """
    results = [one for one in governed if one.entity.label == "REMEDY_RESULT"] if word.basis is Basis.NIL else []
    denied = {remedy.start for result in results for remedy in remedies_of_result(zone, result)}
    for category in governed:
        if category.start in denied:
            continue
        one = Group((category,))
        fields, heads = resolve(zone, one, word, one.each)
        name = zone.folded[category.start : category.end]
        for field in fields:
            # 全部按时办结 says that all were processed; how many in time is no figure of its own.
            stated = field.removesuffix(".on_time") if word.basis is Basis.ALL else field
            yield Link(word, (stated,), name, (category.entity, *heads), 1.0, None)


def _valued(zone: Zone, link: Link, stated: Stated) -> Link | None:
    """The link with its value: zero, or the total; None where no total is stated, or a figure beside the word says the same."""
    if link.figure.basis is Basis.NIL:
        return replace(link, value=0)
    total = of_part(zone, link, stated.here)
    if total is None:
        total = stated.total(link.fields[0], link.figure.start)
    value = _without_excepted(zone, link, stated, total)
    return None if value is None or stated.says(link, value) else replace(link, value=value)


def _without_excepted(zone: Zone, link: Link, stated: Stated, total: int | float | None) -> int | float | None:
    """A total without what the words before an ALL except from it (除2件撤回外,均…); None where that is not told, or may be no part of it.

    What is answered late is answered all the same; whether a total holds what was carried in is open.
    """
    start = link.figure.start
    stretch = max(zone.start, start - _EXCEPTED_REACH), start
    clause = _EXCEPTED.search(zone.folded, *stretch) or _EXCEPTED_CLAUSE.search(zone.folded, *stretch)
    if total is None:
        return None
    if clause is None:
        return _rest(zone, link, stated, total) if speaks_of_rest(zone, link.figure) else _without_carried(link, stated, total)
    excepted = [one for one in stated.here if clause.start() <= one.figure.start < clause.end(1) and one.figure.time is Time.CURRENT]
    uncounted = not excepted and not any(char.isdigit() for char in clause.group(1))
    if uncounted or (excepted and all(one.fields == _LATE for one in excepted)):
        return total
    if not excepted or any(one.value is None or one.fields in _NO_PARTS for one in excepted):
        return None
    if all(is_part(name) for one in (link, *excepted) for name in one.fields):
        told = rest_of(zone.folded, total, link.fields[0], stated.before(link))
        if told is not None:
            return told
    rest = total - sum(one.value or 0 for one in {one.figure.start: one for one in excepted}.values())
    return rest if rest > 0 else None


def _rest(zone: Zone, link: Link, stated: Stated, total: int | float) -> int | float | None:
    """What is left of a total for a word that speaks of the rest; None where that is not told."""
    if is_part(link.fields[0]):
        if stated.is_open(link, total):
            return None
        return rest_of(zone.folded, total, link.fields[0], stated.before(link))
    return None if link.fields == ("requests.carried_out",) else _without_carried(link, stated, total)


def _without_carried(link: Link, stated: Stated, total: int | float) -> int | float | None:
    """A total for what was answered, without what the sentence says was carried out where it does not say how many were answered.

    What was to be handled may be told without that already (收到50件,5件结转下年,本年需办理45件); None where it is not clear whether it is.
    """
    start = link.figure.start
    if link.fields != ("requests.processed",) or stated.last(link.fields, start) is not None:
        return total
    carried = [one.value for one in stated.here if one.fields == ("requests.carried_out",) and one.figure.time is Time.CURRENT]
    if not carried:
        return total
    if len(carried) != 1 or carried[0] is None or carried[0] >= total:
        return None
    entered = stated.entered(start)
    if entered is None or total >= entered:
        return total - carried[0]
    return total if total == entered - carried[0] else None


def _governed(zone: Zone, word: Figure, words: Sequence[Figure]) -> list[Category]:
    """The categories that a word speaks of: the chain behind it, else before it, else that of the heading before a bare 无."""
    stops = [figure.start for figure in (*zone.mentions.counts, *words) if figure is not word]
    behind_end = min([stop for stop in stops if stop >= word.end], default=zone.end)
    inside = zone.mentions.categories
    behind = _chain(zone, word.end, [c for c in inside if word.end <= c.start < behind_end])
    if word.basis is Basis.ALL or (behind and not _pauses(zone.folded[word.end : behind[0].start])):
        return behind
    before_start = max([stop for stop in stops if stop < word.start], default=zone.start)
    before = _chain_back(zone, word.start, [c for c in inside if before_start <= c.start and c.end <= word.start])
    if behind or before or zone.end - zone.start > _SHORT:
        return before or behind
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


def _pauses(between: str) -> bool:
    return any(mark in between for mark in ",;:")


def _breaks(between: str, one: Category, other: Category) -> bool:
    if any(mark in between for mark in ";。\n"):
        return True
    return "," in between and one.family is not other.family and _GOES_ON.search(between) is None


def _has_figure(category: Category, links: Sequence[Link]) -> bool:
    """Whether a figure is the category's own, not that of a result of it (均系复议后起诉,驳回4件)."""
    return any(entity.start == category.start and not _is_head(link, entity) for link in links for entity in link.evidence)


def _is_head(link: Link, entity: Entity) -> bool:
    return entity.label == "REMEDY" and link.evidence[0].label == "REMEDY_RESULT"
