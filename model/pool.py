"""The windows of many texts, encoded by one thread a CPU.

Each thread encodes one window at a time with a single thread of its own: that is faster than all threads on one window, and a window's
logits are the same in any company. Texts take turns by their length: a text of n characters is overtaken only by texts that come before
another n characters have been encoded, so short reports do not wait for a book, and a book is not put off for ever.
"""

import atexit
import heapq
import threading
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import CancelledError, Future
from dataclasses import dataclass, field
from time import monotonic, perf_counter
from typing import Protocol
from weakref import WeakSet

from model.encoder import Ids
from model.logits import Logits

ENDING_SECONDS = 2
"""How long the program's end waits for the threads of its pools."""


class WindowEncoder(Protocol):
    """What the pool needs of `model.encoder.Encoder`."""

    def tokens(self, folded: str) -> Ids:
        """The tokens of a window's text."""

    def encode(self, ids: Ids) -> Logits:
        """The logits of its characters."""


@dataclass(slots=True)
class Timing:
    """How much was encoded of one text, and where its time went, in seconds.

    `queued` is the wait for the encoder, added to the wait before that which whoever begins the text has put there; `encoding` is from the
    begin of its first window to the end of its last, and `tokenising` of all windows together is a part of it.
    """

    windows: int = 0
    tokens: int = 0
    tokenising: float = 0.0
    queued: float = 0.0
    encoding: float = 0.0
    assembling: float = 0.0


@dataclass(order=True, slots=True)
class _Window:
    """A window in the queue: the least turn comes first, and of one turn the first that came."""

    turn: int
    number: int
    stretch: str = field(compare=False)
    logits: "Future[Logits]" = field(compare=False, default_factory=Future)
    tokens: int = field(compare=False, default=0)
    begun: float = field(compare=False, default=0.0)
    tokenised: float = field(compare=False, default=0.0)
    ended: float = field(compare=False, default=0.0)


class EncoderPool:
    """The threads and their queue; `close`, or the end of the program, ends them once they have done what is queued."""

    def __init__(self, encoder: WindowEncoder, threads: int) -> None:
        self.encoder = encoder
        self._changed = threading.Condition()
        self._queue: list[_Window] = []
        self._arrived = 0
        self._encoded = 0
        self._closed = False
        self._threads = [threading.Thread(target=self._work, name="encoder", daemon=True) for _ in range(threads)]
        for thread in self._threads:
            thread.start()
        _pools.add(self)

    def add(self, stretches: Sequence[str]) -> list[_Window]:
        """Queues the windows of one text, the longest first: so the threads end together."""
        longest_first = sorted(range(len(stretches)), key=lambda place: -len(stretches[place]))
        with self._changed:
            turn = self._encoded + sum(map(len, stretches))
            numbers = {place: self._arrived + rank for rank, place in enumerate(longest_first)}
            added = [_Window(turn, numbers[place], stretch) for place, stretch in enumerate(stretches)]
            self._arrived += len(added)
            for window in added:
                heapq.heappush(self._queue, window)
            self._changed.notify(len(added))
        return added

    @property
    def waiting(self) -> int:
        """How many windows are in the queue."""
        return len(self._queue)

    def close(self) -> None:
        """Ends the threads; what is queued is done first."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()

    def join(self, seconds: float) -> None:
        """Waits that long at most for the threads of a closed pool to end."""
        deadline = monotonic() + seconds
        for thread in self._threads:
            thread.join(max(0.0, deadline - monotonic()))

    def _work(self) -> None:
        while window := self._next():
            window.begun = perf_counter()
            try:
                ids = self.encoder.tokens(window.stretch)
                window.tokens, window.tokenised = ids.size, perf_counter()
                logits = self.encoder.encode(ids)
            except Exception as error:
                window.logits.set_exception(error)
            else:
                window.ended = perf_counter()
                window.logits.set_result(logits)

    def _next(self) -> _Window | None:
        """The window whose turn it is, without those that were given up; None when there will be no more."""
        with self._changed:
            while True:
                self._changed.wait_for(lambda: self._queue or self._closed)
                if not self._queue:
                    return None
                window = heapq.heappop(self._queue)
                if window.logits.set_running_or_notify_cancel():
                    self._encoded += len(window.stretch)
                    return window


_pools: WeakSet[EncoderPool] = WeakSet()


@atexit.register
def _end_pools() -> None:
    # A thread that comes back from native code once Python has ended aborts the process.
    for pool in list(_pools):
        pool.close()
        pool.join(ENDING_SECONDS)


class Job:
    """One text on its way through a pool, with the time that it took; any thread may give it up."""

    def __init__(self, pool: EncoderPool) -> None:
        self.timing = Timing()
        self._pool = pool
        self._windows: deque[_Window] = deque()
        self._given_up = False
        self._encoded = 0.0

    def encode(self, stretches: Sequence[str]) -> Iterator[Logits]:
        """The logits of each of the folded stretches; all are queued at once, and waited for one after the other.

        Raises:
            concurrent.futures.CancelledError: the job was given up.
        """
        self.raise_if_given_up()
        queued = perf_counter()
        self.timing.windows = len(stretches)
        self._windows.extend(self._pool.add(stretches))
        if self._given_up:
            self.give_up()
        return self._logits(queued)

    def give_up(self) -> None:
        """Drops the windows that are not encoded yet; `encode` and `raise_if_given_up` raise."""
        self._given_up = True
        for window in list(self._windows):
            window.logits.cancel()

    def raise_if_given_up(self) -> None:
        """Ends work that nobody waits for any more, between two of its stages.

        Raises:
            concurrent.futures.CancelledError: the job was given up.
        """
        if self._given_up:
            raise CancelledError

    def finish(self) -> None:
        """Marks the end of all that followed the encoding."""
        self.timing.assembling = perf_counter() - self._encoded

    def _logits(self, queued: float) -> Iterator[Logits]:
        first, last, before = 0.0, 0.0, self.timing.queued
        while self._windows:
            logits = self._windows[0].logits.result()
            window = self._windows.popleft()  # and with it the logits, which take more memory than the text
            first, last = min(first or window.begun, window.begun), max(last, window.ended)
            self.timing.queued, self.timing.encoding = before + first - queued, last - first
            self.timing.tokens += window.tokens
            self.timing.tokenising += window.tokenised - window.begun
            yield logits
        self.raise_if_given_up()
        self._encoded = perf_counter()
