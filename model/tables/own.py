"""Which tables are the office's own: reports print those of earlier years and of subordinate offices as well."""

from collections.abc import Sequence

from model.tables.table import Table


def own_tables(tables: Sequence[Table]) -> tuple[Table, ...]:
    """The tables of the office itself, without those of an earlier year and those that contradict what one before them states.

    What goes on behind a break is part of the same table, even if it states a row again.
    """
    own: list[Table] = []
    stated: dict[str, int | float | None] = {}
    for table in tables:
        printed = {cell.field: cell.value for cell in table.cells if cell.value is not None or (cell.kind.is_empty and not cell.inferred)}
        if not table.former and all(stated[field] == printed[field] for field in stated.keys() & printed.keys()):
            own.append(table)
            stated |= printed
    return tuple(own)
