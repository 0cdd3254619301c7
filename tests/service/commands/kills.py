"""Kills `nianbao labelled import` at moments of chance and looks at what is left: `python -m tests.service.commands.kills [--times N]`.

The processes are forked once everything is imported, so that a kill meets the work and not the start of Python.
"""

import argparse
import json
import os
import random
import signal
import sys
import tempfile
import time
from pathlib import Path

from service.cli import main as nianbao
from training.labelled.store import LabelledStore

LONGEST = 0.8
"""Seconds within which imports are killed."""
REPORTS = 5000
"""In a file, more than are kept in that time."""


def kill_imports(folder: Path, times: int, source: random.Random) -> int:
    """Kills imports into one store; raises AssertionError where a report that was printed is not in it, or it is not whole.

    Returns:
        how many reports were printed.
    """
    os.environ["NIANBAO_LABELLED"] = str(folder / "labelled.sqlite")
    printed: set[str] = set()
    for number in range(times):
        file = folder / "many.jsonl"
        file.write_text("".join(json.dumps({"text": f"{number}-{one}", "label": []}) + "\n" for one in range(REPORTS)), encoding="utf-8")
        printed |= killed_import(file, source.uniform(0, LONGEST))
        store = LabelledStore(folder / "labelled.sqlite")
        assert printed <= {report.report_id for report in store.current()}, "a report that was printed is lost"
        assert store.damage() == []
    return len(printed)


def killed_import(file: Path, after: float) -> set[str]:
    """The ids that an import printed until it was killed, some seconds after it began."""
    ours, theirs = os.pipe()
    child = os.fork()
    if child == 0:
        os.dup2(theirs, 1)
        os._exit(nianbao(["labelled", "import", str(file)]))
    os.close(theirs)
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    assert os.waitpid(child, 0)[1] == signal.SIGKILL, "the import had ended before the kill"
    with os.fdopen(ours) as stream:
        return {line.split()[0] for line in stream if line.endswith("\n")}


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description="Kill imports of labelled reports at moments of chance.")
    parser.add_argument("--times", type=int, default=50)
    parser.add_argument("--seed", type=int, default=None)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        kept = kill_imports(Path(folder), options.times, random.Random(options.seed))
    sys.stdout.write(f"{options.times} kills of imports: {kept} reports printed, none lost\n")


if __name__ == "__main__":
    main()
