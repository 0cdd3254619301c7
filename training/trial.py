"""The trial of retraining: thirty reports in a style that the corpus lacks, from the current release, measured and timed.

`python -m training.trial` draws them from the passages of `data/trial/added.txt`, trains on them with the settings of `--from-release`, and
tells how much better the new release reads further reports of the style (`further.txt`, other passages), how much worse the held-out set,
and what the gate says. All is done in a folder of its own, and the releases of the project stay as they are.
"""

import argparse
import random
import shutil
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from model.facts import Time
from training.corpus import fill_passage, read_passages
from training.evaluate import measure
from training.evaluation.bootstrap import Interval
from training.filling import Filled
from training.labelled.formats import FORMATS
from training.labelled.report import LabelledEntity, LabelledFact, LabelledReport
from training.labelled.store import LabelledStore
from training.passage import Passage
from training.promote import main as promote
from training.registry import CURRENT, RELEASES, Registry
from training.train import main as train

PASSAGES = Path("data/trial")
ADDED, FURTHER = "added.sqlite", "further.jsonl"
REPORTS = 30
PARTS = 12
"""Passages in a report, some of them more than once with other figures."""
MOST_MINUTES, LEAST_GAIN, MOST_LOSS = 15, 0.10, 0.003


def drawn_reports(name: str) -> Iterator[LabelledReport]:
    """The reports that are drawn from a file of passages; the same every time."""
    passages = read_passages(PASSAGES / f"{name}.txt")
    for number in range(REPORTS):
        yield joined(random.Random(f"{name} {number}"), passages, f"{name}-{number}")


def joined(source: random.Random, passages: Sequence[Passage], name: str) -> LabelledReport:
    """Some of the passages, filled, as one report."""
    text, entities, facts = "", [], []
    for passage in source.choices(passages, k=PARTS):
        filled = fill_passage(passage, source)
        entities += [LabelledEntity(label=one.label, start=one.start + len(text), end=one.end + len(text)) for one in filled.spans]
        facts += list(moved_facts(filled, len(text)))
        text += f"{filled.text}\n"
    return LabelledReport(text=text, entities=tuple(sorted(entities, key=lambda one: one.start)), facts=tuple(facts), source=name)


def moved_facts(filled: Filled, by: int) -> Iterator[LabelledFact]:
    """The facts of a filled passage, so many characters further on."""
    for one in filled.facts:
        yield LabelledFact(field=one.field, kind=one.kind, value=one.value, time=Time(one.time), start=one.start + by, end=one.end + by)


def main(arguments: Sequence[str] | None = None) -> int:
    """The command line; 1 where training fails, which tells why."""
    parser = argparse.ArgumentParser(description="Retrain on thirty reports of another style, and measure what it brings.")
    parser.add_argument("--folder", type=Path, default=Path("runs/trial"), help="is made anew")
    parser.add_argument("--set", action="append", default=[], metavar="NAME=VALUE", help="override one setting of the training")
    options = parser.parse_args(arguments)
    registry, store = prepare(options.folder), options.folder / ADDED
    places = ["--releases", str(registry.folder), "--store", str(store), "--runs", str(options.folder / "runs")]
    begun = time.perf_counter()
    if train(["trial", "--from-release", *places, *(word for one in options.set for word in ("--set", one))]):
        return 1
    minutes = (time.perf_counter() - begun) / 60
    models = [registry.load("trial"), registry.load(CURRENT)]
    style, heldout = (measure(models, on, store).differences["facts"] for on in (str(options.folder / FURTHER), "heldout"))
    refused = promote(["trial", "--releases", str(registry.folder)])
    print(told(minutes, style, heldout), f"the gate: {'refused' if refused else 'promoted'}", sep="\n")
    return 0


def prepare(folder: Path) -> Registry:
    """The store of added reports, the file of further ones, and a registry with the current release of the project."""
    shutil.rmtree(folder, ignore_errors=True)
    LabelledStore(folder / ADDED).add(list(drawn_reports("added")))
    extract = FORMATS["extract"]
    (folder / FURTHER).write_text("".join(extract.file(map(extract.write, drawn_reports("further")))), encoding="utf-8")
    current = Registry(RELEASES).load(CURRENT)
    registry = Registry(folder / "releases")
    with registry.adding(current.name) as half:
        shutil.copytree(current.folder, half, dirs_exist_ok=True)
    registry.promote(current.name, "the trial", "where it begins")
    return registry


def told(minutes: float, style: Interval, heldout: Interval) -> str:
    """The outcome, each line with what is wanted."""
    rows = (
        ("minutes, training and release", f"{minutes:.1f}", f"at most {MOST_MINUTES}"),
        ("fact F1, the style", f"{style.value:+.4f} [{style.low:+.4f}, {style.high:+.4f}]", f"at least +{LEAST_GAIN}"),
        ("fact F1, held-out", f"{heldout.value:+.4f} [{heldout.low:+.4f}, {heldout.high:+.4f}]", f"at least -{MOST_LOSS}"),
    )
    return "\n".join(f"{name:32}{found:36}{wanted}" for name, found, wanted in rows)


if __name__ == "__main__":
    sys.exit(main())
