"""Evaluates a release on labelled texts: what is measured is the served int8 model with everything behind it.

`python -m training.evaluate [MODEL] [--on heldout|labelled|FILE] [--compare MODEL]` prints a table and adds a run to the history
(`runs/evaluation`), with a JSON file and a page; `--list` shows the history. A model is the name of a release, or its folder.
"""

import argparse
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from model.release import Release, ReleaseError, load_release
from training.evaluation.documents import read_with
from training.evaluation.report import differences_of, evaluate
from training.evaluation.runs import PAGE, RUNS, Measured, listing, save
from training.evaluation.summary import table
from training.evaluation.texts import read_texts, texts_sha256
from training.labelled.store import StoreError
from training.registry import CURRENT, RELEASES, Registry
from training.reports import STORE


def find_release(model: str, releases: Path) -> Release:
    """A release by its name or its folder; ReleaseError where there is none or it does not verify."""
    return load_release(Path(model)) if "/" in model else Registry(releases).load(model)


def measure(models: Sequence[Release], on: str, store: Path) -> Measured:
    """What one release, or each of two, reads in labelled texts; OSError or ValueError where these cannot be read."""
    texts, today = read_texts(on, store), datetime.now(UTC).date().isoformat()
    read = [read_with(release, texts) for release in models]
    evaluations = [evaluate(documents, release.name, on, today) for release, documents in zip(models, read, strict=True)]
    return Measured(evaluations, differences_of(*read) if len(read) == 2 else {}, texts_sha256(texts))


def main(arguments: Sequence[str] | None = None) -> int:
    """The command line; 1 where a release or the texts cannot be read."""
    options = _parser().parse_args(arguments)
    if options.list:
        print(listing(options.runs))
        return 0
    try:
        models = [find_release(name, options.releases) for name in (options.model, options.compare) if name]
        measured = measure(models, options.on, options.store)
    except (ReleaseError, StoreError, OSError, ValueError) as error:
        print(f"nianbao: {error}", file=sys.stderr)
        return 1
    for one in measured.evaluations:
        print(f"{one.model}\n{table(one.scores)}")
    for name, difference in measured.differences.items():
        print(f"{name:32}{difference.value:+10.4f} [{difference.low:+.4f}, {difference.high:+.4f}]")
    print(f"written: {save(measured, options.runs) / PAGE}")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="nianbao evaluate", description="Evaluate a release on labelled texts.")
    parser.add_argument("model", nargs="?", default=CURRENT, help="name or folder of a release (default: the current one)")
    parser.add_argument(
        "--on",
        default="heldout",
        help="heldout, labelled (reports of the store that are never trained on), or a file or folder of labelled texts",
    )
    parser.add_argument("--compare", metavar="MODEL", help="another release, read on the same texts and set against the first")
    parser.add_argument("--list", action="store_true", help="show the history of evaluations and do nothing else")
    parser.add_argument("--runs", type=Path, default=RUNS, help="folder of the history")
    parser.add_argument("--store", type=Path, default=STORE, help="the database of labelled reports")
    parser.add_argument("--releases", type=Path, default=RELEASES)
    return parser


if __name__ == "__main__":
    sys.exit(main())
