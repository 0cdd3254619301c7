"""From the facts and tables of a report to its record.

The rule by which one of several mentions of a field is taken: a stated figure before one by words, of earlier years the
last one, an exact figure before an approximate one, the more confident (in steps of 0.1), then the earlier in the text; of
the issuer the longest form of that name. The other mentions stay in `also` where their value differs, and a check reports
those that disagree.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from model.characters import fold
from model.dates import read_year
from model.facts import Basis, Fact, Kind, Source, Time
from model.fields import IDENTITY, LISTS
from model.issuers import completes
from model.record import Cell, Figures, Mention, Record, Row, Value
from model.tables.cells import CellKind
from model.tables.own import own_tables
from model.tables.table import Table, TableCell

_LATEST = 9999
_ATTRIBUTES = {name: name.replace(".", "_") for name in IDENTITY}


def slot(fact: Fact, own_year: int | None = None) -> str | None:
    """The attribute of `Figures` that holds the fact; None for a share or change of an earlier period and a count of two or more years ago.

    Args:
        fact: the fact.
        own_year: the year of the report, where it is known.
    """
    if fact.kind is Kind.COUNT:
        if fact.time is Time.PREVIOUS and not _is_of_year_before(fact, own_year):
            return None
        return "count" if fact.time is Time.CURRENT else fact.time.value
    if fact.time is not Time.CURRENT:
        return None
    if fact.kind is Kind.CHANGE:
        return "growth" if fact.unit in {"%", "倍"} else "increase"
    return fact.kind.value


def in_percent(fact: Fact) -> Fact:
    """The fact itself; a change by a multiple (增长1.4倍) as per cent, its text as printed."""
    if fact.kind is not Kind.CHANGE or fact.unit != "倍" or not isinstance(fact.value, int | float):
        return fact
    percent = 100 * Decimal(str(fact.value))
    return replace(fact, value=int(percent) if percent == int(percent) else float(percent), unit="%")


def preference(fact: Fact) -> tuple[bool, int, bool, float, int]:
    """Sort key of the mentions of one figure, the preferred first; of earlier years the last one."""
    return (fact.basis is not Basis.STATED, -_year(fact), fact.approximate, -round(fact.confidence, 1), fact.start)


def _year(fact: Fact) -> int:
    """The year that moves a fact to an earlier time, where one is printed (2021年的5件); 上年 and the like are later than any."""
    printed = (read_year(words[:4]) for words in _earlier(fact))
    return next((year for year in printed if year is not None), _LATEST)


def _is_of_year_before(fact: Fact, own_year: int | None) -> bool:
    """Whether an earlier count can be that of the year before: one of 前年 never is, any printed year may be where `own_year` is None."""
    if any(words.startswith("前年") for words in _earlier(fact)):
        return False
    return own_year is None or _year(fact) in {own_year - 1, _LATEST}


def _earlier(fact: Fact) -> list[str]:
    """The words that move a fact to an earlier time."""
    return [fold(entity.text).lstrip() for entity in fact.evidence if entity.label == "PREVIOUS"]


def year_of(facts: Sequence[Fact]) -> int | None:
    """The year of the report that the facts state; None where they state none."""
    years = [fact for fact in facts if fact.field == "year" and fact.value is not None]
    year = merge(years).value if years else None
    return year if isinstance(year, int) else None


def decimals(text: str) -> int:
    """Digits printed after the decimal point: 2 of 49.50%, 0 of 86%."""
    if text.isdecimal():  # as most are
        return 0
    point = max(text.find("."), text.find("．"))
    return sum(1 for _ in _digits(text[point + 1 :])) if point >= 0 else 0


def _digits(text: str) -> Iterable[str]:
    for character in text:
        if not character.isdigit():
            return
        yield character


def merge(facts: Sequence[Fact]) -> Value:
    """One value from the mentions of one figure.

    Args:
        facts: at least one fact with a value, all of the same field, kind and time.
    """
    best, *others = _preferred_first(facts) if len(facts) > 1 else facts
    assert best.value is not None
    also: dict[int | float | str, Mention] = {}
    for fact in sorted(others, key=lambda other: other.start):
        if fact.value is not None and fact.value != best.value:
            also.setdefault(fact.value, _mention(fact.value, fact))
    return Value(
        value=best.value,
        unit=best.unit,
        text=best.text,
        start=best.start,
        end=best.end,
        approximate=best.approximate,
        basis=best.basis,
        decimals=decimals(best.text),
        confidence=best.confidence,
        source=best.source,
        also=list(also.values()),
    )


def _preferred_first(facts: Sequence[Fact]) -> list[Fact]:
    """The mentions by `preference`; of an issuer that with the longest form of the best one's name before the others."""
    preferred = sorted(facts, key=preference)
    if preferred[0].field != "issuer":
        return preferred
    name = str(preferred[0].value)
    longest = max(preferred, key=lambda fact: len(str(fact.value)) if completes(name, str(fact.value)) else 0)
    return sorted(preferred, key=lambda fact: fact is not longest)


def _mention(value: int | float | str, fact: Fact) -> Mention:
    return Mention(
        value=value,
        unit=fact.unit,
        text=fact.text,
        start=fact.start,
        end=fact.end,
        approximate=fact.approximate,
        basis=fact.basis,
    )


def build_record(facts: Sequence[Fact], tables: Sequence[Table] = ()) -> Record:
    """The record of a report from all its facts, in reading order, and its tables, but for what those of other offices state."""
    own = own_tables(tables)
    of_others = _starts_of_others(tables, own)
    record = Record(cells=special_cells(own))
    mentions: dict[tuple[str, str], list[Fact]] = {}
    latest: dict[tuple[str, str], Row] = {}
    own_year = year_of(facts)
    for fact in map(in_percent, facts):
        attribute = slot(fact, own_year)
        if fact.value is None or fact.field == "other" or attribute is None:
            continue
        if fact.source is Source.TABLE and fact.start in of_others:
            continue
        if fact.field in LISTS:
            add_row(record.lists.setdefault(fact.field, []), latest, fact, attribute)
        else:
            mentions.setdefault((fact.field, attribute), []).append(fact)
    for (name, attribute), same in mentions.items():
        if name in _ATTRIBUTES:
            setattr(record, _ATTRIBUTES[name], merge(same))
        else:
            setattr(record.figures.setdefault(name, Figures()), attribute, merge(same))
    return record


def _starts_of_others(tables: Sequence[Table], own: Sequence[Table]) -> frozenset[int]:
    """Where the cells of tables begin that are neither the office's own nor of an earlier year."""
    kept = {table.start for table in own}
    others = (table for table in tables if not table.former and table.start not in kept)
    return frozenset(cell.start for table in others for cell in table.cells if cell.start is not None)


def special_cells(tables: Sequence[Table]) -> dict[str, Cell]:
    """The cells of tables that are no plain number; of a table that comes twice those that say more, or else the first."""
    taken: dict[str, TableCell] = {}
    for cell in (cell for table in tables for cell in table.cells):
        if cell.field not in taken or _says(cell) > _says(taken[cell.field]):
            taken[cell.field] = cell
    return {
        field: Cell(
            kind=cell.kind,
            note=cell.note,
            start=cell.start,
            end=cell.end,
            inferred=cell.inferred,
            told=cell.told,
            displaced=cell.displaced,
            candidates=list(cell.candidates),
        )
        for field, cell in taken.items()
        if cell.note or cell.inferred or cell.kind not in {CellKind.VALUE, CellKind.ZERO}
    }


def _says(cell: TableCell) -> tuple[bool, bool, bool]:
    """Sort key: a number says more than that there is none, and that more than a cell that cannot be read; what was inferred says less."""
    return (cell.value is not None, cell.kind is not CellKind.UNREADABLE, not cell.inferred)


def add_row(rows: list[Row], latest: dict[tuple[str, str], Row], fact: Fact, attribute: str) -> None:
    """Adds the fact to the row of its name, or to a new row where that one holds such a figure already.

    Args:
        rows: those of the fact's list, in reading order.
        latest: the last row of each list and name.
        fact: the fact.
        attribute: the attribute of `Figures` that holds it.
    """
    name = fact.name or ""
    row = latest.get((fact.field, name))
    if row is None or getattr(row.figures, attribute) is not None:
        row = latest[fact.field, name] = Row(name=name, figures=Figures())
        rows.append(row)
    setattr(row.figures, attribute, merge([fact]))
