"""All that an evaluation says, as plain values for the JSON file and the page."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from training.evaluation.bootstrap import Interval, f1_difference, f1_interval
from training.evaluation.certainty import Certainty, certainty
from training.evaluation.compare import Tally, tally
from training.evaluation.documents import Document
from training.evaluation.errors import ErrorGroup, confusion, error_groups
from training.evaluation.slices import Slices, slices
from training.evaluation.summary import Scores, summarise
from training.evaluation.verdicts import Verdicts, verdicts


@dataclass(frozen=True, slots=True)
class Evaluation:
    """One model on one set of labelled texts."""

    model: str
    on: str
    made: str
    scores: Scores
    facts: Interval
    entities: Interval
    slices: Slices
    verdicts: Verdicts
    certainty: Certainty
    confusion: Counter[tuple[str, str]]
    errors: tuple[ErrorGroup, ...]

    def as_json(self) -> dict[str, Any]:
        """Plain values; errors with all their words."""
        return {
            "model": self.model,
            "on": self.on,
            "made": self.made,
            **self.scores.as_json(),
            "intervals": {"facts_f1": self.facts.as_json(), "entities_f1": self.entities.as_json()},
            "slices": {cut: {part: one.as_json() for part, one in parts.items()} for cut, parts in self.slices.items()},
            "verdicts": self.verdicts.as_json(),
            "certainty": self.certainty.as_json(),
            "confusion": [{"label": gold, "tagged": found, "times": times} for (gold, found), times in self.confusion.most_common()],
            "errors": [_group_json(group) for group in self.errors],
        }


def _group_json(group: ErrorGroup) -> dict[str, Any]:
    examples = [{"stated": e.stated, "read": e.read, "document": e.document, "words": e.words} for e in group.errors]
    return {"sort": group.sort, "stated": group.stated, "read": group.read, "times": len(group.errors), "examples": examples}


def evaluate(documents: Sequence[Document], model: str, on: str, made: str) -> Evaluation:
    """Everything that is measured of a model's reading; `made` is the date of it."""
    return Evaluation(
        model=model,
        on=on,
        made=made,
        scores=summarise(documents),
        facts=f1_interval(fact_tallies(documents)),
        entities=f1_interval(entity_tallies(documents)),
        slices=slices(documents),
        verdicts=verdicts(documents),
        certainty=certainty(documents),
        confusion=confusion(documents),
        errors=tuple(error_groups(documents)),
    )


def fact_tallies(documents: Sequence[Document]) -> list[Tally]:
    """The tally of core facts of each document."""
    return [tally(one.gold.facts, one.facts) for one in documents]


def entity_tallies(documents: Sequence[Document], label: str | None = None) -> list[Tally]:
    """The tally of entities of each document, of all labels or of one."""
    out: list[Tally] = []
    for one in documents:
        gold = {(span.label, span.start, span.end) for span in one.gold.spans if label in {None, span.label}}
        found = {(entity.label, entity.start, entity.end) for entity in one.entities if label in {None, entity.label}}
        out.append(Tally(len(gold & found), len(gold - found), len(found - gold)))
    return out


def differences_of(ours: Sequence[Document], theirs: Sequence[Document]) -> Mapping[str, Interval]:
    """F1 of the first reading less that of the second, of facts, entities, and each label, by the paired bootstrap."""
    labels = sorted({span.label for one in ours for span in one.gold.spans})
    return {
        "facts": f1_difference(fact_tallies(ours), fact_tallies(theirs)),
        "entities": f1_difference(entity_tallies(ours), entity_tallies(theirs)),
        **{label: f1_difference(entity_tallies(ours, label), entity_tallies(theirs, label)) for label in labels},
    }
