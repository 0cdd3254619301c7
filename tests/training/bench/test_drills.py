"""The short versions of what `make load` does to services."""

from pathlib import Path

from training.bench.clients import Load
from training.bench.drills import kill_while_labelling, stop_under_load
from training.bench.process import Service, serving
from training.bench.texts import sample_text

RELEASE = Path("data/releases/current")
TEXT = sample_text()[:400]
LOAD = Load(clients=8, seconds=4, rate=100)
"""Fewer clients than the service has requests at a time, so that it takes up all that they send."""


class Killed(Service):
    """A service that is asked to end by what no process can answer."""

    def stop(self) -> None:
        self.kill()


def test_a_service_that_is_stopped_under_load_loses_nothing_that_it_accepted(tmp_path: Path) -> None:
    with serving(tmp_path, RELEASE) as service:
        stopped = stop_under_load(service, [TEXT], LOAD)
    assert stopped.load.lost > 0  # they kept on sending when it had gone
    assert stopped.load.failed == 0
    assert stopped.accepted == stopped.load.answered > 0
    assert stopped.lost == 0


def test_what_is_lost_is_found(tmp_path: Path) -> None:
    with serving(tmp_path, RELEASE) as service:
        killed = Killed(service.process, service.url, service.log, service.seconds_to_ready)
        assert stop_under_load(killed, [sample_text() * 60], LOAD).lost == LOAD.clients


def test_labelled_reports_that_were_acknowledged_are_there_after_a_kill(tmp_path: Path) -> None:
    killed = kill_while_labelling(tmp_path, RELEASE, 1)
    assert killed.acknowledged > 0
    assert killed.lost == 0
