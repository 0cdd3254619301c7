"""Every stated share against its count and the wholes that it may be a share of: the rules `share.<field>`."""

from collections.abc import Iterable

from model.checks.family import ENTERED, PROCESSED, RECEIVED, TO_HANDLE, prefixed
from model.checks.figure import count, read
from model.checks.listing import Listing, listings
from model.checks.quantity import Quantity, Terms, all_expressed
from model.checks.wording import Phrase
from model.facts import Check
from model.fields import FIELDS
from model.record import Record

DISCLOSED: tuple[Terms, ...] = ((("disclosure.total", 1),), (("disclosure.website", 1),), (("disclosure.catalog", 1),))
PLACES = prefixed("disclosure", "website", "catalog", "wechat", "weibo", "video", "newmedia", "other")
DISPUTES: Terms = (("reviews.total", 1), ("litigation.total", 1))

WHOLES: dict[str, tuple[Terms, ...]] = {
    **dict.fromkeys((*PLACES, *prefixed("disclosure", "regulations", "normative_docs", "policy_interpretation", "responses")), DISCLOSED),
    **dict.fromkeys(("reviews.total", "litigation.total"), (DISPUTES, PROCESSED, RECEIVED, TO_HANDLE)),
    **dict.fromkeys(prefixed("requests", "processed", "carried_in", "carried_out"), ENTERED),
    **dict.fromkeys(prefixed("requests.processed", "on_time", "late"), ENTERED),
}
"""What a field may be a share of, beside the totals of the families that it is a part of."""

OF = Phrase("{part} ÷ {whole}", "{part} ÷ {whole}")
LISTED = Phrase("所列各项合计{number}", "the sum of the listed parts {number}")
NO_COUNT = Phrase(
    "{share}:未说明件数,按{whole}应约为{number}",
    "{share}: no count is stated; by {whole} it would have to be about {number}",
)
NO_WHOLE = Phrase(
    "{count}占{share}:未说明总数,应约为{number}",
    "{count} is {share}: no total is stated; it would have to be about {number}",
)


def check_shares(record: Record) -> list[Check]:
    """The checks of all shares, in the order of the fields, then of the rows of lists."""
    lists = listings(record)
    checks: list[Check | None] = []
    for field in FIELDS:
        share = read(field.name, "share", record.figures.get(field.name))
        family = [listing for listing in lists if field.name in listing.family.members]
        if share and (family or field.name in WHOLES):
            checks.append(check_share(share, count(record, field.name), wholes(record, field.name, family)))
    return [check for check in (*checks, *row_shares(record)) if check is not None]


def wholes(record: Record, field: str, family: Iterable[Listing]) -> list[Quantity]:
    """What the field may be a share of, the likeliest first, each once; never the field itself."""
    candidates = [total for listing in family for total in listing.totals]
    candidates += all_expressed(record, WHOLES.get(field, ()))
    candidates += [listed_sum(listing.figures) for listing in family if len(listing.figures) > 1]
    return [whole for whole in dict.fromkeys(candidates) if [figure.field for figure in whole.figures] != [field]]
