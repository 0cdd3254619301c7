"""All that one run of the bench measured."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median
from typing import Any

from training.bench.peak import Peak
from training.bench.process import Memory
from training.bench.readers import NIANBAO
from training.bench.tally import Tally

SAMPLE, MIXED = "sample", "mixed"
SETS = (SAMPLE, MIXED)
CLIENTS = (1, 8, 64)
OUT = Path("runs/bench")
"""Where the tables, values and plots of the bench and of the load are written."""


@dataclass(frozen=True, slots=True)
class Batch:
    """The command line that reads the mixed reports from one file."""

    reports: int
    characters: int
    seconds: float
    memory: float


@dataclass(frozen=True, slots=True)
class Round:
    """One round of all that is measured but for the clients.

    `compared` are seconds by reader, the sample's first; `outside` is the share of all but the encoder in the processor's time.
    """

    seconds_to_ready: float
    memory_ready: Memory
    memory_loaded: Memory
    batch: Batch
    compared: Mapping[str, Sequence[float]]
    outside: Mapping[str, float]
    peaks: Mapping[str, Peak]


@dataclass(frozen=True, slots=True)
class Results:
    """The run: where and when, what was read, what clients got of each set of texts by their number, and the rounds."""

    made: str
    release: str
    precision: str
    environment: Mapping[str, Any]
    texts: Mapping[str, Sequence[int]]
    tallies: Mapping[str, Mapping[int, Tally]]
    rounds: Sequence[Round]

    def reading_seconds(self, reader: str, texts: str) -> float:
        """Seconds in which a reader reads the sample, or the drawn reports that all readers read: the median of the rounds."""
        return median(_read(one, reader, texts) for one in self.rounds)

    def times_faster(self, reader: str, texts: str) -> float:
        """How many times as long as Nianbao a reader takes: the median of the rounds, in each of which both took turns."""
        return median(_read(one, reader, texts) / _read(one, NIANBAO, texts) for one in self.rounds)

    def share_of_peak(self, texts: str) -> float:
        """The share of the int8 peak that the encoder reaches: the median of the rounds."""
        return median(one.peaks[texts].share for one in self.rounds)

    def share_outside(self, texts: str) -> float:
        """The share of all but the encoder in the processor's time: the median of the rounds."""
        return median(one.outside[texts] for one in self.rounds)

    def as_json(self) -> dict[str, Any]:
        """Plain values: all that was measured, and the ratios."""
        ratios = {name: {texts: self.times_faster(name, texts) for texts in SETS} for name in self.rounds[0].compared}
        return asdict(self) | {"times_faster": ratios, "share_of_peak": {texts: self.share_of_peak(texts) for texts in SETS}}


def machine_of(environment: Mapping[str, Any]) -> str:
    """The processors of the machine, in words."""
    machine = environment["machine"]
    return f"{machine['threads']} CPUs of {machine['processor']} with {' '.join(machine['flags'])}"


def _read(one: Round, reader: str, texts: str) -> float:
    sample, *drawn = one.compared[reader]
    return sample if texts == SAMPLE else sum(drawn)
