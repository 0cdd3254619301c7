"""Which tables are those of an earlier year: headings with years, or with 上年 and 本年, stand above several of a kind."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from model.tables.regions import Region

_OTHER_WORDS = r"(?![^\n]*(?:结转|新收|新制|新公开|项目|数量|件数|金额|增/减|办理结果|整改|对比|相比))"
"""What a line with a year has that is no heading but a label, a header or a comparison."""
_HEADING = re.compile(
    rf"^{_OTHER_WORDS}(?:[^。,;\n]{{0,20}}?(?<![\d与比较])(?:(?P<year>20\d\d)\s?年(?!\s?\d)|(?P<earlier>上一?年|去年)|(?P<current>本年|今年))"
    r"[^。,;\n]{0,20}|[\s|(]*(?P<alone>20\d\d)[\s|)]*)[。:]?[\s|]*$",
    re.MULTILINE,
)
_FARTHEST = 200
"""Characters between the heading and the first label, for the headers of columns."""
_TITLE = re.compile(r"(?P<year>20\d\d)\s?年[^。,;\n]{0,30}信息公开[^。,;\n]{0,10}报告")
_EARLIER, _CURRENT = 0, 9999
"""Years that are named in words only."""


def former_regions(folded: str, regions: Sequence[Region]) -> frozenset[Region]:
    """The tables that are said to be of an earlier year than another one of the same kind, or right above them of the year before.

    A heading goes for one table of each kind behind it. Without one a table is of the year of the report.
    """
    title = _TITLE.search(folded)
    years = list(_years(folded, regions, int(title["year"]) if title else None))
    latest: dict[str, int] = defaultdict(int)
    for region, year, _ in years:
        latest[region.table] = max(year or 0, latest[region.table])
    return frozenset(
        region for region, year, above in years if year is not None and (year < latest[region.table] or (above and year == _EARLIER))
    )


def dated_regions(folded: str, regions: Sequence[Region]) -> frozenset[Region]:
    """The tables with a heading of their own that names a year."""
    return frozenset(region for region, _, above in _years(folded, regions, None) if above)


def _years(folded: str, regions: Sequence[Region], of_report: int | None) -> Iterator[tuple[Region, int | None, bool]]:
    """Each table with its year, None where nothing tells it, and whether its own heading does."""
    year, seen, end = of_report, set[str](), 0
    for region in regions:
        above = _year_above(folded, max(end, region.start - _FARTHEST), region.start)
        if above is not None:
            year, seen = above, set()
        elif region.table in seen:
            year, seen = of_report, set()
        seen.add(region.table)
        end = folded.rfind("\n", 0, region.end) + 1  # the digits of a year right behind a table may have been taken for a value
        yield region, year, above is not None


def _year_above(folded: str, start: int, end: int) -> int | None:
    """The year of the last heading in a stretch that names one."""
    found = list(_HEADING.finditer(folded, start, end))
    if not found:
        return None
    year = found[-1]["year"] or found[-1]["alone"]
    return int(year) if year else _EARLIER if found[-1]["earlier"] else _CURRENT
