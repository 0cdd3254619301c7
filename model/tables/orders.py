"""The order in which table 4 prints its results: as its headers say, or else as the sums of its blocks do."""

import re
from collections.abc import Sequence

from model.characters import cjk_of
from model.tables.alignment import Reading, adds_up, value_of
from model.tables.forms import RESULTS

Order = tuple[int, ...]
"""Of each column of the form the place in a block at which it is printed."""

AS_IN_THE_FORM: Order = tuple(range(len(RESULTS)))
_TOTAL_FIRST: Order = (*AS_IN_THE_FORM[1:], 0)
_NAMES = [column.zh for column in RESULTS]
_NAME = re.compile("|".join(_NAMES))
_FIRST_NAME = re.compile(rf"{_NAMES[-1]}[\s|]*$")
_A_HABIT = 2
"""So many blocks show, against the form or a header, in which order they are, or that it is not known."""


def header_order(folded: str, start: int, end: int) -> Order | None:
    """The order of the headers in a stretch, or of those of each block if they are all alike; None where they are not whole.

    The total, which other tables have too, may stand right before the stretch.
    """
    first = _FIRST_NAME.search(folded, max(0, start - 20), start)
    names = _NAME.findall(cjk_of(folded[first.start() if first else start : end]))
    size = len(_NAMES)
    blocks = {tuple(names[place : place + size]) for place in range(0, len(names), size)}
    block = blocks.pop() if len(blocks) == 1 else ()
    return tuple(block.index(name) for name in _NAMES) if sorted(block) == sorted(_NAMES) else None


def printed_order(stated: Order | None, blocks: Sequence[Reading]) -> Order | None:
    """The order that headers state, unless several sums speak against it, or else that which the sums show; None where neither tells.

    Args:
        stated: the order of the headers, None where these are lost.
        blocks: the full blocks, as they are printed.
    """
    filled = [block for block in blocks if any(map(value_of, block))]
    if stated:
        other = max(_fitting(filled, order) for order in (AS_IN_THE_FORM, _TOTAL_FIRST))
        return None if other >= _A_HABIT and not _fitting(filled, stated) else stated
    last = sum(adds_up(block) and not adds_up(in_order_of(block, _TOTAL_FIRST)) for block in filled)
    first = sum(adds_up(in_order_of(block, _TOTAL_FIRST)) and not adds_up(block) for block in filled)
    if first >= _A_HABIT and not last:
        return _TOTAL_FIRST
    neither = sum(not adds_up(block) for block in filled) - first
    in_doubt = first >= last if first else neither >= _A_HABIT and not last
    return None if in_doubt else AS_IN_THE_FORM


def in_order_of(reading: Reading, order: Order) -> Reading:
    """The columns of one block or more, printed in an order, as the form has them."""
    if order == tuple(range(len(order))):
        return tuple(reading)
    return tuple(reading[start + place] for start in range(0, len(reading), len(order)) for place in order)


def blocks_add_up(reading: Reading, order: Order = AS_IN_THE_FORM) -> bool:
    """Whether the total of each block, or of one row, printed in an order, is the sum of its other columns."""
    values, size = list(map(value_of, reading)), len(order)
    return all(sum(values[start : start + size]) == 2 * values[start + order[-1]] for start in range(0, len(values), size))


def _fitting(blocks: Sequence[Reading], order: Order) -> int:
    return sum(adds_up(in_order_of(block, order)) for block in blocks)
