"""Comparing facts with the facts that an author states: what was right, missed and invented."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from model.facts import Fact
from training.filling import GoldFact

Key = tuple[object, ...]
_REPEATED = {"issuer", "year"}


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of right, missed and invented facts."""

    right: int = 0
    missed: int = 0
    invented: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(self.right + other.right, self.missed + other.missed, self.invented + other.invented)

    @property
    def precision(self) -> float:
        """Share of the facts found that are right."""
        return self.right / (self.right + self.invented) if self.right + self.invented else 0.0

    @property
    def recall(self) -> float:
        """Share of the facts stated that were found."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return 2 * self.precision * self.recall / (self.precision + self.recall) if self.right else 0.0

    def as_json(self) -> dict[str, float]:
        """Rates to four digits, and the counts."""
        rates = {"precision": round(self.precision, 4), "recall": round(self.recall, 4), "f1": round(self.f1, 4)}
        return {**rates, "right": self.right, "missed": self.missed, "invented": self.invented}


def key(fact: Fact | GoldFact, with_span: bool = False) -> Key:
    """What must agree: field, kind and value; with the place in the text too if asked."""
    value = round(fact.value, 6) if isinstance(fact.value, float) else fact.value
    return (fact.field, fact.kind, value, *((fact.start, fact.end) if with_span else ()))


def verdicts_on(found: Sequence[Fact], gold: Iterable[GoldFact]) -> list[bool]:
    """For each fact whether it is right: field, kind, value and place; of whose report it is and of which year at any place.

    Name and year are repeated all over a report, and authors label the places that state them.
    """
    gold = list(gold)
    placed, anywhere = {key(fact, with_span=True) for fact in gold}, {key(fact) for fact in gold if fact.field in _REPEATED}
    return [key(fact, with_span=True) in placed or key(fact) in anywhere for fact in found]


def is_core(field: str) -> bool:
    """Whether a field is of the record's core: not a figure of other business, nor a row of a free list."""
    return field not in {"other", "disclosure.by_topic", "requests.by_topic"}


def differences(
    gold: Iterable[GoldFact], found: Sequence[Fact], with_span: bool = False
) -> tuple[Counter[Key], Counter[Key], Counter[Key]]:
    """Right, missed and invented facts of the core; a fact told twice counts once, unless places are compared."""
    stated = Counter({key(fact, with_span) for fact in gold if is_core(fact.field)})
    read = Counter({key(fact, with_span) for fact in found if is_core(fact.field)})
    return stated & read, stated - read, read - stated


def tally(gold: Iterable[GoldFact], found: Sequence[Fact], with_span: bool = False) -> Tally:
    """The sizes of `differences`."""
    right, missed, invented = differences(gold, found, with_span)
    return Tally(right.total(), missed.total(), invented.total())
