"""What came in against what was settled: the rules `balance` and `balance.to_handle`.

Source: the note in the head of table 3 of 国办公开办函〔2019〕60号 and 〔2021〕30号, 第一项加第二项之和,等于第三项加第四项之和.
"""

from model.checks.family import PROCESSED, RECEIVED, RECEIVED_AND_CARRIED, TO_HANDLE
from model.checks.figure import Exact, apart
from model.checks.finding import Finding, check_of
from model.checks.ledger import Ledger
from model.checks.quantity import Quantity, Terms, combined, expressed, signed
from model.checks.wording import AGREES, DIFFERS, DOUBTFUL, NEARLY, NOTHING, Phrase, name, names, shown
from model.facts import Check, Status

TO_HANDLE_RULE = "balance.to_handle"

OUT: Terms = (*PROCESSED, ("requests.carried_out", 1))

INCLUDED = Phrase(
    "{received}已含{carried}(收办口径):与{right}一致",
    "{received} includes {carried} already: it agrees with {right}",
)
PERHAPS_INCLUDED = Phrase(
    "{left},与{right}不一致,相差{gap};若{received}已含{carried}(收办口径)则一致",
    "{left} does not agree with {right}, {gap} apart; it would if {received} includes {carried} already",
)
UNSTATED = Phrase("未说明{missing}:{unknown}应为{known}", "{missing}: not stated; {unknown} would have to be {known}")
IMPOSSIBLE = Phrase(
    ",而件数不可能为负:所列数字有误或口径不同",
    ", but no count can be negative: a figure is wrong or of another scope",
)


def check_balances(ledger: Ledger) -> list[Check]:
    """The checks of both rules, as far as the record states enough."""
    checks = [check_balance(ledger), check_to_handle(ledger)]
    return [check for check in checks if check is not None]


def check_balance(ledger: Ledger) -> Check | None:
    """Received + carried in = processed + carried out."""
    terms = entered(ledger)
    left, right = expressed(ledger, terms), expressed(ledger, OUT)
    if left and right:
        return compared(ledger, "balance", left, right)
    return unsolved(ledger, "balance", (*terms, *((field, -sign) for field, sign in OUT)))


def entered(ledger: Ledger) -> Terms:
    """The terms of what came in: received and carried in.

    The requests to handle stand for them where one of the two is not stated, and where they equal those received, which
    shows that these include the ones carried in.
    """
    received, handled = expressed(ledger, RECEIVED), expressed(ledger, TO_HANDLE)
    both = expressed(ledger, RECEIVED_AND_CARRIED)
    included = received and handled and received.number == handled.number
    return TO_HANDLE if handled and (included or not both) else RECEIVED_AND_CARRIED


def check_to_handle(ledger: Ledger) -> Check | None:
    """Received + carried in = to handle; None where no requests to handle are stated."""
    right = expressed(ledger, TO_HANDLE)
    left = expressed(ledger, RECEIVED_AND_CARRIED)
    if right is None:
        return None
    if left:
        return compared(ledger, TO_HANDLE_RULE, left, right)
    known = [ledger.counts.get(field) for field, _ in RECEIVED_AND_CARRIED]
    return unsolved(ledger, TO_HANDLE_RULE, (*RECEIVED_AND_CARRIED, (TO_HANDLE[0][0], -1))) if any(known) else None


def compared(ledger: Ledger, rule: str, left: Quantity, right: Quantity) -> Check:
    """The check of two sides that are both stated."""
    if left.agrees(right):
        words = AGREES if left.number == right.number else NEARLY
        finding = Finding(Status.PASS, words.fill(left=left.solved, right=right.solved), left.number, right.number)
    else:
        finding = inclusive(ledger, rule, left, right) or differing(left, right)
    return check_of(rule, finding, (*left.figures, *right.figures))


def inclusive(ledger: Ledger, rule: str, left: Quantity, right: Quantity) -> Finding | None:
    """The reading in which the requests received include those carried in; None where it does not hold either.

    The balance does not pass by it: an error of just the number carried in would look the same.
    """
    received = expressed(ledger, RECEIVED)
    if len(left.figures) < 2 or received is None or received.number != right.number:
        return None
    words = {"received": received.phrase, "carried": left.figures[1].phrase, "right": right.solved}
    if rule == TO_HANDLE_RULE:
        return Finding(Status.PASS, INCLUDED.fill(**words), received.number, right.number)
    gap = shown(apart(left.number, right.number))
    message = PERHAPS_INCLUDED.fill(left=left.solved, gap=gap, **words)
    return Finding(Status.UNSURE, message, left.number, right.number)


def differing(left: Quantity, right: Quantity) -> Finding:
    """The finding on two sides that agree in no reading."""
    doubtful = left.approximate or right.approximate
    gap = shown(apart(left.number, right.number))
    message = DIFFERS.fill(left=left.solved, right=right.solved, gap=gap) + (DOUBTFUL if doubtful else NOTHING)
    return Finding(Status.UNSURE if doubtful else Status.FAIL, message, left.number, right.number)


def unsolved(ledger: Ledger, rule: str, terms: Terms) -> Check | None:
    """The check that tells what the missing terms of an identity of zero would have to make; None where more than two are missing."""
    stated = [(figure, sign) for field, sign in terms if (figure := ledger.counts.get(field)) is not None]
    fields = {figure.field for figure, _ in stated}
    missing = [(field, sign) for field, sign in terms if field not in fields]
    if not stated or len(missing) > 2:
        return None
    turn = missing[0][1]
    known = combined([(figure, -sign * turn) for figure, sign in stated])
    unknown = [(name(field), sign * turn) for field, sign in missing]
    names_of_missing = names(field for field, _ in missing)
    message = UNSTATED.fill(missing=names_of_missing, unknown=signed(unknown), known=known.solved)
    note = IMPOSSIBLE if impossible(unknown, known.number) else NOTHING
    finding = Finding(Status.NOT_APPLICABLE, message + note, known.number)
    return check_of(rule, finding, known.figures, [field for field, _ in missing])


def impossible(unknown: list[tuple[Phrase, int]], number: Exact) -> bool:
    """Whether counts that are added up would have to be negative."""
    return number < 0 and all(sign > 0 for _, sign in unknown)
