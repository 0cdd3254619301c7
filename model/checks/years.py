"""Years that stayed in the text when it was taken over from another year's report: the rules `year.<place>`.

The year of the report is the one that most of title, opening and period print. Where one of these prints another the check fails; other
places may look back, so they leave it `unsure`. A report is signed in the year after the one that it is on, or in its last two months.
"""

from collections import Counter
from collections.abc import Sequence
from fractions import Fraction

from model.checks.finding import Finding, check_of_operands
from model.checks.wording import NOTHING, Phrase
from model.facts import Cause, Change, Check, Hypothesis, Kind, Operand, Status
from model.report_years import HEADING, NAME, OPENING, PERIOD, SIGNATURE, STATEMENT, TITLE, YearMark

FIELD = "year"
CERTAIN = (TITLE, PERIOD, NAME)
"""Places that print the report's own year and no other, those first that decide where two years are printed equally often."""
PLACES = {
    TITLE: Phrase("标题", "the title"),
    NAME: Phrase("开头所称报告", "the opening, naming the report,"),
    PERIOD: Phrase("统计期限", "the period"),
    OPENING: Phrase("正文首句", "the first sentence"),
    HEADING: Phrase("小标题", "a heading"),
    STATEMENT: Phrase("正文所述", "the text"),
    SIGNATURE: Phrase("落款日期", "the signature"),
}
FIRST_MONTH = 11
"""From this month on a report may be signed in the year that it is on."""

AGREES = Phrase("{place}为{year}年,与{other}一致", "{place} has {year}, as {other} has")
DIFFERS = Phrase("{place}为{found}年,而{other}为{year}年", "{place} has {found}, but {other} has {year}")
EARLIER = Phrase(";可能沿用了上年文字", "; it may have been left over from another year")
EARLY = Phrase(";签署早于统计期末,年份可能写错", "; that is before the period ended, so the year may be wrong")
LATE = Phrase(";签署晚于次年,或为重新发布", "; that is later than the year after, perhaps a new edition")
SIGNED = Phrase("{place}为{found}年,报告年度为{year}年", "{place} is of {found}, the report is on {year}")
PROPOSED = Phrase("{place}年份{found}应为{year}", "the year {found} of {place} should be {year}")


def check_years(text: str, marks: Sequence[YearMark]) -> list[Check]:
    """The checks of all places where the text prints a year; none where no place prints the report's own for certain."""
    own = own_mark(marks)
    if own is None:
        return []
    checks = [_check(text, own, place, [mark for mark in marks if mark.place == place and mark != own]) for place in PLACES]
    return [check for check in checks if check is not None]


def own_mark(marks: Sequence[YearMark]) -> YearMark | None:
    """The first mark of the year that most of the certain places print."""
    certain = [mark for mark in marks if mark.place in CERTAIN]
    votes = Counter(year for year, _ in {(mark.year, mark.place) for mark in certain})
    return max(certain, key=lambda mark: (votes[mark.year], -CERTAIN.index(mark.place), -mark.start), default=None)


def _check(text: str, own: YearMark, place: str, marks: Sequence[YearMark]) -> Check | None:
    """The check of one place; of several titles one with the report's year is enough, since a page may link to others."""
    wrong = [mark for mark in marks if not _agrees(own, mark)]
    if not marks or (place == TITLE and len(wrong) < len(marks)) or (place == own.place == TITLE):
        return None
    mark = (wrong or marks)[0]
    status = Status.PASS if not wrong else Status.FAIL if place in CERTAIN or _is_early(own, mark) else Status.UNSURE
    words: dict[str, Phrase | str] = {"place": PLACES[place], "other": PLACES[own.place], "year": str(own.year), "found": str(mark.year)}
    message = _words(own, mark, bool(wrong)).fill(**words)
    finding = Finding(status, message, Fraction(own.year) if place != SIGNATURE else None, Fraction(mark.year))
    hypotheses = (_proposed(own, mark),) if wrong else ()
    return check_of_operands(f"year.{place}", finding, [_operand(text, one) for one in (own, *(wrong or marks))], (), hypotheses)


def _proposed(own: YearMark, mark: YearMark) -> Hypothesis:
    """The hypothesis that another year was meant at a place."""
    year = own.year + (mark.place == SIGNATURE)
    words = PROPOSED.fill(place=PLACES[mark.place], found=str(mark.year), year=str(year))
    return Hypothesis(Cause.REPORT, (Change(FIELD, mark.year, year, mark.start, mark.end),), words.zh, words.en)


def _agrees(own: YearMark, mark: YearMark) -> bool:
    if mark.place != SIGNATURE:
        return mark.year == own.year
    return mark.year == own.year + 1 or (mark.year == own.year and (mark.month or 0) >= FIRST_MONTH)


def _is_early(own: YearMark, mark: YearMark) -> bool:
    """Whether a report would be signed before the year that it is on began."""
    return mark.place == SIGNATURE and mark.year < own.year


def _words(own: YearMark, mark: YearMark, wrong: bool) -> Phrase:
    if mark.place == SIGNATURE:
        return SIGNED + ((EARLY if mark.year <= own.year else LATE) if wrong else NOTHING)
    if not wrong:
        return AGREES
    return DIFFERS + (EARLIER if mark.year < own.year else NOTHING)


def _operand(text: str, mark: YearMark) -> Operand:
    return Operand(FIELD, Kind.DATE, mark.year, text[mark.start : mark.end], mark.start, mark.end)
