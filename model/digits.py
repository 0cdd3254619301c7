"""Digits as the encoder sees them: of a figure only its shape, so that no digit of a count can change what is tagged."""

import re

HIDDEN = "5"
"""Stands for every digit that is not shown."""

_UNIT = r"\s?(?:%|[件条宗项份次人篇个起例万亿余多])"
_YEAR = rf"(?:19|20)[0-9]{{2}}(?![.,]?[0-9])(?!{_UNIT})"
_DAY = r"[0-9]{1,2}(?=\s?[月日])"
_SHOWN = re.compile(rf"(?<![0-9.,])(?:{_YEAR}|{_DAY})")
_DIGITS = re.compile("[0-9]+")


def hide_digits(folded: str) -> str:
    """The folded text with the digits of all numbers hidden but those of years, months and days; no offset moves."""
    return _DIGITS.sub(lambda digits: digits[0] if _SHOWN.match(folded, digits.start()) else HIDDEN * len(digits[0]), folded)
