"""How often the numbers of table cells are right: of those that stand in their column, that the identities of the table placed, and that
prose placed.

`python -m training.cell_confidence [--reports N]` prints of each kind the number of cells, how many are right, and the confidence to be
written into `model.tables.facts`: the lower bound of Wilson's interval (1927, 95 %, one-sided), cut off after four digits. Tables are read
with what the prose of their reports states.
"""

import argparse
import math
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

from model.tables.cells import CellKind
from model.tables.reading import read_tables
from model.tables.table import TableCell
from training.rendering.flat import Shape
from training.roundtrip import DROPPED, drawn_reports, rendered

PLACED = ("plain", "inferred", "told")

_Z = 1.645
_FORMS = (*Shape, *(shape + DROPPED for shape in (Shape.BAR_ROWS, Shape.TABS, Shape.ONE_LINE)))


def judged(form: str, reports: int) -> Counter[tuple[str, bool]]:
    """How many numbers of cells there are by how they were placed, one of `PLACED`, and whether they are right."""
    found: Counter[tuple[str, bool]] = Counter()
    with TemporaryDirectory() as folder:
        for drawn, report, source in drawn_reports(form, reports):
            text = rendered(form, report, source, Path(folder))
            cells = [cell for table in read_tables(text, report.told) for cell in table.cells]
            numbers = [cell for cell in cells if cell.kind in {CellKind.VALUE, CellKind.ZERO}]
            found.update((placed(cell), cell.field in drawn and drawn[cell.field].printed.value == cell.value) for cell in numbers)
    return found


def placed(cell: TableCell) -> str:
    """What told the column of a cell."""
    return "told" if cell.told else "inferred" if cell.inferred else "plain"


def confidence(right: int, cells: int) -> float:
    """The lower bound of the share that is right; 0 of no cells."""
    if not cells:
        return 0.0
    share, weight = right / cells, _Z * _Z / cells
    spread = _Z * math.sqrt(share * (1 - share) / cells + weight / (4 * cells))
    return max(0, math.floor((share + weight / 2 - spread) / (1 + weight) * 10_000)) / 10_000


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description="Measure how often the numbers of table cells are right.")
    parser.add_argument("--reports", type=int, default=20)
    options = parser.parse_args()
    found: Counter[tuple[str, bool]] = Counter()
    for form in _FORMS:
        found += judged(form, options.reports)
    for name in PLACED:
        right, cells = found[name, True], found[name, True] + found[name, False]
        print(f"{name:10}{cells:8}{right:8}{confidence(right, cells):9.4f}")


if __name__ == "__main__":
    main()
