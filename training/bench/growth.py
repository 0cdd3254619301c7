"""The memory of a service over many requests of random sizes."""

import math
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, repeat

from training.bench.clients import Load, run_load
from training.bench.process import Service
from training.bench.tally import Tally, tally_runs

_CLIENTS = 8
_STEPS = 20
_LONGEST = 3000


@dataclass(frozen=True, slots=True)
class Growth:
    """The MB that a service held when so many requests had been answered, twenty times at equal distances."""

    requests: Sequence[int]
    resident: Sequence[float]
    load: Tally

    @property
    def second_half(self) -> float:
        """MB by which the memory grew in the second half of the requests."""
        return self.resident[-1] - self.resident[len(self.resident) // 2 - 1]


def measure_growth(service: Service, texts: Sequence[str], requests: int) -> Growth:
    """Sends pieces of the texts, 1 to 3,000 characters long, short ones more often."""
    source = random.Random(0)
    step = requests // _STEPS
    runs, resident = [], []
    for _ in range(_STEPS):
        runs.append(run_load(service.url, _pieces(texts, step, source), Load(_CLIENTS, math.inf)))
        resident.append(service.memory().resident)
    return Growth([step * number for number in range(1, _STEPS + 1)], resident, tally_runs(runs))


def _pieces(texts: Sequence[str], count: int, source: random.Random) -> Iterator[str]:
    drawn = (_piece(source.choice(texts), source) for _ in repeat(None))
    return islice((piece for piece in drawn if not piece.isspace()), count)


def _piece(text: str, source: random.Random) -> str:
    length = round(math.exp(source.uniform(0, math.log(_LONGEST))))
    start = source.randrange(max(1, len(text) - length))
    return text[start : start + length]
