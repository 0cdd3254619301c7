"""The one reader of numbers: digits with separators, 万 and 亿 (1亿2千万), percentages, tenths (六成), Chinese numerals, approximations.

All functions take folded text (`model.characters.fold`), in which full-width digits and marks are ASCII already.
"""

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from itertools import islice
from math import prod

import cn2an

from model.units import UNIT_NAMES

GAP = r"(?: {1,2}|[^\S\n]?\n[^\S\n]*)"
"""What may part a number from its 万, 亿 or %: two spaces, or one end of a line."""

# A digit first: what cannot begin is passed over far sooner so.
_DIGITS = r"\d(?:\d{0,2}(?:,\d{3})+(?!\d)|\d*)(?:\.\d+)?"
_THOUSANDS = r"(?:千(?:\d百)?|百)"
_SCALE = rf"[余多]?{_THOUSANDS}?[余多]?[万亿]亿?"
# Behind a gap 万 may begin a word of its own: 12 万宁市.
_FAR_SCALE = rf"{GAP}{_SCALE}(?=\s*[余多]?\s?(?:{UNIT_NAMES}|以上|左右|上下|[^\w\s]|\Z))"
# What is told of a number below its 亿 and its 万: 1亿2千万, 1亿2345万, 1万5千, 3万2345.
_LOWER = rf"(?:(?<=亿)\d{{1,4}}{_THOUSANDS}?[余多]?万)?(?:(?<=万)(?:\d{_THOUSANDS}|\d{{4}}(?![\d,.]|\s?年)))?"
_ARABIC = re.compile(rf"({_DIGITS})((?:{_SCALE}|{_FAR_SCALE}){_LOWER}|{_THOUSANDS}(?!分))?({GAP}?%)?")
_CHINESE = re.compile(
    r"(百分之)?((?:[零〇一二两三四五六七八九十百千万亿廿]|(?<=[一二两三四五六七八九十百千])[余多](?=[万亿]))+"
    r"(?:点[零〇一二三四五六七八九]+[百千]?[万亿]*)?)"
)
_DECIMAL = re.compile(r"(.+点[^百千万亿]+)([百千万亿]*)")
_SILENT = re.compile(r"[,余多\s]")
"""What stands in a number and does not change its value."""
_TENTHS = re.compile(r"([\d一二两三四五六七八九十])成([一二三四五六七八九])?")
_SCALES = {"百": 100, "千": 1_000, "万": 10_000, "亿": 100_000_000}
_LARGEST = 10**18
_BEFORE = re.compile(r"(?:(?<![最附])近|(?<![预节签合履违邀续])约|超|逾|突破|不足)[过达为有]?\s?$")
_AFTER = re.compile(rf"\s?(?:余|多(?!次元)|来(?=[个条件次万])|(?:{UNIT_NAMES})?\s?(?:以上(?!述)|左右|上下(?!级)))")


@dataclass(frozen=True, slots=True)
class Number:
    """A number in the text: `value` with its 万 or 亿 multiplied out; a percentage 86.56% has the value 86.56, 六成 has 60.

    The exponent of `value` is that of the last digit that is told, as `decimal` has it: −2 of 86.56, 1 of 六成.
    """

    start: int
    end: int
    value: Decimal
    percent: bool
    approximate: bool

    @property
    def plain(self) -> int | float:
        """The value as JSON holds it."""
        return plain(self.value)


def plain(value: Decimal) -> int | float:
    """A value as JSON holds it: an integer wherever it is whole."""
    return int(value) if value == value.to_integral_value() else float(value)


def number_spans(folded: str) -> list[tuple[int, int]]:
    """The places of all numbers written with digits, in order, as `find_numbers` has them."""
    return [match.span() for match in _ARABIC.finditer(folded)]


def find_numbers(folded: str) -> list[Number]:
    """All numbers written with digits, in order; the digits of a number never cross a space."""
    return [_from_match(folded, match, 0) for match in _ARABIC.finditer(folded)]


def read_number(folded: str, start: int, end: int) -> Number | None:
    """The first number in `folded[start:end]`, Chinese numerals too; None where there is none, or one that counts nothing on earth.

    Spaces inside the stretch are passed over, so that a number torn by a page break is read as one.
    """
    number = _read(folded, start, end)
    return number if number is not None and number.value < _LARGEST else None


def _read(folded: str, start: int, end: int) -> Number | None:
    stretch = folded[start:end]
    if stretch.isascii() and stretch.isdigit():  # as most are
        return Number(start, end, Decimal(stretch), False, _is_approximate(folded, start, end))
    tenths = _TENTHS.search(stretch)
    if tenths is not None:
        return _read_tenths(folded, start, tenths)
    match = _ARABIC.search(stretch)
    if match is not None:
        parts = stretch[match.start() :].split()
        joined = _ARABIC.match("".join(parts)) if len(parts) > 1 else None
        if joined is not None and len(joined.group(1)) > len(match.group(1)):
            first = start + match.start()
            last = _behind(folded, first, len(joined.group()))
            return _number(joined, first, last, _is_approximate(folded, first, last))
        return _from_match(folded, match, start)
    return _read_chinese(folded, start, stretch)


def _behind(folded: str, start: int, count: int) -> int:
    """The offset behind so many characters that are no spaces."""
    places = (place for place in range(start, len(folded)) if not folded[place].isspace())
    return next(islice(places, count - 1, None)) + 1


def _from_match(folded: str, match: re.Match[str], base: int) -> Number:
    start, end = base + match.start(), base + match.end()
    return _number(match, start, end, _is_approximate(folded, start, end))


def _number(match: re.Match[str], start: int, end: int, approximate: bool) -> Number:
    digits, scale, percent = match.groups()
    value = _scaled(_SILENT.sub("", digits + scale)) if scale else Decimal(digits.replace(",", ""))
    return Number(start, end, value, percent is not None, approximate or _is_rounded(scale or ""))


def _scaled(printed: str) -> Decimal:
    """The value of digits with scales: what stands before the largest scale times that, and what stands behind it."""
    scale = max(_SCALES.keys() & set(printed), key=_SCALES.__getitem__, default=None)
    if scale is None:
        return Decimal(printed)
    before, _, after = printed.rpartition(scale)
    return _scaled(before) * _SCALES[scale] + (_scaled(after) if after else 0)


def _is_rounded(printed: str) -> bool:
    """Whether 余 or 多 stands inside a number (80余万)."""
    return "余" in printed or "多" in printed


def _is_approximate(folded: str, start: int, end: int) -> bool:
    before = folded[max(0, start - 5) : start]
    return _BEFORE.search(before) is not None or _AFTER.match(folded, end) is not None


def _read_tenths(folded: str, base: int, match: re.Match[str]) -> Number:
    tenths, hundredths = (int(cn2an.cn2an(digit, "smart")) if digit else None for digit in match.groups())
    assert tenths is not None
    value = Decimal(tenths).scaleb(1) if hundredths is None else Decimal(10 * tenths + hundredths)
    start, end = base + match.start(), base + match.end()
    return Number(start, end, value, True, _is_approximate(folded, start, end))


@lru_cache(maxsize=1024)
def _value_of(numerals: str) -> Decimal | None:
    """The value of Chinese numerals; None where they make no number."""
    decimal = _DECIMAL.fullmatch(numerals)
    digits, scales = decimal.groups() if decimal else (numerals, "")
    try:
        value = Decimal(str(cn2an.cn2an(digits, "smart")))
    except (ValueError, InvalidOperation):
        return None
    return value * prod(_SCALES[scale] for scale in scales)


def _read_chinese(folded: str, start: int, stretch: str) -> Number | None:
    match = _CHINESE.search(stretch)
    value = None if match is None else Decimal(100) if match.group() == "百分之百" else _value_of(_SILENT.sub("", match.group(2)))
    if match is None or value is None:
        return None
    first, last = start + match.start(), start + match.end()
    approximate = _is_rounded(match.group(2)) or _is_approximate(folded, first, last)
    return Number(first, last, value, match.group(1) is not None, approximate)
