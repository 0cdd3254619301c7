"""What the heading of a column in a free table says of the figures below it: 2015年, 上年, 数量(条), 占比, 同比增长, 单位."""

import re
from dataclasses import dataclass
from enum import StrEnum

from model.facts import Time
from model.units import UNIT_NAMES


class Measure(StrEnum):
    """What stands in the cells of a column."""

    COUNT = "count"
    SHARE = "share"
    CHANGE = "change"
    COMPARED = "compared"
    """A change that may be one in units or per cent, so that a number alone is neither."""
    UNIT = "unit"
    NOTE = "note"
    """A remark, which reads as prose."""
    ASIDE = "aside"
    """No figure of the record: the row's number in the list, a score, an aim."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column whose heading was understood."""

    measure: Measure
    time: Time = Time.CURRENT
    unit: str | None = None


_YEAR = r"(?P<year>(?:19|20)\d\d)(?:年度?)?"
_NOW = r"(?P<now>(?:[本今当]|报告)年度?|本期)"
_BEFORE = r"(?P<before>[上去前]一?年度?(?:同期)?|往年|同期|上期)"
_ALL_YEARS = r"(?P<all>历年累计|历年|累计)"
_COUNT = r"(?P<count>数量|件数|条数|次数|份数|篇数|人数|个数|数值|数据|统计数|总数|总量|数目?)"
_SHARE = r"(?P<share>(?:所占|占总数|占全部)?的?(?:比重|比例|百分比|百分率)|占比|%)"
_HEADING = re.compile(rf"(?:{_YEAR}|{_NOW}|{_BEFORE}|{_ALL_YEARS})?的?(?:{_COUNT}|{_SHARE})?(?:\((?P<unit>{UNIT_NAMES}|%)\))?")
# A fall in the heading turns the sign of what stands below, which a reader of the cell cannot see.
_CHANGE = re.compile("同比|[比较](?:上|去|前)一?年|增长|增减|增加|增幅|变化|变动|升降")
_FALL = re.compile("[^增]*(?:下降|减少|降幅)")
_PER_CENT = re.compile("[率幅%]|百分")
_DIFFERENCE = re.compile("增减|增加|变化|变动|[数量]")
_BEHIND = re.compile(rf"\(({UNIT_NAMES})\)$")
_LONGEST = 20
"""Characters of a heading."""
_NO_FIGURE = re.compile("(?P<unit>(?:计量)?单位)|(?P<note>备注|说明)|(?P<aside>序号|编号|分值|得分|权重|排名|名次|目标[值数]?|计划数)")
"""Headings of columns without figures; the groups are names of measures."""


def read_heading(words: str, own: int | None) -> Column | None:
    """The column of a heading, None where it is not understood.

    Args:
        words: folded, without white space.
        own: the year of the report; what stands under an earlier one is `previous`. None where it is not known, and no year is understood.
    """
    if len(words) > _LONGEST:
        return None
    if (other := _NO_FIGURE.fullmatch(words)) and other.lastgroup:
        return Column(Measure(other.lastgroup))
    if _CHANGE.search(words) and not _FALL.match(words):
        return _change(words)
    match = _HEADING.fullmatch(words)
    if match is None or not any(match.group("year", "now", "before", "all", "count", "share")):
        return None
    year = int(match["year"]) if match["year"] else None
    if year is not None and (own is None or year > own):
        return None
    earlier = match["before"] is not None or (year is not None and own is not None and year < own)
    measure = Measure.SHARE if match["share"] or match["unit"] == "%" else Measure.COUNT
    unit = "人" if match["count"] == "人数" else match["unit"]
    time = Time.CUMULATIVE if match["all"] else Time.PREVIOUS if earlier else Time.CURRENT
    return Column(measure, time, unit)


def _change(words: str) -> Column:
    """The column of changes with this heading."""
    if _PER_CENT.search(words):
        return Column(Measure.CHANGE, unit="%")
    unit = _BEHIND.search(words)
    if unit:
        return Column(Measure.CHANGE, unit=unit[1])
    return Column(Measure.CHANGE if _DIFFERENCE.search(words) else Measure.COMPARED)
