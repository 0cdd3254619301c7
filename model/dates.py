"""Dates of a report as printed, in digits or numerals: years, and full dates in ISO form."""

import re
from datetime import date

from model.numbers import read_number

YEAR = r"(?:(?:19|20)[0-9]{2}|(?:一九|二[〇零○Oo0])[〇零○Oo0一二三四五六七八九]{2})"
"""Pattern of the years that `read_year` reads."""
IN_YEAR = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
"""Pattern of a month's or a day's number."""
FULL_DATE = rf"{YEAR}\s?年\s?{IN_YEAR}\s?月\s?{IN_YEAR}\s?日"
"""Pattern of a date with its year, as reports print it."""
_DATE = re.compile(
    rf"(?:({YEAR})\s?年)?\s?({IN_YEAR})\s?月\s?({IN_YEAR})\s?日?|((?:19|20)\d{{2}})[-./](\d{{1,2}})[-./](\d{{1,2}})",
)
_YEAR_BEFORE = re.compile(rf"({YEAR})\s?年")
_OTHER_YEAR = re.compile(r"[上前去次翌明后]一?年度?\s?\Z")

_NUMERALS = str.maketrans("〇零○Oo一二三四五六七八九", "00000123456789")


def read_year(printed: str) -> int | None:
    """The year that four digits or numerals print (2019, 二〇一九); None where they print none."""
    digits = printed.strip().translate(_NUMERALS)
    return int(digits) if re.fullmatch(r"(?:19|20)[0-9]{2}", digits) else None


def read_date(folded: str, start: int, end: int, report_year: int | None = None) -> str | None:
    """The date in `folded[start:end]` as YYYY-MM-DD; a missing year is the last one named before it in the text, or the report's.

    None where there is no date, one that no calendar has, or no year to be found; 上年12月1日 has another than the report's.
    """
    match = _DATE.search(folded[start:end])
    if match is None:
        return None
    printed, *in_year = match.group(1, 2, 3) if match.group(2) else match.group(4, 5, 6)
    year = read_year(printed) if printed else _year_before(folded, start, report_year)
    month, day = (read_number(one, 0, len(one)) for one in in_year)
    if year is None or month is None or day is None:
        return None
    try:
        return date(year, int(month.value), int(day.value)).isoformat()
    except ValueError:
        return None


def _year_before(folded: str, start: int, report_year: int | None) -> int | None:
    """The year that a date without one is of."""
    years = _YEAR_BEFORE.findall(folded, max(0, start - 60), start)
    if years:
        return read_year(years[-1])
    return None if _OTHER_YEAR.search(folded, max(0, start - 6), start) else report_year
