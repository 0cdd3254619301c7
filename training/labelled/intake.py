"""From what a file says to a labelled report: offsets repaired, every span and field checked, all faults told at once."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice, pairwise

from model.characters import fold
from model.facts import Source
from model.labels import BY_NAME
from model.names import NAMES
from model.tagger import number_mask
from model.text import flaw
from training.labelled.faults import Fault, Place, RejectedError
from training.labelled.reading import read_fact
from training.labelled.repair import Stretch, repaired
from training.labelled.report import LabelledEntity, LabelledFact, LabelledReport
from training.markup import MarkupError

MOST_FAULTS = 100
"""So many faults of one report are told."""


@dataclass(frozen=True, slots=True)
class RawSpan:
    """A labelled span as a file gives it."""

    label: str
    stretch: Stretch
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class RawFact:
    """A fact as a file gives it: `fact` with the offsets as written, as are those of its evidence."""

    fact: LabelledFact
    stretch: Stretch
    evidence: tuple[RawSpan, ...] = ()


@dataclass(frozen=True, slots=True)
class Taken:
    """A labelled report that came in, with its place in the file; `repair` says how its offsets had been counted, where otherwise."""

    report: LabelledReport
    place: Place
    repair: str | None = None

    def completed(self, annotator: str | None = None, source: str | None = None) -> "Taken":
        """The same with what its file does not say."""
        more = {"annotator": self.report.annotator or annotator, "source": self.report.source or source}
        return replace(self, report=self.report.model_copy(update=more))


Outcome = Taken | RejectedError
"""What becomes of one report of a file."""


def take(report: LabelledReport, place: Place, spans: Sequence[RawSpan], facts: Sequence[RawFact] | None = None) -> Taken:
    """The report with the spans and facts.

    Args:
        report: its text and where it comes from.
        place: where it stands in the file.
        spans: its spans, in any order.
        facts: its facts, None where the file says nothing of facts.

    Raises:
        RejectedError: the text cannot be read, a label or field is unknown, a span is wrong, or a fact has no value and stands at none.
    """
    if found := flaw(report.text):
        raise RejectedError(Fault(place, f"the text {found}"))
    spans, facts, repair = _repaired(report.text, spans, facts)
    ordered = sorted(spans, key=lambda span: (span.stretch.start, span.stretch.end))
    stretches = _all_stretches(spans, facts)
    faults = chain(_label_faults(spans), _field_faults(facts), _stretch_faults(report.text, stretches))
    wrong = tuple(islice(faults, MOST_FAULTS))
    if not wrong:
        faults = chain(_cut_faults(report.text, ordered), _overlap_faults(report.text, ordered), _value_faults(report.text, ordered, facts))
        wrong = tuple(islice(faults, MOST_FAULTS))
    if wrong:
        raise RejectedError(*wrong)
    settled = None if facts is None else tuple(_fact(fact) for fact in facts)
    return Taken(report.model_copy(update={"entities": tuple(map(_entity, ordered)), "facts": settled}), place, repair)


def _all_stretches(spans: Sequence[RawSpan], facts: Sequence[RawFact] | None) -> list[Stretch]:
    of_facts = [stretch for fact in facts or () for stretch in (fact.stretch, *(span.stretch for span in fact.evidence))]
    return [*(span.stretch for span in spans), *of_facts]


def _repaired(
    text: str, spans: Sequence[RawSpan], facts: Sequence[RawFact] | None
) -> tuple[list[RawSpan], list[RawFact] | None, str | None]:
    """Spans and facts in code points, all counted in the same way."""
    stretches, repair = repaired(text, _all_stretches(spans, facts))
    settled = iter(stretches)
    placed = [replace(span, stretch=next(settled)) for span in spans]
    if facts is None:
        return placed, None, repair
    stated = [
        replace(fact, stretch=next(settled), evidence=tuple(replace(span, stretch=next(settled)) for span in fact.evidence))
        for fact in facts
    ]
    return placed, stated, repair


def _label_faults(spans: Sequence[RawSpan]) -> Iterator[Fault]:
    for span in spans:
        if span.label not in BY_NAME:
            yield Fault(span.stretch.place, f"the label {span.label!r} is unknown; known are {', '.join(BY_NAME)}", span.stretch.start)


def _field_faults(facts: Sequence[RawFact] | None) -> Iterator[Fault]:
    for fact in facts or ():
        if fact.fact.field not in NAMES:
            yield Fault(fact.stretch.place, f"the field {fact.fact.field!r} is unknown", fact.stretch.start)


def _stretch_faults(text: str, stretches: Sequence[Stretch]) -> Iterator[Fault]:
    for one in stretches:
        if not 0 <= one.start <= one.end <= len(text):
            message = f"{one.start} to {one.end} is no stretch of a text of {len(text)} characters"
            yield Fault(one.place, message, one.start)
        elif one.start == one.end:
            yield Fault(one.place, "the span is empty", one.start)


def _cut_faults(text: str, spans: Sequence[RawSpan]) -> Iterator[Fault]:
    folded = fold(text)
    glued = [*number_mask(folded), False]
    for span in spans:
        for at in (span.stretch.start, span.stretch.end):
            # The number of a list entry may stand right before a year: 3.2022年.
            numbered = span.label == "YEAR" and at == span.stretch.start and folded[at - 1 : at] == "."
            if glued[at] and not numbered:
                quoted = text[span.stretch.start : span.stretch.end]
                yield Fault(span.stretch.place, f"the span {quoted!r} cuts the number in {_around(text, at)!r} in half", at)


def _overlap_faults(text: str, ordered: Sequence[RawSpan]) -> Iterator[Fault]:
    for before, behind in pairwise(ordered):
        if behind.stretch.start < before.stretch.end:
            one, other = (text[span.stretch.start : span.stretch.end] for span in (before, behind))
            message = f"the span {other!r} ({behind.label}) overlaps {one!r} ({before.label}) at {before.stretch.start}"
            yield Fault(behind.stretch.place, message, behind.stretch.start)


def _value_faults(text: str, spans: Sequence[RawSpan], facts: Sequence[RawFact] | None) -> Iterator[Fault]:
    labels = {(span.stretch.start, span.stretch.end): span.label for span in spans}
    for one in facts or ():
        fact = _fact(one)
        try:
            if fact.source is Source.PROSE:
                read_fact(text, fact, labels.get((fact.start, fact.end), ""))
        except MarkupError as error:
            yield Fault(one.stretch.place, f"{fact.field} has no value: {error}", fact.start)


def _around(text: str, at: int) -> str:
    return text[max(0, at - 8) : at + 8]


def _entity(span: RawSpan) -> LabelledEntity:
    return LabelledEntity(label=span.label, start=span.stretch.start, end=span.stretch.end, confidence=span.confidence)


def _fact(raw: RawFact) -> LabelledFact:
    evidence = tuple(map(_entity, raw.evidence))
    return raw.fact.model_copy(update={"start": raw.stretch.start, "end": raw.stretch.end, "evidence": evidence})
