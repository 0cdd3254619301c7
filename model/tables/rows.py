"""The cells of tables 2 and 3, row by row: as they stand, and as the identities of table 3 and prose leave them."""

from collections import Counter
from collections.abc import Sequence
from functools import partial

from model.tables.alignment import Reading, adds_up, displaced, ended_alike, of_years, readings, zeros_in_totals, zeros_totalled
from model.tables.glued import is_forced, is_glued
from model.tables.orders import Order, blocks_add_up, in_order_of
from model.tables.pieces import Piece
from model.tables.runs import Match
from model.tables.sums import Rows, Sum, settle, sums_of
from model.tables.table import TableCell, row_cells, row_fields
from model.tables.told import Told, narrow


def cells_by_rows(match: Match, order: Order, told: Told) -> list[TableCell]:
    """The cells of tables 2 and 3, the columns of the latter being printed in an order."""
    fields = row_fields(match.form)
    before, sums = settled(match, order) if match.form.table == "table3" else (_items(match), ())
    found = narrow(before, fields, told, sums)
    off = displaced([run.pieces if run else () for run in match.runs], _as_printed(found, order)) if sums else ()
    out: list[TableCell] = []
    for place, (names, run) in enumerate(zip(fields, match.runs, strict=True)):
        doubtful = place in match.doubtful
        cells = row_cells(names, run, *(((), ()) if doubtful else (before[place], found[place])))
        out.extend(cell._replace(inferred=True, displaced=True) if place in off else cell for cell in cells)
    return out


def _as_printed(found: Rows, order: Order) -> Rows:
    """The readings with their columns in the order in which they are printed."""
    inverse = sorted(range(len(order)), key=order.__getitem__)
    return [tuple(in_order_of(reading, tuple(inverse)) for reading in ways) for ways in found]


def settled(match: Match, order: Order) -> tuple[Rows, tuple[Sum, ...]]:
    """The readings of table 3 that its identities leave, and these; all readings and none where the identities contradict each other.

    Where they do so, no sum tells how cells that are glued or torn are to be read. A row whose label stands without values is blank, unless
    that contradicts the identities.
    """
    width = len(match.form.rows[0].columns)
    rows = [run.pieces if run and not run.mixed else () for run in match.runs]
    holds = partial(blocks_add_up, order=order)
    in_form = [tuple(in_order_of(one, order) for one in ways) for ways in ended_alike(rows, readings(rows, width, holds), holds)]
    found = zeros_totalled(zeros_in_totals(in_form))
    sums = sums_of(match.form)
    blank: Reading = (None,) * width
    is_blank = [
        run is None and named and place not in match.doubtful
        for place, (run, named) in enumerate(zip(match.runs, match.named, strict=True))
    ]
    without = [left or ((blank,) if of_blank else ()) for left, of_blank in zip(found, is_blank, strict=True)]
    left = settle(without, sums)
    if left is None:
        return [() if _needs_sums(row, ways) else ways for row, ways in zip(rows, found, strict=True)], ()
    return left, sums


def _needs_sums(row: Sequence[Piece], ways: Sequence[Reading]) -> bool:
    """Whether nothing but sums of columns can tell what stands in a row."""
    if is_glued(row, len(ways[0]) if ways else 0):
        return not is_forced(row, len(ways[0]))
    return any(piece.torn for piece in row) and not any(map(adds_up, ways))


def _items(match: Match) -> Rows:
    """The readings of the rows of table 2, which no identity joins; a row whose label stands without values is blank.

    Where rows of one width differ in their number of pieces, blank cells of them were dropped; where all have twice as many as columns,
    they are those of two years, and none is a part of a number.
    """
    widths = [len(row.columns) for row in match.form.rows]
    if all(len(run.pieces) == 2 * width for width, run in zip(widths, match.runs, strict=True) if run):
        return [
            tuple(of_years(run.pieces, width)) if run else ((None,) * width,) * named
            for width, run, named in zip(widths, match.runs, match.named, strict=True)
        ]
    counts = {(width, len(run.pieces)) for width, run in zip(widths, match.runs, strict=True) if run}
    of_width = Counter(width for width, _ in counts)
    return [
        readings([run.pieces], width, _any_way, of_width[width] > 1)[0] if run else ((None,) * width,) * named
        for width, run, named in zip(widths, match.runs, match.named, strict=True)
    ]


def _any_way(_reading: Reading) -> bool:
    return True
