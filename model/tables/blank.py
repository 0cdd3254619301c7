"""Tables without any value: the labels of their rows alone tell that they are there."""

import re
from collections.abc import Sequence

from model.characters import cjk_of
from model.tables.cells import CellKind
from model.tables.forms import FORMS, own_words_in, unnumbered
from model.tables.pieces import Piece
from model.tables.table import Table, TableCell

_ABOVE = 40
"""Characters before the first label that only a table has in which others of its labels stand."""
_VALUES_BEHIND = re.compile(r"(?:[\s|]*(?:20\d\d\s?年度?|[\u4e00-\u9fff]{1,4})(?=[\s|])){0,3}[\s|]+\d")
"""A number behind a table, with short words before it, which may be a value that was not taken for one."""
_CUT_OFF = re.compile(r"[\s|总计]*\Z")
"""Nothing behind a table but headers of its last columns."""


def blank_table(table: str, folded: str, pieces: Sequence[Piece]) -> Table | None:
    """A table without any value: its cells are blank if the labels of all rows stand there, and what follows has no number of theirs.

    At the end of the text nothing tells that they were not cut off.
    """
    start, end = pieces[0].start, pieces[-1].end
    words = cjk_of(folded[max(0, start - _ABOVE) : end])
    if _CUT_OFF.match(folded, end) or _VALUES_BEHIND.match(folded, end):
        return None
    whole = [form for form in FORMS if form.table == table and all(cjk_of(unnumbered(row.label)) in words for row in form.rows)]
    if not whole:
        return None
    form = max(whole, key=lambda form: own_words_in(form, words))
    # Table 4 has no labels but its headers, and these may come again on the next page, above the values.
    inferred = table == "table4" and not any(piece.printed for piece in pieces)
    return Table(table, form.layout, start, end, tuple(TableCell(field, CellKind.BLANK, inferred=inferred) for field in form.fields))
