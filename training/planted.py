"""Plants one error or one misreading in each of drawn reports and counts how the checks report it.

`python -m training.planted [--reports N] [--forms FORM …]` prints for every form and kind of fault in how many reports it was reported
(some check fails or is unsure), at the right place (such a check is about the figure), named (a hypothesis changes that figure, or all
figures of a misreading, to what was meant), healed (every figure was read as it was meant all the same), left open (the figure is
unreadable), or none of these: silent. Of reports without a fault all that are reported are false alarms.
"""

import argparse
import random
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from model.checks.figure import is_blank
from model.facts import Check, Status
from model.pipeline import Reader, Reading
from model.release import load_release
from model.tables.cells import CellKind
from model.tables.forms import Layout
from training.registry import CURRENT_RELEASE
from training.rendering.draw import Drawn, draw_tables
from training.rendering.faults import (
    Error,
    Misreading,
    change_prose,
    change_total,
    lose_digit,
    plant_error,
    reprint,
    shift_column,
    shift_row,
    split_number,
)
from training.rendering.grid import Grid
from training.rendering.report import Report, compose
from training.roundtrip import FORMS, rendered

_ROWS_OF_TABLE_3 = 20
"""Only table 3 has more rows."""


@dataclass(frozen=True, slots=True)
class Planted:
    """A report with a fault: what the figures at fault were meant to be."""

    report: Report
    meant: Mapping[str, int]


Planter = Callable[[Drawn, Report, random.Random], Planted]


def _of_error(plant: Callable[[Drawn, random.Random], tuple[Drawn, Error]]) -> Planter:
    def planter(drawn: Drawn, report: Report, source: random.Random) -> Planted:
        wrong, error = plant(drawn, source)
        return Planted(reprint(report, wrong), {error.field: error.right})

    return planter


def _of_misreading(plant: Callable[[Grid, random.Random], tuple[Grid, Misreading]]) -> Planter:
    def planter(drawn: Drawn, report: Report, source: random.Random) -> Planted:
        blocks = list(report.blocks)
        place = next(place for place, block in enumerate(blocks) if isinstance(block, Grid) and len(block.rows) > _ROWS_OF_TABLE_3)
        grid = blocks[place]
        assert isinstance(grid, Grid)
        blocks[place], told = plant(grid, source)
        return Planted(replace(report, blocks=tuple(blocks)), {field: int(drawn[field].value) for field in told.fields})

    return planter


def _of_prose(_drawn: Drawn, report: Report, source: random.Random) -> Planted:
    wrong, error = change_prose(report, source)
    return Planted(wrong, {error.field: error.right})


def _unchanged(_drawn: Drawn, report: Report, _source: random.Random) -> Planted:
    return Planted(report, {})


KINDS: dict[str, Planter] = {
    "no fault": _unchanged,
    "a result changed": _of_error(plant_error),
    "a total changed": _of_error(change_total),
    "a digit lost": _of_error(lose_digit),
    "prose changed": _of_prose,
    "a number split": _of_misreading(split_number),
    "a row shifted": _of_misreading(shift_row),
    "a column shifted": _of_misreading(shift_column),
}
VERDICTS = ("reported", "in place", "named", "healed", "open", "silent")


def planted_reports(kind: str, form: str, reports: int) -> Iterator[tuple[Planted, random.Random]]:
    """Reports of both layouts in turn with a fault of a kind, the same every time; tables without the figures for it are drawn again."""
    number = 0
    while reports:
        source = random.Random(f"{form} {kind} {number}")
        drawn = draw_tables(source, list(Layout)[number % len(Layout)])
        number += 1
        try:
            planted = KINDS[kind](drawn, compose(drawn, source), source)
        except ValueError:
            continue
        yield planted, source
        reports -= 1


def verdicts(reading: Reading, meant: Mapping[str, int]) -> set[str]:
    """What the checks tell of a fault."""
    alarms = [check for check in reading.checks if check.status in {Status.FAIL, Status.UNSURE}]
    told = [check for check in reading.checks if check.hypotheses]
    found = {
        "reported": bool(alarms),
        "in place": any(set(meant) & set(check.fields) for check in alarms),
        "named": any(_names(check, meant) for check in (*alarms, *told)),
        "healed": bool(meant) and all(_value(reading, field) == value for field, value in meant.items()),
        "open": any(field in reading.record.cells and reading.record.cells[field].kind is CellKind.UNREADABLE for field in meant),
    }
    return {name for name, holds in found.items() if holds} or {"silent"}


def _names(check: Check, meant: Mapping[str, int]) -> bool:
    """Whether a hypothesis of the check, or the check of prose against tables itself, tells the figures and what they were meant to be."""
    if check.rule.removeprefix("tables.") in meant and check.expected == meant[check.rule.removeprefix("tables.")]:
        return True
    return any(meant.items() <= {change.field: change.proposed for change in one.changes}.items() for one in check.hypotheses)


def _value(reading: Reading, field: str) -> float | str | None:
    """The figure that was read, zero for a blank cell; None where there is none."""
    figures = reading.record.figures.get(field)
    if figures and figures.count:
        return figures.count.value
    return 0 if is_blank(reading.record, field) else None


def score(reader: Reader, kind: str, form: str, reports: int) -> Counter[str]:
    """The verdicts on the reports of a kind in a form."""
    found: Counter[str] = Counter()
    with TemporaryDirectory() as folder:
        for planted, source in planted_reports(kind, form, reports):
            found.update(verdicts(reader.read(rendered(form, planted.report, source, Path(folder))), planted.meant))
    return found


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description="Plant faults in drawn reports and count how the checks report them.")
    parser.add_argument("--reports", type=int, default=50)
    parser.add_argument("--forms", nargs="+", choices=FORMS, default=["bar_rows"], metavar="FORM")
    options = parser.parse_args()
    reader = Reader(load_release(CURRENT_RELEASE))
    print(f"{'form':20}{'kind':20}" + "".join(f"{name:>10}" for name in VERDICTS))
    for form in options.forms:
        for kind in KINDS:
            found = score(reader, kind, form, options.reports)
            print(f"{form:20}{kind:20}" + "".join(f"{found[name]:10}" for name in VERDICTS), flush=True)


if __name__ == "__main__":
    main()
