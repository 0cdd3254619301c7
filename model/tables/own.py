"""Which tables are the office's own: reports print those of earlier years and of subordinate offices as well."""

from collections.abc import Mapping, Sequence

from model.tables.table import Table


def own_tables(tables: Sequence[Table]) -> tuple[Table, ...]:
    """The tables of the office itself, without those of an earlier or unknown year and those that contradict what one before them states.

    What goes on behind a break is part of the same table, even if it states a row again.
    """
    own: list[Table] = []
    stated: dict[str, int | float | None] = {}
    for table in tables:
        printed = _stated(table)
        if not table.former and not table.undated and not _differ(stated, printed):
            own.append(table)
            stated |= printed
    return tuple(own)


def contradict(one: Table, other: Table) -> bool:
    """Whether two tables state different things in a cell."""
    return _differ(_stated(one), _stated(other))


def _stated(table: Table) -> dict[str, int | float | None]:
    return {cell.field: cell.value for cell in table.cells if cell.value is not None or (cell.kind.is_empty and not cell.inferred)}


def _differ(one: Mapping[str, int | float | None], other: Mapping[str, int | float | None]) -> bool:
    return any(one[field] != other[field] for field in one.keys() & other.keys())
