"""The stated answer rate against the requests: the rule `answer_rate`."""

from dataclasses import replace
from fractions import Fraction

from model.checks.family import PROCESSED, RECEIVED, RECEIVED_AND_CARRIED, SETTLED, TO_HANDLE, TO_HANDLE_SETTLED
from model.checks.figure import Figure
from model.checks.finding import Finding, check_of
from model.checks.ledger import Ledger
from model.checks.quantity import Quantity, Terms, all_expressed, bracketed, expressed
from model.checks.rate import DIVIDED, Quotient, best, finding, quotient
from model.checks.wording import Phrase, name, shown
from model.facts import Check, Status

RULE = "answer_rate"
FIELD = "requests.answer_rate"
ON_TIME: Terms = (("requests.processed.on_time", 1),)
DUE = (RECEIVED, TO_HANDLE, RECEIVED_AND_CARRIED, SETTLED, TO_HANDLE_SETTLED)
FULL = Fraction(100)

NOT_YET_DUE = Phrase(
    ";若未办结的申请尚未到期,答复率仍可为100%",
    "; it can still be 100% if the requests left over were not yet due",
)
UNSTATED = Phrase(
    "未说明{missing}:按答复率{rate}和{whole},应约为{number}",
    "{missing}: not stated; by the answer rate of {rate} and {whole} it would have to be about {number}",
)


def check_answer_rate(ledger: Ledger) -> list[Check]:
    """The check of the rate; nothing where no rate, or no number of requests, is stated."""
    stated = ledger.shares.get(FIELD)
    if stated is None:
        return []
    tried = quotients(ledger)
    if tried:
        return [compared(stated, tried)]
    wholes = all_expressed(ledger, (RECEIVED, TO_HANDLE))
    return [unsolved(stated, wholes[0])] if wholes and not expressed(ledger, PROCESSED) else []


def quotients(ledger: Ledger) -> list[Quotient]:
    """Processed requests, or those answered on time, by the requests that they may be measured against."""
    processed, on_time = expressed(ledger, PROCESSED), expressed(ledger, ON_TIME)
    pairs = [(processed, whole) for whole in all_expressed(ledger, DUE)]
    pairs += [(on_time, whole) for whole in all_expressed(ledger, (PROCESSED, RECEIVED))]
    made = [capped(part, whole) for part, whole in pairs if part]
    return [one for one in made if one is not None]


def capped(part: Quantity, whole: Quantity) -> Quotient | None:
    """The quotient, at most 100%: requests carried in are answered as well, but no rate is above 100."""
    made = quotient(part, whole)
    return replace(made, low=min(made.low, FULL), middle=min(made.middle, FULL), high=min(made.high, FULL)) if made else None


def compared(stated: Figure, tried: list[Quotient]) -> Check:
    """The check of a rate and the quotients that it may mean."""
    chosen = best(stated, tried)
    formula = DIVIDED.fill(part=chosen.quotient.part.solved, whole=bracketed(chosen.quotient.whole))
    found = finding(stated, chosen, formula)
    if found.status is Status.FAIL and stated.number == FULL:
        found = replace(found, status=Status.UNSURE, message=found.message + NOT_YET_DUE)
    return check_of(RULE, found, (stated, *chosen.quotient.figures))


def unsolved(stated: Figure, whole: Quantity) -> Check:
    """The check that tells how many requests would have to be processed."""
    number = round(Fraction(stated.number * whole.number, 100))
    words = {"missing": name("requests.processed"), "rate": stated.digits, "whole": whole.phrase}
    message = UNSTATED.fill(number=shown(number), **words)
    return check_of(RULE, Finding(Status.NOT_APPLICABLE, message, number), (stated, *whole.figures), ["requests.processed"])
