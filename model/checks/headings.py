"""Headings of the first level that are misnumbered, missing or repeated: the rules `headings.numbers` and `headings.sections`.

Operands are named `heading`: their value is the number that a heading prints, or the place of its section in the form.

Sources: the six headings of 国办公开办函〔2019〕60号 and 〔2021〕30号. Other lists (一、二、…) may stand within a section, and a page of
contents before the first, so a number may go on with any list that was begun, and one begins a list of its own.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from model.characters import fold
from model.checks.finding import Finding, check_of_operands
from model.checks.wording import Phrase, joined
from model.facts import Cause, Change, Check, Hypothesis, Kind, Operand, Status
from model.headings import ordinal_of, statutory_section
from model.record import Record
from model.segments import Segment

FIELD = "heading"
SECTIONS: dict[str, Phrase] = {
    "overview": Phrase("总体情况", "overview"),
    "disclosure": Phrase("主动公开政府信息情况", "disclosure"),
    "requests": Phrase("收到和处理政府信息公开申请情况", "requests"),
    "remedies": Phrase("行政复议、行政诉讼情况", "reviews and litigation"),
    "problems": Phrase("存在的主要问题及改进情况", "problems"),
    "other": Phrase("其他需要报告的事项", "other matters"),
}
"""The sections of the form, in its order."""
ORDER = list(SECTIONS)
LEAST_SECTIONS = 4
"""A text with fewer of the statutory headings is an excerpt, or follows another form."""
FIRST_YEAR = 2019
"""Reports on earlier years follow no common form."""
NUMERALS = "〇一二三四五六七八九十"

IN_ORDER = Phrase("{count}个一级标题序号连续", "the numbers of {count} headings follow each other")
SLIP = Phrase("标题“{heading}”序号应为{expected}", "the heading “{heading}” should have the number {expected}")
REPEATED = Phrase("标题“{heading}”与前一标题序号相同", "the heading “{heading}” has the number of the one before")
SKIPS = Phrase("标题“{heading}”之前缺序号{expected}", "before the heading “{heading}” the number {expected} is missing")
MISNUMBERED = Phrase("序号应为{expected},报告写错", "the report has the wrong number, {expected} would be right")
LOST = Phrase("序号{expected}的标题未读到", "the heading with the number {expected} was not read")
BETWEEN = Phrase(";", "; ")

COMPLETE = Phrase("六个部分的标题齐全,次序正确", "the headings of all six sections are there, in order")
MISSING = Phrase("未见部分:{sections}", "sections not found: {sections}")
TWICE = Phrase("部分重复:“{heading}”", "a section comes twice: “{heading}”")
UNORDERED = Phrase("部分次序不合:“{heading}”", "a section is out of order: “{heading}”")


@dataclass(frozen=True, slots=True)
class Title:
    """A numbered heading of the first level; `section` is the statutory one that it names, None of another name."""

    number: int
    section: str | None
    text: str
    start: int
    end: int

    def operand(self, value: int) -> Operand:
        """The heading as an operand of a check."""
        return Operand(FIELD, Kind.TEXT, value, self.text, self.start, self.end)

    @property
    def named(self) -> str:
        """Its words without the number."""
        return fold(self.text).lstrip("第部分章节条 " + NUMERALS + "、.,")


@dataclass(frozen=True, slots=True)
class Slip:
    """A heading whose number does not follow; `alone` says that the next one goes on as if it did."""

    title: Title
    before: Title | None
    expected: int
    alone: bool

    @property
    def repeats(self) -> bool:
        """Whether it has the number of the heading before."""
        return self.before is not None and self.before.number == self.title.number

    @property
    def certain(self) -> bool:
        """Whether the number is wrong for sure: the sections on both sides follow each other, so that no heading is missing."""
        if self.title.section is None:
            return False
        place = ORDER.index(self.title.section)
        return self.alone or self.repeats or (self.before is not None and self.before.section in ORDER[max(0, place - 1) : place])


def check_headings(text: str, segments: Sequence[Segment], record: Record) -> list[Check]:
    """The checks of both rules, where there are headings enough."""
    titles = list(titles_of(text, segments))
    checks = [check_numbers(titles), check_sections(titles, segments, record)]
    return [check for check in checks if check is not None]


def titles_of(text: str, segments: Sequence[Segment]) -> Iterator[Title]:
    """The numbered headings of the first level, in order."""
    for one in (one for one in segments if one.kind == "heading"):
        quoted = text[one.start : one.end]
        printed = quoted.strip()
        folded = fold(printed)
        number = ordinal_of(folded)
        if number is not None:
            start = one.start + len(quoted) - len(quoted.lstrip())
            yield Title(number, statutory_section(folded), printed, start, start + len(printed))


def check_numbers(titles: Sequence[Title]) -> Check | None:
    """Whether the numbers follow each other; None of less than two headings."""
    if len(titles) < 2:
        return None
    slips = list(slips_of(titles))
    operands = [title.operand(title.number) for title in titles]
    if not slips:
        return check_of_operands("headings.numbers", Finding(Status.PASS, IN_ORDER.fill(count=str(len(titles)))), operands)
    status = Status.FAIL if any(slip.certain for slip in slips) else Status.UNSURE
    finding = Finding(status, joined(map(_words, slips), BETWEEN))
    hypotheses = tuple(one for slip in slips for one in _hypotheses(slip))
    return check_of_operands("headings.numbers", finding, [slip.title.operand(slip.title.number) for slip in slips], (), hypotheses)


def slips_of(titles: Sequence[Title]) -> Iterator[Slip]:
    """The headings whose numbers go on with no list that was begun; one that is merely printed twice is none of them."""
    last: list[int] = []
    before: Title | None = None
    for title, following in zip(titles, [*titles[1:], None], strict=True):
        if before is not None and title.number == before.number and title.named == before.named:
            continue
        expected = last[-1] + 1 if last else 1
        alone = title.number != expected and following is not None and following.number == expected + 1
        goes_on = next((depth for depth in reversed(range(len(last))) if title.number == last[depth] + 1), None)
        if goes_on is not None and not alone:
            last = [*last[:goes_on], title.number]
        elif title.number == 1 and not alone:
            last.append(1)
        else:
            yield Slip(title, before, expected, alone)
            last = [*last[:-1], expected if alone else title.number]
        before = title


def _words(slip: Slip) -> Phrase:
    words = SLIP if slip.alone else REPEATED if slip.repeats else SKIPS
    return words.fill(heading=slip.title.text, expected=_numeral(slip.expected))


def _hypotheses(slip: Slip) -> Iterator[Hypothesis]:
    change = Change(FIELD, slip.title.number, slip.expected, slip.title.start, slip.title.end)
    numbered, lost = (words.fill(expected=_numeral(slip.expected)) for words in (MISNUMBERED, LOST))
    yield Hypothesis(Cause.REPORT, (change,), numbered.zh, numbered.en)
    if not slip.certain:
        yield Hypothesis(Cause.MISREAD, (), lost.zh, lost.en)


def _numeral(number: int) -> Phrase:
    tens, ones = divmod(number, 10)
    zh = NUMERALS[ones] if not tens else (NUMERALS[tens] if tens > 1 else "") + "十" + (NUMERALS[ones] if ones else "")
    return Phrase(zh, str(number))


def check_sections(titles: Sequence[Title], segments: Sequence[Segment], record: Record) -> Check | None:
    """Whether each section of the form comes once, in order; None where the text does not follow the form."""
    named = [title for title in titles if title.section is not None]
    if len({title.section for title in named}) < LEAST_SECTIONS or _before_the_form(record):
        return None
    found = [*_absent(segments), *_amiss(named)]
    finding = Finding(Status.UNSURE, joined(found, BETWEEN)) if found else Finding(Status.PASS, COMPLETE)
    return check_of_operands("headings.sections", finding, [title.operand(ORDER.index(title.section or "") + 1) for title in named])


def _before_the_form(record: Record) -> bool:
    year = record.year.value if record.year else None
    return isinstance(year, int) and year < FIRST_YEAR


def _absent(segments: Sequence[Segment]) -> Iterator[Phrase]:
    present = {one.section for one in segments}
    absent = [section for section in SECTIONS if section not in present]
    if absent:
        yield MISSING.fill(sections=joined((SECTIONS[section] for section in absent), Phrase("、", ", ")))


def _amiss(named: Sequence[Title]) -> Iterator[Phrase]:
    """Sections that come twice in one list, or behind a later one; the heading with the number one begins a list."""
    first: dict[str, Title] = {}
    for title in named:
        assert title.section is not None
        if title.number == 1:
            first = {}
        elif (seen := first.get(title.section)) is not None and seen.named == title.named:
            yield TWICE.fill(heading=title.text)
        elif first and seen is None and ORDER.index(title.section) < max(map(ORDER.index, first)):
            yield UNORDERED.fill(heading=title.text)
        first.setdefault(title.section, title)
