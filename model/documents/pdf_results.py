"""Table 4 without lines whose values are all blank: its header alone tells that it is there."""

from collections import Counter
from collections.abc import Sequence
from itertools import islice

from model.documents.pdf_labels import bare
from model.documents.pdf_lines import Line
from model.documents.pdf_tables import Table, TableCell
from model.documents.pdf_words import is_value, parts_of
from model.tables.forms import Layout, form

_FORM = form("table4", Layout.OF_2021)
_RESULTS = [column.zh for row in _FORM.rows for column in row.columns]
_ROWS = [
    list(dict.fromkeys(row.group or row.label for row in _FORM.rows)),
    [row.label for row in _FORM.rows if row.group],
    _RESULTS,
    [""] * len(_RESULTS),
]
"""The table as it is printed, each header where its columns begin."""
_HEADER = Counter(character for row in _ROWS for text in row for character in text)


def with_blank_results(items: Sequence[Line | Table]) -> list[Line | Table]:
    """What a page holds, with lines that are the header of table 4, and words without values below it, made a table of blank cells.

    However narrow columns break the header, its lines hold the characters of the form's and no others. At a page's end its values may
    stand on the next page.
    """
    found: list[Line | Table] = []
    place = 0
    while place < len(items):
        header = _header(items, place)
        if header and _is_prose(items[place + len(header) : place + len(header) + 1]):
            found.append(_table(header))
            place += len(header)
        else:
            found.append(items[place])
            place += 1
    return found


def _header(items: Sequence[Line | Table], start: int) -> list[Line]:
    """The lines of the header that begins at a place, none where it does not."""
    left = Counter(_HEADER)
    lines: list[Line] = []
    for item in islice(items, start, None):
        if not isinstance(item, Line) or not Counter(bare(item.text)) <= left:
            break
        left -= Counter(bare(item.text))
        lines.append(item)
    return [] if left else lines


def _is_prose(following: Sequence[Line | Table]) -> bool:
    """Whether words alone follow."""
    return any(isinstance(item, Line) and not any(map(is_value, parts_of(item))) for item in following)


def _table(header: Sequence[Line]) -> Table:
    left, right = min(line.left for line in header), max(line.right for line in header)
    cells = tuple(TableCell(text, number, 1, left, right) for number, row in enumerate(_ROWS) for text in row)
    return Table(header[0].baseline - header[0].size, header[-1].baseline, (left, right), len(_ROWS), cells, ruled=False)
