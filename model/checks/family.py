"""The table of families: lists of fields that make up a total."""

from dataclasses import dataclass
from functools import cached_property

from model.checks.quantity import Terms


@dataclass(frozen=True, slots=True)
class Slot:
    """A place in a list: the field, or where it is not stated the fields that make it up."""

    field: str
    instead: tuple[str, ...] = ()


@dataclass(frozen=True)
class Family:
    """A list and the totals that it may add up to, the likeliest first.

    `extra` are fields which add to the total in some reports and repeat a part of a slot in others. `closing` is a part
    that by its meaning takes in whatever the list does not name. `solves_total` is whether the sum tells the reader
    something where no total is stated. `in_tables` are totals of the statutory tables, for where prose states none.
    """

    name: str
    slots: tuple[Slot, ...]
    totals: tuple[Terms, ...]
    extra: tuple[str, ...] = ()
    closing: str | None = None
    solves_total: bool = False
    in_tables: tuple[Terms, ...] = ()

    @cached_property
    def members(self) -> frozenset[str]:
        """Every field that can stand in the list."""
        return frozenset(self.extra).union(*((slot.field, *slot.instead) for slot in self.slots))


def prefixed(prefix: str, *endings: str) -> tuple[str, ...]:
    """The fields with these endings."""
    return tuple(f"{prefix}.{ending}" for ending in endings)


def plainly(*fields: str) -> tuple[Slot, ...]:
    """A slot for each field."""
    return tuple(Slot(field) for field in fields)


RECEIVED: Terms = (("requests.received", 1),)
TO_HANDLE: Terms = (("requests.to_handle", 1),)
PROCESSED: Terms = (("requests.processed", 1),)
RECEIVED_AND_CARRIED: Terms = (("requests.received", 1), ("requests.carried_in", 1))
SETTLED: Terms = (*RECEIVED_AND_CARRIED, ("requests.carried_out", -1))
TO_HANDLE_SETTLED: Terms = (*TO_HANDLE, ("requests.carried_out", -1))

ENTERED = (RECEIVED, TO_HANDLE, RECEIVED_AND_CARRIED, PROCESSED)
"""What a list of applicants or channels adds up to: it may cover the requests carried in as well."""

ANSWERED = (PROCESSED, SETTLED, TO_HANDLE_SETTLED, RECEIVED, TO_HANDLE, RECEIVED_AND_CARRIED)
"""What a list of outcomes adds up to."""

RECEIVED_IN_TABLE: Terms = (("table3.received.total", 1),)
ENTERED_IN_TABLE = (RECEIVED_IN_TABLE, (*RECEIVED_IN_TABLE, ("table3.carried_in.total", 1)), (("table3.total.total", 1),))
SETTLED_IN_TABLE: tuple[Terms, ...] = ((("table3.total.total", 1),),)

DISCLOSED: tuple[Terms, ...] = ((("disclosure.total", 1),), (("disclosure.website", 1),), (("disclosure.catalog", 1),))
"""What a list of published items adds up to."""

LEGAL = prefixed("requests.by_applicant", "business", "research", "nonprofit", "legal_service", "other")
CHANNELS = prefixed("requests.by_channel", "online", "mail", "in_person", "fax", "email", "phone", "transferred", "other")
GRANTED = prefixed("requests.outcome", "granted", "partial")
DENIED = prefixed(
    "requests.outcome.denied",
    *("state_secret", "law_forbids", "three_security", "third_party", "internal", "process", "enforcement_file", "admin_query"),
)
UNABLE = prefixed("requests.outcome.unable", "not_held", "needs_making", "unclear")
NOT_PROCESSED = prefixed("requests.outcome.not_processed", "petition", "repeat", "publication", "mass", "reissue")
OTHER = prefixed("requests.outcome.other", "no_correction", "fee_unpaid", "other")
BEFORE_2019 = prefixed("requests.outcome", "nonexistent", "not_ours", "unclear", "not_gov_info", "already_public", "other_route")
RESULTS = ("upheld", "corrected", "other", "pending")
KINDS_OF_LITIGATION = ("litigation.direct", "litigation.after_review")


def breakdown(name: str, total: str, *parts: str, solves_total: bool = False) -> Family:
    """A list of one field's parts."""
    return Family(name, plainly(*parts), (((total, 1),),), solves_total=solves_total)


def results(prefix: str, *blocks: str) -> Family:
    """The results of the reviews or lawsuits under the prefix, whose totals the blocks of table 4 state."""
    slots, total = plainly(*prefixed(prefix, *RESULTS)), ((f"{prefix}.total", 1),)
    in_table = tuple((f"table4.{block}.total", 1) for block in blocks)
    return Family(prefix, slots, (total,), solves_total=True, in_tables=(in_table,))


FAMILIES: tuple[Family, ...] = (
    Family(
        "applicants",
        (Slot("requests.by_applicant.natural_person"), Slot("requests.by_applicant.legal_person", LEGAL)),
        ENTERED,
        solves_total=True,
        in_tables=ENTERED_IN_TABLE,
    ),
    breakdown("legal_person", "requests.by_applicant.legal_person", *LEGAL),
    Family(
        "channels",
        plainly(*CHANNELS),
        ENTERED,
        closing="requests.by_channel.other",
        solves_total=True,
        in_tables=ENTERED_IN_TABLE,
    ),
    Family(
        "outcomes",
        (
            Slot("requests.outcome.granted_or_partial", GRANTED),
            Slot("requests.outcome.denied", DENIED),
            Slot("requests.outcome.unable", UNABLE),
            Slot("requests.outcome.not_processed", NOT_PROCESSED),
            Slot("requests.outcome.other", OTHER),
        ),
        ANSWERED,
        extra=BEFORE_2019,
        solves_total=True,
        in_tables=SETTLED_IN_TABLE,
    ),
    breakdown("outcomes.granted", "requests.outcome.granted_or_partial", *GRANTED),
    breakdown("outcomes.denied", "requests.outcome.denied", *DENIED),
    breakdown("outcomes.unable", "requests.outcome.unable", *UNABLE),
    breakdown("outcomes.not_processed", "requests.outcome.not_processed", *NOT_PROCESSED),
    breakdown("outcomes.other", "requests.outcome.other", *OTHER),
    breakdown("processed", "requests.processed", *prefixed("requests.processed", "on_time", "late")),
    results("reviews", "reviews"),
    results("litigation", "litigation_direct", "litigation_after_review"),
    results("litigation.direct", "litigation_direct"),
    results("litigation.after_review", "litigation_after_review"),
    Family(
        "litigation.kinds",
        tuple(Slot(f"{kind}.total", prefixed(kind, *RESULTS)) for kind in KINDS_OF_LITIGATION),
        ((("litigation.total", 1),),),
        solves_total=True,
    ),
    *(
        breakdown(f"litigation.kinds.{result}", f"litigation.{result}", *(f"{kind}.{result}" for kind in KINDS_OF_LITIGATION))
        for result in RESULTS
    ),
    breakdown("consultations", "consultations.total", *prefixed("consultations", "in_person", "phone", "online")),
    breakdown("proposals", "proposals.total", "proposals.npc", "proposals.cppcc"),
    breakdown("staff", "staff.total", "staff.fulltime", "staff.parttime"),
)
