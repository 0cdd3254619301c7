"""Requests carried over, told by two years: in which they came and to which they went on (2023年收到、结转至2024年才答复的37件)."""

import re

CARRIED = frozenset({"requests.carried_in", "requests.carried_out"})
"""The fields of what was carried over."""
_ON = r"(?:结转|转结|顺?延|[留转])"
_GOES_ON = re.compile(_ON)
_TO = re.compile(r"[至到入转延]\s?(\d{4}|[今本当]年)")
_CAME = r"[^,;。\d]{0,6}?(?:收|接|受理|提)[^,;。、\d]{0,10}[,、]?[^,;。、\d]{0,4}?"
_FROM = re.compile(rf"年?+度?+(?:{_CAME})?{_ON}[^,;。、\d]{{0,2}}?(?:[至到入]\s?(\d{{4}})?|(\d{{4}}))")
_CAME_BEFORE = re.compile(rf"\d{{4}}\s?年度?{_CAME}$")
_REACH = 32


def goes_on(folded: str, offset: int) -> bool:
    """Whether words of carrying over begin at an offset."""
    return _GOES_ON.match(folded, offset) is not None


def year_gone_to(words: str) -> str | None:
    """The year to which something was carried over, in digits or in words for the report's own (本年), None where none is told."""
    year = _TO.search(words)
    return year.group(1) if year else None


def came_in_a_year(folded: str, offset: int) -> bool:
    """Whether right before an offset the year is told in which requests came (2023年收到、)."""
    return _CAME_BEFORE.search(folded, max(0, offset - _REACH), offset) is not None


def is_come_from(folded: str, end: int, own: int) -> bool:
    """Whether a year is that in which what was carried over to the report's own or a later one had come.

    Args:
        folded: the folded text.
        end: where the digits of the year end.
        own: the year of the report.
    """
    carried = _FROM.match(folded, end, end + _REACH)
    to = (carried.group(1) or carried.group(2)) if carried else None
    return carried is not None and (to is None or int(to) >= own)
