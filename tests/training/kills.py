"""Kills training and promotion at moments of chance and looks at what is left: `python -m tests.training.kills [--times N] [--seed N]`.

The processes are forked once everything is imported, so that a kill meets the work and not the start of Python.
"""

import argparse
import os
import random
import signal
import tempfile
import time
from collections.abc import Callable
from itertools import count
from pathlib import Path

from safetensors.torch import load_file

from tests.training.releases import write_release
from tests.training.runs import tiny_material, tiny_settings
from training.registry import CURRENT, Registry
from training.run import Run

LONGEST = 0.3
"""Seconds within which promotions are killed."""


def kill_training(folder: Path, times: int, source: random.Random) -> None:
    """A run that is killed so many times and started again each time must come to the weights of one that is not."""
    settings, material = tiny_settings(folder, epochs=4, checkpoint_steps=1), tiny_material(folder)

    def train(name: str) -> None:
        Run(settings, material, folder / name).run()

    begun = time.perf_counter()
    finish(lambda: train("whole"))
    longest = time.perf_counter() - begun
    for _ in range(times):
        kill(lambda: train("killed"), source.uniform(0, longest))
    finish(lambda: train("killed"))
    whole, killed = (load_file(folder / name / "model" / "model.safetensors") for name in ("whole", "killed"))
    assert all(killed[name].equal(value) for name, value in whole.items()), "the killed run came to other weights"


def kill_promotions(folder: Path, times: int, source: random.Random) -> int:
    """Kills processes that make and promote releases; what they acknowledged must stand, and what is there must be whole.

    Returns:
        how many promotions were acknowledged.
    """
    registry = Registry(folder)
    acknowledged: list[str] = []
    for number in range(times):
        ours, theirs = os.pipe()
        kill(lambda number=number, theirs=theirs: promote_forever(registry, str(number), theirs), source.uniform(0, LONGEST))  # type: ignore[misc]
        os.close(theirs)
        with os.fdopen(ours) as stream:
            acknowledged += stream.read().split()
        check(registry, acknowledged)
    return len(acknowledged)


def promote_forever(registry: Registry, prefix: str, acknowledge: int) -> None:
    """Makes and promotes one release after the other, and writes the name of each once that is done."""
    for number in count():
        name = f"{prefix}-{number}"
        with registry.adding(name) as half:
            write_release(half, name)
        registry.promote(name, "a test", "")
        os.write(acknowledge, f"{name}\n".encode())


def check(registry: Registry, acknowledged: list[str]) -> None:
    """Raises AssertionError where a release is not whole, a promotion is lost, or another release is current."""
    for name in registry.names():
        registry.load(name)
    told = [change.release for change in registry.history()]
    assert [name for name in told if name in set(acknowledged)] == acknowledged, "an acknowledged promotion is not in the history"
    if acknowledged:
        last = told.index(acknowledged[-1])
        assert registry.load(CURRENT).name in told[last:], "an acknowledged promotion was taken back"


def kill(work: Callable[[], None], after: float) -> None:
    """Kills a process that does the work, some seconds after it began."""
    child = _fork(work)
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


def finish(work: Callable[[], None]) -> None:
    """Does the work in a process of its own."""
    assert os.waitpid(_fork(work), 0)[1] == 0, "the process failed"


def _fork(work: Callable[[], None]) -> int:
    child = os.fork()
    if child == 0:
        try:
            work()
        except BaseException:
            os._exit(1)
        os._exit(0)
    return child


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description="Kill training and promotion at moments of chance.")
    parser.add_argument("--times", type=int, default=50)
    parser.add_argument("--seed", type=int, default=None)
    options = parser.parse_args()
    source = random.Random(options.seed)
    with tempfile.TemporaryDirectory() as folder:
        done = kill_promotions(Path(folder) / "releases", options.times, source)
        print(f"{options.times} kills of promotion: {done} promotions acknowledged, all stand, every release whole")
        kill_training(Path(folder), options.times, source)
        print(f"{options.times} kills of training: the same weights as without")


if __name__ == "__main__":
    main()
