"""Lists of topics against their totals: the rules `sum.disclosure.by_topic` and `sum.requests.by_topic`, warnings only.

Of 32 real lists of topics 25 add up; the others name only some of the topics or are wrong, and nothing tells which.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from model.checks.family import DISCLOSED, ENTERED
from model.checks.figure import Figure, apart, read
from model.checks.finding import Finding, check_of
from model.checks.ledger import Ledger
from model.checks.quantity import Quantity, Terms, added, all_expressed
from model.checks.wording import AGREES, DOUBTFUL, NEARLY, NOTHING, Phrase, name, shown
from model.facts import Check, Status
from model.record import Row

TOPIC_LISTS: dict[str, tuple[Terms, ...]] = {"requests.by_topic": ENTERED, "disclosure.by_topic": DISCLOSED}
"""The lists and what each may add up to."""

LISTED = Phrase("{list}{rows}项合计{number}", "{list}: {rows} rows, in all {number}")
DIFFERS = Phrase(
    "{left},与{right}相差{gap};所列可能不全或口径不同",
    "{left}, {gap} off {right}; the list may be incomplete or of another scope",
)


@dataclass(frozen=True, slots=True)
class Topics:
    """A list of topics: the count and the share of each row, as far as they are stated, and the stated totals that it may add up to."""

    field: str
    rows: tuple[tuple[Figure | None, Figure | None], ...]
    totals: tuple[Quantity, ...]

    @property
    def counts(self) -> tuple[Figure, ...]:
        """The stated counts."""
        return tuple(count for count, _ in self.rows if count is not None)

    @property
    def shares(self) -> tuple[Figure, ...]:
        """The stated shares."""
        return tuple(share for _, share in self.rows if share is not None)


def topics_in(ledger: Ledger) -> list[Topics]:
    """The lists of topics of a record."""
    lists = ((field, ledger.record.lists.get(field, [])) for field in TOPIC_LISTS)
    return [_topics(ledger, field, rows) for field, rows in lists if rows]


def _topics(ledger: Ledger, field: str, rows: Sequence[Row]) -> Topics:
    return Topics(field, tuple(_row(field, row) for row in rows), tuple(all_expressed(ledger, TOPIC_LISTS[field])))


def _row(field: str, row: Row) -> tuple[Figure | None, Figure | None]:
    """The count and the share of a row, under the row's own name."""
    called = Phrase(row.name, row.name) if row.name else name(field)
    return read(field, "count", row.figures, called), read(field, "share", row.figures, called)


def check_topics(lists: Iterable[Topics]) -> list[Check]:
    """The checks of the lists of which at least two rows and a total are stated."""
    checks = [check_list(topics.field, topics.counts, topics.totals) for topics in lists]
    return [check for check in checks if check is not None]


def check_list(field: str, rows: Sequence[Figure], totals: Sequence[Quantity]) -> Check | None:
    """The check of one list: pass or unsure."""
    if len(rows) < 2 or not totals:
        return None
    parts = added(rows)
    total = min(totals, key=lambda total: (not parts.agrees(total), apart(parts.number, total.number)))
    left = LISTED.fill(list=name(field), rows=str(len(rows)), number=shown(parts.number))
    if parts.agrees(total):
        words, status = AGREES if parts.number == total.number else NEARLY, Status.PASS
        message = words.fill(left=left, right=total.phrase)
    else:
        status = Status.UNSURE
        note = DOUBTFUL if parts.approximate or total.approximate else NOTHING
        message = DIFFERS.fill(left=left, right=total.phrase, gap=shown(apart(parts.number, total.number))) + note
    finding = Finding(status, message, parts.number, total.number)
    return check_of(f"sum.{field}", finding, (*parts.figures, *total.figures))
