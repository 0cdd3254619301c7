"""Changes against the year before: the rules `growth.<field>`, `ratio.<field>` and `increase.<field>`."""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from model.checks.figure import Exact, Figure, apart, read
from model.checks.finding import Finding, check_of
from model.checks.ledger import Ledger
from model.checks.quantity import Quantity, bracketed, combined, single
from model.checks.rate import DIVIDED, finding, judged, quotient
from model.checks.wording import AGREES, DIFFERS, DOUBTFUL, NEARLY, NOTHING, Phrase, name, shown
from model.facts import Check, Status
from model.record import Figures

LAST_YEAR = Phrase("上年度的{name}", "{name} of the year before")
SAID = Phrase("所述{digits}", "the stated {digits}")
INCREASE = Phrase("所述增减{digits}", "the stated change of {digits}")
GROWN = Phrase("({now} − {before}) ÷ {before}", "({now} − {before}) ÷ {before}")
NO_BASE = Phrase("{before}不能作基数,无法计算所述{stated}", "{before} is no base: the stated {stated} cannot be computed")
UNSTATED = Phrase(
    "未说明{missing}:按{known}和{stated},应约为{number}",
    "{missing}: not stated; by {known} and {stated} it would have to be about {number}",
)


@dataclass(frozen=True, slots=True)
class Rate:
    """A stated rate of change: it is `scale` × now ÷ before − `less`."""

    rule: str
    stated: Figure
    scale: int
    less: int

    @property
    def factor(self) -> Fraction:
        """Now ÷ before, as the rate says."""
        return Fraction(self.stated.number + self.less, self.scale)


@dataclass(frozen=True, slots=True)
class Years:
    """What a field has this year and had the year before, and the stated change between in its own unit."""

    field: str
    now: Figure | None
    before: Figure | None
    increase: Figure | None

    @property
    def base(self) -> Quantity | None:
        """The figure of the year before, else this year's less the increase."""
        if self.before:
            return single(self.before)
        return combined([(self.now, 1), (self.increase, -1)]) if self.now and self.increase else None


def check_growth(ledger: Ledger) -> list[Check]:
    """The checks of all stated changes, in the order of the fields."""
    changed = [(field, figures) for field, figures in ledger.figures if figures.growth or figures.increase or figures.ratio]
    return [check for field, figures in changed for check in check_field(field, figures)]


def check_field(field: str, figures: Figures) -> list[Check]:
    """The checks of one field's changes."""
    increase = read(field, "increase", figures)
    multiple = increase if increase and increase.value.unit == "倍" else None
    years = Years(
        field=field,
        now=read(field, "count", figures),
        before=read(field, "previous", figures, LAST_YEAR.fill(name=name(field))) if figures.previous else None,
        increase=None if multiple or not increase or "百分点" in (increase.value.unit or "") else increase,
    )
    rates = stated_rates(field, figures, multiple)
    checks = [check_rate(rate, years) for rate in rates]
    # Without last year's figure the increase has served as the base of the rates: a check of its own would tell nothing new.
    checks += [] if years.increase is None or (rates and not years.before) else [check_increase(years.increase, years)]
    return [check for check in checks if check is not None]


def stated_rates(field: str, figures: Figures, multiple: Figure | None) -> list[Rate]:
    """The rates of change that are stated: 增长12%, 是上年的1.5倍, 增长1.4倍."""
    growth, ratio = read(field, "growth", figures), read(field, "ratio", figures)
    return [
        *([Rate(f"growth.{field}", growth, 100, 100)] if growth else []),
        *([Rate(f"increase.{field}", multiple, 1, 1)] if multiple else []),
        *([Rate(f"ratio.{field}", ratio, 1, 0)] if ratio else []),
    ]


def check_rate(rate: Rate, years: Years) -> Check | None:
    """The check of one rate; None where neither year is stated."""
    now, base = years.now, years.base
    if now is None or base is None:
        factor = rate.factor
        return unsolved(rate.rule, rate.stated, years, lambda then: then * factor, lambda later: later / factor if factor > 0 else None)
    made = quotient(single(now), base, rate.scale, rate.less)
    if made is None:
        message = NO_BASE.fill(before=base.solved, stated=rate.stated.digits)
        return check_of(rate.rule, Finding(Status.NOT_APPLICABLE, message), (rate.stated, *base.figures))
    return check_of(
        rate.rule, finding(rate.stated, judged(rate.stated, made), formula(rate, years, now, base)), (rate.stated, *made.figures)
    )


def formula(rate: Rate, years: Years, now: Figure, base: Quantity) -> Phrase:
    """How the rate is computed, in words and figures."""
    before = bracketed(base)
    if not rate.less:
        return DIVIDED.fill(part=now.phrase, whole=before)
    if years.increase and not years.before:
        return DIVIDED.fill(part=years.increase.digits, whole=before)
    return GROWN.fill(now=now.phrase, before=before)


def check_increase(increase: Figure, years: Years) -> Check | None:
    """The check of an increase in the field's own unit; None where neither year is stated."""
    rule = f"increase.{increase.field}"
    if years.now is None or years.before is None:
        return unsolved(rule, increase, years, lambda then: then + increase.number, lambda later: later - increase.number)
    left, right = combined([(years.now, 1), (years.before, -1)]), single(increase)
    words = {"left": left.solved, "right": INCREASE.fill(digits=increase.digits)}
    if left.agrees(right):
        status, message = Status.PASS, (AGREES if left.number == right.number else NEARLY).fill(**words)
    else:
        doubtful = left.approximate or right.approximate
        status = Status.UNSURE if doubtful else Status.FAIL
        gap = shown(apart(left.number, right.number))
        message = DIFFERS.fill(gap=gap, **words) + (DOUBTFUL if doubtful else NOTHING)
    return check_of(rule, Finding(status, message, left.number, right.number), (increase, *left.figures))


Solve = Callable[[Exact], Exact | None]


def unsolved(rule: str, stated: Figure, years: Years, later: Solve, earlier: Solve) -> Check | None:
    """The check that tells what the missing year's figure would have to be; None where neither year is stated.

    Args:
        later: this year's figure from last year's.
        earlier: last year's figure from this year's.
    """
    known = years.now or years.before
    solved = earlier(years.now.number) if years.now else later(years.before.number) if years.before else None
    if known is None or solved is None:
        return None
    own = name(years.field)
    missing = LAST_YEAR.fill(name=own) if years.now else own
    number = round(solved)
    said = (SAID if stated.rate_sign.zh else INCREASE).fill(digits=stated.digits)
    message = UNSTATED.fill(missing=missing, known=known.phrase, stated=said, number=shown(number))
    return check_of(rule, Finding(Status.NOT_APPLICABLE, message, number), (stated, known))
