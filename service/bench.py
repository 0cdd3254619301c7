"""`make bench`: how fast a report is read, with how much memory, and how near the encoder comes to the machine's peak."""

import argparse
import json
import resource
import statistics
import time
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path

import numpy as np

from model.cpus import usable_cpus
from model.encoder import MODEL_FILE, TOKENIZER_FILE, Encoder
from model.pipeline import Reader
from model.pool import Timing
from model.release import Release, load_release
from model.tagger import plan
from service.settings import Settings

SAMPLE = Path(__file__).parent.parent / "data/samples/yunjin-2023.txt"
_MATRIX = 2048
_LONG = 100


def times(work: Callable[[], object], runs: int) -> list[float]:
    """Seconds of each call, after one that is not counted."""
    work()
    out = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        out.append(time.perf_counter() - start)
    return out


def peak_flops() -> float:
    """Floating-point operations a second of a single-precision matrix product, the best of five."""
    one = np.random.default_rng(0).random((_MATRIX, _MATRIX), dtype=np.float32)
    return 2 * _MATRIX**3 / min(times(lambda: one @ one, 5))


def encoder_flops(length: int, config: dict[str, int]) -> float:
    """Operations of one window: 2 a weight and token in the matrices, and the attention's products."""
    hidden, inner, layers = config["hidden_size"], config["intermediate_size"], config["num_hidden_layers"]
    return length * layers * (8 * hidden**2 + 4 * hidden * inner + 4 * hidden * length)


def encoder_flops_a_second(release: Release, text: str) -> float:
    """The encoder's operations a second on a text, its windows one after the other on all CPUs."""
    encoder = Encoder(release.folder / MODEL_FILE, release.folder / TOKENIZER_FILE)
    config = json.loads((release.folder / "config.json").read_text(encoding="utf-8"))
    windows = plan(text).stretches
    seconds = statistics.median(times(lambda: [encoder.logits(window) for window in windows], 10))
    return sum(encoder_flops(len(window) + 2, config) for window in windows) / seconds


def stages(reader: Reader, text: str, runs: int) -> list[Timing]:
    """Where the time of each reading went."""
    jobs = [reader.job() for _ in range(runs)]
    for job in jobs:
        reader.read(text, job)
    return [job.timing for job in jobs]


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description="Time the reading of a report.")
    parser.add_argument("--file", type=Path, default=SAMPLE)
    parser.add_argument("--runs", type=int, default=50)
    options = parser.parse_args()
    settings = Settings()
    release = load_release(settings.release)
    text = options.file.read_text(encoding="utf-8")
    reader = Reader(release, settings.threads)
    taken = sorted(times(lambda: reader.read(text), options.runs))
    median = statistics.median(taken)
    start = time.perf_counter()
    reader.read(text * _LONG)
    long = time.perf_counter() - start
    # Processors slow down under a minute of load: the long text is set against short ones read before and after it.
    around = statistics.mean([median, statistics.median(times(lambda: reader.read(text), 10))])
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    flops = encoder_flops_a_second(release, text)
    timings = stages(reader, text, options.runs)
    peak = peak_flops()
    print(f"{options.file.name}: {len(text)} characters, release {release.name}, {usable_cpus()} CPUs")
    print(f"p50                 {median:8.3f} s")
    print(f"p95                 {taken[int(len(taken) * 0.95)]:8.3f} s")
    print(f"characters a second {len(text) / median:8.0f}")
    print(f"{_LONG} times as long   {long / around:8.1f} times the time")
    print(f"peak memory         {memory:8.0f} MB")
    print(f"encoder             {flops / 1e9:8.1f} GFLOP/s, {flops / peak:.0%} of the {peak / 1e9:.0f} GFLOP/s of a float32 matrix product")
    for stage in fields(Timing):
        print(f"{stage.name:19} {statistics.median(getattr(timing, stage.name) for timing in timings):8.4f} s")


if __name__ == "__main__":
    main()
