"""Whether whole records are right, and whether the checks say of a report what they should say."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from model.characters import fold
from model.checks import check_record
from model.facts import Basis, Fact, Kind, Source, Time
from model.merging import build_record
from model.numbers import read_number
from model.record import Record
from model.units import find_unit
from training.evaluation.documents import Document
from training.filling import GoldFact


@dataclass(frozen=True, slots=True)
class Verdicts:
    """How many documents have a record that is right in every figure, and how many verdicts of checks are right."""

    records: int
    records_right: int
    checks: int
    checks_right: int

    def as_json(self) -> dict[str, Any]:
        """The counts."""
        return {
            "records": self.records,
            "records_right": self.records_right,
            "checks": self.checks,
            "checks_right": self.checks_right,
        }


def verdicts(documents: Sequence[Document]) -> Verdicts:
    """Records and checks made of what was read, against those made of what is stated."""
    records_right = checks = checks_right = 0
    for one in documents:
        wanted, got = build_record(stated_facts(one)), build_record(one.facts)
        records_right += _values(wanted) == _values(got)
        rules, found = ({check.rule: check.status for check in check_record(record)} for record in (wanted, got))
        checks += len(rules.keys() | found.keys())
        checks_right += sum(rules.get(rule) == found.get(rule) for rule in rules.keys() | found.keys())
    return Verdicts(len(documents), records_right, checks, checks_right)


def stated_facts(one: Document) -> tuple[Fact, ...]:
    """The facts as the labels state them, in the form in which they are read."""
    labels = {(span.start, span.end): span.label for span in one.gold.spans}
    folded = fold(one.text)
    return tuple(_fact(one.text, folded, fact, labels.get((fact.start, fact.end), "")) for fact in one.gold.facts)


def _fact(text: str, folded: str, gold: GoldFact, label: str) -> Fact:
    number = read_number(folded, gold.start, gold.end) if gold.kind not in {Kind.TEXT, Kind.DATE} else None
    unit = find_unit(folded, number.end) if number else None
    percent = number is not None and number.percent
    return Fact(
        field=gold.field,
        kind=gold.kind,
        value=gold.value,
        unit="%" if percent else "元" if gold.kind is Kind.AMOUNT else folded[slice(*unit)] if unit else None,
        name=None,
        text=text[gold.start : gold.end],
        start=gold.start,
        end=gold.end,
        time=Time(gold.time),
        basis={"NIL": Basis.NIL, "ALL": Basis.ALL}.get(label, Basis.STATED),
        approximate=number is not None and number.approximate,
        confidence=1.0,
        source=Source.PROSE,
        evidence=(),
    )


def _values(record: Record) -> set[tuple[str, str, object]]:
    """Everything in a record but the rows of its free lists: field, part, value."""
    return set(_parts(record))


def _parts(record: Record) -> Iterator[tuple[str, str, object]]:
    whole = {"issuer": record.issuer, "year": record.year, "period.start": record.period_start, "period.end": record.period_end}
    yield from ((name, "", value.value) for name, value in whole.items() if value is not None)
    for name, figures in record.figures.items():
        yield from ((name, part, value.value) for part, value in figures if value is not None)
