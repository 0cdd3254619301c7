"""Reads the statutory tables: every cell with its kind, its place, and how it was told to be that cell."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from model.characters import cjk_of
from model.tables import applicants
from model.tables.alignment import Reading, adds_up, displaced, ended_alike, of_years, readings, value_of, zeros_in_totals, zeros_totalled
from model.tables.arrangement import arranged, may_stand_first, values_first
from model.tables.cells import CellKind
from model.tables.columns import as_rows, is_list, names_of, tables_of
from model.tables.former import former_regions
from model.tables.forms import CHANGE, FORMS, RESULTS, Form, Layout, own_words, unnumbered
from model.tables.glued import is_forced, is_glued
from model.tables.mending import in_order, parted, rejoined, rows_alone, unrepeated
from model.tables.money import header_units, money_unit
from model.tables.orders import AS_IN_THE_FORM, Order, header_order, in_order_of, printed_order
from model.tables.pieces import Piece, pieces_of
from model.tables.regions import Region, find_regions
from model.tables.runs import Match, Run, is_local, match_form, runs_of
from model.tables.sums import Rows, Sum, settle, sums_of
from model.tables.text import table_text, without_guidance
from model.tables.told import NOTHING_TOLD, Told, narrow
from model.tables.turned import turned

_BLOCK = len(RESULTS)
_ABOVE = 40
"""Characters before the first label that only a table has in which others of its labels stand."""
_VALUES_BEHIND = re.compile(r"(?:[\s|]*(?:20\d\d\s?年度?|[\u4e00-\u9fff]{1,4})(?=[\s|])){0,3}[\s|]+\d")
"""A number behind a table, with short words before it, which may be a value that was not taken for one."""
_CUT_OFF = re.compile(r"[\s|总计]*\Z")
"""Nothing behind a table but headers of its last columns."""
_MOST_RUNS = 200
"""A table has a run for each row, and few others; what goes on beyond this is none, and must not cost the time of a thousand."""


@dataclass(frozen=True, slots=True)
class TableCell:
    """One cell of a statutory table.

    `start` to `end` quotes it, None where nothing was printed or its place is unknown. `inferred` says that the column was found by the
    identities of the table, `told` that it took what prose tells as well, `displaced` that its row alone stands in other columns than it
    is read in; an unreadable cell has in `candidates` the values that it could have, None for a blank.
    """

    field: str
    kind: CellKind
    value: int | float | None = None
    unit: str | None = None
    note: str | None = None
    approximate: bool = False
    start: int | None = None
    end: int | None = None
    inferred: bool = False
    told: bool = False
    displaced: bool = False
    candidates: tuple[int | float | None, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table as it was read; `start` to `end` is its stretch of the text, and `former` says that it is one of an earlier year."""

    name: str
    layout: Layout
    start: int
    end: int
    cells: tuple[TableCell, ...]
    former: bool = False


def read_tables(text: str, told: Told = NOTHING_TOLD) -> tuple[Table, ...]:
    """The statutory tables of a text, as it was sent, in order; tabs and bars part their cells, or else numbers and words do.

    Args:
        told: what prose says of them (`told_by`).
    """
    folded = table_text(text)
    return tables_in(folded, find_regions(folded), told)


def tables_in(folded: str, regions: Sequence[Region], told: Told) -> tuple[Table, ...]:
    """The tables of the regions that were found in the text of `table_text`."""
    plain = without_guidance(folded)
    former = former_regions(folded, regions)
    found = [(_read(plain, of_table, told), of_table[0] in former) for of_table in tables_of(plain, regions)]
    return tuple(replace(_with_units(folded, table), former=earlier) for table, earlier in found if table is not None)


def _read(plain: str, regions: Sequence[Region], told: Told) -> Table | None:
    """The table that stands in a region, or in several that have a column each."""
    if len(regions) == 1:
        (one,) = regions
        return read_table(plain, one.table, pieces_of(plain, one.start, one.end), told)
    lists = [_own(runs_of(plain, pieces_of(plain, one.start, one.end))[:_MOST_RUNS]) for one in regions]
    words = cjk_of(plain[regions[0].start : regions[-1].end])
    of_form = max(
        ([match_form(form, runs) for runs in lists] for form in FORMS if form.table == "table3"),
        key=lambda found: (_own_words_in(found[0].form, words), sum(match.score for match in found)),
    )
    match = as_rows(of_form, names_of(plain, regions))
    cells = _of_rows(match, applicants.AS_IN_THE_FORM, told) if match else _unreadable(of_form[0].form)
    return Table("table3", of_form[0].form.layout, regions[0].start, regions[-1].end, tuple(cells))


def _with_units(folded: str, table: Table) -> Table:
    """The table with the units that its headers name, of amounts that have none printed beside them."""
    units = header_units(folded, table.start, table.end)
    return replace(table, cells=tuple(_with_unit(folded, cell, units[cell.field]) if cell.field in units else cell for cell in table.cells))


def _with_unit(folded: str, cell: TableCell, of_header: str | None) -> TableCell:
    if cell.value is None or cell.unit:
        return cell
    return replace(cell, unit=money_unit(folded[cell.start : cell.end], of_header))


def read_table(folded: str, table: str, pieces: Sequence[Piece], told: Told) -> Table | None:
    """The cells of a table from the pieces of its text; None where no row of it is found.

    Where nothing explains values that stand together in its rows, or where these stand in no arrangement that its identities allow, all
    cells are unreadable.
    """
    printed: Sequence[Run] = turned(folded, pieces) or runs_of(folded, pieces)[:_MOST_RUNS]
    if table == "table3":
        printed = parted(rejoined(printed))
    words = cjk_of(folded[pieces[0].start : pieces[-1].end])
    if not any(run.printed for run in printed) and (blank := _blank(table, folded, pieces)):
        return blank
    behind, first = _own(printed), _own(values_first(printed))
    if not behind or not first:
        return None
    match = _best_match(table, behind, words)
    order = _order_of_applicants(folded, pieces, behind) if table == "table3" else ()
    if may_stand_first(match, behind):
        match = arranged(match, _best_match(table, first, words), partial(_holds, order=order))
    if table == "table3" and is_list(behind):
        cells = _unreadable(match.form)
    else:
        cells = (
            _of_remedies(match, behind, header_order(folded, *_headers(pieces)), told)
            if table == "table4"
            else _of_rows(match, order, told)
        )
    together = any(run is not None and run.printed > 1 for run in match.runs)
    if not together and not any(cell.kind is not CellKind.UNREADABLE or cell.candidates for cell in cells):
        return None
    return Table(table, match.form.layout, pieces[0].start, pieces[-1].end, tuple(cells))


def _blank(table: str, folded: str, pieces: Sequence[Piece]) -> Table | None:
    """A table without any value: its cells are blank if the labels of all rows stand there, and what follows has no number of theirs.

    At the end of the text nothing tells that they were not cut off.
    """
    start, end = pieces[0].start, pieces[-1].end
    words = cjk_of(folded[max(0, start - _ABOVE) : end])
    if _CUT_OFF.match(folded, end) or _VALUES_BEHIND.match(folded, end):
        return None
    whole = [form for form in FORMS if form.table == table and all(cjk_of(unnumbered(row.label)) in words for row in form.rows)]
    if not whole:
        return None
    form = max(whole, key=lambda form: _own_words_in(form, words))
    # Nothing but headers may come again on the next page, above the values.
    inferred = table == "table4" and not any(piece.printed for piece in pieces)
    return Table(table, form.layout, start, end, tuple(TableCell(field, CellKind.BLANK, inferred=inferred) for field in form.fields))


def _own(runs: Sequence[Run]) -> list[Run]:
    """The runs without those of rows that only offices have."""
    return [run for run in runs if not is_local(run)]


def _best_match(table: str, runs: Sequence[Run], words: str) -> Match:
    """Of several layouts that of which a text has more words, and of those the one whose rows fit better."""
    known = [(_own_words_in(form, words), form) for form in FORMS if form.table == table]
    most = max(count for count, _ in known)
    return max((_match(form, runs) for count, form in known if count == most), key=lambda match: match.score)


def _holds(match: Match, order: Order) -> bool:
    """Whether no identity over rows contradicts the match; only table 3 has such."""
    return match.form.table != "table3" or bool(_settled(match, order)[1])


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


def _own_words_in(form: Form, words: str) -> int:
    """How many words of a form a table has that its other layout lacks."""
    return sum(word in words for word in own_words(form))


def _unreadable(form: Form) -> list[TableCell]:
    return [TableCell(field, CellKind.UNREADABLE) for field in form.fields]


def _of_rows(match: Match, order: Order, told: Told) -> list[TableCell]:
    """The cells of tables 2 and 3, the columns of the latter being printed in an order."""
    fields = _fields(match.form)
    before, sums = _settled(match, order) if match.form.table == "table3" else (_items(match), ())
    found = narrow(before, fields, told, sums)
    off = displaced([run.pieces if run else () for run in match.runs], _as_printed(found, order)) if sums else ()
    out: list[TableCell] = []
    for place, (names, run) in enumerate(zip(fields, match.runs, strict=True)):
        doubtful = place in match.doubtful
        cells = _cells(names, run, *(((), ()) if doubtful else (before[place], found[place])))
        out.extend(replace(cell, inferred=True, displaced=True) if place in off else cell for cell in cells)
    return out


def _as_printed(found: Rows, order: Order) -> Rows:
    """The readings with their columns in the order in which they are printed."""
    inverse = sorted(range(len(order)), key=order.__getitem__)
    return [tuple(in_order_of(reading, tuple(inverse)) for reading in ways) for ways in found]


def _settled(match: Match, order: Order) -> tuple[Rows, tuple[Sum, ...]]:
    """The readings of table 3 that its identities leave, and these; all readings and none where the identities contradict each other.

    Where they do so, no sum tells how cells that are glued or torn are to be read. A row whose label stands without values is blank, unless
    that contradicts the identities.
    """
    width = len(match.form.rows[0].columns)
    rows = [run.pieces if run and not run.mixed else () for run in match.runs]
    holds = partial(_blocks_add_up, order=order)
    in_form = [tuple(in_order_of(one, order) for one in ways) for ways in ended_alike(rows, readings(rows, width, holds), holds)]
    found = zeros_totalled(zeros_in_totals(in_form))
    sums = sums_of(match.form)
    blank: Reading = (None,) * width
    is_blank = [
        run is None and named and place not in match.doubtful
        for place, (run, named) in enumerate(zip(match.runs, match.named, strict=True))
    ]
    without = [left or ((blank,) if of_blank else ()) for left, of_blank in zip(found, is_blank, strict=True)]
    left = settle(without, sums)
    if left is None:
        return [() if _needs_sums(row, ways) else ways for row, ways in zip(rows, found, strict=True)], ()
    return left, sums


def _needs_sums(row: Sequence[Piece], ways: Sequence[Reading]) -> bool:
    """Whether nothing but sums of columns can tell what stands in a row."""
    if is_glued(row, len(ways[0]) if ways else 0):
        return not is_forced(row, len(ways[0]))
    return any(piece.torn for piece in row) and not any(map(adds_up, ways))


def _of_remedies(match: Match, runs: Sequence[Run], stated: Order | None, told: Told) -> list[TableCell]:
    """The cells of table 4: three blocks in one row, or each in a row of its own; the headers state an order of the results in them."""
    whole = _whole(runs)
    labelled = any(run.before for run in runs)
    if labelled and len(whole.pieces) <= _BLOCK and sum(run is not None for run in match.runs) > 1:
        fields, rows, width = _fields(match.form), match.runs, _BLOCK
    else:
        fields, rows, width = [list(match.form.fields)], (whole,), 3 * _BLOCK
    full = [run.pieces for run in rows if run and len(run.pieces) == width]
    order = printed_order(stated, [row[start : start + _BLOCK] for row in full for start in range(0, width, _BLOCK)])
    if order is None:
        return _unreadable(match.form)
    alike = [(run, *(other for other in runs if width > _BLOCK and len(other.pieces) >= width and other is not run)) for run in rows]
    found = [_of_any([run.pieces for run in same if run], width, partial(_blocks_add_up, order=order)) for same in alike]
    before = [tuple(in_order_of(reading, order) for reading in ways) for ways in found]
    left = narrow(before, fields, told, ())
    return [cell for row in zip(fields, rows, before, left, strict=True) for cell in _cells(*row)]


def _of_any(rows: Sequence[Sequence[Piece]], width: int, holds: Callable[[Reading], bool]) -> tuple[Reading, ...]:
    """The readings of rows of which one is meant, as of two years."""
    return tuple(reading for row in rows for reading in readings([row], width, holds)[0])


def _whole(runs: Sequence[Run]) -> Run:
    """All values, however they are parted, where there are as many as cells and they add up, or no words; or else the longest run."""
    filled = tuple(piece for run in runs for piece in run.pieces if piece.end > piece.start)
    if len(filled) == 3 * _BLOCK and _blocks_add_up(filled):
        return replace(runs[0], pieces=filled)
    if not any(run.before for run in runs):
        return replace(runs[0], pieces=tuple(piece for run in runs for piece in run.pieces))
    return max(runs, key=lambda run: (run.printed, len(run.pieces)))


def _fields(form: Form) -> list[list[str]]:
    """The names of the cells of each row."""
    return [[form.field(row, column) for column in row.columns] for row in form.rows]


def _items(match: Match) -> Rows:
    """The readings of the rows of table 2, which no identity joins; a row whose label stands without values is blank.

    Where rows of one width differ in their number of pieces, blank cells of them were dropped; where all have twice as many as columns,
    they are those of two years, and none is a part of a number.
    """
    widths = [len(row.columns) for row in match.form.rows]
    if all(len(run.pieces) == 2 * width for width, run in zip(widths, match.runs, strict=True) if run):
        return [
            tuple(of_years(run.pieces, width)) if run else ((None,) * width,) * named
            for width, run, named in zip(widths, match.runs, match.named, strict=True)
        ]
    counts = {(width, len(run.pieces)) for width, run in zip(widths, match.runs, strict=True) if run}
    of_width = Counter(width for width, _ in counts)
    return [
        readings([run.pieces], width, _any_way, of_width[width] > 1)[0] if run else ((None,) * width,) * named
        for width, run, named in zip(widths, match.runs, match.named, strict=True)
    ]


def _any_way(_reading: Reading) -> bool:
    return True


def _blocks_add_up(reading: Reading, order: Order = AS_IN_THE_FORM) -> bool:
    return all(adds_up(in_order_of(reading[start : start + len(order)], order)) for start in range(0, len(reading), len(order)))


def _cells(fields: Sequence[str], run: Run | None, before: Sequence[Reading], left: Sequence[Reading]) -> list[TableCell]:
    """The cells of a row by the readings that are left, of which there were more before prose was asked."""
    if not left:
        return [TableCell(field, CellKind.UNREADABLE) for field in fields]
    plain = run is not None and len(run.pieces) == len(fields) and not any(piece.torn for piece in run.pieces)
    cells = [_cell(field, [reading[column] for reading in left], plain) for column, field in enumerate(fields)]
    if len(before) == len(left):
        return cells
    untold = [_cell(field, [reading[column] for reading in before], plain) for column, field in enumerate(fields)]
    return [replace(cell, told=cell.kind is not one.kind is CellKind.UNREADABLE) for cell, one in zip(cells, untold, strict=True)]


def _cell(field: str, pieces: Sequence[Piece | None], plain: bool) -> TableCell:
    """The cell that all readings agree on, or its candidates."""
    kinds = {piece.printed.kind if piece and piece.printed else CellKind.BLANK for piece in pieces}
    values = {value_of(piece) for piece in pieces}
    if len(kinds) > 1 or len(values) > 1:
        candidates = dict.fromkeys(piece.printed.value if piece and piece.printed else None for piece in pieces)
        return TableCell(field, CellKind.UNREADABLE, inferred=True, candidates=tuple(candidates))
    piece = pieces[0]
    if piece is None or piece.printed is None:
        return TableCell(field, CellKind.BLANK, inferred=True)
    printed = piece.printed
    if printed.value is not None and printed.value < 0 and not field.endswith(f".{CHANGE}"):
        return TableCell(field, CellKind.UNREADABLE)
    start, end = (piece.start, piece.end) if piece.end > piece.start else (None, None)
    return TableCell(field, printed.kind, printed.value, printed.unit, printed.note, printed.approximate, start, end, not plain)
