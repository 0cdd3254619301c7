"""What prose tells of the cells of the tables, and how it settles columns that the identities leave open.

Where blank cells were dropped, columns may be exchanged without harm to any sum: of `12 12` in every row of table 3 nothing but
其中自然人12件 says whose requests these were.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from model.facts import Fact, Kind, Source, Time
from model.names import NAMES
from model.tables.alignment import Reading, value_of
from model.tables.forms import APPLICANTS, RESULTS
from model.tables.sums import CellSum, Rows, Sum, settle

Cells = tuple[str, ...]
"""Cells whose sum prose may tell."""

Told = Mapping[str, float]
"""Figures of prose by their field."""

NOTHING_TOLD: Told = MappingProxyType({})


def _of_table3(row: str, column: str = "total") -> str:
    return f"table3.{row}.{column}"


def _reasons(group: str) -> Cells:
    """The total cells of a group of outcomes, whichever form it is printed in."""
    return tuple(cell for cell in NAMES if cell.startswith(f"table3.{group}.") and cell.endswith(".total") and cell.count(".") == 3)


def _readings() -> Iterator[tuple[str, tuple[Cells, ...]]]:
    received, carried_in = (_of_table3("received"),), (_of_table3("carried_in"),)
    yield "requests.received", (received, (*received, *carried_in))
    yield "requests.carried_in", (carried_in,)
    yield "requests.to_handle", ((*received, *carried_in),)
    yield "requests.processed", ((_of_table3("total"),),)
    yield "requests.carried_out", ((_of_table3("carried_out"),),)
    for column in (column.name for column in APPLICANTS[:-1]):
        of_column = [_of_table3(row, column) for row in ("received", "carried_in", "total")]
        yield f"requests.by_applicant.{column}", ((of_column[0],), (of_column[0], of_column[1]), (of_column[2],))
    legal = [tuple(_of_table3(row, column.name) for column in APPLICANTS[1:-1]) for row in ("received", "carried_in", "total")]
    yield "requests.by_applicant.legal_person", (legal[0], (*legal[0], *legal[1]), legal[2])
    for outcome in ("granted", "partial"):
        yield f"requests.outcome.{outcome}", ((_of_table3(outcome),),)
    yield "requests.outcome.granted_or_partial", ((_of_table3("granted"), _of_table3("partial")),)
    for group in ("denied", "unable", "not_processed", "other"):
        whole = (((_of_table3(group),),) if group == "other" else ()) + (_reasons(group),)
        yield f"requests.outcome.{group}", whole
        for cell in _reasons(group):
            yield f"requests.outcome.{group}.{cell.split('.')[2]}", ((cell,),)
    for result in (column.name for column in RESULTS):
        direct, after = f"table4.litigation_direct.{result}", f"table4.litigation_after_review.{result}"
        yield f"reviews.{result}", ((f"table4.reviews.{result}",),)
        yield f"litigation.{result}", ((direct, after), (direct,))
        yield f"litigation.direct.{result}", ((direct,),)
        yield f"litigation.after_review.{result}", ((after,),)
    for documents in ("regulations", "normative_docs"):
        yield (
            f"disclosure.{documents}",
            ((f"table2.{documents}.issued",), (f"table2.{documents}.made",), (f"table2.{documents}.disclosed",)),
        )


READINGS: Mapping[str, tuple[Cells, ...]] = dict(_readings())
"""Of each field of prose the cells that it may repeat, likeliest first: 收到 may mean what came in new, or that and what was carried in."""


_OF_APPLICANTS = {
    "requests.received": "requests.by_applicant.{}",
    "requests.carried_in": "table3.carried_in.{}",
    "requests.carried_out": "table3.carried_out.{}",
}
"""Figures of requests, and what they are if one kind of applicant alone is named before them."""
_CLAUSE_ENDS = re.compile(r"[,。;:、\n\d]")
_LONGEST_CLAUSE = 40
_OTHERS_TOO = re.compile("[和及与或非除等]|法人|单位|其他")


def told_by(facts: Iterable[Fact], folded: str) -> Told:
    """The exact figures of this year in prose, and whose requests those are before which one kind of applicant is named: 自然人申请2件.

    A field of which prose has several figures tells nothing.

    Args:
        folded: the text of the facts.
    """
    values: dict[str, set[float]] = {}
    for fact in facts:
        exact = fact.kind is Kind.COUNT and fact.time is Time.CURRENT and fact.source is Source.PROSE and not fact.approximate
        if exact and isinstance(fact.value, int | float):
            for field in (fact.field, *_of_applicant(fact, folded)):
                values.setdefault(field, set()).add(float(fact.value))
    return {field: min(found) for field, found in values.items() if len(found) == 1}


def _of_applicant(fact: Fact, folded: str) -> Iterator[str]:
    """What a figure of requests is as well, if the words of its clause before it name one kind of applicant, and no other."""
    if fact.field not in _OF_APPLICANTS:
        return
    *_, clause = _CLAUSE_ENDS.split(folded[max(0, fact.start - _LONGEST_CLAUSE) : fact.start])
    named = [column.name for column in APPLICANTS[:-2] if column.zh in clause]
    if len(named) == 1 and not _OTHERS_TOO.search(clause):
        yield _OF_APPLICANTS[fact.field].format(named[0])


def narrow(rows: Rows, fields: Sequence[Sequence[str]], told: Told, sums: Sequence[Sum]) -> Rows:
    """The readings that agree with prose as well; a figure of prose that no reading can agree with tells nothing.

    Where a figure may repeat either of several cells, what agrees with any of them is left.

    Args:
        rows: the readings that the identities leave.
        fields: the names of the columns of each row.
        sums: the identities over the rows.
    """
    places = {field: (row, column) for row, names in enumerate(fields) for column, field in enumerate(names)}
    held: list[CellSum] = []
    for field, value in told.items():
        meant = [
            CellSum(tuple(places[cell] for cell in cells), value)
            for cells in READINGS.get(field, ((field,),))
            if places.keys() >= set(cells)
        ]
        if not any(_is_open(rows, one) for one in meant):
            continue
        agreeing = [(one, left) for one in meant if (left := settle(rows, sums, [*held, one])) is not None]
        if len(agreeing) == 1:
            held.append(agreeing[0][0])
        if agreeing:
            rows = [_any_of(ways) for ways in zip(*(left for _, left in agreeing), strict=True)]
    return rows


def _is_open(rows: Rows, told: CellSum) -> bool:
    """Whether the readings of a row differ in the cells that a figure may repeat."""
    return any(len({value_of(reading[column]) for reading in rows[row]}) > 1 for row, column in told.cells)


def _any_of(ways: Sequence[tuple[Reading, ...]]) -> tuple[Reading, ...]:
    return tuple(dict.fromkeys(reading for way in ways for reading in way))
