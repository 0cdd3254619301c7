"""Filling a passage: slots drawn, figures printed in one of their forms, spans and gold facts read off."""

import random
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from model.characters import fold, tidy_name
from model.dates import read_date
from model.facts import Kind
from model.labels import FIGURES
from model.numbers import read_number
from model.units import find_unit
from training import names
from training.markup import MarkupError, Meaning, Span, render
from training.passage import Passage
from training.slots import Draw, rounded

_SLOT = re.compile(r"([a-z_][a-z_0-9]*)(?::(cn|wan1|wan2|full|sp|,))?")
_YEAR = re.compile(r"year(?:([+-])(\d))?")
_NEGATIVE = re.compile(r"(?<!\d)-\d")
_DIGITS = "零一二三四五六七八九"
_FULL = str.maketrans("0123456789.", "０１２３４５６７８９．")
_WRONG_BY = (-3, -2, -1, 1, 2, 3, 10)


@dataclass(frozen=True, slots=True)
class GoldFact:
    """A fact as the passage's author states it."""

    field: str
    kind: Kind
    value: int | float | str
    time: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Filled:
    """A filled passage: text, spans with offsets into it (units added), and the facts that it states."""

    text: str
    spans: tuple[Span, ...]
    facts: tuple[GoldFact, ...] = field(default=())

    @property
    def has_negative_count(self) -> bool:
        """Whether a count came out below zero, or is printed so, which a passage must not allow."""
        return any(fact.kind is Kind.COUNT and self._is_negative(fact) for fact in self.facts)

    def _is_negative(self, fact: GoldFact) -> bool:
        # The reader of numbers passes over a sign, so the value of what is printed as -8 is 8.
        printed = _NEGATIVE.search(self.text, fact.start, fact.end) is not None
        return printed or (isinstance(fact.value, int | float) and fact.value < 0)


def fill(passage: Passage, source: random.Random, consistent: bool = True) -> Filled:
    """One filling; with `consistent` false one derived figure is made wrong."""
    draw = Draw(passage.slots, source, {"year": source.randint(*passage.years)})
    derived = draw.derived()
    if not consistent and derived:
        draw.disturb(source.choice(derived), source.choice(_WRONG_BY))
    printer = _Printer(draw, passage.keys, source)
    text, spans = render(passage.pieces, printer.print)
    facts = [fact for span in spans for fact in gold_facts(text, span, draw)]
    return Filled(text, tuple(with_units(text, spans)), tuple(facts))


class _Printer:
    """Prints slots; what is drawn once (place, office, a choice of wordings, the form of numbers) stays for the passage."""

    def __init__(self, draw: Draw, keys: Mapping[str, str], source: random.Random) -> None:
        self._draw = draw
        self._random = source
        self._form = source.choices(["plain", ",", "full"], [80, 13, 7])[0]
        self._choices: dict[str, str] = {}
        place = names.draw_place(keys["level"], source)
        self._names = {"place": place, "office": names.draw_office(keys["level"], keys["issuer"], place, source)}

    def print(self, slot: str) -> str:
        if "/" in slot:
            return self._choices.setdefault(slot, self._random.choice(slot.split("/")))
        if slot in self._names:
            return self._names[slot]
        if year := _YEAR.fullmatch(slot):
            return str(self._draw.value("year") + int((year[1] or "+") + (year[2] or "0")))
        match = _SLOT.fullmatch(slot)
        if match is None:
            raise MarkupError(f"cannot read the slot {{{slot}}}")
        return print_number(self._draw.value(match[1]), match[2] or self._form)


def print_number(value: int | Decimal, form: str) -> str:
    """The number in the given form: plain, `,`, full (width), sp(aced), cn (Chinese numeral), wan1 or wan2 (in 万)."""
    plain = f"{value:f}" if isinstance(value, Decimal) else str(value)
    if form == ",":
        return f"{value:,}"
    if form == "full":
        return plain.translate(_FULL)
    if form == "sp":
        return f" {plain} "
    if form == "cn":
        return chinese_numeral(int(value))
    if form in {"wan1", "wan2"}:
        return f"{rounded(Decimal(value) / 10_000, int(form[-1]))}万"
    return plain


def chinese_numeral(value: int) -> str:
    """A whole number below 10,000 in Chinese numerals: 35 is 三十五."""
    if not 0 <= value < 10_000:
        raise MarkupError(f"no Chinese numeral for {value}")
    out, zero = "", False
    for power, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = value // power % 10
        if digit:
            out += ("零" if zero and out else "") + _DIGITS[digit] + unit
        zero = digit == 0
    return out.removeprefix("一") if 10 <= value < 20 else out or "零"


def gold_facts(text: str, span: Span, draw: Draw | None) -> list[GoldFact]:
    """The facts that a span states; `draw` works out values given as expressions over slots.

    Raises:
        MarkupError: the span holds no number, or not the date that its label promises.
    """
    return [
        GoldFact(
            meaning.field,
            meaning.kind or kind_of(span.label, meaning.field),
            _value(text, span, meaning, draw),
            meaning.time.value,
            span.start,
            span.end,
        )
        for meaning in span.meanings
    ]


def kind_of(label: str, field: str) -> Kind:
    """The kind of what a span of the label states of a field, unless its author says otherwise."""
    named = {"SHARE": Kind.SHARE, "CHANGE": Kind.CHANGE, "ISSUER": Kind.TEXT, "YEAR": Kind.DATE, "PERIOD": Kind.DATE}
    return named.get(label, Kind.AMOUNT if field.startswith("fees.") else Kind.COUNT)


def _value(text: str, span: Span, meaning: Meaning, draw: Draw | None) -> int | float | str:
    if meaning.value is not None:
        value = (draw or Draw({}, random.Random(0), {})).evaluate(meaning.value)
        return int(value) if value == int(value) else float(value)
    if span.label == "NIL":
        return 0
    quoted = text[span.start : span.end]
    if span.label == "ISSUER":
        return tidy_name(quoted)
    if span.label == "PERIOD":
        date = read_date(fold(text), span.start, span.end)
        if date is None:
            raise MarkupError(f"no date in {quoted!r}")
        return date
    number = read_number(fold(quoted), 0, len(quoted))
    if number is None:
        raise MarkupError(f"no number in {quoted!r}, labelled {span.label}")
    return number.plain


def with_units(text: str, spans: Sequence[Span]) -> list[Span]:
    """The spans with a UNIT behind every count and sum that has one."""
    folded = fold(text)
    taken = {position for span in spans for position in range(span.start, span.end)}
    out: list[Span] = []
    for span in spans:
        out.append(span)
        if span.label in FIGURES and span.label not in {"SHARE", "CHANGE"}:
            unit = find_unit(folded, span.end)
            if unit is not None and taken.isdisjoint(range(*unit)):
                out.append(Span(*unit, "UNIT"))
    return out
