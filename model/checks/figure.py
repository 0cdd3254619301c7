"""A figure of the record as the checks see it: an exact number, the words for it and how far it can be trusted."""

import re
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cached_property, lru_cache

from model.characters import fold
from model.checks.wording import NOTHING, Phrase, fixed, name, shown
from model.facts import Kind, Operand
from model.record import Figures, Mention, Record, Value

LIMIT = 10**15
"""No report counts as far; larger values are slips of reading, and floats no longer hold them exactly."""

MAX_DECIMALS = 10

Exact = int | Fraction
"""A number without rounding: whole ones are integers wherever they can be, which are far quicker."""

ABOUT = Phrase("约", "about ")
PERCENT = Phrase("%", "%")
TIMES = Phrase("倍", " times")

SCALED = re.compile(r"\d\s*([万亿])")
SCALES = {"万": 10**4, "亿": 10**8}

KINDS = {
    "count": Kind.COUNT,
    "previous": Kind.COUNT,
    "cumulative": Kind.COUNT,
    "share": Kind.SHARE,
    "growth": Kind.CHANGE,
    "increase": Kind.CHANGE,
    "ratio": Kind.RATIO,
    "amount": Kind.AMOUNT,
}
"""The kind of the values in each slot of `Figures`."""


@dataclass(frozen=True)
class Figure:
    """One stated number: `field` and `kind` say of what, `name` in words; `value` is what the record holds.

    `printed` are the digits after the point as printed, 0 where that is not known.
    """

    field: str
    kind: Kind
    name: Phrase
    number: Exact
    value: Mention
    printed: int

    @property
    def margin(self) -> Exact:
        """How far the true number may lie away.

        One unit of the last significant digit of an approximate figure (900万余: a million), half a unit of the last
        printed digit of one in 万 or 亿 (1392万: 5000), else 0.
        """
        if self.value.approximate:
            return power_of_ten(exponent(self.value.value))
        text = self.value.text or ""
        scale = None if text.isdecimal() else SCALED.search(fold(text))
        return SCALES[scale.group(1)] * power_of_ten(-self.decimals) / 2 if scale else 0

    @property
    def step(self) -> Fraction:
        """One unit of the last printed digit: 0.01 of 49.50%; ten of 六成, and of a growth of 1.4倍, which is read as 140%."""
        step = power_of_ten(1 if (self.value.text or "").endswith("成") else -self.decimals)
        return 100 * step if self.kind is Kind.CHANGE and self.value.unit == "%" and "倍" in (self.value.text or "") else step

    @cached_property
    def decimals(self) -> int:
        """Digits after the point, as printed or, where the value was entered by hand, as many as it needs."""
        needed = max(0, -exponent(self.value.value))
        return min(max(self.printed, needed), MAX_DECIMALS)

    @cached_property
    def phrase(self) -> Phrase:
        """Name and number: 新收申请3392."""
        digits = self.digits
        return Phrase(f"{self.name.zh}{digits.zh}", f"{self.name.en} {digits.en}")

    @property
    def digits(self) -> Phrase:
        """The number as it is printed: 49.50%, 1.5倍, 约900."""
        about, sign = ABOUT if self.value.approximate else NOTHING, self.rate_sign
        digits = fixed(self.number, self.decimals) if sign.zh else shown(self.number)
        return Phrase(f"{about.zh}{digits}{sign.zh}", f"{about.en}{digits}{sign.en}")

    @property
    def rate_sign(self) -> Phrase:
        """The sign of a rate, % or 倍; empty for counts."""
        if self.kind is Kind.SHARE or (self.kind is Kind.CHANGE and self.value.unit == "%"):
            return PERCENT
        return TIMES if self.kind is Kind.RATIO or self.value.unit == "倍" else NOTHING

    @cached_property
    def operand(self) -> Operand:
        """The figure with its place in the text."""
        assert not isinstance(self.value.value, str)
        return Operand(self.field, self.kind, self.value.value, self.value.text, self.value.start, self.value.end)


def exact(value: object) -> Exact | None:
    """The number that the value's decimal digits say; None for words, infinities and beyond `LIMIT`."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not -LIMIT < value < LIMIT:
        return None
    return value if isinstance(value, int) else Fraction(Decimal(str(value)))


def apart(one: Exact, other: Exact) -> Exact:
    """How far two numbers are from each other."""
    return one - other if one > other else other - one


def exponent(value: float | str) -> int:
    """The power of ten of the last significant digit: 4 of 7870000, −2 of 0.25, 0 of zero."""
    number = Decimal(str(value)).normalize()
    return int(number.as_tuple().exponent) if number else 0


@lru_cache(maxsize=64)
def power_of_ten(power: int) -> Fraction:
    """10 to the power, exact for negative powers too."""
    return Fraction(10) ** power


def read(field: str, slot: str, figures: Figures | None, called: Phrase | None = None) -> Figure | None:
    """The figure in a slot of `figures`; None where nothing, or no number, is stated there.

    Args:
        called: the words for it, where they are not those of the field.
    """
    value: Value | None = getattr(figures, slot) if figures else None
    return figure_of(field, slot, value, called) if value else None


def figure_of(field: str, slot: str, value: Value, called: Phrase | None = None) -> Figure | None:
    """The figure that a value in a slot makes; None where it is no number."""
    number = exact(value.value)
    return None if number is None else Figure(field, KINDS[slot], called or name(field), number, value, value.decimals or 0)


def is_blank(record: Record, field: str) -> bool:
    """Whether the field's cell was printed without a number, or cannot be anything but blank or zero."""
    cell = record.cells.get(field)
    return cell is not None and (cell.kind.is_empty or (bool(cell.candidates) and not any(cell.candidates)))
