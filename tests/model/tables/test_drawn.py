"""Reports drawn by the generator, read again: what was printed is read, or nothing is."""

import pytest

from model.tables.cells import CellKind
from model.tables.reading import read_tables
from model.tables.table import TableCell
from tests.model.tables.layouts import cells_of, drawn_report
from training.rendering.draw import Drawn, Size
from training.rendering.flat import Shape

SEEDS = (0, 1, 2)
WITH_SEPARATORS = (Shape.BAR_ROWS, Shape.BAR_ENDS, Shape.BARS_ALONE, Shape.TABS)
ENOUGH = 0.97


def wrong(drawn: Drawn, cells: dict[str, TableCell]) -> list[tuple[str, object]]:
    """The cells that are read with a number that was not printed."""
    return [(field, cell.value) for field, cell in cells.items() if cell.value and (field not in drawn or drawn[field].value != cell.value)]


def is_right(drawn: Drawn, cells: dict[str, TableCell], field: str) -> bool:
    cell = cells.get(field)
    return cell is not None and cell.kind is not CellKind.UNREADABLE and (cell.value or 0) == drawn[field].value


@pytest.mark.parametrize("dropped", [False, True], ids=["blanks kept", "blanks dropped"])
@pytest.mark.parametrize("shape", Shape)
def test_no_cell_is_read_with_a_wrong_number(shape: Shape, dropped: bool) -> None:
    for seed in SEEDS:
        drawn, text = drawn_report(seed, shape, dropped)
        assert wrong(drawn, cells_of(text)) == []


@pytest.mark.parametrize("shape", WITH_SEPARATORS)
def test_nearly_every_cell_is_read_where_separators_and_blanks_are_kept(shape: Shape) -> None:
    right: list[bool] = []
    for seed in SEEDS:
        drawn, text = drawn_report(seed, shape, size=Size.COUNTY)
        cells = cells_of(text)
        right += [is_right(drawn, cells, field) for field in drawn]
    assert sum(right) >= ENOUGH * len(right)


@pytest.mark.parametrize("shape", Shape)
def test_cells_of_drawn_reports_are_quoted_where_they_stand(shape: Shape) -> None:
    _, text = drawn_report(1, shape, size=Size.CITY)
    for table in read_tables(text):
        quoted = [cell for cell in table.cells if cell.start is not None and cell.end is not None]
        assert quoted
        assert all(table.start <= cell.start < cell.end <= table.end for cell in quoted if cell.start is not None and cell.end is not None)
        places = [(cell.start, cell.end) for cell in quoted]
        assert len(set(places)) == len(places)
