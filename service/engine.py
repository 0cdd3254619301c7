"""The reader behind the routes: loaded once, used by one request at a time, never on the event loop."""

import logging
from collections.abc import Callable
from typing import Protocol, TypeVar

import anyio
from anyio import to_thread

from model.facts import Entity
from model.pipeline import Reader, Reading
from model.release import Release, load_release
from service.problems import NOT_READY, ProblemError
from service.settings import Settings

Result = TypeVar("Result")

logger = logging.getLogger(__name__)


class ReportReader(Protocol):
    """What the service needs of `model.pipeline.Reader`."""

    @property
    def release(self) -> Release:
        """The released model that reads."""

    def tag(self, text: str) -> tuple[Entity, ...]:
        """The spans of the text."""

    def read(self, text: str) -> Reading:
        """The text, read."""


class Engine:
    """Holds the reader; `settled` is set once it is loaded or `failure` says why it could not be."""

    def __init__(self, reader: ReportReader | None = None) -> None:
        self.settled = anyio.Event()
        self.failure: Exception | None = None
        self._reader = reader
        self._one_at_a_time = anyio.CapacityLimiter(1)
        if reader is not None:
            self.settled.set()

    @property
    def reader(self) -> ReportReader:
        """The reader; ProblemError (503) until it is loaded."""
        if self._reader is not None:
            return self._reader
        if self.failure is not None:
            raise ProblemError(NOT_READY, "the released model could not be loaded; the log says why")
        raise ProblemError(NOT_READY, "the model is being loaded", headers={"retry-after": "1"})

    async def load(self, settings: Settings) -> None:
        """Loads the reader in a thread; a failure is logged and kept in `failure`."""
        try:
            self._reader = await to_thread.run_sync(load_reader, settings, abandon_on_cancel=True)
        except Exception as error:  # whatever it is, the service goes on to say that it is not ready
            logger.error("the release %s cannot be loaded: %s", settings.release, error)
            self.failure = error
        self.settled.set()

    async def tag(self, text: str) -> tuple[Entity, ...]:
        """The spans of the text."""
        return await self._run(self.reader.tag, text)

    async def read(self, text: str) -> Reading:
        """The text, read."""
        return await self._run(self.reader.read, text)

    async def _run(self, work: Callable[[str], Result], text: str) -> Result:
        return await to_thread.run_sync(work, text, limiter=self._one_at_a_time)


def load_reader(settings: Settings) -> Reader:
    """The reader of the released model; model.release.ReleaseError where the release is missing or damaged."""
    return Reader(load_release(settings.release), settings.threads, settings.review_below)
