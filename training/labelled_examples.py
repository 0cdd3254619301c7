"""Training examples from labelled reports: the windows in which they will be read, each with its noise."""

import random
from collections.abc import Iterable, Iterator

from model.characters import fold
from model.facts import Source
from model.fields import STATED_IDS
from model.tables.regions import find_regions
from model.windows import cut
from training.examples import encode, window_of
from training.filling import Filled
from training.labelled.report import LabelledEntity, LabelledReport, Status
from training.markup import Meaning, Span
from training.tagged import TaggedText, tagged
from training.variation import vary


def labelled_examples(reports: Iterable[LabelledReport], fillings: int, seed: int, limit: int) -> Iterator[dict[str, object]]:
    """The examples of one epoch: every window of every report that a person stands behind, `fillings` times with noise drawn anew."""
    source = random.Random(f"{seed} labelled")
    windows = [window for report in reports if report.status is not Status.PREDICTED for window in report_windows(report)]
    for _ in range(fillings):
        for window in source.sample(windows, len(windows)):
            yield encode(vary(window, source).part(0, limit))


def report_windows(report: LabelledReport) -> list[TaggedText]:
    """The windows of a report, those left out that lie in a statutory table, which the tagger does not read."""
    text = tagged_report(report)
    folded = fold(report.text)
    tables = find_regions(folded)
    return [
        window_of(text, window)
        for window in cut(folded)
        if not any(table.start <= window.core_start and window.core_end <= table.end for table in tables)
    ]


def tagged_report(report: LabelledReport) -> TaggedText:
    """The report character by character; a figure states what the facts at it say, and what is not known where there are none."""
    spans = tuple(Span(one.start, one.end, one.label, _meanings(report, one)) for one in report.entities)
    return tagged(Filled(report.text, spans))


def _meanings(report: LabelledReport, entity: LabelledEntity) -> tuple[Meaning, ...]:
    """The fields of prose that the facts state whose figures stand in the entity."""
    return tuple(
        Meaning(fact.field)
        for fact in report.facts or ()
        if fact.source is Source.PROSE and fact.field in STATED_IDS and entity.start <= fact.start < entity.end
    )
