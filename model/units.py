"""The list of units: what follows a figure and says what is counted."""

import re
from decimal import Decimal

UNITS: tuple[str, ...] = (
    *("万元", "亿元", "元", "人民币"),
    *("人次", "条次", "件次", "份次", "场次", "批次", "期次", "户次", "次数", "篇次", "例次", "起次"),
    *("PV", "IP", "UV", "pv", "字"),
    *"件条宗起份例个次项篇期场人名家位部册本张封户处幅块段则批笔通组类台辆套种所班天页版辑集节卷间门案支座亩吨倍",
    *("公里", "平方米", "宗次", "人份"),
)

# A line end is passed over only before units that begin no other word (本年, 部门 …).
_AFTER_LINE_END = "件|条|宗|起|份|例|次|项|篇|期|场|人次|万元|元"
UNIT_NAMES = "|".join(sorted(UNITS, key=len, reverse=True))
"""Pattern of the units, the longest first."""
_UNIT = re.compile(rf"(?: ?[余多]? ?|\s *(?={_AFTER_LINE_END}))({UNIT_NAMES})")

YUAN = {"元": 1, "万元": 10_000, "亿元": 100_000_000}
"""Units of money, in yuan."""
MONEY = frozenset({*YUAN, "人民币"})
COUNTING = frozenset(UNITS) - {"倍"}
"""The units that say what is counted, money too."""


def in_yuan(value: Decimal, unit: str | None) -> Decimal:
    """A value with its unit, money in yuan; what is counted in other units stays as it is."""
    return value * YUAN[unit] if unit in YUAN else value


def find_unit(folded: str, end: int) -> tuple[int, int] | None:
    """The span of the unit right behind a figure that ends at `end`; None where there is none.

    A space, a line end, 余 and 多 may stand between them and are no part of the unit.
    """
    match = _UNIT.match(folded, end)
    return match.span(1) if match else None
