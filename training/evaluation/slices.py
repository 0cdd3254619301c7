"""Scores of parts: by layout, level, issuer and length of the text, by family and number form of the fact."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import TypeVar

from model.characters import fold
from model.facts import Fact, Kind
from model.numbers import read_number
from training.evaluation.compare import Tally, tally
from training.evaluation.documents import Document
from training.filling import GoldFact

_LENGTHS = ((100, "under 100"), (300, "100 to 299"), (1000, "300 to 999"))
Slices = dict[str, dict[str, Tally]]
AnyFact = TypeVar("AnyFact", GoldFact, Fact)


def slices(documents: Sequence[Document]) -> Slices:
    """For each way of cutting, the facts' tally of each part; parts in order of name."""
    out: Slices = {}
    for key in ("layout", "level", "issuer"):
        out[key] = _by_document(documents, partial(_key_of, key))
    out["length"] = _by_document(documents, lambda one: length_class(len(one.text)))
    out["family"] = _by_fact(documents, lambda _, fact: family_of(fact.field))
    out["number form"] = _by_fact(documents, lambda one, fact: number_form(one.text[fact.start : fact.end], fact.kind))
    return out


def _key_of(key: str, one: Document) -> str:
    return one.keys.get(key, "")


def length_class(characters: int) -> str:
    """The class of a text's length in characters."""
    return next((name for limit, name in _LENGTHS if characters < limit), "1000 and more")


def family_of(field: str) -> str:
    """The family of a field: its first part, for requests the first two (requests.outcome)."""
    parts = field.split(".")
    return ".".join(parts[:2]) if parts[0] == "requests" and len(parts) > 2 else parts[0]


def number_form(quoted: str, kind: Kind) -> str:
    """How the value of a fact is printed."""
    folded = fold(quoted)
    number = read_number(folded, 0, len(folded))
    tests = (
        ("name or date", kind in {Kind.TEXT, Kind.DATE}),
        ("by words", number is None),
        ("full width", any("０" <= one <= "９" for one in quoted)),
        ("万, 亿", "万" in folded or "亿" in folded),
        ("percent", number is not None and number.percent),
        ("separators", "," in folded),
        ("Chinese numeral", not any(one.isdigit() for one in folded)),
    )
    return next((name for name, holds in tests if holds), "plain")


def _by_document(documents: Sequence[Document], part_of: Callable[[Document], str]) -> dict[str, Tally]:
    parts: dict[str, Tally] = defaultdict(Tally)
    for one in documents:
        parts[part_of(one)] += tally(one.gold.facts, one.facts)
    return dict(sorted(parts.items()))


def _by_fact(documents: Sequence[Document], part_of: Callable[[Document, GoldFact | Fact], str]) -> dict[str, Tally]:
    parts: dict[str, Tally] = defaultdict(Tally)
    for one in documents:
        gold, found = _parted(one, one.gold.facts, part_of), _parted(one, one.facts, part_of)
        for part in gold.keys() | found.keys():
            parts[part] += tally(gold.get(part, []), found.get(part, []))
    return {part: one for part, one in sorted(parts.items()) if one != Tally()}


def _parted(one: Document, facts: Iterable[AnyFact], part_of: Callable[[Document, GoldFact | Fact], str]) -> dict[str, list[AnyFact]]:
    parts: dict[str, list[AnyFact]] = defaultdict(list)
    for fact in facts:
        parts[part_of(one, fact)].append(fact)
    return parts
