"""Repeated mentions of one figure which disagree: the rules `mentions.<field>` and `mentions.<field>.<slot>`.

The issuer has no such rule: a body is named in short and in full, and different words are no disagreement.
"""

from fractions import Fraction

from model.checks.figure import KINDS, Figure, exact, exponent, power_of_ten, read
from model.checks.finding import Finding, check_of
from model.checks.wording import NOTHING, Phrase, joined, name
from model.facts import Check, Kind, Status
from model.fields import FIELDS
from model.record import Figures, Record, Value

EARLIER = frozenset({"growth", "increase", "ratio", "previous", "cumulative"})
"""Slots whose mentions may belong to different earlier years, so that a difference proves nothing."""

ROUND_UNIT = 100
"""A number in whole hundreds may be a rounding; in whole tens it is as likely to be exact."""

FIRST_THOUSAND = 1000

SLOT_WORDS = {
    "count": NOTHING,
    "share": Phrase("占比", " (share)"),
    "growth": Phrase("增长率", " (growth)"),
    "increase": Phrase("增减", " (change)"),
    "ratio": Phrase("倍数", " (ratio)"),
    "amount": Phrase("金额", " (amount)"),
    "previous": Phrase("上年数", " (year before)"),
    "cumulative": Phrase("累计数", " (since the beginning)"),
}

DISAGREE = Phrase("{name}前后不一致:取{taken},另有{others}", "{name}: mentions disagree; taken {taken}, elsewhere {others}")
ROUNDED = Phrase(";可能是同一数字的约数", "; they may be roundings of the same figure")
OTHER_YEARS = Phrase(";可能属于不同年份", "; they may be of different years")
OTHER_SCOPE = Phrase(";若口径不同,请核实", "; check whether they are meant for different scopes")


def check_mentions(record: Record) -> list[Check]:
    """The checks of all disagreeing mentions: the dates first, then the fields in their order."""
    dates = (("year", record.year), ("period.start", record.period_start), ("period.end", record.period_end))
    checks = [check_date(field, value) for field, value in dates]
    for field in FIELDS:
        figures = record.figures.get(field.name)
        checks += [check_slot(field.name, slot, figures) for slot in KINDS]
    return [check for check in checks if check is not None]


def check_date(field: str, value: Value | None) -> Check | None:
    """The warning that the report names several years or dates; a look back at another year is legitimate."""
    if value is None or not value.also:
        return None
    others = joined((Phrase(str(other), str(other)) for other in value.also), Phrase("、", ", "))
    message = DISAGREE.fill(name=name(field), taken=str(value.value), others=others) + OTHER_YEARS
    taken, other = exact(value.value), exact(value.also[0])
    figures = [Figure(field, Kind.DATE, name(field), taken, value)] if taken is not None else []
    return check_of(f"mentions.{field}", Finding(Status.UNSURE, message, taken, other), figures, [field])


def check_slot(field: str, slot: str, figures: Figures | None) -> Check | None:
    """The check of one figure; None where its mentions agree."""
    taken = read(field, slot, figures)
    others = other_mentions(taken) if taken else []
    if taken is None or not others:
        return None
    words = {"name": name(field) + SLOT_WORDS[slot], "taken": taken.digits}
    listed = joined((other.digits for other in others), Phrase("、", ", "))
    status, note = verdict(slot, taken, others)
    finding = Finding(status, DISAGREE.fill(others=listed, **words) + note, taken.number, others[0].number)
    rule = f"mentions.{field}" if slot == "count" else f"mentions.{field}.{slot}"
    return check_of(rule, finding, (taken, *others))


def other_mentions(taken: Figure) -> list[Figure]:
    """The differing values of the other mentions; the record does not keep their places."""
    numbers = [(value, exact(value)) for value in taken.value.also]
    return [
        Figure(taken.field, taken.kind, taken.name, number, Value(value=value, unit=taken.value.unit))
        for value, number in numbers
        if number is not None and number != taken.number
    ]


def verdict(slot: str, taken: Figure, others: list[Figure]) -> tuple[Status, Phrase]:
    """Whether the difference is an error, and what else it may be."""
    if taken.value.approximate or all(rounds(other, taken.number) for other in others):
        return Status.UNSURE, ROUNDED
    if slot in EARLIER:
        return Status.UNSURE, OTHER_YEARS
    return Status.FAIL, OTHER_SCOPE


def rounds(rough: Figure, number: Fraction) -> bool:
    """Whether the mention can be the number rounded or cut off: 14万 of 141234.

    A hundred alone (100 beside 120) is as likely to be another number, so that one digit is enough only from a thousand.
    """
    unit = power_of_ten(exponent(rough.value.value))
    one_digit = abs(rough.number) < 10 * unit
    if unit < (FIRST_THOUSAND if one_digit else ROUND_UNIT):
        return False
    return rough.number in {number // unit * unit, round(number / unit) * unit}
