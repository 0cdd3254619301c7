"""From a report's text to its record: the stages in their order, nothing else."""

import hashlib
from dataclasses import dataclass, replace

from model.assembly import assemble
from model.characters import fold
from model.checks import check_record, check_text
from model.encoder import MODEL_FILE, TOKENIZER_FILE, Encoder
from model.facts import Check, Entity, Fact
from model.record import Record, build_record
from model.release import Release
from model.segments import Segment, segment
from model.tables.facts import table_facts
from model.tables.reading import read_tables
from model.tables.told import told_by
from model.tagger import tag


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything that was read in one text; `model` names the release that read it."""

    record: Record
    facts: tuple[Fact, ...]
    entities: tuple[Entity, ...]
    segments: tuple[Segment, ...]
    checks: tuple[Check, ...]
    text_sha256: str
    model: str


class Reader:
    """Reads reports with one release; facts less sure than `review_below` (the release's own threshold) need review."""

    def __init__(self, release: Release, threads: int | None = None, review_below: float | None = None) -> None:
        self.release = release
        self._encoder = Encoder(release.folder / MODEL_FILE, release.folder / TOKENIZER_FILE, threads)
        calibration = release.calibration
        self._calibration = calibration if review_below is None else replace(calibration, review_below=review_below)

    def tag(self, text: str) -> tuple[Entity, ...]:
        """The entities of a text."""
        return tag(text, self._encoder.logits, self._calibration)

    def read(self, text: str) -> Reading:
        """Entities, facts of prose and tables, record and checks of a text; offsets are code points of it."""
        entities = self.tag(text)
        of_prose = assemble(text, entities, self._calibration)
        tables = read_tables(text, told_by(of_prose))
        of_tables = [fact for table in tables for fact in table_facts(text, table, self._calibration.review_below)]
        facts = tuple(sorted([*of_prose, *of_tables], key=lambda fact: (fact.start, fact.end)))
        record = build_record(facts, tables)
        folded = fold(text)
        segments = segment(folded)
        return Reading(
            record=record,
            facts=facts,
            entities=entities,
            segments=segments,
            checks=(*check_record(record), *check_text(text, folded, segments, record)),
            text_sha256=hashlib.sha256(text.encode()).hexdigest(),
            model=self.release.name,
        )
