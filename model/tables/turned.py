"""Table 3 turned on its side: the labels of its rows stand in one line as headers, and each kind of applicant has a line of values."""

from collections.abc import Sequence
from itertools import groupby

from model.characters import cjk_of
from model.tables.forms import APPLICANTS
from model.tables.pieces import Piece
from model.tables.runs import Run

_LEAST_HEADERS = 20
"""Labels of rows on one line; a line of the upright table has three at most."""
_NAMES = [column.zh for column in APPLICANTS]


def turned(folded: str, pieces: Sequence[Piece]) -> tuple[Run, ...]:
    """The rows of such a table in the order of its headers; none where it is none, or where a line has not a value for each header.

    Lines may stand in any order, but each kind of applicant must have one.
    """
    lines = [list(line) for _, line in groupby(pieces, lambda piece: piece.line)]
    headers = next(([piece for piece in line if piece.printed is None] for line in lines if _is_header(line)), [])
    named = {
        cjk_of(folded[line[0].start : line[0].end]): line[1:] for line in lines if line[0].printed is None and len(line) > _LEAST_HEADERS
    }
    if not headers or any(name not in named for name in _NAMES):
        return ()
    columns = [named[name] for name in _NAMES]
    labels = [cjk_of(folded[piece.start : piece.end]) for piece in headers[-len(columns[0]) :]]
    if any(len(column) != len(labels) or any(piece.printed is None for piece in column) for column in columns):
        return ()
    return tuple(Run(cells, label, "", beside=True) for label, cells in zip(labels, zip(*columns, strict=True), strict=True))


def _is_header(line: Sequence[Piece]) -> bool:
    return sum(piece.printed is None for piece in line) > _LEAST_HEADERS
