"""What a rule found, and the check that is made of it."""

from collections.abc import Iterable
from dataclasses import dataclass

from model.checks.figure import Exact, Figure
from model.checks.wording import Phrase
from model.facts import Check, Hypothesis, Operand, Status

LARGEST = 10**18
"""Numbers of this size come of slips of reading alone, and many readers of JSON cannot hold them."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A verdict before its figures are attached; `expected` and `found` are as in `Check`."""

    status: Status
    message: Phrase
    expected: Exact | None = None
    found: Exact | None = None


def check_of(
    rule: str, finding: Finding, figures: Iterable[Figure], missing: Iterable[str] = (), hypotheses: tuple[Hypothesis, ...] = ()
) -> Check:
    """The check of a rule.

    Args:
        figures: the figures used.
        missing: fields that the check is about and the record does not state.
        hypotheses: what may explain it.
    """
    return check_of_operands(rule, finding, [figure.operand for figure in figures], missing, hypotheses)


def check_of_operands(
    rule: str, finding: Finding, operands: Iterable[Operand], missing: Iterable[str] = (), hypotheses: tuple[Hypothesis, ...] = ()
) -> Check:
    """The same of operands that are no figures of the record."""
    used = list(dict.fromkeys(operands))
    expected, found = finding.expected, finding.found
    difference = found - expected if expected is not None and found is not None else None
    return Check(
        rule=rule,
        status=finding.status,
        expected=plain(expected),
        found=plain(found),
        difference=plain(difference),
        message=finding.message.zh,
        message_en=finding.message.en,
        fields=tuple(dict.fromkeys([*[operand.field for operand in used], *missing])),
        operands=tuple(used),
        hypotheses=hypotheses,
    )


def plain(number: Exact | None) -> int | float | None:
    """The number as JSON holds it: an integer where it is whole, else rounded to six digits; None where too large."""
    if number is None or not -LARGEST < number < LARGEST:
        return None
    return int(number) if number.denominator == 1 else round(number * 10**6) / 10**6
