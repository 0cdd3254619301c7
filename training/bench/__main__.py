"""`make bench`: how fast reports are read, with how much memory, beside other ways to read them.

`python -m training.bench` measures in rounds, so that all of it sees the same hours of the machine, and writes `bench.md` (the table, which
is printed too), `bench.json` and `bench.png` to `runs/bench`.
"""

import argparse
import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from itertools import cycle
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from model.pipeline import Reader
from model.process import ready_process
from model.release import Release, load_release
from training.bench.clients import Answer, Load, run_load
from training.bench.peak import Encoding
from training.bench.plot import plot
from training.bench.process import extract_file, serving
from training.bench.readers import NIANBAO, Read, readers_of, time_in_turn
from training.bench.results import CLIENTS, MIXED, OUT, SAMPLE, Batch, Results, Round
from training.bench.share import share_of_reading
from training.bench.table import table
from training.bench.tally import tally_runs
from training.bench.texts import drawn_texts, sample_text
from training.environment import environment
from training.registry import CURRENT_RELEASE

Runs = dict[str, dict[int, list[tuple[list[Answer], float]]]]


class Bench(NamedTuple):
    """What is measured, and on what: `texts` by set, `compared` by all readers."""

    release: Release
    readers: Mapping[str, Read]
    encoding: Encoding
    texts: Mapping[str, Sequence[str]]
    compared: Sequence[str]
    seconds: float

    def round(self, runs: Runs) -> Round:
        """One round; what clients got is added to `runs`."""
        with TemporaryDirectory() as name:
            folder = Path(name)
            with serving(folder, self.release.folder) as service:
                ready = service.memory()
                for clients in CLIENTS:
                    for texts, one in self.texts.items():
                        runs[texts][clients].append(run_load(service.url, cycle(one), Load(clients, self.seconds)))
                loaded = service.memory()
            batch = self._batch(folder)
        compared = time_in_turn(self.readers, self.compared)
        shares = {texts: share_of_reading(self.readers[NIANBAO], one) for texts, one in self.texts.items()}
        peaks = {SAMPLE: self.encoding.peak(self.compared[:1]), MIXED: self.encoding.peak(self.compared[1:])}
        return Round(service.seconds_to_ready, ready, loaded, batch, compared, shares, peaks)

    def _batch(self, folder: Path) -> Batch:
        texts, path = self.texts[MIXED], folder / "reports.jsonl"
        lines = (json.dumps({"id": str(number), "text": text}) + "\n" for number, text in enumerate(texts))
        path.write_text("".join(lines), encoding="utf-8")
        seconds, memory = extract_file(path, self.release.folder)
        return Batch(len(texts), sum(map(len, texts)), seconds, memory)


def measure(bench: Bench, rounds: int, precision: str) -> Results:
    """So many rounds."""
    runs: Runs = {texts: {clients: [] for clients in CLIENTS} for texts in bench.texts}
    measured = []
    for number in range(rounds):
        measured.append(bench.round(runs))
        print(f"round {number + 1} of {rounds} measured", flush=True)
    return Results(
        made=datetime.now(UTC).date().isoformat(),
        release=bench.release.name,
        precision=precision,
        environment=environment(),
        texts={name: [len(text) for text in texts] for name, texts in bench.texts.items()},
        tallies={texts: {clients: tally_runs(one) for clients, one in by_clients.items()} for texts, by_clients in runs.items()},
        rounds=measured,
    )


def write(results: Results, out: Path) -> None:
    """Writes the results to a folder."""
    out.mkdir(parents=True, exist_ok=True)
    (out / "bench.md").write_text(table(results) + "\n", encoding="utf-8")
    (out / "bench.json").write_text(json.dumps(results.as_json(), ensure_ascii=False, indent=1), encoding="utf-8")
    plot(results, out / "bench.png")


def main(arguments: Sequence[str] | None = None) -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description="Measure how fast reports are read.")
    parser.add_argument("--release", type=Path, default=CURRENT_RELEASE)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", type=float, default=10, help="how long each number of clients sends in a round")
    parser.add_argument("--reports", type=int, default=200, help="how many reports are drawn")
    parser.add_argument("--compared", type=int, default=20, help="how many of them all readers read beside the sample")
    parser.add_argument("--out", type=Path, default=OUT)
    options = parser.parse_args(arguments)
    release, sample, drawn = load_release(options.release), sample_text(), drawn_texts(options.reports)
    reader = Reader(release)
    texts = {SAMPLE: [sample], MIXED: drawn}
    bench = Bench(release, readers_of(release, reader), Encoding(release), texts, [sample, *drawn[: options.compared]], options.seconds)
    ready_process()
    results = measure(bench, options.rounds, reader.precision)
    write(results, options.out)
    print(f"{table(results)}\nwritten: {options.out}/bench.md, bench.json, bench.png")


if __name__ == "__main__":
    main()
