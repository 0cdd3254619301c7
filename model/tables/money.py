"""The units in which a table prints sums of money, as its headers name them: 采购总金额(单位:万元)."""

import re
from collections.abc import Mapping

_HEADERS = {"收费金额": "table2.fees.amount", "采购总金额": "table2.procurement.amount"}
_UNIT = re.compile(rf"(?P<header>{'|'.join(_HEADERS)})[\s|]*\(\s?(?:单位\s?:?\s?)?(?P<unit>[万亿]?元)\s?\)")

_SCALED = re.compile(r"\D*[\d,.]+[万亿]")


def header_units(folded: str, start: int, end: int) -> Mapping[str, str | None]:
    """The unit of each cell that holds money, where the headers in a stretch of folded text name one."""
    named = {_HEADERS[header["header"]]: header["unit"] for header in _UNIT.finditer(folded, start, end)}
    return {field: named.get(field) for field in _HEADERS.values()}


def money_unit(printed: str, of_header: str | None) -> str | None:
    """The unit of an amount without one of its own: 元 if its number is 3万, which is read as 30000, or else that of its header.

    Args:
        printed: the number and what stands around it, as signs and notes do.
        of_header: None where none is named.
    """
    return "元" if _SCALED.match(printed) else of_header
