"""Labelled texts, and what a tagger with the assembly behind it reads in them."""

import random
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass

from model.assembly import assemble
from model.confidence import UNCALIBRATED, Calibration
from model.doubts import leave_out
from model.facts import Entity, Fact
from model.pages import prose_text
from model.pipeline import Reader
from model.release import Release
from training.corpus import fill_passage
from training.filling import Filled
from training.passage import Passage

Tagger = Callable[[str], Sequence[Entity]]


@dataclass(frozen=True, slots=True)
class Labelled:
    """A text with its labels and facts; `keys` say of what layout, level and issuer it is."""

    name: str
    keys: Mapping[str, str]
    gold: Filled


@dataclass(frozen=True, slots=True)
class Document:
    """A labelled text and what was read in it."""

    name: str
    keys: Mapping[str, str]
    gold: Filled
    entities: tuple[Entity, ...]
    facts: tuple[Fact, ...]

    @property
    def text(self) -> str:
        """The text."""
        return self.gold.text


def fill_all(passages: Sequence[Passage], fillings: int = 1) -> list[Labelled]:
    """Fillings of passages that are the same every time."""
    out: list[Labelled] = []
    for passage in passages:
        source = random.Random(f"evaluate {passage.name}")
        out.extend(Labelled(passage.name, passage.keys, fill_passage(passage, source)) for _ in range(fillings))
    return out


def read_all(texts: Sequence[Labelled], tag: Tagger, calibration: Calibration = UNCALIBRATED) -> list[Document]:
    """Each text with the entities of a tagger and the facts that are assembled from them, but for what is left out for doubt."""
    out: list[Document] = []
    for one in texts:
        entities = tag(one.gold.text)
        facts = assemble(one.gold.text, prose_text(one.gold.text), entities, calibration)
        out.append(Document(one.name, one.keys, one.gold, *leave_out(entities, facts, calibration)))
    return out


def read_with(release: Release, texts: Sequence[Labelled]) -> list[Document]:
    """Each text as a release reads its prose."""
    with closing(Reader(release)) as reader:
        return [Document(one.name, one.keys, one.gold, *reader.read_prose(one.gold.text)) for one in texts]
