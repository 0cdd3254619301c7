"""Tables that follow each other and differ, of which no heading tells whose year each is: neither is taken for this year's but by prose."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from model.characters import cjk_of
from model.tables.former import dated_regions
from model.tables.forms import FORMS, LEGAL_PERSON
from model.tables.own import contradict
from model.tables.regions import Region
from model.tables.table import Table
from model.tables.told import READINGS, Told

_HEADERS = {column.zh for form in FORMS for row in form.rows for column in row.columns} | {row.group for form in FORMS for row in form.rows}
_BETWEEN = re.compile(
    "(?:{}|[一二三四]|主动公开政府信息情况|收到和处理政府信息公开申请情况|(?:政府信息公开)?行政复议(?:和?行政诉讼)?(?:情况)?"
    "|本列数据的勾稽关系为第一项加第二项之和等于第三项加第四项之和)*+".format(
        "|".join(sorted({*map(cjk_of, _HEADERS), LEGAL_PERSON, "申请人情况"} - {""}, key=len, reverse=True))
    )
)
"""Headers and headings of sections, CJK characters alone: all that stands between two tables in a row."""


def undated_tables(folded: str, found: Sequence[tuple[Region, Table]], told: Told) -> frozenset[Table]:
    """The tables of pairs in a row that no heading dates, but for those that agree with more of prose, which are this year's.

    A table without any figure is in no doubt.

    Args:
        folded: the text of the tables.
        found: those that are of no earlier year, in order.
        told: what prose says of this year.
    """
    dated = dated_regions(folded, [region for region, _ in found])
    filled = [(table, region in dated) for region, table in found if any(cell.end for cell in table.cells)]
    return frozenset(_of_pairs(folded, filled, told))


def _of_pairs(folded: str, found: Sequence[tuple[Table, bool]], told: Told) -> Iterator[Table]:
    """The tables that are in doubt of those found, each with whether a heading dates it."""
    for (first, first_dated), (second, second_dated) in pairwise(found):
        alike = first.name == second.name and not first_dated and not second_dated
        if alike and _BETWEEN.fullmatch(cjk_of(folded[_last(first) : second.start])) and contradict(first, second):
            of_first, of_second = _agreeing(first, told), _agreeing(second, told)
            yield from () if of_first > of_second else (first,)
            yield from () if of_second > of_first else (second,)


def _last(table: Table) -> int:
    """Behind the last value of a table: a heading behind it may have been taken for a label of its next row."""
    return max(cell.end for cell in table.cells if cell.end is not None)


def _agreeing(table: Table, told: Told) -> frozenset[str]:
    """The fields of prose that cells of a table repeat."""
    values = {cell.field: cell.value for cell in table.cells if cell.value is not None}
    return frozenset(
        field
        for field, value in told.items()
        if any(values.keys() >= set(cells) and sum(values[cell] for cell in cells) == value for cells in READINGS.get(field, ((field,),)))
    )
