"""The cells of table 4: the results of reviews and of lawsuits, in blocks that each have a total."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from model.tables.alignment import Holds, Reading, readings
from model.tables.blocks import BLOCK, placed_in_blocks
from model.tables.orders import Order, blocks_add_up, in_order_of, printed_order
from model.tables.pieces import Piece
from model.tables.runs import Match, Run
from model.tables.table import TableCell, row_cells, row_fields, unreadable
from model.tables.told import Told, narrow


def cells_of_remedies(match: Match, runs: Sequence[Run], stated: Order | None, told: Told) -> list[TableCell]:
    """The cells of table 4: three blocks in one row, or each in a row of its own; the headers state an order of the results in them."""
    whole = _whole(runs)
    labelled = any(run.before for run in runs)
    if labelled and len(whole.pieces) <= BLOCK and sum(run is not None for run in match.runs) > 1:
        fields, rows, width = row_fields(match.form), match.runs, BLOCK
    else:
        fields, rows, width = [list(match.form.fields)], (whole,), 3 * BLOCK
    full = [run.pieces for run in rows if run and len(run.pieces) == width]
    order = printed_order(stated, [row[start : start + BLOCK] for row in full for start in range(0, width, BLOCK)])
    if order is None:
        return unreadable(match.form)
    alike = [(run, *(other for other in runs if width > BLOCK and len(other.pieces) >= width and other is not run)) for run in rows]
    holds = partial(blocks_add_up, order=order)
    found = [_of_any([run.pieces for run in same if run], width, holds) for same in alike]
    before = [tuple(in_order_of(reading, order) for reading in ways) for ways in found]
    left = narrow(before, fields, told, ())
    return [cell for row in zip(fields, rows, before, left, strict=True) for cell in row_cells(*row)]


def _of_any(rows: Sequence[Sequence[Piece]], width: int, holds: Holds) -> tuple[Reading, ...]:
    """The readings of rows of which one is meant, as of two years."""
    return tuple(reading for row in rows for reading in readings([row], width, holds, place=placed_in_blocks)[0])


def _whole(runs: Sequence[Run]) -> Run:
    """All values, however they are parted, where there are as many as cells and they add up, or no words; or else the longest run."""
    filled = tuple(piece for run in runs for piece in run.pieces if piece.end > piece.start)
    if len(filled) == 3 * BLOCK and blocks_add_up(filled):
        return replace(runs[0], pieces=filled)
    if not any(run.before for run in runs):
        return replace(runs[0], pieces=tuple(piece for run in runs for piece in run.pieces))
    return max(runs, key=lambda run: (run.printed, len(run.pieces)))
