"""A quantity: one figure, or several added up, with the words and the places that it comes from."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from model.checks.figure import Exact, Figure, apart
from model.checks.ledger import Ledger
from model.checks.wording import NOTHING, Phrase, joined, shown

PLUS, MINUS = Phrase(" + ", " + "), Phrase(" − ", " − ")

Terms = tuple[tuple[str, int], ...]
"""Fields with their signs: +1 adds a field's count, −1 takes it away."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """Figures with their signs, added up: `number` lies within `margin` of the truth; `called` are the words for all as one thing.

    `approximate` is whether a figure is given as approximate (余, 近, 约), so that no difference proves an error.
    """

    number: Exact
    margin: Exact
    terms: tuple[tuple[Figure, int], ...]
    called: Phrase | None = None
    approximate: bool = False

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The figures without their signs."""
        return tuple(figure for figure, _ in self.terms)

    @property
    def phrase(self) -> Phrase:
        """The words for all, else for each figure with its number."""
        return self.called or signed([(figure.phrase, sign) for figure, sign in self.terms])

    @property
    def solved(self) -> Phrase:
        """The phrase with its result, where something was added up."""
        result = f" = {shown(self.number)}" if len(self.terms) > 1 else ""
        return self.phrase + Phrase(result, result)

    @property
    def of_tables(self) -> bool:
        """Whether cells of the statutory tables make it, whose scope may be another than that of prose."""
        return all(figure.field.startswith("table") for figure, _ in self.terms)

    def agrees(self, other: "Quantity") -> bool:
        """Whether the two are equal as far as approximate and rounded figures let one say."""
        return apart(self.number, other.number) <= self.margin + other.margin


def single(figure: Figure) -> Quantity:
    """The quantity that one figure is."""
    return combined([(figure, 1)])


def added(figures: Iterable[Figure]) -> Quantity:
    """The sum of the figures."""
    return combined([(figure, 1) for figure in figures])


def combined(terms: Sequence[tuple[Figure, int]]) -> Quantity:
    """The sum of the figures with their signs."""
    return Quantity(
        number=sum([sign * figure.number for figure, sign in terms]),
        margin=sum([figure.margin for figure, _ in terms]),
        terms=tuple(terms),
        approximate=any(figure.value.approximate for figure, _ in terms),
    )


def signed(terms: Sequence[tuple[Phrase, int]]) -> Phrase:
    """The phrases as a sum, those added first: A + B − C."""
    gains = joined((phrase for phrase, sign in terms if sign > 0), PLUS)
    losses = [MINUS + phrase for phrase, sign in terms if sign < 0]
    return gains + joined(losses, NOTHING) if losses else gains


def expressed(ledger: Ledger, terms: Terms) -> Quantity | None:
    """What the counts of the terms make; None where one of them is not stated."""
    stated = [(ledger.counts[field], sign) for field, sign in terms if field in ledger.counts]
    return combined(stated) if len(stated) == len(terms) else None


def all_expressed(ledger: Ledger, expressions: Iterable[Terms]) -> list[Quantity]:
    """Those of the expressions that the record states in full, in order."""
    return [quantity for terms in expressions if (quantity := expressed(ledger, terms)) is not None]


def bracketed(quantity: Quantity) -> Phrase:
    """The quantity's phrase, in brackets where it reads as a sum."""
    if quantity.called or len(quantity.terms) < 2:
        return quantity.phrase
    return Phrase("({sum})", "({sum})").fill(sum=quantity.phrase)
