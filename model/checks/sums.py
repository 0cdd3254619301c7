"""Parts against their totals: the rules `sum.<family>`."""

from collections.abc import Iterable

from model.checks.figure import apart
from model.checks.finding import Finding, check_of
from model.checks.listing import Listing
from model.checks.quantity import Quantity, added, bracketed
from model.checks.wording import AGREES, DOUBTFUL, NEARLY, NOTHING, PARTIAL, Phrase, name, names, shown
from model.facts import Check, Status

WITH_REST = Phrase(
    "{parts},加表格所列其余各项{rest},与{total}一致", "{parts}, with {rest} that the table has of the others, agrees with {total}"
)
WITHIN = Phrase("({extra}已含在上列各项中,不另计)", " ({extra} repeats a part of these and is not added)")
MORE = Phrase("{parts},比{total}多{gap}", "{parts}, {gap} more than {total}")
LESS = Phrase("{parts},比{total}少{gap}", "{parts}, {gap} less than {total}")
OVERLAP = Phrase(";{extra}可能与上列其他各项重复", "; {extra} may repeat a part of the others")
UNLISTED = Phrase(";所列可能不全,未说明:{absent}", "; the list may be incomplete, not stated: {absent}")
OTHER_SCOPE = Phrase(";文字与表格口径可能不同", "; prose may be of another scope than the table")
GAP = Phrase("未说明{absent}:应为{total} − {part} = {gap}", "{absent}: not stated; would have to be {total} − {part} = {gap}")
NO_TOTAL = Phrase(
    "未说明{total}:若所列各项完整,应为{parts}",
    "{total}: not stated; would have to be {parts} if the list is complete",
)


def check_sums(lists: Iterable[Listing]) -> list[Check]:
    """The checks of all families, in the order of their table."""
    checks = [check_sum(listing) for listing in lists]
    return [check for check in checks if check is not None]


def check_sum(listing: Listing) -> Check | None:
    """The check of one family; None where it would tell nothing."""
    if not listing.figures:
        return None
    if not listing.totals:
        return without_total(listing)
    return agreement(listing) or with_rest(listing) or disagreement(listing)


def agreement(listing: Listing) -> Check | None:
    """The check that passes by the first reading and total that agree, exact ones before approximate ones."""
    pairs = [(parts, total) for parts in listing.readings for total in listing.totals if parts.agrees(total)]
    if not pairs:
        return None
    parts, total = min(pairs, key=lambda pair: pair[0].number != pair[1].number)
    words = AGREES if parts.number == total.number else NEARLY
    note = WITHIN.fill(extra=added(listing.extra).phrase) if len(parts.figures) < len(listing.figures) else NOTHING
    message = words.fill(left=parts.solved, right=total.phrase) + note
    return conclude(listing, Finding(Status.PASS, message, parts.number, total.number), parts, total)


def with_rest(listing: Listing) -> Check | None:
    """The check that passes where the tables state the parts that prose leaves out, and all together make a total."""
    parts, rest = listing.readings[0], listing.rest
    if rest is None:
        return None
    number = parts.number + rest.number
    total = next((one for one in listing.totals if apart(number, one.number) <= parts.margin + one.margin), None)
    if total is None:
        return None
    message = WITH_REST.fill(parts=parts.solved, rest=shown(rest.number), total=total.phrase)
    return conclude(listing, Finding(Status.PASS, message, number, total.number), added((*parts.figures, *rest.figures)), total)


def disagreement(listing: Listing) -> Check:
    """The check of parts that fit no total: they go beyond it, or fall short and may be all or only some."""
    parts = listing.readings[0]
    total = nearest(parts, listing.totals)
    if listing.lone_gap and parts.number <= total.number:
        return solved_gap(listing, listing.lone_gap, parts, total)
    status, note = verdict(listing, parts, total)
    words = MORE if parts.number > total.number else LESS
    message = words.fill(parts=parts.solved, total=total.phrase, gap=shown(apart(parts.number, total.number))) + note
    return conclude(listing, Finding(status, message, parts.number, total.number), parts, total)


def verdict(listing: Listing, parts: Quantity, total: Quantity) -> tuple[Status, Phrase]:
    """Whether parts that fit no total are an error, and what else may explain them.

    Args:
        total: the total by `nearest`, so that parts beyond it are beyond every total.
    """
    beyond = parts.number > total.number
    if parts.approximate or total.approximate:
        return Status.UNSURE, DOUBTFUL
    if beyond and listing.parts and added(listing.parts).number <= total.number:
        return Status.UNSURE, OVERLAP.fill(extra=added(listing.extra).phrase)
    if beyond or listing.complete:
        return (Status.UNSURE, OTHER_SCOPE) if total.of_tables else (Status.FAIL, NOTHING)
    return Status.UNSURE, unlisted(listing)


def nearest(parts: Quantity, totals: tuple[Quantity, ...]) -> Quantity:
    """The total to report against: the likeliest that leaves room for the parts, else the largest."""
    roomy = [total for total in totals if total.number >= parts.number]
    return roomy[0] if roomy else max(totals, key=lambda total: total.number)


def unlisted(listing: Listing) -> Phrase:
    """The warning that a short list may name only some of the parts."""
    return UNLISTED.fill(absent=names(listing.absent)) if listing.absent else PARTIAL


def solved_gap(listing: Listing, absent: str, parts: Quantity, total: Quantity) -> Check:
    """The check that tells what the one missing part would have to be."""
    gap = total.number - parts.number
    phrases = {"total": bracketed(total), "part": bracketed(parts)}
    message = GAP.fill(absent=name(absent), gap=shown(gap), **phrases)
    return conclude(listing, Finding(Status.NOT_APPLICABLE, message, gap), parts, total, absent)


def without_total(listing: Listing) -> Check | None:
    """The check that tells what the total would have to be; None for a single part or where nobody would ask."""
    if not listing.family.solves_total or len(listing.figures) < 2:
        return None
    parts = listing.readings[0]
    total = listing.family.totals[0][0][0]
    message = NO_TOTAL.fill(total=name(total), parts=parts.solved)
    return conclude(listing, Finding(Status.NOT_APPLICABLE, message, parts.number), parts, NO_QUANTITY, total)


NO_QUANTITY = Quantity(0, 0, ())


def conclude(listing: Listing, finding: Finding, parts: Quantity, total: Quantity, *missing: str) -> Check:
    """The check of the family with the figures of both sides."""
    return check_of(f"sum.{listing.family.name}", finding, (*parts.figures, *total.figures), missing)
