"""Labelled reports as training and evaluation take them: spans, and the facts of prose.

A report whose labels say nothing of facts has those that the assembly makes of its labelled spans: what would be read of it if every span
were found.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from model.assembly import assemble
from model.confidence import UNCALIBRATED
from model.facts import Entity, Source
from model.fields import STATED_IDS
from model.pages import prose_text
from training.evaluation.documents import Labelled
from training.filling import Filled, GoldFact
from training.labelled.reading import read_fact
from training.labelled.report import LabelledEntity, LabelledReport, Status
from training.labelled.store import LabelledStore
from training.markup import MarkupError, Meaning, Span
from training.material import is_dev

STORE = Path("data/labelled.sqlite")


def read_store(path: Path) -> tuple[list[LabelledReport], list[LabelledReport]]:
    """The reports of a store that a person stands behind: those to train on, and those that are never trained on, about one in eight.

    Which is which follows from a report's text, so a report stays on its side. A store that does not exist yet holds none.
    """
    train: list[LabelledReport] = []
    dev: list[LabelledReport] = []
    for report in LabelledStore(path).current() if path.exists() else ():
        if report.status is not Status.PREDICTED:
            (dev if is_dev(report.id) else train).append(report)
    return train, dev


def labelled(reports: Iterable[LabelledReport]) -> list[Labelled]:
    """The reports as texts to evaluate on."""
    return [Labelled(report.source or report.id[:12], {}, filled(report)) for report in reports]


def filled(report: LabelledReport) -> Filled:
    """The report with what its figures state, where facts are given.

    Raises:
        MarkupError: a fact whose value is to be read stands at no number; the report is named.
    """
    spans = tuple(Span(one.start, one.end, one.label, tuple(_meanings(report, one))) for one in report.entities)
    try:
        return Filled(report.text, spans, tuple(assembled(report.text, spans) if report.facts is None else _given(report)))
    except MarkupError as error:
        raise MarkupError(f"the labelled report {report.id} ({report.source or 'of no source'}): {error}") from error


def _meanings(report: LabelledReport, entity: LabelledEntity) -> Iterator[Meaning]:
    for fact in report.facts or ():
        if entity.start <= fact.start < entity.end and fact.source is Source.PROSE and fact.field in STATED_IDS:
            yield Meaning(fact.field, None, fact.kind, fact.time)


def _given(report: LabelledReport) -> Iterator[GoldFact]:
    labels = {(one.start, one.end): one.label for one in report.entities}
    for fact in report.facts or ():
        if fact.source is Source.PROSE and (read := read_fact(report.text, fact, labels.get((fact.start, fact.end), ""))) is not None:
            yield read


def assembled(text: str, spans: Iterable[Span]) -> Iterator[GoldFact]:
    """The facts that the assembly makes of labelled spans, those without a value left out."""
    entities = [Entity(one.label, one.start, one.end, text[one.start : one.end], 1.0) for one in spans]
    for fact in assemble(text, prose_text(text), entities, UNCALIBRATED):
        if fact.value is not None:
            yield GoldFact(fact.field, fact.kind, fact.value, fact.time.value, fact.start, fact.end)
