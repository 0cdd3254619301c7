"""What arithmetic tells of facts: one with which an identity (勾稽关系) holds is surer than one that no other figure speaks for.

An identity that fails tells nothing here: the report may be wrong itself, and that is what its reader is to be told. Nor does one of
which a figure was taken from another (均予以公开), or one of zeros alone: these hold whatever was misread.
"""

from collections.abc import Sequence

from model.checks import check_figures
from model.checks.ledger import ledger_of
from model.confidence import Calibration
from model.doubts import reviewed
from model.facts import Basis, Check, Fact, Kind, Operand, Status
from model.merging import build_record

_LIKELY = 0.5
"""Less sure facts are left out of the arithmetic."""

Place = tuple[str, Kind, int | None, int | None]
"""Field, kind, start and end of a figure."""


def confirm(facts: Sequence[Fact], calibration: Calibration) -> list[Fact]:
    """The facts, those surer with which an identity holds; of several mentions of a figure, the one that the record takes."""
    if not calibration.confirmed:
        return list(facts)
    places = confirmed_places(facts)
    return [reviewed(fact, calibration.of_confirmed(fact.confidence), calibration) if place_of(fact) in places else fact for fact in facts]


def confirmed_places(facts: Sequence[Fact]) -> set[Place]:
    """The places of the figures of all identities that hold between facts that are likely."""
    record = build_record([fact for fact in facts if fact.confidence >= _LIKELY and fact.basis is not Basis.ALL], ())
    holding = (check for check in check_figures(ledger_of(record)) if _holds(check))
    return {place_of(operand) for check in holding for operand in check.operands}


def _holds(check: Check) -> bool:
    return check.status is Status.PASS and any(operand.value for operand in check.operands)


def place_of(figure: Fact | Operand) -> Place:
    """The place of a figure."""
    return (figure.field, figure.kind, figure.start, figure.end)
