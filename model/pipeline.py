"""From a report's text to its record: the stages in their order, nothing else."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace

from model.assembly import assemble
from model.checks import check_record, check_text
from model.cpus import usable_cpus
from model.doubts import leave_out
from model.facts import Check, Entity, Fact
from model.line_ends import Sent
from model.logits import Logits
from model.merging import build_record
from model.pool import EncoderPool, Job
from model.record import Record
from model.release import Release
from model.segments import Segment, segment
from model.selftest import open_encoder
from model.tables.facts import table_facts
from model.tables.reading import tables_in
from model.tables.told import told_by
from model.tagger import Plan, find_entities, plan


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
    """Reads reports with one release; several threads may call it at once.

    Args:
        release: what reads.
        threads: how many windows are encoded at the same time; None takes as many as there are CPUs.
        review_below: facts less sure than this need review; None takes the release's own threshold.

    Raises:
        model.release.ReleaseError: the release fails its self-test.
    """

    def __init__(self, release: Release, threads: int | None = None, review_below: float | None = None) -> None:
        self.release = release
        encoder, self.precision = open_encoder(release)
        self._pool = EncoderPool(encoder, threads or usable_cpus())
        calibration = release.calibration
        self._calibration = calibration if review_below is None else replace(calibration, review_below=review_below)

    @property
    def waiting(self) -> int:
        """How many windows wait to be encoded."""
        return self._pool.waiting

    def job(self) -> Job:
        """What `tag` or `read` may be given for one text, so that it can be given up, and tells where the time went."""
        return Job(self._pool)

    def close(self) -> None:
        """Ends the threads."""
        self._pool.close()

    def tag(self, text: str, job: Job | None = None) -> tuple[Entity, ...]:
        """The entities of a text."""
        return self.read_prose(text, job)[0]

    def read_prose(self, text: str, job: Job | None = None) -> tuple[tuple[Entity, ...], tuple[Fact, ...]]:
        """The entities of a text, and the facts that they state; tables are not read."""
        sent = Sent(text)
        planned, job = plan(sent.read), job or self.job()
        found = sent.placed(self._told(sent.read, planned, job.encode(planned.stretches), job))
        job.finish()
        return found

    def read(self, text: str, job: Job | None = None) -> Reading:
        """Entities, facts of prose and tables, record and checks of a text; offsets are code points of it.

        Raises:
            concurrent.futures.CancelledError: the job was given up.
        """
        sent = Sent(text)
        planned, job = plan(sent.read), job or self.job()
        parts = job.encode(planned.stretches)  # what does not need them is done meanwhile
        segments = segment(planned.plain, planned.tables)
        entities, of_prose = self._told(sent.read, planned, parts, job)
        job.raise_if_given_up()
        tables = tables_in(planned.table_text, planned.tables, told_by(of_prose, planned.folded))
        of_tables = [fact for table in tables for fact in table_facts(sent.read, table, self._calibration.review_below)]
        facts = tuple(sorted([*of_prose, *of_tables], key=lambda fact: (fact.start, fact.end)))
        job.raise_if_given_up()
        record = build_record(facts, tables)
        reading = Reading(
            record=record,
            facts=facts,
            entities=entities,
            segments=segments,
            checks=(*check_record(record), *check_text(sent.read, planned.folded, segments, record)),
            text_sha256=hashlib.sha256(text.encode()).hexdigest(),
            model=self.release.name,
        )
        placed = sent.placed(reading)
        job.finish()
        return placed

    def _told(self, text: str, planned: Plan, parts: Iterator[Logits], job: Job) -> tuple[tuple[Entity, ...], tuple[Fact, ...]]:
        entities = find_entities(text, planned, parts, self._calibration)
        job.raise_if_given_up()
        return leave_out(entities, assemble(text, planned.folded, entities, self._calibration), self._calibration)
