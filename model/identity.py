"""Whose report it is, of which year, and for which period."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from model.characters import tidy_name
from model.dates import read_date, read_year
from model.facts import Basis, Entity, Fact, Kind, Source, Time
from model.sentences import within

_OFFICE = "政府|政府办公室|局|委员会|办公室|厅|部|署|院|大学|学院|学校|医院|办事处|公司|中心|管委会"
_OFFICE_LINE = re.compile(rf"^[ ]*([\u4e00-\u9fff]{{2,28}}(?:{_OFFICE}))[ ]*$", re.MULTILINE)
_SIGNATURE_CONFIDENCE = 0.8
_TITLE_REACH = 30
_TITLE_REST = re.compile(r"\s?年?度?[^,。\n]{0,20}(?:年度报告|年报|工作报告)")
_TITLE_VOTES = 2
_UNTIL = re.compile(r"[截止][^,。;\n]{0,5}$|[至到]\s?$")
_NAME_END = re.compile(r"[省市县区州旗盟镇乡道局厅委会府院校学司心部办室关署社所站队处园]\s*$")
_NO_NAME = re.compile(r"(?:关于|现将|根据|按照)+")
_PLANNED = re.compile(r"\s?年度?,?\s?[^,。;\n]{0,6}(?<!现)将")
_NAME_START = re.compile(r"^[\u4e00-\u9fff]{1,2}\Z", re.MULTILINE)
_NAME_REST = re.compile(r"[\u4e00-\u9fff]{0,4}?[省市县区镇乡道局厅委会府院校学司心部办室署]")


def identity_facts(text: str, folded: str, entities: Sequence[Entity]) -> Iterator[Fact]:
    """Facts of issuer, year and period.

    Every mention of the issuer is a fact; in a line that is the name of an office and no more (a signature, a title's first
    line) the whole line is the mention. The year is the one tagged most often, a title's mention counting for more than one, and the
    latest among equals; a year of plans counts only where no other is tagged; every mention of it is a fact.
    Of two dates joined in a period the earlier is its start; a single date after 截至 its end.
    """
    own = [entity for entity in entities if not _is_of_another(folded, entity)]
    yield from _issuers(text, folded, [_whole_name(text, folded, entity) for entity in own if entity.label == "ISSUER"])
    yield from _year(folded, [entity for entity in own if entity.label == "YEAR"])
    yield from _period(folded, [entity for entity in entities if entity.label == "PERIOD"])


def _is_of_another(folded: str, entity: Entity) -> bool:
    """Whether a year or name stands in the title of a document (《2020年工作要点》) or is what is compared with (比2020年)."""
    before = folded[max(0, entity.start - _TITLE_REACH) : entity.start]
    return before.rfind("《") > before.rfind("》") or before.rstrip().endswith(("较", "比", "〔", "["))


def _whole_name(text: str, folded: str, entity: Entity) -> Entity:
    """The mention of an issuer with all of its name and nothing else.

    The tagger may have stopped inside it (怀源街|道), begun late in its line (怀|源街道) or too early (关于|怀源街道).
    """
    start, end = entity.start, entity.end
    if words := _NO_NAME.match(folded, start, end):
        start = words.end()
    elif lost := _NAME_START.search(folded[max(0, start - 3) : start]):
        start -= len(lost.group())
    if not _NAME_END.search(folded[start:end]) and (rest := _NAME_REST.match(folded, end)):
        end = rest.end()
    return replace(entity, start=start, end=end, text=text[start:end])


def _issuers(text: str, folded: str, tagged: Sequence[Entity]) -> Iterator[Fact]:
    last = len(folded.rstrip())
    lines = [match for match in _OFFICE_LINE.finditer(folded) if match.end() == last or within(tagged, match.start(), match.end())]
    for line in lines:
        start, end = line.span(1)
        inside = [entity.confidence for entity in within(tagged, start, end)]
        whole = Entity("ISSUER", start, end, text[start:end], max(inside, default=_SIGNATURE_CONFIDENCE))
        yield _fact("issuer", Kind.TEXT, tidy_name(whole.text), whole)
    for entity in tagged:
        if not any(line.start() <= entity.start < line.end() for line in lines):
            yield _fact("issuer", Kind.TEXT, tidy_name(entity.text), entity)


def _year(folded: str, years: Sequence[Entity]) -> Iterator[Fact]:
    read = [(year, entity) for entity in years if (year := read_year(folded[entity.start : entity.end])) is not None]
    read = [(year, entity) for year, entity in read if not _PLANNED.match(folded, entity.end)] or read
    votes: Counter[int] = Counter()
    for value, entity in read:
        votes[value] += _TITLE_VOTES if _TITLE_REST.match(folded, entity.end) else 1
    if votes:
        most = max(votes, key=lambda year: (votes[year], year))
        yield from (_fact("year", Kind.DATE, value, entity) for value, entity in read if value == most)


def _period(folded: str, dates: Sequence[Entity]) -> Iterator[Fact]:
    read = [(date, e) for e in dates if (date := read_date(folded, e.start, e.end)) is not None]
    for number, (date, entity) in enumerate(read):
        after = number > 0 and entity.start - read[number - 1][1].end <= 6
        only_end = number + 1 == len(read) or read[number + 1][1].start - entity.end > 6
        ends = after or (only_end and _UNTIL.search(folded[max(0, entity.start - 7) : entity.start]) is not None)
        yield _fact("period.end" if ends else "period.start", Kind.DATE, date, entity)


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
