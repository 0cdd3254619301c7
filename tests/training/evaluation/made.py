"""Documents for the tests of the evaluation: gold labels, and what a reader with known faults makes of them."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from model.facts import Entity, Fact
from tests.training.passages import passages, source
from training.evaluation.documents import Document, Labelled, fill_all, read_all
from training.filling import Filled

NIL = "[未发生|NIL=reviews.total,litigation.total][行政复议|REMEDY]、[行政诉讼|REMEDY]。"


def texts(folder: Path) -> list[Labelled]:
    return fill_all(passages(folder, source("a/1"), source("a/2", NIL, "")), 2)


def entities_of(filled: Filled) -> list[Entity]:
    return [Entity(span.label, span.start, span.end, filled.text[span.start : span.end], 1.0) for span in filled.spans]


def perfect(folder: Path) -> list[Document]:
    """Documents that were read as their labels say."""
    some = texts(folder)
    gold = {one.gold.text: entities_of(one.gold) for one in some}
    return read_all(some, gold.__getitem__)


def with_facts(one: Document, facts: Sequence[Fact]) -> Document:
    return replace(one, facts=tuple(facts))
