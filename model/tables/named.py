"""Rows with the name of its column before each value, as accounts of public media have them: 自然人3件,商业企业0件,…,总计3件。"""

import re

from model.tables.cells import UNITS
from model.tables.forms import FORMS, Column

_LEAST_COLUMNS = 3
"""Rows of fewer have no names in full."""
_SUFFIX = re.compile(r"(?:件数|项目数量|数量)$")


def _value(column: Column) -> str:
    """A value behind the name of its column."""
    return rf"{_SUFFIX.sub('', column.zh)}(?:件数|项目数量|数量)?[:为]?\s?[+-]?\d{{1,9}}\s?(?:{UNITS})?"


def _values(columns: tuple[Column, ...]) -> str:
    """A value behind the name of each column."""
    return r"\s?[,、;]?\s?".join(map(_value, columns))


_COLUMNS = dict.fromkeys(row.columns for form in FORMS for row in form.rows if len(row.columns) >= _LEAST_COLUMNS)
_NAMED = re.compile(rf"[:,]?\s?(?:{'|'.join(map(_values, _COLUMNS))})\s?[。;,]?")
_LAST = re.compile("|".join(dict.fromkeys(_value(columns[-1]) for columns in _COLUMNS)))
_NUMBER = re.compile(r"[+-]?\d+")


def without_names(folded: str) -> str:
    """The folded text with a tab before each value of such rows, and spaces for the names, units and marks around it."""
    return _NAMED.sub(_parted, folded) if _LAST.search(folded) else folded


def _parted(match: re.Match[str]) -> str:
    parted = list(" " * len(match.group()))
    for number in _NUMBER.finditer(match.group()):
        parted[number.start() - 1 : number.end()] = "\t" + number.group()
    return "".join(parted)
