"""The shares of one complete list against 100%: the rules `sum.shares.<family>`."""

from collections.abc import Iterable
from fractions import Fraction

from model.checks.family import FAMILIES
from model.checks.figure import Figure, apart
from model.checks.finding import Finding, check_of
from model.checks.listing import Listing, rounding, total_share
from model.checks.quantity import added, signed
from model.checks.topics import Topics
from model.checks.wording import DOUBTFUL, NOTHING, Phrase, shown
from model.facts import Check, Status

WHOLE = Fraction(100)

MEMBERS = frozenset[str]().union(*(family.members for family in FAMILIES))

FILLS = Phrase("{shares} = {sum}%,在舍入误差内等于100%", "{shares} = {sum}%, which is 100% within rounding")
MISSES = Phrase("{shares} = {sum}%,不等于100%,相差{gap}个百分点", "{shares} = {sum}%, not 100%: {gap} percentage points off")
TRUNCATED = Phrase(";可能是截尾", "; they may have been truncated")


def check_share_sums(lists: Iterable[Listing], topics: Iterable[Topics]) -> list[Check]:
    """The checks of the families of which every stated part has a share, then of the lists of topics.

    Args:
        lists: the record's families, as `listings` finds them.
        topics: its lists of topics.
    """
    checks = [check_family(listing) for listing in lists]
    checks += [check_topics(of_list) for of_list in topics]
    return [check for check in checks if check is not None]


def check_family(listing: Listing) -> Check | None:
    """The check of one family; None where not every part has a share, or where parts may be left out.

    A family that is itself a part of a larger list has none: its shares are most often of the larger total.
    """
    if listing.family.totals[0][0][0] in MEMBERS:
        return None
    if len(listing.shares) < 2 or len(listing.shares) != len(listing.figures):
        return None
    full = listing.complete or any(parts.agrees(total) for parts in listing.readings[:1] for total in listing.totals)
    finding = judged(listing.shares, full)
    return check_of(f"sum.shares.{listing.family.name}", finding, listing.shares) if finding else None


def check_topics(topics: Topics) -> Check | None:
    """The check of a list of topics: a warning at most, as its rows may be shares of different wholes."""
    shares, counts = topics.shares, topics.counts
    if len(shares) < 2 or len(shares) != len(topics.rows):
        return None
    full = len(counts) == len(shares) and any(added(counts).agrees(total) for total in topics.totals)
    finding = judged(shares, full)
    if finding is None:
        return None
    status = Status.UNSURE if finding.status is Status.FAIL else finding.status
    return check_of(f"sum.shares.{topics.field}", Finding(status, finding.message, finding.expected, finding.found), shares)


def judged(shares: tuple[Figure, ...], full: bool) -> Finding | None:
    """The finding on the sum of shares; None where a sum below 100 only shows that the list is not `full`."""
    total, tolerance = total_share(shares), rounding(shares)
    fills = apart(total, WHOLE) <= tolerance
    if total < WHOLE and not fills and not full:
        return None
    words = {"shares": signed([(share.phrase, 1) for share in shares]), "sum": Phrase(shown(total), shown(total))}
    if fills:
        return Finding(Status.PASS, FILLS.fill(**words), WHOLE, total)
    message = MISSES.fill(gap=shown(apart(total, WHOLE)), **words)
    if any(share.value.approximate for share in shares):
        return Finding(Status.UNSURE, message + DOUBTFUL, WHOLE, total)
    truncated = WHOLE - 2 * tolerance < total < WHOLE
    return Finding(Status.UNSURE if truncated else Status.FAIL, message + (TRUNCATED if truncated else NOTHING), WHOLE, total)
