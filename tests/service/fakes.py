"""A reader that takes every run of digits for a figure."""

import re
import threading
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from model.confidence import UNCALIBRATED
from model.encoder import Ids
from model.facts import Basis, Check, Entity, Fact, Kind, Source, Status, Time
from model.logits import Logits
from model.merging import build_record
from model.pipeline import Reading
from model.pool import EncoderPool, Job
from model.release import Release
from model.segments import Segment


class NoEncoder:
    """Is never asked."""

    def tokens(self, folded: str) -> Ids:
        raise AssertionError(folded)

    def encode(self, ids: Ids) -> Logits:
        raise AssertionError(ids)


POOL = EncoderPool(NoEncoder(), 0)


class DigitReader:
    """Marks runs of digits; the first is the number of requests received, the others are other figures."""

    def __init__(self) -> None:
        self.release = Release(
            name="digits", folder=Path(), manifest={"name": "digits", "labels": ["OTHER_COUNT"]}, calibration=UNCALIBRATED
        )
        self.precision = "int8"
        self.waiting = 0
        self.threads: set[int] = set()
        self.closed = False

    def job(self) -> Job:
        return Job(POOL)

    def close(self) -> None:
        self.closed = True

    def tag(self, text: str, job: Job | None = None) -> tuple[Entity, ...]:
        self.threads.add(threading.get_ident())
        return tuple(Entity("OTHER_COUNT", run.start(), run.end(), run[0], 0.9) for run in re.finditer("[0-9]+", text))

    def read(self, text: str, job: Job | None = None) -> Reading:
        entities = self.tag(text)
        facts = tuple(_fact("other" if place else "requests.received", entity) for place, entity in enumerate(entities))
        checks = (Check("sum", Status.PASS, 3.0, 3.0, 0.0, "相符", "they agree", ("requests.received",)),)
        segments = (Segment("prose", None, 0, len(text)),)
        return Reading(build_record(facts), facts, entities, segments, checks, sha256(text.encode()).hexdigest(), "digits")


class HeldReader(DigitReader):
    """Reads while it is let."""

    def __init__(self) -> None:
        super().__init__()
        self.let = threading.Event()
        self.reading = threading.Semaphore(0)

    def read(self, text: str, job: Job | None = None) -> Reading:
        self.reading.release()
        assert self.let.wait(20)
        return super().read(text, job)


class FailingReader(DigitReader):
    """Fails, in words that quote the text."""

    def read(self, text: str, job: Job | None = None) -> Reading:
        raise RuntimeError(text)


def _fact(field: str, entity: Entity) -> Fact:
    return Fact(
        field=field,
        kind=Kind.COUNT,
        value=int(entity.text[:9]),
        unit="件",
        name=None,
        text=entity.text,
        start=entity.start,
        end=entity.end,
        time=Time.CURRENT,
        basis=Basis.STATED,
        approximate=False,
        confidence=0.9,
        source=Source.PROSE,
        evidence=(entity,),
    )


class NamedReader(DigitReader):
    """Says under which release it read."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.release = replace(self.release, name=name)

    def read(self, text: str, job: Job | None = None) -> Reading:
        return replace(super().read(text), model=self.release.name)
