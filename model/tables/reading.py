"""Reads the statutory tables of a text: finds them, and which layout, arrangement and order of columns each has."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache, partial

from model.characters import cjk_of, fold
from model.tables import applicants
from model.tables.arrangement import arranged, may_stand_first, values_first
from model.tables.blank import blank_table
from model.tables.cells import CellKind
from model.tables.columns import as_rows, is_list, names_of, tables_of
from model.tables.former import former_regions
from model.tables.forms import FORMS, Form, own_words_in
from model.tables.mending import in_order, parted, rejoined, rows_alone, unrepeated
from model.tables.money import header_units, money_unit
from model.tables.orders import Order, header_order
from model.tables.pieces import Piece, pieces_of
from model.tables.regions import Region, find_regions
from model.tables.remedies import cells_of_remedies
from model.tables.rows import cells_by_rows, settled
from model.tables.runs import Match, Run, is_local, match_form, runs_of
from model.tables.table import Table, TableCell, moved, unreadable
from model.tables.text import table_text, without_guidance
from model.tables.told import NOTHING_TOLD, Told
from model.tables.turned import turned
from model.tables.undated import undated_tables

_AROUND = 500
"""Characters before and behind a table that tell of it: headers above the first label, numbers behind the last."""
_MOST_RUNS = 200
"""A table has a run for each row, and few others; what goes on beyond this is none, and must not cost the time of a thousand."""


def read_tables(text: str, told: Told = NOTHING_TOLD) -> tuple[Table, ...]:
    """The statutory tables of a text, as it was sent, in order; tabs and bars part their cells, or else numbers and words do.

    Args:
        told: what prose says of them (`told_by`).
    """
    folded = table_text(text, fold(text))
    return tables_in(folded, find_regions(folded), told)


def tables_in(folded: str, regions: Sequence[Region], told: Told) -> tuple[Table, ...]:
    """The tables of the regions that were found in the text of `table_text`."""
    if not regions:
        return ()
    plain = without_guidance(folded)
    former = former_regions(folded, regions)
    found = [(region, replace(_with_units(folded, table), former=region in former)) for region, table in _tables(plain, regions, told)]
    undated = undated_tables(folded, [(region, table) for region, table in found if not table.former], told)
    return tuple(replace(table, undated=True) if table in undated else table for _, table in found)


def _tables(plain: str, regions: Sequence[Region], told: Told) -> Iterator[tuple[Region, Table]]:
    """The tables, each with its region or the first of several; equal ones are read but once."""
    read = cache(partial(read_table, told=told))
    for of_table in tables_of(plain, regions):
        table = _of_region(plain, of_table[0], read) if len(of_table) == 1 else _of_lists(plain, of_table, told)
        if table is not None:
            yield of_table[0], table


def _of_region(plain: str, region: Region, read: Callable[[str, str, int, int], Table | None]) -> Table | None:
    """The table that `read` finds in a region, given it with what stands around it alone."""
    first = max(0, region.start - _AROUND)
    table = read(plain[first : region.end + _AROUND], region.table, region.start - first, region.end - first)
    return moved(table, first) if table else None


def _of_lists(plain: str, regions: Sequence[Region], told: Told) -> Table:
    """The table of regions that have a column each."""
    lists = [_own(runs_of(plain, pieces_of(plain, one.start, one.end))[:_MOST_RUNS]) for one in regions]
    words = cjk_of(plain[regions[0].start : regions[-1].end])
    of_form = max(
        ([match_form(form, runs) for runs in lists] for form in FORMS if form.table == "table3"),
        key=lambda found: (own_words_in(found[0].form, words), sum(match.score for match in found)),
    )
    match = as_rows(of_form, names_of(plain, regions))
    cells = cells_by_rows(match, applicants.AS_IN_THE_FORM, told) if match else unreadable(of_form[0].form)
    return Table("table3", of_form[0].form.layout, regions[0].start, regions[-1].end, tuple(cells))


def _with_units(folded: str, table: Table) -> Table:
    """The table with the units that its headers name, of amounts that have none printed beside them."""
    units = header_units(folded, table.start, table.end)
    return replace(table, cells=tuple(_with_unit(folded, cell, units[cell.field]) if cell.field in units else cell for cell in table.cells))


def _with_unit(folded: str, cell: TableCell, of_header: str | None) -> TableCell:
    if cell.value is None or cell.unit:
        return cell
    return cell._replace(unit=money_unit(folded[cell.start : cell.end], of_header))


def read_table(folded: str, table: str, start: int, end: int, told: Told) -> Table | None:
    """The table of a name in a stretch of the folded text; None where no row of it is found.

    Where nothing explains values that stand together in its rows, or where these stand in no arrangement that its identities allow, all
    cells are unreadable.
    """
    pieces = pieces_of(folded, start, end)
    if not pieces:
        return None
    printed: Sequence[Run] = turned(folded, pieces) or runs_of(folded, pieces)[:_MOST_RUNS]
    if table == "table3":
        printed = parted(rejoined(printed))
    words = cjk_of(folded[pieces[0].start : pieces[-1].end])
    if not any(run.printed for run in printed) and (blank := blank_table(table, folded, pieces)):
        return blank
    behind, first = _own(printed), _own(values_first(printed))
    if not behind or not first:
        return None
    match = _best_match(table, behind, words)
    order = _order_of_applicants(folded, pieces, behind) if table == "table3" else ()
    if may_stand_first(match, behind):
        match = arranged(match, _best_match(table, first, words), partial(_holds, order=order))
    if table == "table3" and is_list(behind):
        cells = unreadable(match.form)
    else:
        cells = (
            cells_of_remedies(match, behind, header_order(folded, *_headers(pieces)), told)
            if table == "table4"
            else cells_by_rows(match, order, told)
        )
    together = any(run is not None and run.printed > 1 for run in match.runs)
    if not together and not any(cell.kind is not CellKind.UNREADABLE or cell.candidates for cell in cells):
        return None
    return Table(table, match.form.layout, pieces[0].start, pieces[-1].end, tuple(cells))


def _own(runs: Sequence[Run]) -> list[Run]:
    """The runs without those of rows that only offices have."""
    return [run for run in runs if not is_local(run)]


def _best_match(table: str, runs: Sequence[Run], words: str) -> Match:
    """Of several layouts that of which a text has more words, and of those the one whose rows fit better."""
    known = [(own_words_in(form, words), form) for form in FORMS if form.table == table]
    most = max(count for count, _ in known)
    return max((_match(form, runs) for count, form in known if count == most), key=lambda match: match.score)


def _holds(match: Match, order: Order) -> bool:
    """Whether no identity over rows contradicts the match; only table 3 has such."""
    return match.form.table != "table3" or bool(settled(match, order)[1])


def _match(form: Form, runs: Sequence[Run]) -> Match:
    """The rows of a form with their runs, which for table 2 may be in another order, and for table 3 without any label."""
    if form.table == "table2":
        return match_form(form, in_order(form, unrepeated(form, runs)))
    return (rows_alone(form, runs) if form.table == "table3" else None) or match_form(form, runs)


def _order_of_applicants(folded: str, pieces: Sequence[Piece], runs: Sequence[Run]) -> Order:
    """The order in which table 3 prints its columns."""
    stated = applicants.header_order(folded, *_headers(pieces))
    return applicants.printed_order(stated, [run.pieces for run in runs if len(run.pieces) == len(applicants.AS_IN_THE_FORM)])


def _headers(pieces: Sequence[Piece]) -> tuple[int, int]:
    """The stretch above the first value."""
    first = next((piece for piece in pieces if piece.printed and piece.end > piece.start), pieces[-1])
    return pieces[0].start, first.start
