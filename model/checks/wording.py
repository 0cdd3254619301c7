"""Wording in Chinese and English at once, so that the two messages of a check cannot drift apart."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from model.names import NAMES

SHOWN_DECIMALS = 4


@dataclass(frozen=True, slots=True)
class Phrase:
    """The same words in both languages."""

    zh: str
    en: str

    def __add__(self, other: "Phrase") -> "Phrase":
        return Phrase(self.zh + other.zh, self.en + other.en)

    def fill(self, **words: "Phrase | str") -> "Phrase":
        """The phrase with its `{places}` filled in."""
        return Phrase(
            self.zh.format(**{place: word if isinstance(word, str) else word.zh for place, word in words.items()}),
            self.en.format(**{place: word if isinstance(word, str) else word.en for place, word in words.items()}),
        )


NOTHING = Phrase("", "")
AGREES = Phrase("{left},与{right}一致", "{left}, which agrees with {right}")
NEARLY = Phrase("{left},与{right}在约数或舍入的误差内一致", "{left}, which agrees with {right} as far as rounded figures can")
DIFFERS = Phrase("{left},与{right}不一致,相差{gap}", "{left}, which does not agree with {right}: {gap} apart")
PARTIAL = Phrase(";所列可能不全", "; the list may be incomplete")
DOUBTFUL = Phrase(";含约数,不能断定", "; approximate figures decide nothing")


def joined(phrases: Iterable[Phrase], between: Phrase) -> Phrase:
    """The phrases in one, with `between` between them."""
    listed = list(phrases)
    return Phrase(between.zh.join([phrase.zh for phrase in listed]), between.en.join([phrase.en for phrase in listed]))


def names(fields: Iterable[str]) -> Phrase:
    """The fields' names in a list."""
    return joined((name(field) for field in fields), Phrase("、", ", "))


@cache
def name(field: str) -> Phrase:
    """The field's name in `model.names`; KeyError where there is no such field."""
    return Phrase(NAMES[field].zh, NAMES[field].en)


def shown(number: int | Fraction) -> str:
    """The number in plain decimal digits, at most four after the point."""
    return str(number) if isinstance(number, int) else trimmed(fixed(number, SHOWN_DECIMALS))


def trimmed(digits: str) -> str:
    """The digits without noughts at the end of their fraction."""
    return digits.rstrip("0").rstrip(".") if "." in digits else digits


def fixed(number: int | Fraction, places: int) -> str:
    """The number with exactly so many digits after the point, halves away from zero as reports round them."""
    digits = (2 * abs(number.numerator) * 10**places + number.denominator) // (2 * number.denominator)
    padded = str(digits).zfill(places + 1)
    whole, fraction = padded[: len(padded) - places], padded[len(padded) - places :]
    return ("-" if number < 0 and digits else "") + whole + ("." + fraction if places else "")
