"""Metrics of one app in Prometheus' format."""

from collections.abc import Sequence
from contextlib import AbstractContextManager

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, ProcessCollector, generate_latest

from model.facts import Check, Status
from model.pipeline import Reading
from model.pool import Timing

_SECONDS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120)
_WINDOWS = tuple(2**power for power in range(12))
_TOKENS = tuple(2**power for power in range(6, 20))
_STAGES = ("queued", "tokenising", "encoding", "assembling")


class Metrics:
    """What the service counts and times; the process's memory is read when the metrics are."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        ProcessCollector(registry=self._registry)
        self._requests = self._counter("requests", "Requests answered.", "method", "route", "status")
        self._seconds = self._histogram("request_seconds", "Time from a request's head to the end of its answer.", _SECONDS, "route")
        self._stages = self._histogram("stage_seconds", "Time that a text spent in a stage of its reading.", _SECONDS, "stage")
        self._windows = self._histogram("text_windows", "Windows of a text that were encoded.", _WINDOWS)
        self._tokens = self._histogram("text_tokens", "Tokens of a text that were encoded.", _TOKENS)
        self._facts = self._counter("facts", "Facts found.", "needs_review")
        self._checks = self._counter("checks", "Checks made.", "status")
        self._info = self._gauge("release_info", "1 for the release that reads, with the precision of its export.", "name", "precision")
        self._waiting = self._gauge("queue_length", "Windows of texts that wait to be encoded.")
        self.in_flight = self._gauge("requests_in_flight", "Requests that are worked on, of those whose number is limited.")
        """Set by whoever limits them."""

    def answered(self, method: str, route: str, status: int, seconds: float) -> None:
        """Counts a request that was answered."""
        self._requests.labels(method, route, str(status)).inc()
        self._seconds.labels(route).observe(seconds)

    def stage(self, name: str) -> AbstractContextManager[object]:
        """Times a stage of a text's reading, which lasts as long as the context, however it ends."""
        return self._stages.labels(name).time()

    def timed(self, timing: Timing) -> None:
        """Counts what was encoded of a text, and where its time went."""
        self._windows.observe(timing.windows)
        self._tokens.observe(timing.tokens)
        for stage in _STAGES:
            self._stages.labels(stage).observe(getattr(timing, stage))

    def read(self, reading: Reading) -> None:
        """Counts what was read of a text, the verdicts on its record included."""
        doubtful = sum(fact.needs_review for fact in reading.facts)
        self._facts.labels("true").inc(doubtful)
        self._facts.labels("false").inc(len(reading.facts) - doubtful)
        self.checked(reading.checks)

    def checked(self, checks: Sequence[Check]) -> None:
        """Counts the verdicts on a record."""
        for status in Status:
            self._checks.labels(status).inc(sum(check.status is status for check in checks))

    def page(self, release: tuple[str, str] | None, waiting: int) -> bytes:
        """All metrics as they are now.

        Args:
            release: name and precision of the release that reads, if any does.
            waiting: how many windows wait for it.
        """
        self._info.clear()
        if release is not None:
            self._info.labels(*release).set(1)
        self._waiting.set(waiting)
        return generate_latest(self._registry)

    def _counter(self, name: str, told: str, *labels: str) -> Counter:
        return Counter(name, told, labels, namespace="nianbao", registry=self._registry)

    def _gauge(self, name: str, told: str, *labels: str) -> Gauge:
        return Gauge(name, told, labels, namespace="nianbao", registry=self._registry)

    def _histogram(self, name: str, told: str, buckets: tuple[float, ...], *labels: str) -> Histogram:
        return Histogram(name, told, labels, namespace="nianbao", registry=self._registry, buckets=buckets)
