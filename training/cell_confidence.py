"""How often the numbers of table cells are right that stand in their column, and of those that the identities of the table placed.

`python -m training.cell_confidence [--reports N]` prints of both the number of cells, how many are right, and the confidence to be written
into `model.tables.facts`: the lower bound of Wilson's interval (1927, 95 %, one-sided), cut off after four digits.
"""

import argparse
import math
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

from model.tables.cells import CellKind
from model.tables.reading import read_tables
from training.rendering.flat import Shape
from training.roundtrip import DROPPED, drawn_reports, rendered

_Z = 1.645
_FORMS = (*Shape, *(shape + DROPPED for shape in (Shape.BAR_ROWS, Shape.TABS, Shape.ONE_LINE)))


def judged(form: str, reports: int) -> Counter[tuple[bool, bool]]:
    """How many numbers of cells there are by whether they were inferred and whether they are right."""
    found: Counter[tuple[bool, bool]] = Counter()
    with TemporaryDirectory() as folder:
        for drawn, report, source in drawn_reports(form, reports):
            cells = [cell for table in read_tables(rendered(form, report, source, Path(folder))) for cell in table.cells]
            numbers = [cell for cell in cells if cell.kind in {CellKind.VALUE, CellKind.ZERO}]
            found.update((cell.inferred, cell.field in drawn and drawn[cell.field].printed.value == cell.value) for cell in numbers)
    return found


def confidence(right: int, cells: int) -> float:
    """The lower bound of the share that is right; 0 of no cells."""
    if not cells:
        return 0.0
    share, weight = right / cells, _Z * _Z / cells
    spread = _Z * math.sqrt(share * (1 - share) / cells + weight / (4 * cells))
    return math.floor((share + weight / 2 - spread) / (1 + weight) * 10_000) / 10_000


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description="Measure how often the numbers of table cells are right.")
    parser.add_argument("--reports", type=int, default=20)
    options = parser.parse_args()
    found: Counter[tuple[bool, bool]] = Counter()
    for form in _FORMS:
        found += judged(form, options.reports)
    for inferred, name in ((False, "plain"), (True, "inferred")):
        right, cells = found[inferred, True], found[inferred, True] + found[inferred, False]
        print(f"{name:10}{cells:8}{right:8}{confidence(right, cells):9.4f}")


if __name__ == "__main__":
    main()
