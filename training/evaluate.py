"""Evaluates a release on labelled passages: entities (seqeval, strict IOB2) and facts.

`python -m training.evaluate [--release FOLDER] [--on FOLDER] [--json FILE]` prints a table; by default the current
release on the held-out set. What is measured is the served int8 model with everything behind it.
"""

import argparse
import json
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from model.assembly import assemble
from model.facts import Entity
from model.labels import OUTSIDE
from model.pipeline import Reader
from model.release import load_release
from training.compare import Tally, tally
from training.corpus import fill_passage, read_corpus
from training.filling import Filled
from training.passage import Passage
from training.scores import entity_scores
from training.variation import tagged

CURRENT = Path("data/releases/current")
HELDOUT = Path("data/heldout")


@dataclass(frozen=True, slots=True)
class Scores:
    """Scores of a model on passages."""

    passages: int
    entities: dict[str, dict[str, float]]
    facts: Tally
    facts_with_span: Tally

    def as_json(self) -> dict[str, Any]:
        """The scores as plain values."""
        named = {"facts": self.facts, "facts_with_span": self.facts_with_span}
        tallies = {
            name: {
                "precision": round(one.precision, 4),
                "recall": round(one.recall, 4),
                "f1": round(one.f1, 4),
                "right": one.right,
                "missed": one.missed,
                "invented": one.invented,
            }
            for name, one in named.items()
        }
        rounded = {label: {key: round(value, 4) for key, value in row.items()} for label, row in self.entities.items()}
        return {"passages": self.passages, **tallies, "entities": rounded}


def fill_all(passages: Sequence[Passage], fillings: int = 1) -> list[Filled]:
    """Fillings of passages that are the same every time."""
    out: list[Filled] = []
    for passage in passages:
        source = random.Random(f"evaluate {passage.name}")
        out.extend(fill_passage(passage, source) for _ in range(fillings))
    return out


def evaluate(texts: Sequence[Filled], tag: Callable[[str], Sequence[Entity]]) -> Scores:
    """Scores of a tagger, with the assembly behind it, on labelled texts."""
    gold, predicted = [], []
    facts = with_span = Tally()
    for text in texts:
        entities = tag(text.text)
        gold.append(tagged(text).tags)
        predicted.append(bio_tags(len(text.text), entities))
        found = assemble(text.text, entities)
        facts += tally(text.facts, found)
        with_span += tally(text.facts, found, with_span=True)
    return Scores(len(texts), entity_scores(gold, predicted), facts, with_span)


def bio_tags(length: int, entities: Sequence[Entity]) -> list[str]:
    """One BIO tag a character."""
    tags = [OUTSIDE] * length
    for entity in entities:
        tags[entity.start : entity.end] = [f"B-{entity.label}", *[f"I-{entity.label}"] * (entity.end - entity.start - 1)]
    return tags


def table(scores: Scores) -> str:
    """The scores as a table for the terminal."""
    head = f"{scores.passages} passages"
    rows = [("facts (field, kind, value)", scores.facts), ("facts with their place", scores.facts_with_span)]
    lines = [head, f"{'':32}{'precision':>10}{'recall':>10}{'F1':>10}"]
    lines += [f"{name:32}{one.precision:10.4f}{one.recall:10.4f}{one.f1:10.4f}" for name, one in rows]
    for label, row in scores.entities.items():
        lines.append(f"{'entities ' + label:32}{row['precision']:10.4f}{row['recall']:10.4f}{row['f1']:10.4f}")
    return "\n".join(lines)


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description="Evaluate a release.")
    parser.add_argument("--release", type=Path, default=CURRENT)
    parser.add_argument("--on", type=Path, default=HELDOUT, help="a folder of labelled passages")
    parser.add_argument("--json", type=Path, help="write the scores to this file")
    options = parser.parse_args()
    scores = evaluate(fill_all(read_corpus(options.on)), Reader(load_release(options.release)).tag)
    print(table(scores))
    if options.json:
        options.json.write_text(json.dumps(scores.as_json(), ensure_ascii=False, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
