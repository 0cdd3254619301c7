"""Where a report prints the year that it is about: title, opening, period, first words, headings, statements on requests, signature.

Years that are meant to be others are left out: what is compared with (比2021年), carried over, planned or cumulated, dates with their
month, titles and numbers of documents, and paragraphs that speak of several years.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from model.dates import IN_YEAR, YEAR, read_year
from model.numbers import read_number
from model.segments import Segment

TITLE, NAME, PERIOD, OPENING, HEADING, STATEMENT, SIGNATURE = "title", "name", "period", "opening", "heading", "statement", "signature"

_YEAR = rf"(?<!\d){YEAR}(?!\d)"
"""With no digit beside it."""
_PRINTED = re.compile(rf"({_YEAR})")
_SCHOOL_YEAR = re.compile(r"学年")
_NAME = re.compile(rf"({_YEAR})\s?年(?:度)?[^,。;\n《]{{0,16}}信息公开[^,。;\n]{{0,8}}报告")
_PERIOD = re.compile(
    rf"(?:统计|期限|数据|时限|时间|报告)[^。;\n]{{0,24}}?({_YEAR})\s?年\s?0?1\s?月\s?0?1\s?日[^。;\n\d]{{0,8}}"
    rf"(?:({_YEAR})\s?年\s?)?12\s?月\s?31\s?日"
)
_FIRST_WORDS = re.compile(rf"\s*({_YEAR})\s?年度?(?!\s?\d|以来|[至到—–\-~])")
_STATEMENT = re.compile(
    rf"(?:(?<=[。;])|^)\s*({_YEAR})\s?年度?[,全](?:[^。;,\d]{{0,16}},)?[^。;,\d]{{0,16}}(?:收到|受理|办理|答复|新收)[^。;\d]{{0,16}}申请"
)
_DATED = re.compile(rf"({_YEAR})\s?年(?!\s?\d{{1,2}}\s?月)")
_MEANT = re.compile(r"[比较]|同期|上年|去年|上一年|往年|历年|累计|结转|下一步|计划|打算|安排|思路|展望|规划|以来|学年|决算|预算")
_QUOTED = re.compile(r"《[^》\n]{0,100}》|〔[^〕\n]{0,100}〕|\[[^\]\n]{0,100}\]")
"""Bounded, so that marks that nothing closes cost no more than the length of the longest title each."""
_SIGNED = re.compile(rf"({_YEAR})\s?年\s?({IN_YEAR})\s?月")
_OPENING_PARAGRAPHS = 3


@dataclass(frozen=True, slots=True)
class YearMark:
    """A year as it is printed at a place of the report; `month` is that of a signature."""

    place: str
    year: int
    start: int
    end: int
    month: int | None = None


def year_marks(folded: str, segments: Sequence[Segment]) -> list[YearMark]:
    """All marks of a folded text, place by place; none of a school's report, whose year is another."""
    titles = [one for one in segments if one.kind == "title"]
    prose = [one for one in segments if one.kind == "prose"]
    first = [one for one in prose if one.section in {None, "overview"}][:_OPENING_PARAGRAPHS]
    if any(_SCHOOL_YEAR.search(folded, one.start, one.end) for one in (*titles, *first)):
        return []
    shown = _QUOTED.sub(lambda match: " " * len(match.group()), folded)
    return [
        *(_mark(folded, TITLE, match) for one in titles for match in _PRINTED.finditer(folded, one.start, one.end)),
        *(_mark(folded, NAME, match) for one in first for match in _NAME.finditer(shown, one.start, one.end)),
        *_periods(folded, segments),
        *_matched(shown, OPENING, _FIRST_WORDS, first),
        *(mark for one in segments if one.kind == "heading" for mark in _of_heading(shown, one)),
        *_matched(shown, STATEMENT, _STATEMENT, [one for one in prose if one.section in {"overview", "disclosure", "requests"}]),
        *(mark for one in segments if one.kind == "signature" for mark in _signed(folded, one)),
    ]


def _mark(folded: str, place: str, match: re.Match[str], group: int = 1) -> YearMark:
    start, end = match.span(group)
    year = read_year(folded[start:end])
    assert year is not None
    return YearMark(place, year, start, end)


def _periods(folded: str, segments: Sequence[Segment]) -> Iterator[YearMark]:
    """Both ends of a year-long period that is said to be what the figures are counted over."""
    for one in segments:
        if one.kind == "prose":
            for match in _PERIOD.finditer(folded, one.start, one.end):
                yield from (_mark(folded, PERIOD, match, group) for group in (1, 2) if match[group])


def _matched(shown: str, place: str, pattern: re.Pattern[str], paragraphs: Sequence[Segment]) -> Iterator[YearMark]:
    """The years that a pattern finds in paragraphs that name no other year and compare nothing."""
    for one in paragraphs:
        paragraph = shown[one.start : one.end]
        found = pattern.search(paragraph) if place == STATEMENT else pattern.match(paragraph)
        if found is None or _MEANT.search(_sentence(paragraph, found.start(1))):
            continue
        if len({read_year(year) for year in _PRINTED.findall(paragraph)}) == 1:
            mark = _mark(paragraph, place, found)
            yield YearMark(place, mark.year, one.start + mark.start, one.start + mark.end)


def _sentence(paragraph: str, place: int) -> str:
    return re.split(r"[。;]", paragraph[place:], maxsplit=1)[0]


def _of_heading(shown: str, heading: Segment) -> Iterator[YearMark]:
    if heading.section in {None, "problems"} or _MEANT.search(shown, heading.start, heading.end):
        return
    for match in _DATED.finditer(shown, heading.start, heading.end):
        yield _mark(shown, HEADING, match)


def _signed(folded: str, signature: Segment) -> Iterator[YearMark]:
    for match in _SIGNED.finditer(folded, signature.start, signature.end):
        mark, month = _mark(folded, SIGNATURE, match), read_number(folded, *match.span(2))
        yield YearMark(SIGNATURE, mark.year, mark.start, mark.end, int(month.value) if month else None)
