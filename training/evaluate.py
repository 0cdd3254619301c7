"""Evaluates a release on labelled texts: what is measured is the served int8 model with everything behind it.

`python -m training.evaluate [--release FOLDER] [--on FOLDER] [--compare FOLDER]` prints a table and writes a JSON file and a page
(`--out`, by default `runs/evaluation`). By default the current release on the held-out set.
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
    parser.add_argument("--compare", type=Path, metavar="FOLDER", help="another release, read on the same texts")
    parser.add_argument("--out", type=Path, default=OUT, help="folder of the JSON file and the page")
    options = parser.parse_args(arguments)
    texts = fill_all(read_corpus(options.on))
    documents, ours = read_with(options.release, texts, options.on.name)
    theirs, differences = None, None
    if options.compare:
        others, theirs = read_with(options.compare, texts, options.on.name)
        differences = differences_of(documents, others)
    print(table(ours.scores))
    for name, one in (differences or {}).items():
        print(f"{name:32}{one.value:+10.4f} [{one.low:+.4f}, {one.high:+.4f}]")
    options.out.mkdir(parents=True, exist_ok=True)
    found = {"evaluation": ours.as_json(), "compared_with": theirs.as_json() if theirs else None}
    found["differences"] = {name: one.as_json() for name, one in (differences or {}).items()}
    (options.out / "evaluation.json").write_text(json.dumps(found, ensure_ascii=False, indent=1), encoding="utf-8")
    (options.out / "evaluation.html").write_text(page(ours, theirs, differences), encoding="utf-8")
    print(f"written: {options.out}/evaluation.json and evaluation.html")


if __name__ == "__main__":
    main()
