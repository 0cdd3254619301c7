"""Every stated share against its count and the wholes that it may be a share of: the rules `share.<field>`."""

from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction

from model.checks.family import DISCLOSED, ENTERED, PROCESSED, RECEIVED, TO_HANDLE, prefixed
from model.checks.figure import Figure
from model.checks.finding import Finding, check_of
from model.checks.ledger import Ledger
from model.checks.listing import Listing, listed_sum, shares_fill
from model.checks.quantity import Quantity, Terms, all_expressed, bracketed, single
from model.checks.rate import DIVIDED, best, finding, quotient
from model.checks.topics import Topics
from model.checks.wording import PARTIAL, Phrase, shown
from model.facts import Check, Status

PUBLISHED = prefixed(
    "disclosure",
    *("website", "catalog", "wechat", "weibo", "video", "newmedia", "other"),
    *("regulations", "normative_docs", "policy_interpretation", "responses"),
)
DISPUTES: Terms = (("reviews.total", 1), ("litigation.total", 1))

WHOLES: dict[str, tuple[Terms, ...]] = {
    **dict.fromkeys(PUBLISHED, DISCLOSED),
    **dict.fromkeys(("reviews.total", "litigation.total"), (DISPUTES, PROCESSED, RECEIVED, TO_HANDLE)),
    **dict.fromkeys(prefixed("requests", "processed", "carried_in", "carried_out"), ENTERED),
    **dict.fromkeys(prefixed("requests.processed", "on_time", "late"), ENTERED),
}
"""What a field may be a share of, beside the totals of the families that it is a part of."""

NO_COUNT = Phrase(
    "{share}:未说明件数,按{whole}应约为{number}",
    "{share}: no count is stated; by {whole} it would have to be about {number}",
)
NO_WHOLE = Phrase(
    "{count}占{share}:未说明总数,应约为{number}",
    "{count} is {share}: no total is stated; it would have to be about {number}",
)


def check_shares(ledger: Ledger, lists: Iterable[Listing], topics: Iterable[Topics]) -> list[Check]:
    """The checks of all shares, in the order of the fields, then of the rows of lists.

    Args:
        lists: the record's families, as `listings` finds them.
        topics: its lists of topics.
    """
    checks: list[Check | None] = []
    for field in (field for field, _ in ledger.figures if field in ledger.shares):
        family = [listing for listing in lists if field in listing.family.members]
        if family or field in WHOLES:
            complete = all(listing.complete for listing in family)
            checks.append(check_share(ledger.shares[field], ledger.counts.get(field), wholes(ledger, field, family), complete))
    checks += [check for of_list in topics for check in row_shares(of_list)]
    return [check for check in checks if check is not None]


def wholes(ledger: Ledger, field: str, family: Iterable[Listing]) -> list[Quantity]:
    """What the field may be a share of, the likeliest first; never the field itself."""
    candidates = [total for listing in family for total in listing.totals]
    candidates += all_expressed(ledger, WHOLES.get(field, ()))
    candidates += [listing.whole for listing in family if len(listing.figures) > 1]
    return [whole for whole in candidates if [figure.field for figure in whole.figures] != [field]]


def check_share(share: Figure, part: Figure | None, wholes: list[Quantity], complete: bool) -> Check | None:
    """The check of one share; None where neither a whole nor the count can be told.

    Args:
        share: the share.
        part: the count that has it.
        wholes: what it may be a share of, the likeliest first.
        complete: whether the lists that it stands in are known to leave nothing out, so that their sum is as good as a stated total.
    """
    usable = [whole for whole in wholes if whole.number - whole.margin > 0]
    if part and usable:
        return compared(share, single(part), usable, complete)
    if part:
        return without_whole(share, part) if share.number > 0 and not wholes else None
    return without_count(share, usable[0]) if usable else None


def compared(share: Figure, part: Quantity, wholes: list[Quantity], complete: bool) -> Check:
    """The check of a share and its count by the whole that fits, else by the nearest; no failure where none but a partial sum is there."""
    chosen = best(share, (one for whole in wholes if (one := quotient(part, whole))))
    formula = DIVIDED.fill(part=part.phrase, whole=bracketed(chosen.quotient.whole))
    found = finding(share, chosen, formula)
    if found.status is Status.FAIL and not complete and all(whole.called for whole in wholes):
        found = replace(found, status=Status.UNSURE, message=found.message + PARTIAL)
    return check_of(rule(share), found, (share, *chosen.quotient.figures))


def without_whole(share: Figure, part: Figure) -> Check:
    """The check that tells of how many the count would be such a share."""
    number = round(Fraction(100 * part.number, share.number))
    message = NO_WHOLE.fill(count=part.phrase, share=share.digits, number=shown(number))
    return check_of(rule(share), Finding(Status.NOT_APPLICABLE, message, number), (share, part))


def without_count(share: Figure, whole: Quantity) -> Check:
    """The check that tells which count would have such a share."""
    number = round(Fraction(share.number * whole.number, 100))
    message = NO_COUNT.fill(share=share.phrase, whole=whole.phrase, number=shown(number))
    return check_of(rule(share), Finding(Status.NOT_APPLICABLE, message, number), (share, *whole.figures))


def rule(share: Figure) -> str:
    """The rule's id."""
    return f"share.{share.field}"


def row_shares(topics: Topics) -> list[Check | None]:
    """The checks of the shares in a list of topics, row by row; rows without a count have none."""
    counts = topics.counts
    totals = [*topics.totals, *([listed_sum(counts)] if len(counts) > 1 else [])]
    complete = shares_fill(topics.shares, len(topics.rows))
    return [check_share(share, part, totals, complete) for part, share in topics.rows if share and part and totals]
