"""Rows of cells as pieces of a text, for the tests of their readings."""

from collections.abc import Sequence

from model.tables.alignment import Reading
from model.tables.cells import read_cell
from model.tables.pieces import Piece

Numbers = tuple[int | float | None, ...]


def pieces(*cells: str, line: int = 0) -> tuple[Piece, ...]:
    """Pieces of a row, each at a place of its own."""
    return tuple(
        Piece(100 * line + 3 * place, 100 * line + 3 * place + len(cell), line, read_cell(cell)) for place, cell in enumerate(cells)
    )


def numbers(reading: Reading) -> Numbers:
    """The numbers of a reading, None for a blank cell."""
    return tuple(piece.printed.value if piece and piece.printed else None for piece in reading)


def told(found: Sequence[Reading]) -> set[Numbers]:
    """The numbers of several readings."""
    return {numbers(reading) for reading in found}
