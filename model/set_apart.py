"""Counts that their own words set apart from the record: what is not counted in, averages, and fractions."""

import re
from collections.abc import Sequence
from dataclasses import replace

from model.links import Link

_NOT_COUNTED = re.compile(
    r"[^。;\n\d]{0,10}?(?:与[^,。;\d]{0,8}公开[^,。;\d]{0,4}(?:无关|没有关系)|(?:不|未)(?:计在内|计入|列入统计|纳入统计|作统计)|不在统计)"
)
_AVERAGE = re.compile(r"(?:每(?:期|篇|份|条|天|日|周|月|季|人)|单(?:篇|条|期|日)|[人日月年户]均|平均|最高|最多)[^,;。:、\d]{0,6}$")
_REACH = 14


def set_apart(folded: str, links: Sequence[Link]) -> list[Link]:
    """The links of a zone, in which such counts are of other business (行政诉讼5件与信息公开无关; 每期赠阅3500份; 公路21.3公里)."""
    apart = {link.figure.start: replace(link, fields=("other",)) for link in links if _is_apart(folded, link)}
    kept = [link for link in links if link.figure.start not in apart]
    return sorted([*kept, *apart.values()], key=lambda link: link.figure.start)


def _is_apart(folded: str, link: Link) -> bool:
    figure = link.figure
    return (
        _NOT_COUNTED.match(folded, figure.unit_end) is not None
        or _AVERAGE.search(folded, max(0, figure.start - _REACH), figure.start) is not None
        or _is_fraction(link)
    )


def _is_fraction(link: Link) -> bool:
    """Whether the value is no whole number though what is counted is one thing each; money is not counted."""
    return isinstance(link.value, float) and not link.value.is_integer() and not any(name.startswith("fees.") for name in link.fields)
