"""A stated rate (a share, a growth, a ratio) against the quotient that it should be."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from model.checks.figure import Figure
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

    def distance(self, stated: Figure) -> Fraction:
        """How far the stated rate lies outside."""
        return max(self.low - stated.number, stated.number - self.high, Fraction(0))

    def judged(self, stated: Figure) -> Status:
        """Pass within half a unit of the last printed digit, unsure within one, else fail; approximate figures never fail.

        The arithmetic is exact, so that no epsilon is needed: 12.5 may be printed 12 or 13.
        """
        distance, step = self.distance(stated) - stated.margin, stated.step
        if distance <= step / 2:
            return Status.PASS
        doubtful = stated.value.approximate or self.part.approximate or self.whole.approximate
        return Status.UNSURE if doubtful or distance < step else Status.FAIL


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


def best(stated: Figure, quotients: Iterable[Quotient]) -> Quotient:
    """The first quotient that the stated rate passes by, else the nearest, those that it does not fail first.

    Args:
        quotients: at least one; those behind the first that passes are not asked for.
    """
    tried: list[tuple[Quotient, Status]] = []
    for one in quotients:
        status = one.judged(stated)
        if status is Status.PASS:
            return one
        tried.append((one, status))
    return min(tried, key=lambda judged: (judged[1] is Status.FAIL, judged[0].distance(stated)))[0]


def finding(stated: Figure, compared: Quotient, formula: Phrase) -> Finding:
    """The finding on a stated rate and the quotient that the formula gives in words and figures."""
    status = compared.judged(stated)
    near = status is Status.PASS or compared.distance(stated) - stated.margin < stated.step
    words = MATCHES if status is Status.PASS else TRUNCATED if near else DIFFERS
    note = DOUBTFUL if status is Status.UNSURE and not near else NOTHING
    places = stated.decimals + MORE_DECIMALS
    digits = trimmed(fixed(compared.middle, places))
    message = words.fill(formula=formula, quotient=Phrase(digits, digits) + stated.rate_sign, stated=stated.digits) + note
    return Finding(status, message, compared.middle, stated.number)
