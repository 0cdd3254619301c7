"""Dates of a report: year, month and day as printed, read to ISO form."""

import re
from datetime import date

_DATE = re.compile(r"(?:((?:19|20)\d{2})\s?年)?\s?(\d{1,2})\s?月\s?(\d{1,2})\s?日?|((?:19|20)\d{2})[-./](\d{1,2})[-./](\d{1,2})")
_YEAR_BEFORE = re.compile(r"((?:19|20)\d{2})\s?年")


def read_date(folded: str, start: int, end: int) -> str | None:
    """The date in `folded[start:end]` as YYYY-MM-DD; a missing year is the last one named before it in the text.

    None where there is no date, one that no calendar has, or no year to be found.
    """
    match = _DATE.search(folded[start:end])
    if match is None:
        return None
    year, month, day = match.group(1, 2, 3) if match.group(2) else match.group(4, 5, 6)
    if year is None:
        years = _YEAR_BEFORE.findall(folded, max(0, start - 60), start)
        if not years:
            return None
        year = years[-1]
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None
