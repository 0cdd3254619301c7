from collections.abc import Iterable

from hypothesis import given
from hypothesis import strategies as st

from model.tables.alignment import Reading, placed
from model.tables.blocks import BLOCK, placed_in_blocks
from model.tables.orders import blocks_add_up
from model.tables.pieces import Piece
from tests.model.tables.rows import pieces, told

WIDTH = 3 * BLOCK


def held(readings: Iterable[Reading]) -> list[set[Piece | None]]:
    """What each cell holds in some reading."""
    return [set(column) for column in zip(*readings, strict=True)]


def of_row(*cells: str, width: int = WIDTH) -> list[Reading]:
    return list(placed_in_blocks(pieces(*cells), width, blocks_add_up))


SUMMED = st.lists(st.sampled_from([("1", "1"), ("2", "1", "3"), ("0",), ("/",), ("0", "/", "0")]), max_size=4)


@given(SUMMED)
def test_few_placements_show_of_each_cell_what_all_placements_do(parts: list[tuple[str, ...]]) -> None:
    row = pieces(*(cell for part in parts for cell in part))[: 2 * BLOCK - 1]
    few = list(placed_in_blocks(row, 2 * BLOCK, blocks_add_up))
    every = list(placed(row, 2 * BLOCK, blocks_add_up))
    assert held(few) == held(every)
    assert {tuple(values) for values in told(few)} <= {tuple(values) for values in told(every)}


def test_zeros_among_blanks_are_not_placed_in_all_ways() -> None:
    found = of_row(*["0"] * 7)
    assert len(found) <= WIDTH
    assert [{None if piece is None else 0 for piece in cell} for cell in held(found)] == [{0, None}] * WIDTH


def test_a_stretch_with_as_many_zeros_as_cells_is_certain() -> None:
    assert told(of_row("1", "0", "0", "0", "1", "0", width=2 * BLOCK)) == {
        (1, 0, 0, 0, 1, *(None,) * place, 0, *(None,) * (4 - place)) for place in range(BLOCK)
    }


def test_torn_cells_are_placed_in_each_way_to_read_them() -> None:
    one, torn = pieces("1", "0")
    found = placed_in_blocks([one, torn._replace(torn=(1, None)), one], BLOCK, blocks_add_up)
    assert told(list(found)) == {(1, None, None, None, 1), (None, 1, None, None, 1), (None, None, 1, None, 1), (None, None, None, 1, 1)}


def test_numbers_that_no_block_adds_up_have_no_placement() -> None:
    assert of_row("1", "2", "0") == []
