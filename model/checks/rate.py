"""A stated rate (a share, a growth, a ratio) against the quotient that it should be."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from model.checks.figure import Exact, Figure
from model.checks.finding import Finding
from model.checks.quantity import Quantity
from model.checks.wording import DOUBTFUL, NOTHING, Phrase, fixed, trimmed
from model.facts import Status

MORE_DECIMALS = 2
"""Digits shown of a quotient beyond those of the stated rate, so that a reader sees why it was rounded so."""

DIVIDED = Phrase("{part} ÷ {whole}", "{part} ÷ {whole}")
MATCHES = Phrase("{formula}≈{quotient},与所述{stated}相符", "{formula} ≈ {quotient}, as the stated {stated}")
TRUNCATED = Phrase(
    "{formula}≈{quotient},所述{stated}末位相差不足1,可能是截尾",
    "{formula} ≈ {quotient}; the stated {stated} is less than one unit of its last digit off and may have been truncated",
)
DIFFERS = Phrase("{formula}≈{quotient},与所述{stated}不符", "{formula} ≈ {quotient}, not the stated {stated}")


@dataclass(frozen=True, slots=True)
class Quotient:
    """What `part` ÷ `whole` makes of a rate: between `low` and `high` where figures are approximate, else both equal to `middle`."""

    low: Fraction
    middle: Fraction
    high: Fraction
    part: Quantity
    whole: Quantity

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The figures of both."""
        return (*self.part.figures, *self.whole.figures)

    def distance(self, number: Exact) -> Exact:
        """How far the number lies outside."""
        return self.low - number if number < self.low else number - self.high if number > self.high else 0


@dataclass(frozen=True, slots=True)
class Judgement:
    """The verdict on a stated rate by a quotient: it lies `off` outside, beyond its own margin."""

    quotient: Quotient
    off: Exact
    status: Status


def quotient(part: Quantity, whole: Quantity, scale: int = 100, less: int = 0) -> Quotient | None:
    """`scale` × part ÷ whole − `less`; None where the whole may be zero or below."""
    if whole.number - whole.margin <= 0:
        return None
    middle = Fraction(scale * part.number, whole.number) - less
    if not part.margin and not whole.margin:
        return Quotient(middle, middle, middle, part, whole)
    corners = [
        Fraction(scale * (part.number + over), whole.number + under) - less
        for over in {-part.margin, part.margin}
        for under in {-whole.margin, whole.margin}
    ]
    return Quotient(min(corners), middle, max(corners), part, whole)


def judged(stated: Figure, made: Quotient) -> Judgement:
    """Pass within half a unit of the last printed digit, unsure within one, else fail; approximate figures never fail.

    The arithmetic is exact, so that no epsilon is needed: 12.5 may be printed 12 or 13.
    """
    off, step = made.distance(stated.number) - stated.margin, stated.step
    if 2 * off <= step:
        return Judgement(made, off, Status.PASS)
    doubtful = stated.value.approximate or made.part.approximate or made.whole.approximate
    return Judgement(made, off, Status.UNSURE if doubtful or off < step else Status.FAIL)


def best(stated: Figure, quotients: Iterable[Quotient]) -> Judgement:
    """The verdict by the first quotient that the stated rate passes by, else by the nearest, those that it does not fail first.

    Args:
        quotients: at least one; those behind the first that passes are not asked for.
    """
    tried: list[Judgement] = []
    for made in quotients:
        one = judged(stated, made)
        if one.status is Status.PASS:
            return one
        tried.append(one)
    return min(tried, key=lambda one: (one.status is Status.FAIL, one.off))


def finding(stated: Figure, judgement: Judgement, formula: Phrase) -> Finding:
    """The finding on a stated rate by the quotient that the formula gives in words and figures."""
    status, middle = judgement.status, judgement.quotient.middle
    near = status is Status.PASS or judgement.off < stated.step
    words = MATCHES if status is Status.PASS else TRUNCATED if near else DIFFERS
    note = DOUBTFUL if status is Status.UNSURE and not near else NOTHING
    places = stated.decimals + MORE_DECIMALS
    digits = trimmed(fixed(middle, places))
    message = words.fill(formula=formula, quotient=Phrase(digits, digits) + stated.rate_sign, stated=stated.digits) + note
    return Finding(status, message, middle, stated.number)
