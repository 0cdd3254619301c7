"""The facts of free tables: a row states one field, each column a count, share or change of it, of this year, an earlier one or all years.

The field of a row is what its label's words and the hints of all its figures say; where two rows would state one field it is neither's.
The row of the total is that of its parts, if each of these has a field.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from model.annex import Row
from model.confidence import LinkEvidence
from model.context import words_before
from model.facts import Basis, Entity, Fact, FigureEntity, Kind, Source, Time
from model.grids import FIGURE, Cell, FreeTable
from model.hints import settled_fields
from model.labels import CATEGORIES
from model.lexicon import field_for_unit, name_fields
from model.links import RATES
from model.measures import Column, Measure
from model.numbers import Number, plain, read_number
from model.remedies import SCOPES
from model.sentences import within
from model.tables.cells import FALLS
from model.tables.money import money_unit
from model.totals import total_of
from model.units import UNIT_NAMES, YUAN, in_yuan

_BEHIND = re.compile(rf"(?<!^)(?:\((?!(?:单位:?)?[万亿]?(?:{UNIT_NAMES})?\)|[^()]*(?:19|20)\d\d)[^()]*\)|[①-⑳*※])$")
"""What explains a figure, as notes and brackets do; one that names its unit or a year is part of it."""
_FALLS = (*FALLS, "下降")
_CHANGES = {Measure.CHANGE, Measure.COMPARED}
_NIL = re.compile("无|零|没有")
_UNHINTED = 0.5
"""The chance of a field that words alone name, for no figure of the row was tagged."""
_TORN = re.compile(r"\d\s+\d")
"""Two numbers in one cell, or one over two lines of it: it cannot be told."""
_TOTAL = re.compile(r"(?:合计|总计|共计|总数|总和)(?:\(.*\))?")
_UNIT = re.compile(UNIT_NAMES)
_LABEL_UNIT = re.compile(rf"\(({UNIT_NAMES})\)$")
_FREE = "disclosure.by_topic"
_YEARLY, _CUMULATIVE = "disclosure.total", "disclosure.cumulative"
_NO_PART = {"other", _FREE}
_REMEDIES = {*SCOPES, "complaints"}


@dataclass(frozen=True, slots=True)
class _Line:
    """A row with what was tagged in it and the field that it states, which has `chance`."""

    cells: tuple[Cell, ...]
    inside: Sequence[Entity]
    field: str
    chance: float

    @property
    def confidence(self) -> float:
        """Of what was tagged most surely in it, its label or a figure."""
        return max((entity.confidence for entity in self.inside), default=0.0)


def free_table_facts(
    text: str, folded: str, entities: Sequence[Entity], annex: Sequence[Row], table: FreeTable
) -> Iterator[tuple[Fact, LinkEvidence]]:
    """The facts of a table, each with the evidence for its confidence; a figure of a row without a field is `other` where it was tagged.

    Args:
        text: as it was sent.
        folded: its folded text.
        entities: all tagged spans, in order.
        annex: rows with the labels of the annexed table, in order.
        table: the table.
    """
    for line in _named(table, [_line(folded, table, cells, entities, annex) for cells in table.rows]):
        for place in table.figures:
            fact = _fact(text, folded, table, line, place)
            if fact is not None and (fact.field != "other" or _tagged(line, line.cells[place])):
                yield fact, LinkEvidence(line.confidence, published=line.field.startswith("disclosure."), hint=line.chance)


def _line(folded: str, table: FreeTable, cells: tuple[Cell, ...], entities: Sequence[Entity], annex: Sequence[Row]) -> _Line:
    inside = [entity for cell in cells for entity in within(entities, cell.start, cell.end)]
    hints = _hints(inside)
    labelled = tuple(row.field for cell in cells for row in within(annex, cell.start, cell.end))
    fields = labelled or settled_fields(_words(folded, table, cells, inside), hints)
    field = fields[0] if fields else "other"
    return _Line(cells, inside, field, 1.0 if labelled else hints.get(field, _UNHINTED))


def _hints(inside: Sequence[Entity]) -> Mapping[str, float]:
    """The best chance that any figure of a row gives each field, likeliest first."""
    best: dict[str, float] = {}
    for entity in inside:
        for name, chance in entity.hints if isinstance(entity, FigureEntity) else ():
            best[name] = max(chance, best.get(name, 0.0))
    return dict(sorted(best.items(), key=lambda one: -one[1]))


def _words(folded: str, table: FreeTable, cells: tuple[Cell, ...], inside: Sequence[Entity]) -> tuple[str, ...]:
    """The fields that the categories in the label name; a remedy alone is its total."""
    named: list[str] = []
    for entity in inside:
        if entity.label in CATEGORIES and entity.end <= cells[table.label].end:
            words = words_before(entity.label, folded, entity.start, entity.end) + folded[entity.start : entity.end]
            named += name_fields(entity.label, words)
    if len(named) == 1 and named[0] in _REMEDIES:
        return (f"{named[0]}.total",)
    return tuple(named) if len(named) == 1 and "." in named[0] else ()


def _named(table: FreeTable, lines: Sequence[_Line]) -> Iterator[_Line]:
    """The rows, totals with the field of their parts, and without a field those that would state the same."""
    totals = [_TOTAL.fullmatch(line.cells[table.label].words) is not None for line in lines]
    parts = [line for line, total in zip(lines, totals, strict=True) if not total]
    whole = total_of([part.field for part in parts])
    times = Counter(part.field for part in parts)
    for line, total in zip(lines, totals, strict=True):
        if total:
            yield replace(line, field=whole or "other", chance=min((part.chance for part in parts), default=_UNHINTED))
        elif line.field not in _NO_PART and times[line.field] > 1:
            yield replace(line, field="other")
        else:
            yield line


def _tagged(line: _Line, cell: Cell) -> bool:
    return any(entity.start < cell.end and cell.start < entity.end for entity in line.inside)


def _fact(text: str, folded: str, table: FreeTable, line: _Line, place: int) -> Fact | None:
    """The fact of a cell; None where it holds no figure and nothing else."""
    column, label, printed = table.columns[place], line.cells[table.label], line.cells[place]
    cell = replace(printed, words=_BEHIND.sub("", printed.words))
    zero = _NIL.fullmatch(cell.words) is not None
    number = _number(folded, column, cell)
    if number is None and not zero:
        return None
    percent = number is not None and number.percent
    kind = _kind(column, percent)
    unit = "%" if percent or kind is Kind.SHARE else _unit(table, line, column, cell)
    value = number.value if number else Decimal(0)
    stated = _stated(line.field, kind, _TOTAL.fullmatch(label.words) is not None)
    field = field_for_unit(_of_time(stated, table, column), unit)
    if field.startswith("fees.") and kind is Kind.COUNT:
        kind, value, unit = Kind.AMOUNT, in_yuan(value, unit), "元"
    start, end = (cell.start, cell.end) if number is None else (number.start, number.end)
    moved = (_mover(text, table.header[place]),) if column.time is Time.PREVIOUS else ()
    return Fact(
        field=field,
        kind=kind,
        value=plain(value),
        unit=unit,
        name=label.words or None,
        text=text[start:end],
        start=start,
        end=end,
        time=column.time,
        basis=Basis.NIL if zero else Basis.STATED,
        approximate=False,
        confidence=0.0,
        source=Source.PROSE,
        evidence=(*line.inside, *moved),
    )


def _number(folded: str, column: Column, cell: Cell) -> Number | None:
    """The number in a cell, below zero where it tells a fall.

    None where there is none or two, a change where the column has none, or one of which nothing tells whether it is per cent.
    """
    match = FIGURE.fullmatch(cell.words)
    if match is None or _TORN.search(folded, cell.start, cell.end):
        return None
    number = read_number(folded, cell.start, cell.end)
    if number is None or (match["sign"] and column.measure not in _CHANGES):
        return None
    if column.measure is Measure.COMPARED and not number.percent and not match["unit"]:
        return None
    return replace(number, value=-number.value) if (match["sign"] or "").startswith(_FALLS) else number


def _kind(column: Column, percent: bool) -> Kind:
    if column.measure in _CHANGES:
        return Kind.CHANGE
    return Kind.SHARE if percent or column.measure is Measure.SHARE else Kind.COUNT


def _stated(field: str, kind: Kind, total: bool) -> str:
    """The field of a figure of a row: no whole is a share of itself, and rates are nothing but shares."""
    if (kind is Kind.SHARE and total) or (field in RATES and kind is not Kind.SHARE):
        return "other"
    return field


def _of_time(field: str, table: FreeTable, column: Column) -> str:
    """The field of a figure in a column: where one column is of all years, all that was published is in it and in no other."""
    all_years = any(one.time is Time.CUMULATIVE for one in table.columns.values())
    if not all_years or field not in {_YEARLY, _CUMULATIVE}:
        return field
    return _CUMULATIVE if column.time is Time.CUMULATIVE else _YEARLY


def _unit(table: FreeTable, line: _Line, column: Column, cell: Cell) -> str | None:
    """The unit in the cell, its column's heading, the row's own cell for it, or its label; money that is printed as 3万 is in yuan."""
    of_row = (line.cells[place].words for place, one in table.columns.items() if one.measure is Measure.UNIT)
    own = next((words for words in of_row if _UNIT.fullmatch(words)), None)
    behind = _LABEL_UNIT.search(line.cells[table.label].words)
    in_cell = FIGURE.fullmatch(cell.words)
    unit = (in_cell and in_cell["unit"]) or column.unit or own or (behind and behind[1])
    return money_unit(cell.words, unit) if unit in YUAN else unit


def _mover(text: str, heading: Cell) -> Entity:
    return Entity("PREVIOUS", heading.start, heading.end, text[heading.start : heading.end], 1.0)
