"""Lists of topics against their totals: the rules `sum.disclosure.by_topic` and `sum.requests.by_topic`, warnings only.

Of 32 real lists of topics 25 add up; the others name only some of the topics or are wrong, and nothing tells which.
"""

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


def check_topics(ledger: Ledger) -> list[Check]:
    """The checks of both lists, where at least two rows and a total are stated."""
    checks = [check_list(field, topics(ledger, field, "count"), topic_totals(ledger, field)) for field in TOPIC_LISTS]
    return [check for check in checks if check is not None]


def check_list(field: str, rows: list[Figure], totals: list[Quantity]) -> Check | None:
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


def topic_totals(ledger: Ledger, field: str) -> list[Quantity]:
    """The stated totals that the list may add up to."""
    return all_expressed(ledger, TOPIC_LISTS[field])


def topics(ledger: Ledger, field: str, slot: str) -> list[Figure]:
    """The figures in one slot of the list's rows."""
    figures = [row_figure(field, row, slot) for row in ledger.record.lists.get(field, [])]
    return [figure for figure in figures if figure is not None]


def row_figure(field: str, row: Row, slot: str) -> Figure | None:
    """A figure of a row, under the row's own name."""
    return read(field, slot, row.figures, Phrase(row.name, row.name) if row.name else name(field))
