"""`make load`: what the service does with more than it can, when it is ended at work, and over many requests.

`python -m training.bench.load` prints a table and writes it (`load.md`) with `load.json` and `load.png` to `runs/bench`.
"""

import argparse
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from itertools import cycle
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from matplotlib.figure import Figure

from training.bench.clients import Load, run_load
from training.bench.drills import Killed, Stopped, kill_while_labelling, stop_under_load
from training.bench.growth import Growth, measure_growth
from training.bench.process import Memory, serving
from training.bench.results import OUT, machine_of
from training.bench.tally import Tally, told
from training.bench.texts import drawn_texts
from training.environment import environment
from training.registry import CURRENT_RELEASE

REPORTS = 200
CLIENTS = 64
TIMES_CAPACITY = 2
_CAPACITY_CLIENTS = 8
_CAPACITY_SECONDS = 30
_STOP_SECONDS = 20


@dataclass(frozen=True, slots=True)
class LoadResults:
    """The run: where and when; the load that the service can bear (of 8 clients), twice as much, and what else was tried."""

    made: str
    release: str
    environment: dict[str, Any]
    capacity: Tally
    overload: Tally
    memory_before: Memory
    memory_after: Memory
    stopped: Stopped
    killed: Killed
    growth: Growth


def measure(release: Path, seconds: float, requests: int, kills: int) -> LoadResults:
    """All of it: so many seconds at twice the capacity, so many requests of random sizes, so many kills."""
    texts = drawn_texts(REPORTS)
    with TemporaryDirectory() as folder, serving(Path(folder), release) as service:
        capacity = Tally.of(*run_load(service.url, cycle(texts), Load(_CAPACITY_CLIENTS, _CAPACITY_SECONDS)))
        rate = TIMES_CAPACITY * capacity.reports_a_second
        before = service.memory()
        overload = Tally.of(*run_load(service.url, cycle(texts), Load(CLIENTS, seconds, rate)))
        after = service.memory()
        stopped = stop_under_load(service, texts, Load(CLIENTS, _STOP_SECONDS, rate))
    with TemporaryDirectory() as folder, serving(Path(folder), release) as service:
        growth = measure_growth(service, texts, requests)
    with TemporaryDirectory() as folder:
        killed = kill_while_labelling(Path(folder), release, kills)
    made = datetime.now(UTC).date().isoformat()
    return LoadResults(made, release.resolve().name, environment(), capacity, overload, before, after, stopped, killed, growth)


def table(results: LoadResults) -> str:
    """The results in Markdown."""
    over, stopped, killed, growth = results.overload, results.stopped, results.killed, results.growth
    sent = over.answered + over.refused + over.errors
    rows = [
        ("capacity, reports a second", f"{results.capacity.reports_a_second:.1f}"),
        (f"{CLIENTS} clients, {over.seconds:.0f} s: sent, reports a second", f"{sent / over.seconds:.1f}"),
        ("answered, reports a second", f"{over.reports_a_second:.1f}"),
        ("answered, refused (429), other statuses, lost", f"{over.answered}, {over.refused}, {over.failed}, {over.lost}"),
        ("answered in, p50, p95, p99, most, s", told(over.answered_in, 2)),
        ("refused in, p50, p95, p99, most, ms", told(over.refused_in, 0, 1000)),
        ("memory before, after, at most, MB", _megabytes(results.memory_before.resident, *asdict(results.memory_after).values())),
        ("SIGTERM under that load: accepted, of these lost", f"{stopped.accepted}, {stopped.lost}"),
        ("SIGTERM to the end, s", f"{stopped.seconds:.1f}"),
        (f"{killed.kills} × SIGKILL: labelled reports acknowledged, of these lost", f"{killed.acknowledged}, {killed.lost}"),
        (f"memory after {growth.requests[0]}, {growth.requests[-1]} requests, MB", _megabytes(growth.resident[0], growth.resident[-1])),
        ("growth in the second half of these, MB", f"{growth.second_half:+.1f}"),
        ("their errors", f"{growth.load.errors}"),
    ]
    return "\n".join(["| | |", "|---|---|", *(f"| {name} | {value} |" for name, value in rows), "", _machine_line(results)])


def _megabytes(*values: float) -> str:
    return ", ".join(f"{value:.0f}" for value in values)


def _machine_line(results: LoadResults) -> str:
    return f"{results.made}, release {results.release}, {machine_of(results.environment)}"


def plot(results: LoadResults, path: Path) -> None:
    """Writes, as PNG, the memory over the requests of random sizes."""
    figure = Figure(figsize=(6, 3.4), layout="constrained")
    axes = figure.subplots()
    axes.plot(results.growth.requests, results.growth.resident, "o-", color="#1f6f8b")
    axes.set(xlabel="requests of random sizes", ylabel="memory, MB")
    axes.set_ylim(bottom=0)
    axes.spines[["top", "right"]].set_visible(False)
    axes.grid(axis="y", color="#c9d2d8", linewidth=0.5)
    axes.set_title(_machine_line(results), fontsize=7)
    figure.savefig(path, format="png", dpi=110)


def main(arguments: Sequence[str] | None = None) -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description="Try the service with more than it can, and end it at work.")
    parser.add_argument("--release", type=Path, default=CURRENT_RELEASE)
    parser.add_argument("--seconds", type=float, default=300, help="how long twice the capacity is sent")
    parser.add_argument("--requests", type=int, default=20_000, help="how many requests of random sizes are sent")
    parser.add_argument("--kills", type=int, default=10, help="how often a service is killed that keeps labelled reports")
    parser.add_argument("--out", type=Path, default=OUT)
    options = parser.parse_args(arguments)
    results = measure(options.release, options.seconds, options.requests, options.kills)
    options.out.mkdir(parents=True, exist_ok=True)
    (options.out / "load.md").write_text(table(results) + "\n", encoding="utf-8")
    (options.out / "load.json").write_text(json.dumps(asdict(results), ensure_ascii=False, indent=1), encoding="utf-8")
    plot(results, options.out / "load.png")
    print(f"{table(results)}\nwritten: {options.out}/load.md, load.json, load.png")


if __name__ == "__main__":
    main()
