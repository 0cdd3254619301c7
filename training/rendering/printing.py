"""How an office prints the numbers of a table: its zeros, signs and thousands, and the units and notes that it puts into cells."""

import random
from dataclasses import dataclass

from model.tables.cells import CellKind, Printed

Number = int | float

_ZEROS = (("0",), ("0",), ("0",), ("",), ("",), ("/",), ("-",), ("0", ""), ("0", "/"), ("", "-"))
_SIGNS = (("", "-"), ("", "-"), ("+", "-"), ("增", "减"), ("+", "减"))
_GROUPED = 0.15
_UNIT = {"amount": (0.2, ("元", "万元")), "decisions": (0.04, ("件", "宗"))}
"""Columns in whose cells a unit may stand: how often, and which."""
_NOTE = {"issued": "其中修订{}件", "made": "含修订{}件", "repealed": "含自然失效{}件", "in_force": "其中联合发文{}件"}
_NOTED = 0.06


@dataclass(frozen=True, slots=True)
class CellDrawn:
    """What is printed in a cell, and what a reader should find there."""

    text: str
    printed: Printed

    @property
    def value(self) -> Number:
        """The number that the cell adds to a sum; a blank or a placeholder stands for zero."""
        return self.printed.value or 0


@dataclass(frozen=True, slots=True)
class Habit:
    """How one table is filled in: what may stand for zero, the signs of changes, and whether thousands are set off by commas."""

    zeros: tuple[str, ...]
    signs: tuple[str, str]
    grouped: bool


def draw_habit(source: random.Random) -> Habit:
    """The habit of an office for one table."""
    return Habit(source.choice(_ZEROS), source.choice(_SIGNS), source.random() < _GROUPED)


def print_cell(field: str, value: Number, habit: Habit, source: random.Random) -> CellDrawn:
    """The cell of a field that holds a value."""
    if not value:
        return _zero(source.choice(habit.zeros))
    column = field.rsplit(".", 1)[1]
    sign = habit.signs[value < 0] if column == "change" else ""
    unit, note = _unit(column, source), _note(column, value, source)
    digits = f"{abs(value):,}" if habit.grouped else str(abs(value))
    text = f"{sign}{digits}{unit or ''}{f'（{note}）' if note else ''}"
    return CellDrawn(text, Printed(CellKind.VALUE, value, unit, note))


def _zero(text: str) -> CellDrawn:
    if text == "0":
        return CellDrawn(text, Printed(CellKind.ZERO, 0))
    return CellDrawn(text, Printed(CellKind.NOT_APPLICABLE if text else CellKind.BLANK))


def _unit(column: str, source: random.Random) -> str | None:
    often, units = _UNIT.get(column, (0.0, ("",)))
    return source.choice(units) if source.random() < often else None


def _note(column: str, value: Number, source: random.Random) -> str | None:
    if column not in _NOTE or value < 2 or source.random() >= _NOTED:
        return None
    return _NOTE[column].format(source.randint(1, int(value) - 1))
