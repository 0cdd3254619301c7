"""Repeated mentions of one figure which disagree: the rules `mentions.<field>` and `mentions.<field>.<slot>`.

The issuer has no such rule: a body is named in short and in full, and different words are no disagreement.
"""

from collections.abc import Sequence

from model.checks.figure import KINDS, Exact, Figure, apart, exact, figure_of
from model.checks.finding import Finding, check_of
from model.checks.ledger import Ledger
from model.checks.wording import DOUBTFUL, NOTHING, Phrase, joined, name
from model.facts import Basis, Check, Kind, Status
from model.merging import decimals
from model.record import Mention, Value

EARLIER = frozenset({"growth", "increase", "ratio", "previous", "cumulative"})
"""Slots whose mentions may belong to different earlier years, so that a difference proves nothing."""

SINGLE = ("requests.", "reviews.", "litigation.", "complaints.")
"""Beginnings of the fields that have one figure in a report; others may speak of several websites, trainings or offices."""

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
IN_WORDS = Phrase(";一处以文字表示零,所指可能不同", "; one of them is a zero in words, which may be meant of something else")
OTHER_SCOPE = Phrase(";若口径不同,请核实", "; check whether they are meant for different scopes")


def check_mentions(ledger: Ledger) -> list[Check]:
    """The checks of all disagreeing mentions: the dates first, then the fields in their order."""
    record = ledger.record
    dates = (("year", record.year), ("period.start", record.period_start), ("period.end", record.period_end))
    checks = [check_date(field, value) for field, value in dates]
    checks += [
        check_slot(field, slot, value)
        for field, figures in ledger.figures
        for slot in KINDS
        if (value := getattr(figures, slot)) is not None and value.also
    ]
    return [check for check in checks if check is not None]


def check_date(field: str, value: Value | None) -> Check | None:
    """The warning that the report names several years or dates; a look back at another year is legitimate."""
    if value is None or not value.also:
        return None
    others = joined((Phrase(str(other.value), str(other.value)) for other in value.also), Phrase("、", ", "))
    message = DISAGREE.fill(name=name(field), taken=str(value.value), others=others) + OTHER_YEARS
    number, other = exact(value.value), exact(value.also[0].value)
    taken = Figure(field, Kind.DATE, name(field), number, value, 0) if number is not None else None
    figures = [taken, *other_mentions(taken, value.also)] if taken else []
    return check_of(f"mentions.{field}", Finding(Status.UNSURE, message, number, other), figures, [field])


def check_slot(field: str, slot: str, value: Value) -> Check | None:
    """The check of one figure; None where its mentions agree."""
    taken = figure_of(field, slot, value)
    others = [other for other in other_mentions(taken, value.also) if not agree(taken, other)] if taken else []
    if taken is None or not others:
        return None
    words = {"name": name(field) + SLOT_WORDS[slot], "taken": taken.digits}
    listed = joined((other.digits for other in others), Phrase("、", ", "))
    status, note = verdict(field, slot, taken, others)
    finding = Finding(status, DISAGREE.fill(others=listed, **words) + note, taken.number, others[0].number)
    rule = f"mentions.{field}" if slot == "count" else f"mentions.{field}.{slot}"
    return check_of(rule, finding, (taken, *others))


def other_mentions(taken: Figure, mentions: Sequence[Mention]) -> list[Figure]:
    """The other mentions whose number differs."""
    numbers = [(mention, exact(mention.value)) for mention in mentions]
    return [
        Figure(taken.field, taken.kind, taken.name, number, mention, decimals(mention.text or ""))
        for mention, number in numbers
        if number is not None and number != taken.number
    ]


def agree(one: Figure, other: Figure) -> bool:
    """Whether one of the two mentions covers the other: 3300余 covers 3392, 14万 covers 141234, 87% covers 86.56%."""
    return apart(one.number, other.number) <= max(reach(one), reach(other))


def cut_off(one: Figure, other: Figure) -> bool:
    """Whether one of the two may be the other with its last digits left out, not rounded: 14万 of 148234, 86.5% of 86.56%."""
    fine, coarse = sorted((one, other), key=reach)
    return apart(coarse.number, 0) < apart(fine.number, 0) and apart(fine.number, coarse.number) < 2 * reach(coarse)


def reach(figure: Figure) -> Exact:
    """How far from a mention the same figure may lie: its margin, of a rate at least half a unit of its last printed digit."""
    return max(figure.margin, figure.step / 2) if figure.rate_sign.zh else figure.margin


def verdict(field: str, slot: str, taken: Figure, others: list[Figure]) -> tuple[Status, Phrase]:
    """Whether the difference is an error, and what else it may be."""
    if any(figure.value.approximate for figure in (taken, *others)):
        return Status.UNSURE, DOUBTFUL
    if all(cut_off(taken, other) for other in others):
        return Status.UNSURE, ROUNDED
    if slot in EARLIER:
        return Status.UNSURE, OTHER_YEARS
    if any(figure.value.basis is Basis.NIL for figure in (taken, *others)):
        return Status.UNSURE, IN_WORDS
    return (Status.FAIL if field.startswith(SINGLE) else Status.UNSURE), OTHER_SCOPE
