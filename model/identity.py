"""Whose report it is, of which year, and for which period."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from model.characters import tidy_name
from model.dates import FULL_DATE, read_date, read_year
from model.facts import Basis, Entity, Fact, Kind, Source, Time
from model.issuers import issuers

_TITLE_REACH = 30
_TITLE_REST = re.compile(r"\s?年?度?[^,。\n]{0,20}(?:年度报告|年报|工作报告)")
_TITLE_VOTES = 2
_LINE_BEFORE = re.compile(r"^[^,。;:\n]*\Z", re.MULTILINE)
_LINE_BEHIND = re.compile(r"[^\u4e00-\u9fff\n]*(?:\n|\Z)")
_UNTIL = re.compile(r"[截止][^,。;\n]{0,5}$|[至到]\s?$")
_SINCE = re.compile(r"[自从由]\s?$")
_STATED = {
    "period.start": re.compile(rf"(?:数据|统计)[^,。;\n\d]{{0,8}}[自从]\s?({FULL_DATE})"),
    "period.end": re.compile(rf"(?:数据|统计)[^,。;\n\d]{{0,8}}截[至止]到?\s?({FULL_DATE})(?!\s?[至到—-])"),
}
"""Words that tell a bound of the period, where nothing of it was tagged."""
_STATED_CONFIDENCE = 0.9
_LEAST_NAME = 0.5
"""A name that is less likely the issuer's than not states nothing: many a passage names other bodies, and a wrong issuer misfiles it."""
_PLANNED = re.compile(r"\s?年度?,?\s?[^,。;\n]{0,6}(?<!现)将")


def identity_facts(text: str, folded: str, entities: Sequence[Entity]) -> Iterator[Fact]:
    """Facts of issuer, year and period.

    Every mention of the issuer that is likely enough is a fact (`model.issuers`), and every mention of the year: the one tagged most
    often, the title and the period counting for more than one, titles on lines of their own behind the first (links to other years'
    reports) for nothing, and the latest among equals; a year of plans counts only where no other is tagged.
    Of two dates joined in a period the earlier is its start, unless 自 stands before the other; a single date after 截至 its end. A date
    without a year has that of the report where no other year is tagged as often.
    """
    own = [entity for entity in entities if entity.label in {"ISSUER", "YEAR"} and not _is_of_another(folded, entity)]
    for name in issuers(text, folded, [entity for entity in own if entity.label == "ISSUER"]):
        if name.confidence >= _LEAST_NAME:
            yield _fact("issuer", Kind.TEXT, tidy_name(name.text), name)
    years = _years(folded, [entity for entity in own if entity.label == "YEAR"])
    dates = [entity for entity in entities if entity.label == "PERIOD"]
    votes = _votes(folded, years, dates)
    most = max(votes, key=lambda year: (votes[year], year), default=None)
    yield from (_fact("year", Kind.DATE, year, entity) for year, entity in years if year == most)
    period = list(_period(folded, dates, most if list(votes.values()).count(max(votes.values(), default=0)) == 1 else None))
    yield from period
    yield from _stated_period(text, folded, {fact.field for fact in period})


def _is_of_another(folded: str, entity: Entity) -> bool:
    """Whether a year or name stands in the title of a document (《2020年工作要点》) or is what is compared with (比2020年)."""
    before = folded[max(0, entity.start - _TITLE_REACH) : entity.start]
    return before.rfind("《") > before.rfind("》") or before.rstrip().endswith(("较", "比", "〔", "["))


def _years(folded: str, years: Sequence[Entity]) -> list[tuple[int, Entity]]:
    """The tagged years that can be read, without those of plans unless there are no others."""
    read = [(year, entity) for entity in years if (year := read_year(folded[entity.start : entity.end])) is not None]
    return [(year, entity) for year, entity in read if not _PLANNED.match(folded, entity.end)] or read


def _votes(folded: str, years: Sequence[tuple[int, Entity]], dates: Sequence[Entity]) -> Counter[int]:
    """What speaks for each tagged year."""
    votes: Counter[int] = Counter()
    titled = False
    for year, entity in years:
        title = _TITLE_REST.match(folded, entity.end)
        votes[year] += 1 if title is None else 0 if titled and _fills_line(folded, entity.start, title.end()) else _TITLE_VOTES
        titled = titled or title is not None
    of_period = [int(date[:4]) for one in dates if (date := read_date(folded, one.start, one.end))]
    votes.update(year for year in of_period if year in votes)
    return votes


def _fills_line(folded: str, year: int, end: int) -> bool:
    """Whether a title is all of its line but for a date behind it."""
    return _LINE_BEFORE.search(folded, max(0, year - _TITLE_REACH), year) is not None and _LINE_BEHIND.match(folded, end) is not None


def _period(folded: str, dates: Sequence[Entity], year: int | None) -> Iterator[Fact]:
    read = [(date, e) for e in dates if (date := read_date(folded, e.start, e.end, year)) is not None]
    words = [folded[max(0, entity.start - 7) : entity.start] for _, entity in read]
    for number, (date, entity) in enumerate(read):
        after = number > 0 and entity.start - read[number - 1][1].end <= 6
        joined = number + 1 < len(read) and read[number + 1][1].start - entity.end <= 6 and not _SINCE.search(words[number + 1])
        ends = not _SINCE.search(words[number]) and (after or (not joined and _UNTIL.search(words[number]) is not None))
        yield _fact("period.end" if ends else "period.start", Kind.DATE, date, entity)


def _stated_period(text: str, folded: str, known: set[str]) -> Iterator[Fact]:
    """The bounds of the period that fixed words tell and no tag did."""
    for field, pattern in _STATED.items():
        match = None if field in known else pattern.search(folded)
        date = read_date(folded, *match.span(1)) if match else None
        if match and date:
            start, end = match.span(1)
            yield _fact(field, Kind.DATE, date, Entity("PERIOD", start, end, text[start:end], _STATED_CONFIDENCE))


def _fact(field: str, kind: Kind, value: int | str, entity: Entity) -> Fact:
    return Fact(
        field=field,
        kind=kind,
        value=value,
        unit=None,
        name=None,
        text=entity.text,
        start=entity.start,
        end=entity.end,
        time=Time.CURRENT,
        basis=Basis.STATED,
        approximate=False,
        confidence=entity.confidence,
        source=Source.PROSE,
        evidence=(entity,),
    )
