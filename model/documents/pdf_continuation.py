"""Tables that go on over a page's end made one."""

import re
from dataclasses import replace

from model.documents.pdf_labels import NUMBER, ORDINAL, is_whole
from model.documents.pdf_lattice import NEAR
from model.documents.pdf_tables import Table, TableCell, joined

_NUMBERED = re.compile(rf"{ORDINAL.pattern}|{NUMBER}$")
"""What a numbered label begins with, of which a page's end may cut all but the number."""
_MOST_HEADERS = 8
_LABEL_ROWS = 3
"""A cell over so many rows is a label, or one over two that begins below so many rows of headers."""


def continued(before: Table, after: Table) -> Table | None:
    """The table of both, if the second has the ruled columns of the first (or some of them, with the same ends); None if not.

    Rows of headers that are printed again are left out; a row and a label that the page's end cut are made whole.
    """
    if not (before.ruled and after.ruled and _same_columns(before.xs, after.xs)):
        return None
    after = _without_headers(after, _repeated_headers(before, after))
    if not after.rows:
        return before
    if _is_cut(before, after):
        return _joined(before, after, _seam(before, after), before.rows - 1)
    return _joined(before, after, _cut_labels(before, after), before.rows)


def with_whole_labels(table: Table) -> Table:
    """The table with blank cells under a label over several rows made part of it.

    Chromium ends such a cell too early on the page after a page's end.
    """
    last: dict[tuple[float, float], TableCell] = {}
    found: list[TableCell] = []
    for cell in sorted(table.cells, key=lambda cell: cell.row):
        columns = (round(cell.left), round(cell.right))
        above = last.get(columns)
        if above is not None and not cell.text and above.end == cell.row and above.rows >= _LABEL_ROWS:
            found.remove(above)
            found.append(replace(above, rows=above.rows + cell.rows))
        else:
            found.append(cell)
        last[columns] = found[-1]
    return replace(table, cells=tuple(found))


def _same_columns(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    many, few = (one, other) if len(one) >= len(other) else (other, one)
    ends = abs(one[0] - other[0]) <= NEAR and abs(one[-1] - other[-1]) <= NEAR
    return ends and all(any(abs(x - y) <= NEAR for y in many) for x in few)


def _repeated_headers(before: Table, after: Table) -> int:
    """How many rows at the top of the second repeat those of the first."""
    heads = [[cell for cell in table.cells if cell.row < _MOST_HEADERS] for table in (before, after)]
    found = 0
    for row in range(min(_MOST_HEADERS, before.rows - 1, after.rows)):
        one, other = ([cell for cell in head if cell.row == row] for head in heads)
        same = len(one) == len(other) and all(_same_cell(a, b) for a, b in zip(one, other, strict=True))
        if not same or not any(cell.text for cell in one):
            break
        found = row + 1
    return found if all(cell.end <= found for cell in heads[1] if cell.row < found) else 0


def _same_cell(one: TableCell, other: TableCell) -> bool:
    return one.text == other.text and one.rows == other.rows and one.beside(other)


def _without_headers(table: Table, headers: int) -> Table:
    cells = tuple(replace(cell, row=cell.row - headers) for cell in table.cells if cell.row >= headers)
    return replace(table, rows=table.rows - headers, cells=cells, open_top=table.open_top and not headers)


def _seam(before: Table, after: Table) -> list[tuple[TableCell, TableCell]]:
    """The cells that meet at the page's end, those over the same columns."""
    last = [cell for cell in before.cells if cell.end == before.rows]
    first = [cell for cell in after.cells if cell.row == 0]
    return [(one, other) for one in last for other in first if one.beside(other)]


def _is_cut(before: Table, after: Table) -> bool:
    """Whether the page's end cuts a row.

    Either no line closes it on both pages, or, as Word and LibreOffice close all rows, labels that fill their cells or are numbered go on
    in words without a number, and all that stands beside them is on one side.
    """
    seam = _seam(before, after)
    both = [(one, other) for one, other in seam if one.text and other.text]
    if len(seam) < sum(1 for cell in after.cells if cell.row == 0):
        return False
    if _cuts_numbers(both, seam):
        return True
    if any(_starts_anew(other.text) for _, other in both):
        return False
    if before.open_bottom and after.open_top:
        return True
    both = [(one, other) for one, other in both if min(one.rows, other.rows) == 1]
    rest = [pair for pair in seam if pair not in both]
    one_sided = not any(one.text for one, _ in rest) or not any(other.text for _, other in rest)
    return bool(both) and all(_may_go_on(one) for one, _ in both) and one_sided


def _may_go_on(cell: TableCell) -> bool:
    return (cell.full or _NUMBERED.match(cell.text) is not None) and not is_whole(cell.text)


def _cuts_numbers(both: list[tuple[TableCell, TableCell]], seam: list[tuple[TableCell, TableCell]]) -> bool:
    """Whether all that stands below the page's end are last digits of numbers that fill their cells, as no row is without a label."""
    last = [other for _, other in seam if other.text]
    numbers = all(one.full and _is_number(one.text) and _is_number(other.text) for one, other in both)
    return bool(both) and len(last) == len(both) and numbers


def _starts_anew(text: str) -> bool:
    return bool(ORDINAL.match(text)) or _is_number(text)


def _is_number(text: str) -> bool:
    return text.replace(",", "").replace(".", "").isdigit()


def _cut_labels(before: Table, after: Table) -> list[tuple[TableCell, TableCell]]:
    """The labels over several rows that the page's end cuts in two."""
    return [(one, other) for one, other in _seam(before, after) if _is_cut_label(one, other)]


def _is_cut_label(one: TableCell, other: TableCell) -> bool:
    if not other.text or not one.text:
        return other.rows > 1 or one.rows >= _LABEL_ROWS or (one.rows > 1 and one.row >= _LABEL_ROWS)
    return one.rows > 1 and other.rows > 1 and not _starts_anew(other.text)


def _joined(before: Table, after: Table, pairs: list[tuple[TableCell, TableCell]], shift: int) -> Table:
    """The tables one under the other; the cells of each pair become one."""
    goes_on = dict(pairs)
    taken = {other for _, other in pairs}
    kept = (_one_cell(cell, goes_on[cell], shift) if cell in goes_on else cell for cell in before.cells)
    moved = (replace(cell, row=cell.row + shift) for cell in after.cells if cell not in taken)
    xs = before.xs if len(before.xs) >= len(after.xs) else after.xs
    return replace(before, xs=xs, rows=shift + after.rows, cells=(*kept, *moved), open_bottom=after.open_bottom)


def _one_cell(one: TableCell, other: TableCell, shift: int) -> TableCell:
    return replace(one, text=joined(one.text, other.text, one.full), rows=other.end + shift - one.row, full=other.full)
