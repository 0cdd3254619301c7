"""The reader behind the routes: loaded once, never on the event loop, and given no more at a time than memory holds."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from time import perf_counter
from typing import Protocol, TypeVar

import anyio
from anyio import to_thread

from model.facts import Entity
from model.pipeline import Reader, Reading
from model.pool import Job
from model.release import Release, load_release
from service.metrics import Metrics
from service.problems import NOT_READY, ProblemError
from service.settings import Settings
from service.threads import Threads

Result = TypeVar("Result")

logger = logging.getLogger(__name__)


class ReportReader(Protocol):
    """What the service needs of `model.pipeline.Reader`."""

    precision: str

    @property
    def release(self) -> Release:
        """The released model that reads."""

    @property
    def waiting(self) -> int:
        """How many windows wait to be encoded."""

    def job(self) -> Job:
        """What a text may be read under, so that it can be given up."""

    def tag(self, text: str, job: Job | None = None) -> tuple[Entity, ...]:
        """The spans of the text."""

    def read(self, text: str, job: Job | None = None) -> Reading:
        """The text, read."""

    def close(self) -> None:
        """Ends the reader's threads."""


class Served:
    """A reader and how many requests use it: once another has taken its place, it is closed when the last of them is done."""

    def __init__(self, reader: ReportReader) -> None:
        self.reader = reader
        self._uses = 0
        self._replaced = False

    @contextmanager
    def used(self) -> Iterator[ReportReader]:
        """The reader, which stays open as long as the context lasts."""
        self._uses += 1
        try:
            yield self.reader
        finally:
            self._uses -= 1
            self._close_if_done()

    def replace(self) -> None:
        """Says that another reader has taken its place."""
        self._replaced = True
        self._close_if_done()

    def _close_if_done(self) -> None:
        if self._replaced and not self._uses:
            self.reader.close()


class Engine:
    """Holds the reader; `settled` is set once it is loaded or `failure` says why it could not be. `metrics` count what it reads."""

    def __init__(self, settings: Settings, reader: ReportReader | None = None) -> None:
        self.settled = anyio.Event()
        self.failure: Exception | None = None
        self.metrics = Metrics()
        self._settings = settings
        self._served = Served(reader) if reader else None
        self._loading = anyio.Lock()
        # Such a thread does little but wait for the encoder, and then assembles.
        self._threads = Threads("reading", settings.max_requests, room=settings.max_text_characters)
        if reader is not None:
            self.settled.set()

    @property
    def loaded(self) -> ReportReader | None:
        """The reader; None until it is loaded."""
        return self._served.reader if self._served else None

    @property
    def reader(self) -> ReportReader:
        """The reader; ProblemError (503) until it is loaded."""
        return self._now_served().reader

    async def load(self) -> None:
        """Loads the reader; a failure is logged and kept in `failure`."""
        try:
            await self.switch()
        except Exception as error:  # whatever it is, the service goes on to say that it is not ready
            logger.error("the release %s cannot be loaded: %s", self._settings.release, error)
            self.failure = error
        self.settled.set()

    async def switch(self) -> ReportReader:
        """Takes up the release that is current by now, in a thread; requests that have begun go on with the reader that they began with.

        Raises:
            ReleaseError: it cannot be loaded; the reader is the one before.
        """
        async with self._loading:
            fresh = Served(await to_thread.run_sync(load_reader, self._settings, abandon_on_cancel=True))
            old, self._served = self._served, fresh
        if old is not None:
            old.replace()
        return fresh.reader

    def close(self) -> None:
        """Ends the threads, and those of the reader."""
        self._threads.close()
        if self._served is not None:
            self._served.reader.close()

    @contextmanager
    def held(self) -> Iterator["Held"]:
        """The reader of this moment for all texts of a request, whatever is switched meanwhile; ProblemError (503) until one is loaded."""
        with self._now_served().used() as reader:
            yield Held(self, reader)

    async def tag(self, text: str) -> tuple[Entity, ...]:
        """The spans of the text."""
        with self.held() as held:
            return await held.tag(text)

    async def read(self, text: str) -> Reading:
        """The text, read."""
        with self.held() as held:
            return await held.read(text)

    def _now_served(self) -> Served:
        if self._served is not None:
            return self._served
        if self.failure is not None:
            raise ProblemError(NOT_READY, "the released model could not be loaded; the log says why")
        raise ProblemError(NOT_READY, "the model is being loaded", headers={"retry-after": "1"})

    async def run(self, work: Callable[[str, Job], Result], text: str, job: Job) -> Result:
        """What the work returns.

        A caller that is cancelled is let go at once and the job given up; thread and room go to others only once the work has ended.
        """
        came = perf_counter()

        def begin() -> Result:
            job.timing.queued = perf_counter() - came
            return work(text, job)

        try:
            result = await self._threads.run(begin, len(text))
        finally:
            job.give_up()
        self.metrics.timed(job.timing)
        return result


@dataclass(frozen=True, slots=True)
class Held:
    """The reader of an engine that is held for a request."""

    engine: Engine
    reader: ReportReader

    async def tag(self, text: str) -> tuple[Entity, ...]:
        """The spans of the text."""
        return await self.engine.run(self.reader.tag, text, self.reader.job())

    async def read(self, text: str) -> Reading:
        """The text, read."""
        reading = await self.engine.run(self.reader.read, text, self.reader.job())
        self.engine.metrics.read(reading)
        return reading


def load_reader(settings: Settings) -> Reader:
    """The reader of the released model.

    Raises:
        model.release.ReleaseError: the release is missing or damaged, or fails its self-test.
    """
    return Reader(load_release(settings.release), settings.threads, settings.review_below)
