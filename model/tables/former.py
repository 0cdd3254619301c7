"""Which tables are those of an earlier year: headings with years stand above several of a kind."""

import re
from collections.abc import Sequence

from model.tables.regions import Region

_HEADING = re.compile(r"^[^。,;\n]{0,20}?(?<![\d与比较])(?P<year>20\d\d)\s?年(?!\s?\d)[^。,;\n]{0,20}$", re.MULTILINE)
_FARTHEST = 200
"""Characters between the heading and the first label, for the headers of columns."""


def former_regions(folded: str, regions: Sequence[Region]) -> frozenset[Region]:
    """The tables under a heading with an earlier year than another one of the same kind has."""
    years = [(region, year) for region in regions if (year := _year_above(folded, region.start)) is not None]
    latest: dict[str, int] = {}
    for region, year in years:
        latest[region.table] = max(year, latest.get(region.table, year))
    return frozenset(region for region, year in years if year < latest[region.table])


def _year_above(folded: str, start: int) -> int | None:
    """The year of the last heading that names one, closely above a table."""
    found = [int(heading["year"]) for heading in _HEADING.finditer(folded, max(0, start - _FARTHEST), start)]
    return found[-1] if found else None
