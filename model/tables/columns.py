"""Table 3 printed column by column: a list of its rows for each kind of applicant, under its name, with one number a row."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from model.tables.alignment import adds_up, value_of
from model.tables.forms import APPLICANTS
from model.tables.pieces import pieces_of
from model.tables.regions import Region
from model.tables.runs import Match, Run, runs_of

_FARTHEST = 40
"""Characters before a list in which its name stands."""
_NAME = re.compile("|".join(column.zh for column in APPLICANTS))
_NAMES = [column.zh for column in APPLICANTS]


def is_list(runs: Sequence[Run]) -> bool:
    """Whether most rows that have a number other than zero have no other cell, and none has all; in rows of the form parts make a total."""
    filled = [run for run in runs if any(map(value_of, run.pieces))]
    single = [run for run in filled if run.printed == 1 and not any(piece.digits for piece in run.pieces)]
    return 2 * len(single) > len(filled) and not any(len(run.pieces) == len(APPLICANTS) for run in filled)


def tables_of(folded: str, regions: Sequence[Region]) -> Iterator[tuple[Region, ...]]:
    """The regions of each table: one, but for the lists of a table 3 that is printed column by column."""
    of_table3 = [region for region in regions if region.table == "table3"]
    # A single one is no list of several, and is cut into runs where it is read.
    several = of_table3 if len(of_table3) > 1 else []
    runs = {region: runs_of(folded, pieces_of(folded, region.start, region.end)) for region in several}
    alone = {region for region, found in runs.items() if found and all(run.printed <= 1 for run in found)}
    for _, group in groupby(regions, alone.__contains__):
        together = tuple(group)
        if together[0] in alone and any(is_list(runs[region]) for region in together):
            yield together
        else:
            yield from ((region,) for region in together)


def names_of(folded: str, regions: Sequence[Region]) -> list[str | None]:
    """The kind of applicant that is named last between each list and the number before it."""
    above = (re.split(r"\d", folded[max(0, region.start - _FARTHEST) : region.start])[-1] for region in regions)
    return [found[-1] if (found := _NAME.findall(words)) else None for words in above]


def as_rows(lists: Sequence[Match], names: Sequence[str | None]) -> Match | None:
    """The rows of a table of which each list is a column; None where it is not certain which.

    Columns are told by their names, or else stand in the order of the form, if each row adds up so. A row that a list lacks is doubtful.
    """
    if sorted(filter(None, names)) == sorted(_NAMES):
        ordered = [lists[names.index(name)] for name in _NAMES]
    else:
        ordered = list(lists) if not any(names) and len(lists) == len(_NAMES) else []
    rows = [_row(runs) for runs in zip(*(match.runs for match in ordered), strict=True)]
    if not rows or not (any(names) or all(run and adds_up(run.pieces) for run in rows)):
        return None
    lacking = {place for place, run in enumerate(rows) if run is None}
    doubtful = frozenset(lacking.union(*(match.doubtful for match in ordered)))
    return replace(ordered[0], runs=tuple(rows), doubtful=doubtful)


def _row(runs: Sequence[Run | None]) -> Run | None:
    found = [run for run in runs if run is not None and len(run.pieces) == 1]
    return replace(found[0], pieces=tuple(run.pieces[0] for run in found)) if len(found) == len(runs) else None
