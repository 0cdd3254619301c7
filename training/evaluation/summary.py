"""The scores of a reading of labelled texts, all in one."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from model.facts import Entity
from model.labels import OUTSIDE, span_tags
from training.evaluation.compare import Tally, tally
from training.evaluation.documents import Document
from training.evaluation.scores import entity_scores
from training.tagged import tagged


@dataclass(frozen=True, slots=True)
class Scores:
    """Scores of a model on texts."""

    passages: int
    entities: dict[str, dict[str, float]]
    facts: Tally
    facts_with_span: Tally

    def as_json(self) -> dict[str, Any]:
        """The scores as plain values, four digits."""
        rounded = {label: {key: round(value, 4) for key, value in row.items()} for label, row in self.entities.items()}
        tallies = {"facts": self.facts.as_json(), "facts_with_span": self.facts_with_span.as_json()}
        return {"passages": self.passages, **tallies, "entities": rounded}


def summarise(documents: Sequence[Document]) -> Scores:
    """The scores over all documents."""
    gold = [tagged(one.gold).tags for one in documents]
    predicted = [bio_tags(len(one.text), one.entities) for one in documents]
    facts = with_span = Tally()
    for one in documents:
        facts += tally(one.gold.facts, one.facts)
        with_span += tally(one.gold.facts, one.facts, with_span=True)
    return Scores(len(documents), entity_scores(gold, predicted), facts, with_span)


def bio_tags(length: int, entities: Sequence[Entity]) -> list[str]:
    """One BIO tag a character."""
    tags = [OUTSIDE] * length
    for entity in entities:
        tags[entity.start : entity.end] = span_tags(entity.label, entity.end - entity.start)
    return tags


def table(scores: Scores) -> str:
    """The scores as a table for the terminal."""
    rows = [("facts (field, kind, value)", scores.facts), ("facts with their place", scores.facts_with_span)]
    lines = [f"{scores.passages} passages", f"{'':32}{'precision':>10}{'recall':>10}{'F1':>10}"]
    lines += [f"{name:32}{one.precision:10.4f}{one.recall:10.4f}{one.f1:10.4f}" for name, one in rows]
    for label, row in scores.entities.items():
        lines.append(f"{'entities ' + label:32}{row['precision']:10.4f}{row['recall']:10.4f}{row['f1']:10.4f}")
    return "\n".join(lines)
