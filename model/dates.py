"""Dates of a report as printed: years, and full dates in ISO form."""

import re
from datetime import date

_DATE = re.compile(r"(?:((?:19|20)\d{2})\s?年)?\s?(\d{1,2})\s?月\s?(\d{1,2})\s?日?|((?:19|20)\d{2})[-./](\d{1,2})[-./](\d{1,2})")
_YEAR_BEFORE = re.compile(r"((?:19|20)\d{2})\s?年")
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
    year, month, day = match.group(1, 2, 3) if match.group(2) else match.group(4, 5, 6)
    if year is None:
        years = _YEAR_BEFORE.findall(folded, max(0, start - 60), start)
        year = years[-1] if years else None if _OTHER_YEAR.search(folded, max(0, start - 6), start) else report_year
        if year is None:
            return None
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None
