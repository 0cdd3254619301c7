"""Evaluates a release on labelled texts: what is measured is the served int8 model with everything behind it.

`python -m training.evaluate [--release FOLDER] [--on FOLDER]` prints a table and writes a JSON file and a page (`--out`, by default
`runs/evaluation`). By default the current release on the held-out set; `--compare A B` shows two releases side by side.
"""

import argparse
import json
from datetime import UTC, datetime
from pathlib import Path

from model.pipeline import Reader
from model.release import load_release
from training.corpus import read_corpus
from training.evaluation.documents import Document, Labelled, fill_all, read_all
from training.evaluation.page import page
from training.evaluation.report import Evaluation, differences_of, evaluate
from training.evaluation.summary import table

CURRENT = Path("data/releases/current")
HELDOUT = Path("data/heldout")
OUT = Path("runs/evaluation")


def read_with(release: Path, texts: list[Labelled], on: str) -> tuple[list[Document], Evaluation]:
    """The reading of a release, and what it is worth."""
    loaded = load_release(release)
    documents = read_all(texts, Reader(loaded).tag, loaded.calibration)
    return documents, evaluate(documents, loaded.name, on, datetime.now(UTC).date().isoformat())


def main(arguments: list[str] | None = None) -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description="Evaluate a release.")
    parser.add_argument("--release", type=Path, default=CURRENT)
    parser.add_argument("--on", type=Path, default=HELDOUT, help="a folder of labelled passages")
    parser.add_argument("--compare", type=Path, nargs=2, metavar=("A", "B"), help="two releases, read on the same texts")
    parser.add_argument("--out", type=Path, default=OUT, help="folder of the JSON file and the page")
    options = parser.parse_args(arguments)
    texts = fill_all(read_corpus(options.on))
    read = [read_with(release, texts, options.on.name) for release in options.compare or [options.release]]
    evaluations = [evaluation for _, evaluation in read]
    differences = differences_of(*(documents for documents, _ in read)) if options.compare else {}
    for one in evaluations:
        print(f"{one.model}\n{table(one.scores)}")
    for name, difference in differences.items():
        print(f"{name:32}{difference.value:+10.4f} [{difference.low:+.4f}, {difference.high:+.4f}]")
    options.out.mkdir(parents=True, exist_ok=True)
    found = {
        "evaluations": [one.as_json() for one in evaluations],
        "differences": {name: one.as_json() for name, one in differences.items()},
    }
    (options.out / "evaluation.json").write_text(json.dumps(found, ensure_ascii=False, indent=1), encoding="utf-8")
    (options.out / "evaluation.html").write_text(page(evaluations, differences), encoding="utf-8")
    print(f"written: {options.out}/evaluation.json and evaluation.html")


if __name__ == "__main__":
    main()
